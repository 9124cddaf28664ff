import { Reliability } from "@/features/outlet/schema";

const RELIABILITY_PLACE: Record<Reliability, number | null> = { A: 1, B: 2, C: 3, D: 4, E: 5, F: null };

/**
 * From how many steps on the two grades of a claim are far apart: A with 4 or 5, B with 5, and D with 1, E with 1 or 2.
 * Two steps are ordinary (a usually reliable source with a doubtful report), and a warning that comes often is not read.
 */
const FAR = 3;

/** How many steps lie between the two scales, A beside 1 and E beside 5; null where either cannot be judged. */
export function gradeDistance(reliability: Reliability | null, credibility: number | null): number | null {
  const place = reliability && RELIABILITY_PLACE[reliability];
  if (place === null || credibility === null || credibility === 6) return null;
  return Math.abs(place - credibility);
}

/** Whether somebody should look again whether both grades are meant. */
export const gradesFarApart = (reliability: Reliability | null, credibility: number | null) =>
  (gradeDistance(reliability, credibility) ?? 0) >= FAR;

/** The pairs that lie far apart, as they are written: `A5`. */
export const FAR_PAIRS = Reliability.options.flatMap((letter) =>
  [1, 2, 3, 4, 5].filter((number) => gradesFarApart(letter, number)).map((number) => `${letter}${number}`),
);
