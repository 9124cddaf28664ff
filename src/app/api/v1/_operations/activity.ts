import { z } from "zod";
import { Activity, ListActivity, StreamActivity } from "@/features/activity/schema";
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
