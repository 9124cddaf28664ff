import { z } from "zod";
import { Activity, HistoryCheck, ListActivity, StreamActivity } from "@/features/activity/schema";
import { operation } from "@/platform/http/operation";

const tag = "Activity";

export const listActivity = operation({
  id: "listActivity",
  tag,
  method: "get",
  path: "/cases/{caseId}/activity",
  summary: "What happened in a case, in order",
  description: "`nextCursor` is for `cursor`; `after` begins behind a sequence number.",
  query: ListActivity,
  answer: z.object({ items: z.array(Activity), nextCursor: z.string().nullable() }),
});

export const streamActivity = operation({
  id: "streamActivity",
  tag,
  method: "get",
  path: "/cases/{caseId}/stream",
  summary: "The same rows as server-sent events, as they happen",
  description:
    "The id of each event is its sequence number; `Last-Event-ID` or `after` resumes behind one. With `with=presence` events named `presence` tell who is looking at the case, whenever that changes.",
  query: StreamActivity,
  streams: ["text/event-stream"],
});

export const checkHistory = operation({
  id: "checkHistory",
  tag,
  method: "get",
  path: "/cases/{caseId}/activity/check",
  summary: "Prove that no row was altered: the chain of hashes, from the first row to the last",
  answer: HistoryCheck,
});

export const exportHistory = operation({
  id: "exportHistory",
  tag,
  method: "get",
  path: "/cases/{caseId}/activity/export",
  summary: "The whole record, a JSON object a line, as the caller may see it",
  streams: ["application/x-ndjson"],
});
