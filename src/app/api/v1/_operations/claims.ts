import { z } from "zod";
import {
  AssessClaim,
  ChangeClaim,
  Claim,
  ListClaims,
  RecordClaim,
  SetBackClaim,
  SuggestClaims,
  Suggestion,
} from "@/features/claim/schema";
import { pageOf } from "@/platform/fields";
import { operation } from "@/platform/http/operation";

const tag = "Claims";

export const listClaims = operation({
  id: "listClaims",
  tag,
  method: "get",
  path: "/cases/{caseId}/claims",
  summary: "The claims of a case, filtered and sorted",
  description: "Several values of one filter are alternatives: `status=draft,reviewed`.",
  query: ListClaims,
  answer: pageOf(Claim),
});

export const recordClaim = operation({
  id: "recordClaim",
  tag,
  method: "post",
  path: "/cases/{caseId}/claims",
  summary: "Record a claim",
  body: RecordClaim,
  answer: Claim,
  status: 201,
  location: ({ id }) => `/claims/${id}`,
});

export const getClaim = operation({
  id: "getClaim",
  tag,
  method: "get",
  path: "/claims/{claimId}",
  summary: "A claim",
  answer: Claim,
});

export const changeClaim = operation({
  id: "changeClaim",
  tag,
  method: "patch",
  path: "/claims/{claimId}",
  summary: "Change a claim: absent fields stay, null empties a field",
  body: ChangeClaim,
  answer: Claim,
});

export const retractClaim = operation({
  id: "retractClaim",
  tag,
  method: "delete",
  path: "/claims/{claimId}",
  summary: "Retract a claim; it stays readable and can be restored",
  answer: Claim,
});

export const restoreClaim = operation({
  id: "restoreClaim",
  tag,
  method: "post",
  path: "/claims/{claimId}/restore",
  summary: "Undo a retraction",
  answer: Claim,
});

export const setBackClaim = operation({
  id: "setBackClaim",
  tag,
  method: "post",
  path: "/claims/{claimId}/set-back",
  summary: "Set what a change of the history touched back to how it stood before, as a new change",
  description:
    "What was changed since in other fields stays; 409 where it was the same. Grades go back in the caller's own changes only.",
  body: SetBackClaim,
  answer: Claim,
});

export const assessClaim = operation({
  id: "assessClaim",
  tag,
  method: "put",
  path: "/claims/{claimId}/assessment",
  summary: "The caller's own grades of a claim, replaced as a whole",
  body: AssessClaim,
  answer: Claim,
});

export const suggestClaims = operation({
  id: "suggestClaims",
  tag,
  method: "get",
  path: "/claims/{claimId}/suggestions",
  summary: "The claims of its case most likely to be about the same thing, and why",
  description:
    "Found by shared words, names, figures and dates, without a model; nothing is recorded until a person does. In a blind case only your own claims are suggested.",
  query: SuggestClaims,
  answer: z.object({ items: z.array(Suggestion) }),
});
