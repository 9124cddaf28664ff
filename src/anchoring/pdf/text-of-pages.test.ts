import { describe, expect, it } from "vitest";
import type { Item, Page } from "./page";
import { pairBrackets } from "./pair-brackets";
import { joinLines } from "./paragraphs";
import { textOfPages } from "./text-of-pages";

const SIZE = 10;
const LETTER = 5;

/** A line of text at a place; every letter is five points wide. */
const at = (x: number, y: number, text: string, size = SIZE): Item => [
  text,
  x,
  y,
  (text.length * LETTER * size) / SIZE,
  size,
  0,
];
const page = (...items: Item[]): Page => ({ left: 0, bottom: 0, right: 600, top: 800, items });
const paragraphs = (...pages: Page[]) => {
  const { text, blocks } = textOfPages(pages);
  return blocks.map(({ start, end }) => text.slice(start, end));
};
/** A line that fills a column of 250 points. */
const full = (start: string) => `${start} ${"word ".repeat(20)}`.slice(0, 50).trimEnd().padEnd(50, "x");

describe("the text of a page", () => {
  it("joins the lines of a paragraph and parts paragraphs by what is white between them", () => {
    const lines = [full("First"), "ends here.", full("Second"), "ends too."];
    const items = lines.map((line, index) => at(50, 700 - 14 * index - (index > 1 ? 12 : 0), line));
    expect(paragraphs(page(...items))).toEqual([`${lines[0]} ${lines[1]}`, `${lines[2]} ${lines[3]}`]);
  });

  it("tells paragraphs by their indent", () => {
    const items = [
      at(50, 700, full("One")),
      at(50, 686, full("goes on")),
      at(62, 672, full("Two").slice(0, 47)),
      at(50, 658, "ends."),
    ];
    expect(paragraphs(page(...items))).toHaveLength(2);
  });

  it("parts paragraphs of a line each by the leading of the other pages", () => {
    const running = page(...Array.from({ length: 9 }, (_, line) => at(50, 700 - 14 * line, full(`text${line}`))));
    const short = ["Sources", "One title of a piece", "Another", "A third"];
    const listed = page(
      ...[full("Last"), "words."].map((line, index) => at(50, 700 - 14 * index, line)),
      ...short.map((line, index) => at(50, 660 - 24 * index, line)),
    );
    expect(paragraphs(running, listed).slice(-4)).toEqual(short);
  });

  it("goes on over the end of a page that cuts a name", () => {
    const first = page(at(50, 60, full("The leader")), at(50, 46, "was Qais al-"));
    const second = page(at(50, 700, full("Khazali")), at(50, 686, "who left."));
    expect(paragraphs(first, second)).toHaveLength(1);
  });

  it("reads columns one after the other", () => {
    const left = Array.from({ length: 6 }, (_, line) => at(50, 700 - 14 * line, full(`left${line}`)));
    const right = Array.from({ length: 6 }, (_, line) => at(330, 700 - 14 * line, full(`right${line}`)));
    const mixed = left.flatMap((item, index) => [item, right[index] ?? item]);
    const text = paragraphs(page(at(50, 760, "A title over both columns of it", 18), ...mixed)).join(" ");
    expect(text.indexOf("left5")).toBeLessThan(text.indexOf("right0"));
    expect(text.startsWith("A title")).toBe(true);
  });

  it("leaves out what stands on every page, and goes on over its end", () => {
    const pages = [1, 2, 3, 4].map((number) =>
      page(
        at(50, 780, `The Report ${number}`),
        at(50, 400, full(`page${number}`)),
        at(50, 386, full("and so it")),
        at(290, 20, `${number}`),
      ),
    );
    const found = paragraphs(...pages);
    expect(found.join(" ")).not.toMatch(/Report|^\d$/);
  });

  it("makes headings of what is larger, and items of what has a mark", () => {
    const { blocks } = textOfPages([
      page(
        at(50, 700, "A heading", 16),
        at(50, 670, full("Text")),
        at(50, 656, "ends."),
        at(50, 630, "• First thing"),
        at(50, 616, "• Second thing"),
      ),
    ]);
    expect(blocks.map(({ kind }) => kind)).toEqual(["heading", "paragraph", "list-item", "list-item"]);
  });

  it("puts letters that came one by one from the left into the order in which Arabic is read", () => {
    // As it is drawn: وكالة (Reuters) رمس from the right; glyphs stand from left to right.
    const drawn = ["س", "م", "ر", " ", "(", "R", "e", "u", "t", "e", "r", "s", ")", " ", "ة", "ل", "ا", "ك", "و"];
    const items = drawn.map(
      (letter, index): Item => [
        letter,
        50 + LETTER * index,
        700,
        LETTER,
        SIZE,
        /\p{Script=Arabic}/u.test(letter) ? 1 : 0,
      ],
    );
    expect(paragraphs(page(...items))).toEqual(["وكالة (Reuters) رمس"]);
  });

  it("reads letters that are stored as shapes", () => {
    expect(paragraphs(page([`\uFEE3\uFEAE\uFEA3\uFE92\uFE8E`, 50, 700, 25, SIZE, 1]))).toEqual(["مرحبا"]);
    expect(paragraphs(page(at(50, 700, "o\uFB03cial")))).toEqual(["official"]);
  });
});

describe("words that a line's end cuts", () => {
  it.each([
    [["the govern-", "ment fell"], ["government"], "the government fell"],
    [["a long-", "standing quarrel"], ["long-standing"], "a long-standing quarrel"],
    [["a well-", "known case"], [], "a well-known case"],
    [["Qais al-", "Khazali"], [], "Qais al-Khazali"],
    [["soft\u00AD", "ened"], [], "softened"],
    [["it ended—", "or so"], [], "it ended—or so"],
    [["it ended –", "or so"], [], "it ended – or so"],
  ])("%j with %j → %s", (lines, words, text) => {
    expect(joinLines(lines, new Set(words))).toBe(text);
  });
});

it.each([
  ["قال )الاثنين( إنه", "قال (الاثنين) إنه"],
  ["قال (الاثنين) إنه", "قال (الاثنين) إنه"],
  ["»نعم« ثم [لا]", "«نعم» ثم [لا]"],
  ["1) أولا", "1) أولا"],
  ["1) أولا (ثانيا)", "1) أولا (ثانيا)"],
  ["قال )الاثنين( و)الأحد( إنه", "قال (الاثنين) و(الأحد) إنه"],
])("brackets that stand the wrong way round are turned: %s", (drawn, text) => {
  expect(pairBrackets(drawn)).toBe(text);
});
