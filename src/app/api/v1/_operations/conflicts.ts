import {
  AssignConflict,
  Conflict,
  ConflictQuery,
  ConflictSummary,
  Finding,
  ListConflicts,
  WriteFinding,
} from "@/features/conflict/schema";
import { pageOf } from "@/platform/fields";
import { operation } from "@/platform/http/operation";

const tag = "Conflicts";

export const listConflicts = operation({
  id: "listConflicts",
  tag,
  method: "get",
  path: "/cases/{caseId}/conflicts",
  summary:
    "Where the sources of a case conflict: groups of claims with a standing contradiction, what matters most first",
  query: ListConflicts,
  answer: pageOf(ConflictSummary),
});

export const getConflict = operation({
  id: "getConflict",
  tag,
  method: "get",
  path: "/cases/{caseId}/conflicts/{number}",
  summary: "A conflict with its camps, by the number of any of its claims, now or as of a day",
  query: ConflictQuery,
  answer: Conflict,
});

export const assignConflict = operation({
  id: "assignConflict",
  tag,
  method: "put",
  path: "/cases/{caseId}/conflicts/{number}/assignee",
  summary: "Say who is to decide a conflict, or that nobody is",
  body: AssignConflict,
  answer: ConflictSummary,
});

export const writeFinding = operation({
  id: "writeFinding",
  tag,
  method: "put",
  path: "/cases/{caseId}/conflicts/{number}/finding",
  summary: "What the team concludes of a conflict: draft, propose or, as a lead, sign it",
  description:
    "Without `status` it becomes what the caller may give at most. A finding that is not signed is changed; behind a signed one a new one begins, which supersedes it when it is signed. Likelihood and confidence are those of ICD 203.",
  body: WriteFinding,
  answer: Finding,
});

export const withdrawFinding = operation({
  id: "withdrawFinding",
  tag,
  method: "delete",
  path: "/cases/{caseId}/conflicts/{number}/finding",
  summary: "Take back a finding that is not signed: its author, or a lead",
  answer: Finding,
});

export const restoreFinding = operation({
  id: "restoreFinding",
  tag,
  method: "post",
  path: "/cases/{caseId}/conflicts/{number}/finding/restore",
  summary: "Bring back the finding that was withdrawn last",
  answer: Finding,
});
