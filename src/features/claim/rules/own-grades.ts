import type { Assessment } from "../schema";

/** What one analyst says of a claim. */
export type OwnGrades = Pick<Assessment, "reliability" | "credibility" | "confidence" | "reason">;

export const NO_GRADES: OwnGrades = { reliability: null, credibility: null, confidence: null, reason: "" };

/** What was said of grades in an input: absent fields stay as they were. */
export function mergeGrades(own: OwnGrades, given: { [F in keyof OwnGrades]?: OwnGrades[F] | undefined }): OwnGrades {
  return {
    reliability: given.reliability === undefined ? own.reliability : given.reliability,
    credibility: given.credibility === undefined ? own.credibility : given.credibility,
    confidence: given.confidence === undefined ? own.confidence : given.confidence,
    reason: given.reason ?? own.reason,
  };
}

/** An assessment of nothing, which is none. */
export const saysNothing = ({ reliability, credibility, confidence, reason }: OwnGrades) =>
  reliability === null && credibility === null && confidence === null && reason === "";
