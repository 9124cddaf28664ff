import type { Origins } from "../schema";

/** "1 report", "3 reports". */
export const countWords = (count: number, noun: string) => `${count} ${count === 1 ? noun : `${noun}s`}`;

/** "1 origin", "1–2 origins": never one figure where it is a range. */
export function originWords({ min, max }: Origins): string {
  return min === max ? countWords(min, "origin") : `${min}–${max} origins`;
}

/** "number, time and place". */
export function listWords(words: string[]): string {
  const last = words.at(-1) ?? "";
  return words.length < 2 ? last : `${words.slice(0, -1).join(", ")} and ${last}`;
}
