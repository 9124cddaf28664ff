import type { Notice } from "../schema";

/** What a notice says between who caused it and what it is about. */
export const NOTICE_WORDS: Record<Notice["kind"], string> = {
  mentioned: "mentioned you on",
  answered: "answered in a thread of yours on",
  assigned: "asks you to decide the conflict of",
  ruled: "ruled otherwise than you judged",
  stale: "What your finding rests on has changed:",
};

/** The same as a line of plain text. */
export const tellNotice = ({ kind, actor, subject, case: of }: Pick<Notice, "kind" | "actor" | "subject" | "case">) =>
  `${actor ? `${actor.name} ` : ""}${NOTICE_WORDS[kind]} ${subject.label} (${of.title})`.replaceAll(/\s+/g, " ");
