import { ContradictionAbout } from "@/features/relation/schema";
import { ConflictStatus, ListConflicts } from "../schema";

/** What the queue can be narrowed by, as its address has it. One value each: the API takes several. */
export const QUEUE_FIELDS = ["status", "about", "outlet", "assignee", "inconsistent", "sort"] as const;
export type QueueField = (typeof QUEUE_FIELDS)[number];
export type QueueChoice = Partial<Record<QueueField, string>>;

/** What stands in an address, without what is no choice: a made-up address shows the whole queue. */
export function choiceOf(given: Record<string, string | string[] | undefined>): QueueChoice {
  const choice: QueueChoice = {};
  for (const field of QUEUE_FIELDS) {
    const value = given[field];
    if (typeof value === "string" && value !== "" && ListConflicts.safeParse({ [field]: value }).success) {
      choice[field] = value;
    }
  }
  return choice;
}

/** `?status=open&cursor=…`, or nothing. */
export function queueQuery(choice: QueueChoice, cursor?: string): string {
  const query = new URLSearchParams({ ...choice, ...(cursor && { cursor }) }).toString();
  return query ? `?${query}` : "";
}

export const isNarrowed = ({ sort: _, ...narrowing }: QueueChoice) => Object.keys(narrowing).length > 0;

export const STATUS_WORDS: Record<ConflictStatus, string> = {
  open: "open",
  proposed: "finding proposed",
  settled: "settled",
  stale: "changed since the finding",
};

export const STATUS_CHOICES = ConflictStatus.options.map((value) => ({ value, label: STATUS_WORDS[value] }));
export const ABOUT_CHOICES = ContradictionAbout.options.map((value) => ({ value, label: `on ${value}` }));
