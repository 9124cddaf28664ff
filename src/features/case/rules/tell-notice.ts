import { quoted } from "@/platform/mail/quoted";
import type { Notice } from "../schema";

/** What a notice says between who caused it and what it is about. */
export const NOTICE_WORDS: Record<Notice["kind"], string> = {
  mentioned: "mentioned you on",
  answered: "answered in a thread of yours on",
  assigned: "asks you to decide the conflict of",
  ruled: "ruled otherwise than you judged",
  stale: "What your finding rests on has changed:",
};

const NUMBER = /^[A-Z]-\d+$/;

/** The same as a line of a mail. */
export function tellNotice({ kind, actor, subject, case: of }: Pick<Notice, "kind" | "actor" | "subject" | "case">) {
  const who = actor ? `${quoted(actor.name)} ` : "";
  const what = subject.label.split(" and ").every((each) => NUMBER.test(each)) ? subject.label : quoted(subject.label);
  return `${who}${NOTICE_WORDS[kind]} ${what}, in the case ${quoted(of.title)}`;
}
