import { z } from "zod";
import type { Claim } from "../schema";

/** What the composer holds while a claim is written: every field as typed. */
export const ClaimDraft = z.object({
  statement: z.string(),
  attribution: z.array(z.string()),
  /** Steps that are outlets though the team does not know them yet. */
  newOutlets: z.array(z.string()).default([]),
  reportedOn: z.string(),
  occurredOn: z.string(),
  place: z.string(),
  reliability: z.string(),
  credibility: z.string(),
  confidence: z.string(),
  tags: z.string(),
  note: z.string(),
});
export type ClaimDraft = z.infer<typeof ClaimDraft>;

export const BLANK_DRAFT: ClaimDraft = {
  statement: "",
  attribution: [],
  newOutlets: [],
  reportedOn: "",
  occurredOn: "",
  place: "",
  reliability: "",
  credibility: "",
  confidence: "",
  tags: "",
  note: "",
};

/** A claim as its editor begins: the grades are the person's own, never the team's standing ones. */
export function draftOfClaim(claim: Claim, userId: string): ClaimDraft {
  const own = claim.assessments.find((assessment) => assessment.user.id === userId);
  return {
    statement: claim.statement,
    attribution: claim.attribution,
    newOutlets: [],
    reportedOn: claim.reportedOn ?? "",
    occurredOn: claim.occurredOn ?? "",
    place: claim.place ?? "",
    reliability: own?.reliability ?? "",
    credibility: own?.credibility ? String(own.credibility) : "",
    confidence: own?.confidence ?? "",
    tags: claim.tags.join("; "),
    note: claim.note,
  };
}

/** As the record and change commands take it: an empty field is none. */
export function inputOfDraft(draft: ClaimDraft) {
  const tags = draft.tags
    .split(/[;\n]/)
    .map((tag) => tag.trim())
    .filter(Boolean);
  return {
    statement: draft.statement,
    attribution: draft.attribution,
    newOutlets: draft.newOutlets.filter((name) => draft.attribution.includes(name)),
    reportedOn: draft.reportedOn.trim() || null,
    occurredOn: draft.occurredOn.trim() || null,
    place: draft.place,
    reliability: draft.reliability,
    credibility: draft.credibility,
    confidence: draft.confidence,
    tags,
    note: draft.note,
  };
}
