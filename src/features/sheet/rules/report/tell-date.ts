import { formatVagueDate } from "@/dates/format-vague-date";
import { type Line, line, ours } from "./block";

/** A date for people, beside it the EDTF that it stands for and the words that were typed, where they differ. */
export function tellDate(edtf: string | null, words: string | null): Line | null {
  if (edtf === null) return null;
  const told = formatVagueDate(edtf);
  const exact = told === edtf ? line`` : line` (${ours(edtf)})`;
  const typed = words && words !== edtf && words !== told ? line`, typed “${words}”` : line``;
  return [ours(told), ...exact, ...typed];
}

/** `2024-10-25 09:00 UTC`: the same for every reader. */
export const tellTime = (iso: string): string => `${iso.slice(0, 16).replace("T", " ")} UTC`;
