import { z } from "zod";
import { LeaveCase, MarkPresence, Present } from "@/features/case/schema";
import { pageOf } from "@/platform/fields";
import { operation } from "@/platform/http/operation";

const tag = "Presence";

export const listPresent = operation({
  id: "listPresent",
  tag,
  method: "get",
  path: "/cases/{caseId}/presence",
  summary: "Who is looking at the case, and where",
  answer: pageOf(Present),
});

export const markPresence = operation({
  id: "markPresence",
  tag,
  method: "put",
  path: "/cases/{caseId}/presence",
  summary: "Say where one is; holds for a minute",
  body: MarkPresence,
  answer: z.null(),
});

export const leaveCase = operation({
  id: "leaveCase",
  tag,
  method: "delete",
  path: "/cases/{caseId}/presence",
  summary: "Say that a tab is closed",
  query: LeaveCase,
  answer: z.null(),
});
