import { Dismissal, DismissWarning, ListWarnings, Warning } from "@/features/conflict/schema";
import { pageOf } from "@/platform/fields";
import { operation } from "@/platform/http/operation";

const tag = "Warnings";

export const listWarnings = operation({
  id: "listWarnings",
  tag,
  method: "get",
  path: "/cases/{caseId}/warnings",
  summary: "What deserves a second look, and why; in force, or dismissed",
  description:
    "A warning is derived from the case as it stands. A dismissal holds while the facts it was given for are the same: when they change, the warning is in force again. In a blind case warnings rest on what the caller may see.",
  query: ListWarnings,
  answer: pageOf(Warning),
});

export const dismissWarning = operation({
  id: "dismissWarning",
  tag,
  method: "post",
  path: "/cases/{caseId}/warnings/dismissals",
  summary: "Let a warning be, for a reason",
  body: DismissWarning,
  answer: Dismissal,
  status: 201,
});

export const undismissWarning = operation({
  id: "undismissWarning",
  tag,
  method: "delete",
  path: "/cases/{caseId}/warnings/dismissals/{dismissalId}",
  summary: "Take a dismissal back",
  answer: Dismissal,
});
