/** A stretch that both texts have, or only the older (`removed`) or the newer one (`added`). */
export type DiffPart = { op: "same" | "removed" | "added"; text: string };

/** A word, number or sign, and where it stands. */
export type Token = { text: string; start: number; end: number };

const TOKEN = /\p{N}(?:[\p{N}.,:/٫٬]*\p{N})?|[\p{L}\p{M}\p{Cf}]+(?:['’ʼʿʾ״׳-][\p{L}\p{M}\p{Cf}]+)*|\S/gu;

export function tokensOf(text: string): Token[] {
  return Array.from(text.matchAll(TOKEN), ({ 0: word, index }) => ({
    text: word,
    start: index,
    end: index + word.length,
  }));
}

/** Beyond this many comparisons the middle of two texts counts as replaced outright. */
const MAX_COMPARISONS = 4_000_000;

/** Pairs of indexes of tokens that both lists have, in order: as many as possible. */
export function alignTokens(
  older: readonly Pick<Token, "text">[],
  newer: readonly Pick<Token, "text">[],
): [number, number][] {
  const same = (i: number, j: number) => older[i]?.text === newer[j]?.text;
  let head = 0;
  while (head < older.length && head < newer.length && same(head, head)) head += 1;
  let tail = 0;
  while (
    tail < older.length - head &&
    tail < newer.length - head &&
    same(older.length - 1 - tail, newer.length - 1 - tail)
  ) {
    tail += 1;
  }
  const pairs = Array.from({ length: head }, (_, index): [number, number] => [index, index]);
  const rows = older.length - head - tail;
  const columns = newer.length - head - tail;
  if (rows * columns <= MAX_COMPARISONS) {
    for (const [i, j] of longestCommon(rows, columns, (i, j) => same(head + i, head + j)))
      pairs.push([head + i, head + j]);
  }
  for (let left = tail; left > 0; left--) pairs.push([older.length - left, newer.length - left]);
  return pairs;
}

function longestCommon(rows: number, columns: number, same: (i: number, j: number) => boolean): [number, number][] {
  const width = columns + 1;
  const best = new Uint32Array((rows + 1) * width);
  const at = (i: number, j: number) => best[i * width + j] ?? 0;
  for (let i = rows - 1; i >= 0; i--) {
    for (let j = columns - 1; j >= 0; j--) {
      best[i * width + j] = same(i, j) ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const pairs: [number, number][] = [];
  for (let i = 0, j = 0; i < rows && j < columns; ) {
    if (same(i, j)) pairs.push([i++, j++]);
    else if (at(i + 1, j) >= at(i, j + 1)) i += 1;
    else j += 1;
  }
  return pairs;
}

/** What changed from one text to another, word by word. The kept and added parts together are the newer text. */
export function wordDiff(older: string, newer: string): DiffPart[] {
  const before = tokensOf(older);
  const after = tokensOf(newer);
  const parts: DiffPart[] = [];
  const push = (op: DiffPart["op"], text: string) => {
    const last = parts.at(-1);
    if (text === "") return;
    if (last?.op === op) last.text += text;
    else parts.push({ op, text });
  };
  let i = 0;
  let j = 0;
  for (const [oldIndex, newIndex] of [...alignTokens(before, after), [before.length, after.length] as const]) {
    push("removed", sliceOf(older, before, i, oldIndex));
    push("added", sliceOf(newer, after, j, newIndex));
    push("same", sliceOf(newer, after, newIndex, newIndex + 1));
    i = oldIndex + 1;
    j = newIndex + 1;
  }
  return parts;
}

/** The text of tokens `[from, to)` with the space after each; the first of all takes the space before it too. */
function sliceOf(text: string, tokens: readonly Token[], from: number, to: number): string {
  if (from >= to || from >= tokens.length) return "";
  const start = from === 0 ? 0 : (tokens[from]?.start ?? text.length);
  return text.slice(start, tokens[to]?.start ?? text.length);
}
