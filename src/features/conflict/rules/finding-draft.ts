import { z } from "zod";
import type { Finding } from "../schema";
import { FindingOutcome } from "../schema";
import { mayPrefer } from "./finding-status";

/** What stands in the form, and the version that it began from. Empty: not said. */
const FindingDraft = z.object({
  question: z.string(),
  outcome: z.union([FindingOutcome, z.literal("")]),
  preferredCamp: z.string(),
  rationale: z.string(),
  likelihood: z.string(),
  confidence: z.string(),
  version: z.number().nullable(),
});
export type FindingDraft = z.infer<typeof FindingDraft>;

export const readFindingDraft = (kept: unknown): FindingDraft | null => FindingDraft.safeParse(kept).data ?? null;

/** Of the finding that is to be changed, or behind which a new one begins; of none: empty. */
export function draftOf(finding: Finding | null): FindingDraft {
  return {
    question: finding?.question ?? "",
    outcome: finding?.outcome ?? "",
    preferredCamp: finding?.preferredCamp ?? "",
    rationale: finding?.rationale ?? "",
    likelihood: finding?.likelihood ?? "",
    confidence: finding?.confidence ?? "",
    version: finding?.version ?? null,
  };
}

/** As the action takes it. What does not go with the outcome is left out. */
export function wordsOf({ outcome, preferredCamp, likelihood, confidence, ...draft }: FindingDraft) {
  const prefers = outcome !== "" && mayPrefer(outcome) && preferredCamp !== "";
  return {
    question: draft.question,
    outcome: outcome as FindingOutcome,
    preferredCamp: prefers ? preferredCamp : null,
    rationale: draft.rationale,
    likelihood: (likelihood || null) as Finding["likelihood"],
    confidence: (confidence || null) as Finding["confidence"],
  };
}
