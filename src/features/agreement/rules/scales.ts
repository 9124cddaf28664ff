import type { Compared, ContentKind } from "../schema";
import type { Scale } from "./agreement-of";

/**
 * What is compared with what. F and 6 mean that it cannot be judged: they are missing values, not the ends of a scale.
 * Descent knows one kind only, so that there is nothing to agree on.
 */
export const SCALES: Record<Compared, Scale> = {
  relations: {
    values: ["agrees", "contradicts", "qualifies", "updates", "is updated by", "unrelated"],
    metric: "nominal",
  },
  reliability: { values: ["A", "B", "C", "D", "E"], metric: "ordinal" },
  credibility: { values: ["1", "2", "3", "4", "5"], metric: "ordinal" },
  confidence: { values: ["low", "moderate", "high"], metric: "ordinal" },
};

/** One kind against all the others: does it stand or not? */
export const oneKind = (kind: ContentKind): Scale => ({ values: [kind, "another"], metric: "nominal" });

const UPDATES = new Set(["updates", "is updated by"]);

/** The place of an answer in the scale; null where it is none of it. */
export function placeOf(value: string, of: Compared, kind?: ContentKind): number | null {
  if (kind) return value === kind || (kind === "updates" && UPDATES.has(value)) ? 0 : 1;
  const place = SCALES[of].values.indexOf(value);
  return place < 0 ? null : place;
}
