import { z } from "zod";
import { Activity, HistoryCheck, ListActivity, StreamActivity } from "@/features/activity/schema";
import { LastChange } from "@/features/undo/schema";
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

export const setBackChange = operation({
  id: "setBackChange",
  tag,
  method: "post",
  path: "/activity/{activityId}/set-back",
  summary: "Set what a change touched back to how it stood before, as a new change",
  description:
    "Of a case, an article, an outlet, a claim, an assignment, a finding that is not signed, a comment; of judgements, rulings, grades and marks one's own. Answered with the new row of the history, whose `after.setsBack` is the number of the change it set back; that row can be set back in turn. 409 where the same was changed since, with what and by whom.",
  answer: Activity,
});

export const findLastChange = operation({
  id: "findLastChange",
  tag,
  method: "get",
  path: "/cases/{caseId}/activity/last-own",
  summary: "The caller's own last change of a day that can be set back",
  description:
    "What was set back already is passed by, and so is what set it back: setting back one after the other goes further back.",
  answer: LastChange,
});
