import type { Agreement, Compared } from "../schema";

export const NAMES: Record<Compared, string> = {
  relations: "Relations",
  reliability: "Reliability",
  credibility: "Credibility",
  confidence: "Confidence",
};

/** A coefficient as it is printed: two places, and no sign of a number where there is none. */
export const printed = (value: number | null): string => (value === null ? "n/a" : value.toFixed(2).replace("-", "−"));

export const inPercent = (value: number | null): string =>
  value === null ? "n/a" : `${Math.round(value * 100)}\u00a0%`;

/** Why there is no number, or why not to lean on it; null where it can be leaned on. */
export function reservation({ alpha, n, unstable }: Agreement): string | null {
  if (n === 0) return "Nothing yet that two people rated without knowing of each other.";
  if (alpha === null) return "n/a: everyone gave the same answer, so that chance alone would agree as well.";
  return unstable ? `Unstable: ${n === 1 ? "one unit" : `${n} units`}, fewer than 30.` : null;
}

/** Krippendorff's customary lines, as advice: what may be built on it. */
export function advice({ alpha }: Agreement): string | null {
  if (alpha === null) return null;
  if (alpha >= 0.8) return "Reliable by the customary line of .800.";
  if (alpha >= 0.667) return "Good enough for tentative conclusions (.667 to .800).";
  return "Below .667: look at what people take the words to mean before resting anything on them.";
}
