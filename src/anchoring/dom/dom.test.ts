// @vitest-environment happy-dom
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createPainter } from "@/anchoring/dom/highlights";
import { offsetAtPoint, offsetsOfRange, offsetsOfSelection, selectOffsets } from "@/anchoring/dom/selection";
import { rangesOf, readTextMap, stretchBetween } from "@/anchoring/dom/text-map";
import { fromPlainText } from "@/anchoring/plain-text";
import { anyText } from "@/anchoring/text-arbitraries";

const { text, blocks } = fromPlainText(
  "The first paragraph ends here.\n\nقَالَ المُتَحَدِّث ذلك 😀 اليوم.\n\n- One item\n- Another item\n\nLast words.",
);

function render(source = { text, blocks }): HTMLElement {
  document.body.innerHTML = "<header>Before the text</header><main></main><footer>After the text</footer>";
  const root = document.querySelector("main");
  if (!root) throw new Error("no root");
  root.append("\n  ");
  for (const { start, end } of source.blocks) {
    const block = document.createElement("p");
    block.setAttribute("data-start", String(start));
    block.setAttribute("data-end", String(end));
    const number = document.createElement("button");
    number.setAttribute("data-outside", "");
    number.textContent = "C-12";
    block.append(number, source.text.slice(start, end));
    root.append(block, "\n  ");
  }
  return root;
}

/** The text node of a block, after its button. */
function words(root: Element, index: number): Text {
  const node = root.querySelectorAll("[data-start]")[index]?.lastChild;
  if (!(node instanceof Text)) throw new Error("no words");
  return node;
}

function select(from: Node, fromOffset: number, to: Node, toOffset: number): string | null {
  const range = document.createRange();
  range.setStart(from, fromOffset);
  range.setEnd(to, toOffset);
  const span = offsetsOfRange(readTextMap(root), range);
  return span && text.slice(span.start, span.end);
}

let root: HTMLElement;
beforeEach(() => {
  root = render();
});

describe("from the document to the text", () => {
  it("reads a selection inside one block", () => {
    expect(select(words(root, 0), 4, words(root, 0), 19)).toBe("first paragraph");
    expect(select(words(root, 1), 6, words(root, 1), 18)).toBe("المُتَحَدِّث");
  });

  it("reads a selection over several blocks, with what stands between them", () => {
    expect(select(words(root, 2), 4, words(root, 3), 7)).toBe("item\n- Another");
  });

  it("clips a selection that begins and ends outside of the text", () => {
    expect(select(document.body, 0, document.body, 3)).toBe(text.slice(blocks[0]?.start, blocks.at(-1)?.end));
    const header = document.querySelector("header")?.firstChild;
    if (!header) throw new Error("no header");
    expect(select(header, 3, words(root, 0), 3)).toBe("The");
  });

  it("takes only the paragraph when a triple click reaches to the next one", () => {
    const next = root.querySelectorAll("p")[1];
    if (!next) throw new Error("no block");
    expect(select(words(root, 0), 0, next, 0)).toBe("The first paragraph ends here.");
    expect(select(words(root, 0), 0, words(root, 1), 0)).toBe("The first paragraph ends here.");
    expect(select(words(root, 0), 30, words(root, 2), 3)).toBe(text.slice(blocks[1]?.start, text.indexOf("One") + 3));
  });

  it("does not count what is no text", () => {
    const button = root.querySelector("button")?.firstChild;
    if (!button) throw new Error("no button");
    expect(select(button, 1, words(root, 0), 3)).toBe("The");
    expect(select(button, 0, button, 4)).toBeNull();
  });

  it("finds nothing in a selection beside the text", () => {
    const [header, footer] = [document.querySelector("header"), document.querySelector("footer")];
    if (!header || !footer) throw new Error("no page");
    expect(select(header, 0, header, 1)).toBeNull();
    expect(select(footer, 0, footer, 1)).toBeNull();
    expect(select(words(root, 0), 5, words(root, 0), 5)).toBeNull();
    expect(select(words(root, 0), 30, words(root, 1), 0)).toBeNull();
    expect(offsetsOfSelection(readTextMap(root), null)).toBeNull();
  });

  it("reads a selection that was made backwards", () => {
    const selection = window.getSelection();
    selection?.setBaseAndExtent(words(root, 0), 19, words(root, 0), 4);
    const span = offsetsOfSelection(readTextMap(root), selection);
    expect(span).toEqual({ start: 4, end: 19 });
  });

  it("selects a stretch in the document and reads it again", () => {
    const map = readTextMap(root);
    const span = { start: 4, end: text.indexOf("Another") };
    selectOffsets(map, span);
    const held = offsetsOfSelection(map, window.getSelection());
    expect(held).toEqual({ start: 4, end: text.indexOf("One item") + 8 });
  });

  it("bears text nodes that were split and a break for a line break", () => {
    words(root, 0).splitText(7).splitText(5);
    const block = root.querySelector("p");
    const third = block?.childNodes[3];
    if (!block || !third) throw new Error("no block");
    expect(select(block, 2, third, 4)).toBe("st paragr");
    const broken = render({ text: "one\ntwo", blocks: [{ kind: "paragraph", start: 0, end: 7 }] });
    words(broken, 0).data = "one";
    const tail = document.createTextNode("two");
    broken.querySelector("p")?.append(document.createElement("br"), tail);
    const range = document.createRange();
    range.setStart(tail, 0);
    range.setEnd(tail, 3);
    expect(offsetsOfRange(readTextMap(broken), range)).toEqual({ start: 4, end: 7 });
  });

  it("is not misled by marks inside a block", () => {
    root.innerHTML = '<p data-start="0" data-end="9">one <em data-start="4" data-end="9">other</em></p>';
    expect(readTextMap(root).pieces.map(({ start, end }) => [start, end])).toEqual([
      [0, 4],
      [4, 9],
    ]);
    root.innerHTML = '<p data-start="x" data-end="9">one</p><p>two</p>';
    expect(readTextMap(root).pieces).toEqual([]);
  });
});

