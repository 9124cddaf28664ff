import { parseVagueDate } from "@/dates/vague-date";
import { TimelineBy } from "../schema";

export type TimelineParams = { by?: string; from?: string; to?: string; view?: string; cursor?: string };

/** What an address asks for. Days may be words: "October 2024" begins on its first day and ends on its last. */
export type TimelineLook = {
  by: TimelineBy;
  view: "drawing" | "table";
  from?: string;
  to?: string;
  cursor?: string;
  /** The words that are no date, by the field they stand in. */
  problems: { from?: string; to?: string };
};

export function readLook({ by, from, to, view, cursor }: TimelineParams): TimelineLook {
  const look: TimelineLook = {
    by: TimelineBy.safeParse(by).data ?? "conflict",
    view: view === "table" ? "table" : "drawing",
    problems: {},
  };
  if (cursor) look.cursor = cursor;
  for (const [side, words] of [
    ["from", from],
    ["to", to],
  ] as const) {
    if (!words?.trim()) continue;
    const reading = parseVagueDate(words);
    const day = reading.ok ? (side === "from" ? reading.date.min : reading.date.max) : null;
    if (day !== null) look[side] = day;
    else look.problems[side] = reading.ok ? "is open at this side" : reading.message;
  }
  if (look.from && look.to && look.from > look.to) {
    look.problems.to = "ends before it begins";
    delete look.to;
  }
  return look;
}

/** The same as an address's parameters; a changed look begins at its first page. */
export function lookParams(look: TimelineLook, change: Partial<Record<keyof TimelineParams, string | null>>): string {
  const { by, view, from, to } = look;
  const given = { by: by === "conflict" ? null : by, view: view === "table" ? view : null, from, to, ...change };
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(given)) if (value) params.set(name, value);
  return params.size > 0 ? `?${params}` : "";
}
