import { type Block, blockIndexAt } from "@/anchoring/canonical-text";
import type { Quote } from "../schema";

/** A quote with the words around it. `cutBefore` and `cutAfter` say that the text goes on. */
export type QuoteContext = { before: string; exact: string; after: string; cutBefore: boolean; cutAfter: boolean };

type HeldText = { versionId: string; text: string | null; blocks: readonly Block[] };

/** More than this of a paragraph on either side is not context any more. */
const MOST = 600;

/**
 * The quote in its paragraph, or in its paragraphs. Where the text at hand is not the one it was pinned to, the words
 * that were kept with it have to do.
 */
export function quoteContext(quote: Quote, held: HeldText | null): QuoteContext {
  const { start, end } = quote;
  const text = held?.text ?? null;
  if (!held || text === null || held.versionId !== quote.versionId || start === null || end === null) {
    return keptContext(quote);
  }
  const first = held.blocks[blockIndexAt(held.blocks, start)];
  const last = held.blocks[blockIndexAt(held.blocks, Math.max(start, end - 1))];
  const from = backToWord(text, Math.min(first?.start ?? start, start), start);
  const to = onToWord(text, end, Math.max(last?.end ?? end, end));
  return {
    before: text.slice(from.at, start),
    exact: text.slice(start, end),
    after: text.slice(end, to.at),
    cutBefore: from.cut,
    cutAfter: to.cut,
  };
}

/** What was kept with the quote, as far as its paragraph reaches and without the halves of words at its ends. */
function keptContext({ prefix, exact, suffix }: Quote): QuoteContext {
  const paragraphs = prefix.split("\n\n");
  const own = suffix.split("\n\n");
  const cutBefore = prefix !== "" && paragraphs.length === 1;
  const cutAfter = suffix !== "" && own.length === 1;
  const before = paragraphs.at(-1) ?? "";
  const after = own[0] ?? "";
  return {
    before: cutBefore ? before.replace(/^\S*\s/, "") : before,
    exact,
    after: cutAfter ? after.replace(/\s\S*$/, "") : after,
    cutBefore,
    cutAfter,
  };
}

function backToWord(text: string, from: number, start: number) {
  if (start - from <= MOST) return { at: from, cut: false };
  const space = text.indexOf(" ", start - MOST);
  return { at: space < 0 || space >= start ? start - MOST : space + 1, cut: true };
}

function onToWord(text: string, end: number, to: number) {
  if (to - end <= MOST) return { at: to, cut: false };
  const space = text.lastIndexOf(" ", end + MOST);
  return { at: space <= end ? end + MOST : space, cut: true };
}
