import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { blockIndexAt, cleanCharacters, isCanonicalText, markerOf } from "@/anchoring/canonical-text";
import { fromPlainText } from "@/anchoring/plain-text";
import { anyText } from "@/anchoring/text-arbitraries";

function outline(input: string): string[] {
  const { text, blocks } = fromPlainText(input);
  return blocks.map((block) => `${block.kind}${block.level ?? ""}: ${text.slice(block.start, block.end)}`);
}

describe("cleaning characters", () => {
  it.each([
    ["line ends of every system", "a\r\nb\rc\u0085d\u2028e", "a\nb\nc\nd\ne"],
    ["a paragraph separator", "a\u2029b", "a\n\nb"],
    ["NUL and other controls", "a\u0000b\u0007c\u007fd\u009be", "abcde"],
    ["tabs stay", "a\tb", "a\tb"],
    ["vowel marks and bidi marks stay", "\u200fقَالَ\u202c", "\u200fقَالَ\u202c"],
    ["composed and decomposed forms stay", "é e\u0301", "é e\u0301"],
    ["half surrogates", "a\ud83db\udc00", "a\ufffdb\ufffd"],
    ["whole emoji stay", "👩‍👩‍👧", "👩‍👩‍👧"],
    ["a byte order mark", "\ufeffa", "a"],
  ])("%s", (_, input, expected) => expect(cleanCharacters(input)).toBe(expected));
});

describe("plain text", () => {
  it("parts paragraphs at blank lines, whatever the line ends", () => {
    expect(outline("First.\r\n\r\nSecond.\n \t\nThird.")).toEqual([
      "paragraph: First.",
      "paragraph: Second.",
      "paragraph: Third.",
    ]);
  });

  it("takes each line for a paragraph where lines were not wrapped", () => {
    expect(outline("Rising Tensions\nThe leaders met in Baghdad.\nقال المتحدث ذلك.")).toEqual([
      "paragraph: Rising Tensions",
      "paragraph: The leaders met in Baghdad.",
      "paragraph: قال المتحدث ذلك.",
    ]);
  });

  it("keeps hard-wrapped lines together", () => {
    const wrapped = [
      "The leaders of the factions met several times in the capital during the",
      "month of October, but agreed on nothing except that the attacks should go",
      "on until further notice.",
    ].join("\n");
    expect(outline(`${wrapped}\n\nNext.`)).toEqual([`paragraph: ${wrapped}`, "paragraph: Next."]);
  });

  it("reads lists, quotations and headings that are marked as such", () => {
    const { text, blocks } = fromPlainText("# Sources\n- One\n  - Deep\n• Two\n\n> Said so.\n\n1. First\n2. Second");
    expect(outline(text)).toEqual([
      "heading1: Sources",
      "list-item1: One",
      "list-item2: Deep",
      "list-item1: Two",
      "quotation: Said so.",
      "list-item1: First",
      "list-item1: Second",
    ]);
    expect(blocks.map((block) => markerOf(text, block))).toEqual(["#", "-", "-", "•", ">", "1.", "2."]);
    expect(blocks.map((block) => block.ordered)).toEqual([undefined, false, false, false, undefined, true, true]);
  });

  it("sets short lines over long paragraphs as headings, the first as the title", () => {
    const long = "The assassination has cast a long shadow over the unity of the militias, which are largely aligned.";
    const arabic =
      "قالت مصادر مطلعة إن قادة الفصائل عقدوا عدة اجتماعات في بغداد خلال شهر أكتوبر دون التوصل إلى اتفاق نهائي.";
    expect(
      outline(`How It Began\n\n${long}\nRising Tensions\n${long}\nتصاعد التوتر\n${arabic}\nSources\n- One`),
    ).toEqual([
      "heading1: How It Began",
      `paragraph: ${long}`,
      "heading2: Rising Tensions",
      `paragraph: ${long}`,
      "heading2: تصاعد التوتر",
      `paragraph: ${arabic}`,
      "heading2: Sources",
      "list-item1: One",
    ]);
    for (const line of ["He said:", "“He left.”", "and so on", "A name\nA street", "https://example.org/"]) {
      expect(
        outline(`${long}\n${line}\n${long}`).filter((entry) => entry === `heading2: ${line.split("\n").pop()}`),
      ).toEqual([]);
    }
  });

  it("keeps a wrapped list item whole", () => {
    expect(outline("- One that\n  goes on\n- Two")).toEqual(["list-item1: One that\n  goes on", "list-item1: Two"]);
  });

  it.each(["12. May was quiet.", "50. \n\n> ", "#tag first", "-5 degrees", ">50 killed"])(
    "does not take %j for a marker",
    (line) => expect(outline(line).every((entry) => !/^(list-item|heading|quotation)/.test(entry))).toBe(true),
  );

  it("numbers in Arabic digits count as a list", () => {
    expect(outline("١. أولا\n٢. ثانيا")).toEqual(["list-item1: أولا", "list-item1: ثانيا"]);
  });

  it.each(["", " \n\t\r\n", "\u0000"])("finds nothing in %j", (input) => {
    expect(fromPlainText(input)).toEqual({ text: "", blocks: [] });
  });

  it("always gives a canonical text, and the same again from its own text", () => {
    fc.assert(
      fc.property(anyText, (input) => {
        const canonical = fromPlainText(input);
        expect(isCanonicalText(canonical)).toBe(true);
        expect(fromPlainText(canonical.text)).toEqual(canonical);
      }),
      { numRuns: 500 },
    );
  });

  it("loses no letter or digit", () => {
    const written = (text: string) => cleanCharacters(text).replace(/[^\p{L}\p{N}]/gu, "");
    fc.assert(
      fc.property(anyText, (input) => {
        expect(written(fromPlainText(input).text)).toBe(written(input));
      }),
    );
  });

  it("reads much of anything within seconds", () => {
    const started = performance.now();
    for (const unit of ["a", " ", "\n", "- x\n", "1. x\n", "> ", "word ", "قَ", "\t\n", "x y\n"]) {
      fromPlainText(unit.repeat(400_000 / unit.length));
    }
    expect(performance.now() - started).toBeLessThan(20_000);
  }, 60_000);
});

describe("blocks", () => {
  const { blocks } = fromPlainText("One.\n\nTwo.");
  it.each([
    [0, 0],
    [4, 0],
    [5, -1],
    [6, 1],
    [10, 1],
    [11, -1],
  ])("offset %i lies in block %i", (offset, index) => expect(blockIndexAt(blocks, offset)).toBe(index));
});
