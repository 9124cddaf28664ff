/**
 * The canonical form of an article: the text that quotes are pinned to.
 *
 * `text` holds the words in reading order; `blocks` say which stretch is a heading, a paragraph and so on. All offsets
 * are UTF-16 code units into `text`. Blocks stand in order and never overlap. Between two blocks stands a blank line
 * ("\n\n"), between two list items a single "\n"; a block itself may hold single line breaks but no blank line.
 *
 * A marker that the reader saw as characters ("- ", "3. ", "> ") is kept in `text`, at the start of the block's line,
 * but is no part of the block: nothing of the evidence is lost, and the words can be set as a real list.
 */
export type BlockKind = "heading" | "paragraph" | "list-item" | "quotation";

export type Block = {
  kind: BlockKind;
  /** Headings 1 to 6; list items: depth from 1. */
  level?: number;
  /** List items of a numbered list. */
  ordered?: boolean;
  start: number;
  end: number;
};

export type CanonicalText = { text: string; blocks: Block[] };

/** A block before it has a place in the text. */
export type Piece = { kind: BlockKind; text: string; marker?: string; level?: number; ordered?: boolean };

/**
 * The evidence's own characters, made safe to store and count: one kind of line end, no control characters but tab and
 * newline, no half surrogates. Vowel marks, bidi marks and composed or decomposed forms stay as they were written.
 */
export function cleanCharacters(input: string): string {
  return input
    .toWellFormed()
    .replace(/^\uFEFF/, "")
    .replace(/\r\n?|[\v\f\u0085\u2028]/g, "\n")
    .replace(/\u2029/g, "\n\n")
    .replace(/[^\P{Cc}\t\n]/gu, "");
}

/** Joins pieces of cleaned text with the separators described above; empty pieces vanish. */
export function assemble(pieces: Iterable<Piece>): CanonicalText {
  const parts: string[] = [];
  const blocks: Block[] = [];
  let length = 0;
  const write = (part: string) => {
    parts.push(part);
    length += part.length;
  };
  for (const piece of pieces) {
    const body = withoutBlankLines(piece.text);
    if (body === "") continue;
    const previous = blocks.at(-1);
    if (previous) write(previous.kind === "list-item" && piece.kind === "list-item" ? "\n" : "\n\n");
    if (piece.marker) write(piece.marker);
    const block: Block = { kind: piece.kind, start: length, end: length + body.length };
    if (piece.level !== undefined) block.level = piece.level;
    if (piece.ordered !== undefined) block.ordered = piece.ordered;
    blocks.push(block);
    write(body);
  }
  return { text: parts.join(""), blocks };
}

function withoutBlankLines(text: string): string {
  if (!text.includes("\n")) return text.trim();
  const lines = text
    .split("\n")
    .map((line) => line.trimEnd())
    .filter((line) => line !== "");
  return lines.join("\n").trimStart();
}

/**
 * The index of the block that holds the offset (its end included, so that a caret after the last letter belongs to it),
 * or -1 between blocks.
 */
export function blockIndexAt(blocks: readonly Block[], offset: number): number {
  let low = 0;
  let high = blocks.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const block = blocks[middle];
    if (!block) return -1;
    if (offset < block.start) high = middle - 1;
    else if (offset > block.end) low = middle + 1;
    else return middle;
  }
  return -1;
}

/** The marker before a block as the reader saw it ("•", "3."), or "". */
export function markerOf(text: string, block: Block): string {
  const lineStart = block.start === 0 ? 0 : text.lastIndexOf("\n", block.start - 1) + 1;
  return text.slice(lineStart, block.start).trim();
}

/** Whether the parts fit together as described above: for canonical texts that come from outside. */
export function isCanonicalText({ text, blocks }: CanonicalText): boolean {
  if (cleanCharacters(text) !== text) return false;
  let end = 0;
  for (const [index, block] of blocks.entries()) {
    if (!Number.isInteger(block.start) || !Number.isInteger(block.end)) return false;
    if (block.start < end || block.end <= block.start || block.end > text.length) return false;
    const between = text.slice(end, block.start);
    if (index === 0 ? /\n/.test(between) : !/^\n\n?[^\n]*$/.test(between)) return false;
    if (text.slice(block.start, block.end).includes("\n\n")) return false;
    end = block.end;
  }
  return end === text.length;
}
