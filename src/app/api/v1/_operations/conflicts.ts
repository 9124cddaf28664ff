import { AssignConflict, Conflict, ConflictSummary, ListConflicts } from "@/features/conflict/schema";
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
  summary: "A conflict with its camps, by the number of any of its claims",
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
