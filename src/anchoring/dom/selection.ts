import { firstEndingAfter, isText, rangesOf, type TextMap } from "@/anchoring/dom/text-map";
import type { Span } from "@/anchoring/selectors";

/**
 * What a selection holds of the text, whatever else it holds: it may begin or end outside of the text, run over several
 * blocks, backwards, or reach to the start of the next block as a triple click does. Null where it holds none of it.
 */
export function offsetsOfSelection(map: TextMap, selection: Selection | null): Span | null {
  let held: Span | null = null;
  for (let index = 0; index < (selection?.rangeCount ?? 0); index++) {
    const span = selection ? offsetsOfRange(map, selection.getRangeAt(index)) : null;
    if (span) held = held ? { start: Math.min(held.start, span.start), end: Math.max(held.end, span.end) } : span;
  }
  return held;
}

/** Makes a stretch of the text the document's selection, as if it had been dragged. */
export function selectOffsets(map: TextMap, span: Span): void {
  const ranges = rangesOf(map, span);
  const first = ranges[0];
  const last = ranges.at(-1);
  if (!first || !last) return;
  map.root.ownerDocument
    .getSelection()
    ?.setBaseAndExtent(first.startContainer, first.startOffset, last.endContainer, last.endOffset);
}

/** The stretch of the text that a range holds, or null where it holds none. */
export function offsetsOfRange(map: TextMap, range: AbstractRange): Span | null {
  const start = offsetFrom(map, range.startContainer, range.startOffset);
  const end = offsetUpTo(map, range.endContainer, range.endOffset);
  if (start === null || end === null || start >= end) return null;
  return withinBlocks(map.blocks, { start, end });
}

/** Drops the ends that hold nothing of their block: the line break after a paragraph, the marker before an item. */
function withinBlocks(blocks: readonly Span[], { start, end }: Span): Span | null {
  const first = blocks[firstEndingAfter(blocks, start)];
  const lastIndex = firstEndingAfter(blocks, end - 1);
  const last = blocks[lastIndex];
  const to = last && last.start < end ? Math.min(end, last.end) : blocks[lastIndex - 1]?.end;
  const from = first ? Math.max(start, first.start) : start;
  return to === undefined || from >= to ? null : { start: from, end: to };
}

/** The offset of a place in the document, or of the first text after it. */
function offsetFrom(map: TextMap, container: Node, offset: number): number | null {
  const inside = offsetInside(map, container, offset);
  return inside ?? map.pieces[firstPieceAfter(map, container, offset)]?.start ?? null;
}

/** The offset of a place in the document, or of the last text before it. */
function offsetUpTo(map: TextMap, container: Node, offset: number): number | null {
  const inside = offsetInside(map, container, offset);
  return inside ?? map.pieces[firstPieceAfter(map, container, offset) - 1]?.end ?? null;
}

function offsetInside(map: TextMap, container: Node, offset: number): number | null {
  if (!isText(container)) return null;
  const piece = map.pieces.find(({ node }) => node === container);
  return piece ? Math.min(piece.end, piece.start + offset) : null;
}

function firstPieceAfter({ pieces }: TextMap, container: Node, offset: number): number {
  let low = 0;
  let high = pieces.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const piece = pieces[middle];
    if (piece && !isAfter(piece.node, container, offset)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Whether a node without children begins at or after a place in the document. */
function isAfter(node: Node, container: Node, offset: number): boolean {
  if (node === container) return offset === 0;
  const child = container.childNodes[offset];
  if (container.contains(node)) {
    if (!child) return false;
    return child === node || child.contains(node) || (child.compareDocumentPosition(node) & FOLLOWING) !== 0;
  }
  return (container.compareDocumentPosition(node) & FOLLOWING) !== 0;
}

/** `Node.DOCUMENT_POSITION_FOLLOWING`, by its number: this file is also loaded where there is no DOM. */
const FOLLOWING = 4;

/**
 * The offset of the character under a point of the window, or null where the point is on no character of the text: the
 * way to know which highlights were hit, since highlights take no events.
 */
export function offsetAtPoint(map: TextMap, x: number, y: number): number | null {
  const caret = caretAt(map.root.ownerDocument, x, y);
  if (!caret || !isText(caret.node)) return null;
  const piece = map.pieces.find(({ node }) => node === caret.node);
  if (!piece) return null;
  // The caret stands beside the character that was hit, on the side nearer to the point.
  const node = caret.node;
  const hit = (at: number) => {
    const character = characterAt(node.data, at);
    return character && isAtPoint(node, character, x, y) ? Math.min(piece.end, piece.start + character.start) : null;
  };
  const beside = hit(caret.offset) ?? hit(caret.offset - 1);
  if (beside !== null || !isAtPoint(node, { start: 0, end: node.data.length }, x, y)) return beside;
  // Where left-to-right meets right-to-left, one place on the line is two places in the text.
  for (let at = 0; at < node.data.length && at < LONGEST_SEARCH; at = characterAt(node.data, at)?.end ?? at + 1) {
    const found = hit(at);
    if (found !== null) return found;
  }
  return null;
}

/** A paragraph longer than this is not searched letter by letter for the one that was hit. */
const LONGEST_SEARCH = 5_000;

const graphemes = new Intl.Segmenter("und", { granularity: "grapheme" });

/** What a reader takes for one character at an offset: a letter with its marks, an emoji of many parts. */
function characterAt(text: string, at: number): Span | null {
  if (at < 0 || at >= text.length) return null;
  const from = Math.max(0, at - 40);
  const segment = graphemes.segment(text.slice(from, at + 40)).containing(at - from);
  return segment ? { start: from + segment.index, end: from + segment.index + segment.segment.length } : null;
}

function caretAt(document: Document, x: number, y: number): { node: Node; offset: number } | null {
  if ("caretPositionFromPoint" in document) {
    const position = document.caretPositionFromPoint(x, y);
    return position && { node: position.offsetNode, offset: position.offset };
  }
  // Safari before 18.4 knows only the older name.
  const older: { caretRangeFromPoint?: (x: number, y: number) => Range | null } = document;
  const range = older.caretRangeFromPoint?.(x, y);
  return range ? { node: range.startContainer, offset: range.startOffset } : null;
}

function isAtPoint(node: Text, { start, end }: Span, x: number, y: number): boolean {
  const range = node.ownerDocument.createRange();
  range.setStart(node, start);
  range.setEnd(node, end);
  for (const { left, right, top, bottom } of range.getClientRects()) {
    if (x >= left && x <= right && y >= top && y <= bottom) return true;
  }
  return false;
}
