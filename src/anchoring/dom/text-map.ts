import type { Span } from "@/anchoring/selectors";

/** A text node (or a `<br>`, which stands for one line break) and the stretch of the canonical text that it shows. */
export type TextPiece = Span & { node: Text | HTMLBRElement };

/** Which nodes under `root` show which stretch of the canonical text, in order. */
export type TextMap = { root: Element; pieces: TextPiece[]; blocks: MarkedBlock[] };

/** An element that says which stretch of the text it shows. */
export type MarkedBlock = Span & { element: Element };

/** Content inside a block that is not the article's: a claim's number, a button. */
const NOT_TEXT = "[data-outside]";

/**
 * Reads the map from elements marked `data-start` and `data-end` (UTF-16 offsets), each showing exactly its stretch of
 * the text, in as many nodes as it likes; what is marked `data-outside` does not count.
 */
export function readTextMap(root: Element): TextMap {
  const known = kept.get(root);
  if (known && !hasChanged(known)) return known.map;
  const map = readAnew(root);
  kept.set(root, { map, changes: known?.changes ?? watch(root), changed: false });
  return map;
}

type Kept = { map: TextMap; changes: MutationObserver; changed: boolean };

/** A long article has thousands of nodes, and a stroke of a key asks where they are several times. */
const kept = new WeakMap<Element, Kept>();

/** What changed since, the changes of this very moment among it: those that no observer was told of yet. */
const hasChanged = ({ changes, changed }: Kept) => changes.takeRecords().length > 0 || changed;

function watch(root: Element): MutationObserver {
  const changes = new MutationObserver(() => {
    const own = kept.get(root);
    if (own) own.changed = true;
  });
  const attributeFilter = ["data-start", "data-end", "data-outside"];
  changes.observe(root, { subtree: true, childList: true, characterData: true, attributes: true, attributeFilter });
  return changes;
}

function readAnew(root: Element): TextMap {
  const pieces: TextPiece[] = [];
  const blocks: MarkedBlock[] = [];
  let lastBlock: Element | undefined;
  for (const block of root.querySelectorAll("[data-start][data-end]")) {
    // A mark inside a marked block, such as a sentence, shows no text of its own.
    if (lastBlock?.contains(block)) continue;
    lastBlock = block;
    const start = Number(block.getAttribute("data-start"));
    const end = Number(block.getAttribute("data-end"));
    if (!Number.isInteger(start) || !Number.isInteger(end) || end <= start) continue;
    blocks.push({ start, end, element: block });
    readBlock(block, { start, end }, pieces);
  }
  return { root, pieces, blocks };
}

function readBlock(block: Element, { start, end }: Span, pieces: TextPiece[]): void {
  let at = start;
  const walker = block.ownerDocument.createTreeWalker(block, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT, (node) => {
    if (isElement(node)) {
      if (node.matches(NOT_TEXT)) return NodeFilter.FILTER_REJECT;
      return isBreak(node) ? NodeFilter.FILTER_ACCEPT : NodeFilter.FILTER_SKIP;
    }
    return NodeFilter.FILTER_ACCEPT;
  });
  for (let node = walker.nextNode(); node && at < end; node = walker.nextNode()) {
    const length = isText(node) ? node.data.length : 1;
    if (length === 0 || !(isText(node) || isBreak(node))) continue;
    pieces.push({ node, start: at, end: Math.min(end, at + length) });
    at += length;
  }
}

/** The nodes that show a stretch, with the part of each that does: one range for each, and nothing in between. */
export function rangesOf({ root, pieces }: TextMap, { start, end }: Span): Range[] {
  const ranges: Range[] = [];
  for (let index = firstEndingAfter(pieces, start); index < pieces.length; index++) {
    const piece = pieces[index];
    if (!piece || piece.start >= end) break;
    const range = root.ownerDocument.createRange();
    if (isText(piece.node)) {
      range.setStart(piece.node, Math.max(0, start - piece.start));
      range.setEnd(piece.node, Math.min(end, piece.end) - piece.start);
    } else range.selectNode(piece.node);
    ranges.push(range);
  }
  return ranges;
}

/** The stretch of the text that stands between two heights, in pixels from the top of the root; whole blocks. */
export function stretchBetween({ root, blocks }: TextMap, top: number, bottom: number): Span {
  const origin = root.getBoundingClientRect().top;
  const isBelow = (height: number) => (block: MarkedBlock) =>
    block.element.getBoundingClientRect().bottom - origin > height;
  const first = firstThat(blocks, isBelow(top));
  const last = firstThat(blocks, isBelow(bottom));
  return { start: blocks[first]?.start ?? 0, end: (blocks[last] ?? blocks.at(-1))?.end ?? 0 };
}

/** The index of the first of which it is true, where it is true of all after it. */
function firstThat<T>(items: readonly T[], isTrue: (item: T) => boolean): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isTrue(items[middle] as T)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The index of the first span that ends after the offset: spans in order, none overlapping. */
export function firstEndingAfter(spans: readonly Span[], offset: number): number {
  return firstThat(spans, ({ end }) => end > offset);
}

export function isText(node: Node): node is Text {
  return node.nodeType === 3;
}

function isElement(node: Node): node is Element {
  return node.nodeType === 1;
}

function isBreak(node: Node): node is HTMLBRElement {
  return node.nodeName === "BR";
}
