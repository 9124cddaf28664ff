import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { matchingKey } from "@/anchoring/normalise";
import { isSearchedNumber, searchMarks } from "./search-marks";
import { searchWords } from "./search-text";

const marked = (text: string, q: string) =>
  searchMarks(text, searchWords(q)).map(({ start, end }) => text.slice(start, end));

describe("the marks of a search", () => {
  it.each<[string, string, string[]]>([
    ["Émissaires met in Baghdad", "emissaires BAGHDAD", ["Émissaires", "Baghdad"]],
    ["Émissaires", "e\u0301miss", ["Émiss"]],
    ["E\u0301missaires", "emiss", ["E\u0301miss"]],
    ["Straße", "strasse", ["Straße"]],
    ["ba banana", "ana", ["anana"]],
    ["one two", "two one", ["one", "two"]],
    ["onetwo", "two one", ["onetwo"]],
    ["اِجْتَمَعَ المَبْعُوثُونَ", "اجتمع", ["اِجْتَمَعَ"]],
    ["اجتمع المبعوثون", "إِجتَمَع", ["اجتمع"]],
    ["بغـــداد", "بغداد", ["بغـــداد"]],
    ["مستشفى", "مستشفي", ["مستشفى"]],
    ["مدرسة كبيرة", "مدرسه", ["مدرسة"]],
    ["سنة ٢٠٢٤", "2024", ["٢٠٢٤"]],
    ["Ёлка", "елка", ["Ёлка"]],
    ["“quoted”", '"quoted"', ["“quoted”"]],
    ["😀 smile", "smile", ["smile"]],
    ["nothing here", "absent", []],
    ["text", "", []],
  ])("%j for %j", (text, q, expected) => {
    expect(marked(text, q)).toEqual(expected);
  });

  const letters = fc.constantFrom(..."aAáé ßﬁbاأإآىيةهـ\u064E\u0651\u0301😀٢2-–\n");
  const text = fc.string({ unit: letters, maxLength: 40 });

  it("stand where the search finds a word, and only there", () => {
    fc.assert(
      fc.property(text, fc.string({ unit: letters, minLength: 1, maxLength: 3 }), (given, q) => {
        const words = searchWords(q);
        const marks = searchMarks(given, words);
        const key = matchingKey(given);
        expect(marks.length > 0).toBe(words.some((word) => key.includes(word)));
        for (const { start, end } of marks) {
          expect(words.some((word) => matchingKey(given.slice(start, end)).includes(word))).toBe(true);
        }
      }),
    );
  });

  it("lie in the text, in order and apart, and cut no character in two", () => {
    fc.assert(
      fc.property(text, text, (given, q) => {
        let last = -1;
        for (const { start, end } of searchMarks(given, searchWords(q))) {
          expect(start).toBeGreaterThan(last);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(given.length);
          expect(given.slice(start, end).isWellFormed()).toBe(true);
          last = end;
        }
      }),
    );
  });

  it("find any part of a text that is not only marks and spaces", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 30 }), fc.nat(), fc.nat(), (given, a, b) => {
        const clusters = [...new Intl.Segmenter().segment(given)].map(({ segment }) => segment);
        const from = a % (clusters.length + 1);
        const part = clusters.slice(from, from + 1 + (b % 5)).join("");
        for (const word of searchWords(part)) {
          if (matchingKey(given).includes(word)) expect(searchMarks(given, [word]).length).toBeGreaterThan(0);
        }
      }),
    );
  });

  it("know a claim by its number", () => {
    expect(isSearchedNumber(12, searchWords("dam c-12"))).toBe(true);
    expect(isSearchedNumber(1, searchWords("C-12"))).toBe(false);
  });
});