describe("from the text to the document", () => {
  it("shows exactly the words of a stretch, block by block", () => {
    const start = text.indexOf("item");
    const ranges = rangesOf(readTextMap(root), { start, end: text.indexOf("Another") + 7 });
    expect(ranges.map(String)).toEqual(["item", "Another"]);
  });

  it("finds nothing beyond the text", () => {
    expect(rangesOf(readTextMap(root), { start: text.length, end: text.length + 5 })).toEqual([]);
    expect(rangesOf(readTextMap(root), { start: 5, end: 5 }).map(String).join("")).toBe("");
  });

  it("goes there and back in any text", () => {
    fc.assert(
      fc.property(anyText, fc.nat(60), fc.nat(40), (input, from, length) => {
        const source = fromPlainText(input);
        const rendered = render(source);
        const map = readTextMap(rendered);
        const span = { start: from, end: Math.min(source.text.length, from + length) };
        const ranges = rangesOf(map, span);
        const [first] = ranges;
        const last = ranges.at(-1);
        if (!first || !last) return;
        const shown = ranges.map(String).join("");
        const inBlocks = source.blocks.map((b) =>
          source.text.slice(Math.max(b.start, span.start), Math.max(0, Math.min(b.end, span.end))),
        );
        expect(shown).toBe(inBlocks.join(""));
        const whole = document.createRange();
        whole.setStart(first.startContainer, first.startOffset);
        whole.setEnd(last.endContainer, last.endOffset);
        const back = offsetsOfRange(map, whole);
        if (shown !== "") expect(back && rangesOf(map, back).map(String).join("")).toBe(shown);
      }),
      { numRuns: 200 },
    );
  });
});

describe("the character under a point", () => {
  it("is the one whose box holds the point, on either side of the caret", () => {
    const map = readTextMap(root);
    const node = words(root, 0);
    // Each character is ten wide; the caret falls on the nearer side, as browsers do.
    vi.spyOn(Range.prototype, "getClientRects").mockImplementation(function (this: Range) {
      const box = { left: this.startOffset * 10, right: this.endOffset * 10, top: 0, bottom: 20 };
      return Object.assign([box], { item: () => null }) as unknown as DOMRectList;
    });
    const caret = (x: number) => ({ offsetNode: node, offset: Math.round(x / 10), getClientRect: () => null });
    Object.assign(document, { caretPositionFromPoint: caret });
    expect(offsetAtPoint(map, 42, 10)).toBe(4);
    expect(offsetAtPoint(map, 48, 10)).toBe(4);
    expect(offsetAtPoint(map, 299, 10)).toBe(29);
    expect(offsetAtPoint(map, 500, 10)).toBeNull();
    expect(offsetAtPoint(map, 42, 50)).toBeNull();
    Object.assign(document, { caretPositionFromPoint: () => null });
    expect(offsetAtPoint(map, 42, 10)).toBeNull();
    vi.restoreAllMocks();
  });
});

