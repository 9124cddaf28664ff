import type { Block, CanonicalText } from "./canonical-text";
import { alignTokens, type DiffPart, wordDiff } from "./word-diff";

/** A paragraph of either text, or one that became another; `same` runs are counted, not repeated. */
export type Comparison =
  | { op: "same"; count: number }
  | { op: "added" | "removed"; kind: Block["kind"]; text: string }
  | { op: "changed"; kind: Block["kind"]; parts: DiffPart[] };

type Paragraph = { kind: Block["kind"]; text: string };

/** What became of a text, paragraph by paragraph; those that were changed word by word. */
export function compareTexts(older: CanonicalText, newer: CanonicalText): Comparison[] {
  const [before, after] = [paragraphsOf(older), paragraphsOf(newer)];
  const found: Comparison[] = [];
  let [i, j] = [0, 0];
  for (const [oldIndex, newIndex] of [...alignTokens(before, after), [before.length, after.length] as const]) {
    found.push(...replaced(before.slice(i, oldIndex), after.slice(j, newIndex)));
    if (oldIndex < before.length) keep(found);
    i = oldIndex + 1;
    j = newIndex + 1;
  }
  return found;
}

const paragraphsOf = ({ text, blocks }: CanonicalText): Paragraph[] =>
  blocks.map(({ kind, start, end }) => ({ kind, text: text.slice(start, end) }));

function keep(found: Comparison[]): void {
  const last = found.at(-1);
  if (last?.op === "same") last.count += 1;
  else found.push({ op: "same", count: 1 });
}

/** Paragraphs that stand where others stood: in turn each is the other one changed, where they share enough words. */
function replaced(before: readonly Paragraph[], after: readonly Paragraph[]): Comparison[] {
  const found: Comparison[] = [];
  const rest = [...after];
  for (const { kind, text } of before) {
    const at = rest.findIndex((each) => isAkin(text, each.text));
    if (at < 0) {
      found.push({ op: "removed", kind, text });
      continue;
    }
    for (const added of rest.splice(0, at)) found.push({ op: "added", ...added });
    const [to] = rest.splice(0, 1);
    if (to) found.push({ op: "changed", kind: to.kind, parts: wordDiff(text, to.text) });
  }
  return [...found, ...rest.map((added): Comparison => ({ op: "added", ...added }))];
}

/** Whether a third of the words of the shorter stand in the other: told apart from a paragraph that merely took its place. */
function isAkin(older: string, newer: string): boolean {
  const [a, b] = [wordsOf(older), wordsOf(newer)];
  let shared = 0;
  for (const word of a) if (b.has(word)) shared += 1;
  return shared >= Math.max(1, Math.min(a.size, b.size) / 3);
}

const wordsOf = (text: string) => new Set(text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? []);
