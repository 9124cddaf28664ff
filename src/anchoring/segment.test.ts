import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fromPlainText } from "@/anchoring/plain-text";
import { sentenceAt, sentences, snapToWords } from "@/anchoring/segment";
import { anyText } from "@/anchoring/text-arbitraries";

function sentencesOf(input: string): string[] {
  const { text, blocks } = fromPlainText(input);
  return sentences(text, blocks).map(({ start, end }) => text.slice(start, end));
}

describe("sentences", () => {
  it.each([
    ["plain ones", "He came. He saw.", ["He came.", "He saw."]],
    [
      "titles",
      "Mr. Smith met Gen. Qaani and Dr. al-Saadi. Then he left.",
      ["Mr. Smith met Gen. Qaani and Dr. al-Saadi.", "Then he left."],
    ],
    ["dates", "It began on Jan. 29 in Baghdad. It ended.", ["It began on Jan. 29 in Baghdad.", "It ended."]],
    ["a month that ends a sentence", "It began last Jan. Nobody knew.", ["It began last Jan.", "Nobody knew."]],
    ["U.S. before a noun", "The U.S. Army left. It was late.", ["The U.S. Army left.", "It was late."]],
    [
      "U.S. at an end",
      "All were sanctioned by the U.S. The militias denied it.",
      ["All were sanctioned by the U.S.", "The militias denied it."],
    ],
    ["initials", "J. R. Smith and Qais A. Khazali spoke. So?", ["J. R. Smith and Qais A. Khazali spoke.", "So?"]],
    ["figures", "It rose 3.5 per cent. Prices fell.", ["It rose 3.5 per cent.", "Prices fell."]],
    [
      "closing quotation marks",
      "“We attack Israel.” He left. “No!” she said.",
      ["“We attack Israel.”", "He left.", "“No!” she said."],
    ],
    [
      "footnote signs",
      "He denied it.[12] Later he agreed.[3][4] End.",
      ["He denied it.[12]", "Later he agreed.[3][4]", "End."],
    ],
    [
      "lines of one paragraph",
      `${"The leaders met in the capital on Monday and decided to".padEnd(60, "x")}\nhalt attacks. Nobody spoke.`,
      [`${"The leaders met in the capital on Monday and decided to".padEnd(60, "x")}\nhalt attacks.`, "Nobody spoke."],
    ],
    [
      "Arabic",
      "قال المتحدث إن الهجمات توقفت. هل هذا صحيح؟ نعم!",
      ["قال المتحدث إن الهجمات توقفت.", "هل هذا صحيح؟", "نعم!"],
    ],
    ["Arabic titles", "حضر د. سعيد الاجتماع. ثم غادر.", ["حضر د. سعيد الاجتماع.", "ثم غادر."]],
    ["Urdu", "وہ آیا۔ وہ گیا۔", ["وہ آیا۔", "وہ گیا۔"]],
    ["Hebrew", "הוא בא. היא הלכה.", ["הוא בא.", "היא הלכה."]],
    ["Chinese", "他来了。她走了。", ["他来了。", "她走了。"]],
    ["blocks", "Rising Tensions\nThey met.", ["Rising Tensions", "They met."]],
    ["nothing", "", []],
  ])("%s", (_, input, expected) => expect(sentencesOf(input)).toEqual(expected));

  it("stay inside their block, in order, and leave out nothing but space", () => {
    fc.assert(
      fc.property(anyText, (input) => {
        const { text, blocks } = fromPlainText(input);
        const found = sentences(text, blocks);
        let rest = text;
        for (const { start, end } of [...found].reverse()) {
          expect(blocks.some((block) => block.start <= start && end <= block.end)).toBe(true);
          expect(end).toBeGreaterThan(start);
          expect(rest.length).toBeGreaterThanOrEqual(end);
          rest = rest.slice(0, start);
        }
        const kept = found.map(({ start, end }) => text.slice(start, end)).join("");
        const words = blocks.map(({ start, end }) => text.slice(start, end)).join("");
        expect(kept.replace(/\s/g, "")).toBe(words.replace(/\s/g, ""));
      }),
      { numRuns: 300 },
    );
  });

  it("finds the sentence at an offset, or the next one", () => {
    const { text, blocks } = fromPlainText("One. Two.\n\nThree.");
    const all = sentences(text, blocks);
    expect([0, 3, 4, 5, 9, 11, 16, 17, 99].map((offset) => sentenceAt(all, offset))).toEqual([
      0, 0, 1, 1, 2, 2, 2, -1, -1,
    ]);
    expect(sentenceAt([], 0)).toBe(-1);
  });

  it("reads a long text in a moment", () => {
    const { text, blocks } = fromPlainText(
      "Mr. Smith said on Jan. 29 that the U.S. Army left. قال د. سعيد ذلك.\n".repeat(3_000),
    );
    const started = performance.now();
    expect(sentences(text, blocks).length).toBe(6_000);
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});

describe("snapping to words", () => {
  const text = "Later, Kata'ib Hezbollah said: “U.S. forces left.” قَالَ المُتَحَدِّث 👩‍👩‍👧 12,500";
  it.each([
    ["ta'ib Hezb", "Kata'ib Hezbollah"],
    [" Hezbollah ", "Hezbollah"],
    ["forces left.”", "forces left.”"],
    ["orces left", "forces left"],
    ["َالَ المُت", "قَالَ المُتَحَدِّث"],
    ["2,50", "12,500"],
    ["\u200d👩", "👩‍👩‍👧"],
    ["“U", "“U.S"],
  ])("%j becomes %j", (selected, expected) => {
    const start = text.indexOf(selected);
    const span = snapToWords(text, start, start + selected.length);
    expect(span && text.slice(span.start, span.end)).toBe(expected);
  });

  it("takes the word a caret stands in, at its start or at its end", () => {
    for (const offset of [7, 9, 14]) expect(snapToWords(text, offset, offset)).toEqual({ start: 7, end: 14 });
    expect(snapToWords("a  b", 2, 2)).toBeNull();
    expect(snapToWords("   ", 0, 3)).toBeNull();
    expect(snapToWords("", 0, 0)).toBeNull();
  });

  it("bears selections made backwards or beyond the text", () => {
    expect(snapToWords("one two", 6, 5)).toEqual({ start: 4, end: 7 });
    expect(snapToWords("one two", -5, 99)).toEqual({ start: 0, end: 7 });
  });

  it("keeps every word that was selected, and is content with its own answer", () => {
    fc.assert(
      fc.property(anyText, fc.nat(100), fc.nat(40), (input, from, length) => {
        const words = fromPlainText(input).text;
        const span = snapToWords(words, from, from + length);
        if (!span) return;
        expect(span.end).toBeGreaterThan(span.start);
        expect(words.slice(span.start, span.end)).toContain(words.slice(from, from + length).trim());
        expect(snapToWords(words, span.start, span.end)).toEqual(span);
      }),
      { numRuns: 300 },
    );
  });

  it("does not mind a word without end, nor an unknown language", () => {
    expect(snapToWords("x".repeat(600_000), 300_000, 300_001, "no-such-language-here")).not.toBeNull();
  });
});