describe("painting", () => {
  const shown = () =>
    Object.fromEntries([...CSS.highlights].map(([name, highlight]) => [name, [...highlight].map(String).sort()]));

  beforeEach(() => {
    class FakeHighlight extends Set<Range> {
      priority = 0;
    }
    vi.stubGlobal("Highlight", FakeHighlight);
    vi.stubGlobal("CSS", { highlights: new Map() });
  });
  afterEach(() => {
    vi.unstubAllGlobals();
  });

  it("shows the stretches under their look, overlapping ones too", () => {
    const painter = createPainter(root, { focused: 2 });
    painter.paint({
      claim: [
        { start: 0, end: 9 },
        { start: 4, end: 19 },
        { start: 0, end: 9 },
      ],
      focused: [{ start: 0, end: 3 }],
      none: [],
    });
    expect(shown()).toEqual({ claim: ["The first", "first paragraph"], focused: ["The"] });
    expect(CSS.highlights.get("focused")?.priority).toBe(2);
  });

  it("touches only what changed", () => {
    const painter = createPainter(root);
    painter.paint({
      claim: [
        { start: 0, end: 9 },
        { start: 4, end: 19 },
      ],
    });
    const before = [...(CSS.highlights.get("claim") ?? [])];
    painter.paint({
      claim: [
        { start: 4, end: 19 },
        { start: 20, end: 24 },
      ],
    });
    const after = [...(CSS.highlights.get("claim") ?? [])];
    expect(after.map(String)).toEqual(["first paragraph", "ends"]);
    expect(after[0]).toBe(before[1]);
  });

  it("paints anew when the document was rendered anew", () => {
    const painter = createPainter(root);
    painter.paint({ claim: [{ start: 0, end: 9 }] });
    words(root, 0).replaceWith(text.slice(blocks[0]?.start, blocks[0]?.end));
    painter.paint({ claim: [{ start: 0, end: 9 }] });
    expect(shown()).toEqual({ claim: ["The first"] });
    expect([...(CSS.highlights.get("claim") ?? [])][0]?.startContainer).toBe(words(root, 0));
  });

  it("of very many stretches paints those near the window, and others when they come near", () => {
    const painter = createPainter(root);
    const claim = [
      ...Array.from({ length: 300 }, (_, index) => ({ start: 0, end: 3 + (index % 6) })),
      { start: 20, end: 24 },
    ];
    painter.paint({ claim }, { start: 19, end: 30 });
    expect(shown()).toEqual({ claim: ["ends"] });
    painter.paint({ claim }, { start: 0, end: 30 });
    expect(shown().claim).toHaveLength(7);
  });

  it("leaves what another reader on the page has painted", () => {
    const other = createPainter(root);
    const painter = createPainter(root);
    other.paint({ claim: [{ start: 4, end: 9 }] });
    painter.paint({ claim: [{ start: 0, end: 3 }], focused: [{ start: 0, end: 3 }] });
    painter.clear();
    expect(shown()).toEqual({ claim: ["first"] });
    other.paint({});
    expect(shown()).toEqual({});
  });

  it("does nothing where the browser cannot paint", () => {
    vi.stubGlobal("CSS", {});
    const painter = createPainter(root);
    painter.paint({ claim: [{ start: 0, end: 9 }] });
    painter.clear();
  });
});

it("tells which blocks stand between two heights", () => {
  const root = document.createElement("div");
  root.innerHTML = Array.from(
    { length: 9 },
    (_, index) => `<p data-start="${index * 10}" data-end="${index * 10 + 9}">123456789</p>`,
  ).join("");
  const heights = new Map([...root.children].map((block, index) => [block, (index + 1) * 20]));
  for (const block of root.children)
    block.getBoundingClientRect = () => ({ bottom: (heights.get(block) ?? 0) + 7 }) as DOMRect;
  root.getBoundingClientRect = () => ({ top: 7 }) as DOMRect;
  const map = readTextMap(root);
  expect(stretchBetween(map, 30, 70)).toEqual({ start: 10, end: 39 });
  expect(stretchBetween(map, -100, 5000)).toEqual({ start: 0, end: 89 });
  expect(stretchBetween(readTextMap(document.createElement("div")), 0, 100)).toEqual({ start: 0, end: 0 });
});

it("the map follows what is rendered, at once", () => {
  const root = document.createElement("div");
  root.innerHTML = '<p data-start="0" data-end="5">First</p>';
  document.body.append(root);
  const first = readTextMap(root);
  expect(readTextMap(root)).toBe(first);
  root.innerHTML = '<p data-start="0" data-end="6">Second</p>';
  expect(readTextMap(root).pieces.map(({ node }) => node.textContent)).toEqual(["Second"]);
  root.querySelector("p")?.setAttribute("data-end", "3");
  expect(readTextMap(root).blocks).toEqual([{ start: 0, end: 3, element: root.firstElementChild }]);
});
