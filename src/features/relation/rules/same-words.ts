import { matchingKey } from "@/anchoring/normalise";

/** From how much on of the longer quote the shorter must be, where it stands in the other. */
const LEAST = 0.6;
/** Fewer letters are in one text and another by chance. */
const SHORTEST = 12;

/** Whether two quotes are the same words: one within the other and most of it, letters' forms and marks aside. */
export function areSameWords(quote: string, other: string): boolean {
  const [a, b] = [plain(quote), plain(other)];
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return short.length >= SHORTEST && short.length >= LEAST * long.length && long.includes(short);
}

const plain = (quote: string) =>
  matchingKey(quote)
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
