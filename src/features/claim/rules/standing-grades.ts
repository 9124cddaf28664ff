import type { Reliability } from "@/features/outlet/schema";
import type { Confidence } from "../schema";

/** One analyst's grades. `lead`: given while the analyst was lead or owner. */
export type Grades = {
  reliability: Reliability | null;
  credibility: number | null;
  confidence: Confidence | null;
  lead: boolean;
  updatedAt: string | Date;
};

/** The best and worst grade given, and by how many; null where fewer than two know. */
export type Spread<T> = { best: T; worst: T; count: number } | null;

export type StandingGrades = {
  reliability: Reliability | null;
  credibility: number | null;
  confidence: Confidence | null;
  spread: { reliability: Spread<Reliability>; credibility: Spread<number>; confidence: Spread<Confidence> };
};

/** Best first. F and 6 are not on the scales: they say that nothing can be said. */
const RELIABILITIES: readonly Reliability[] = ["A", "B", "C", "D", "E"];
const CREDIBILITIES: readonly number[] = [1, 2, 3, 4, 5];
const CONFIDENCES: readonly Confidence[] = ["high", "moderate", "low"];

/**
 * The grades that stand, field by field: the newest grade a lead gave, else the median of all that were given.
 *
 * The scales are ordinal. Of two middle grades the more cautious one stands (C of B and C, 3 of 2 and 3, low of low and
 * moderate): a grade must not look better than half of the analysts think. F and 6 count as missing, and stand only
 * where nobody gave anything else.
 */
export function standingGrades(assessments: readonly Grades[]): StandingGrades {
  const newestFirst = assessments.toSorted((a, b) => Number(new Date(b.updatedAt)) - Number(new Date(a.updatedAt)));
  const led = newestFirst.filter(({ lead }) => lead);
  const stand = <T>(scale: readonly T[], field: (grades: Grades) => T | null) => {
    const given = newestFirst.map(field).filter((grade) => grade !== null);
    const known = given
      .filter((grade) => scale.includes(grade))
      .toSorted((a, b) => scale.indexOf(a) - scale.indexOf(b));
    const ruled = led.map(field).find((grade) => grade !== null);
    return {
      grade: ruled ?? known[known.length >> 1] ?? given[0] ?? null,
      spread: spreadOf(known),
    };
  };
  const reliability = stand(RELIABILITIES, (grades) => grades.reliability);
  const credibility = stand(CREDIBILITIES, (grades) => grades.credibility);
  const confidence = stand(CONFIDENCES, (grades) => grades.confidence);
  return {
    reliability: reliability.grade,
    credibility: credibility.grade,
    confidence: confidence.grade,
    spread: { reliability: reliability.spread, credibility: credibility.spread, confidence: confidence.spread },
  };
}

function spreadOf<T>(sorted: readonly T[]): Spread<T> {
  const best = sorted[0];
  const worst = sorted.at(-1);
  if (sorted.length < 2 || best === undefined || worst === undefined) return null;
  return { best, worst, count: sorted.length };
}
