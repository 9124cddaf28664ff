import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { textFinder } from "./find-in-text";

const found = (text: string, words: string) => textFinder(text)(words).map(({ start, end }) => text.slice(start, end));

describe("finding in a text", () => {
  it.each([
    ["The Bridge fell. A bridge!", "bridge", ["Bridge", "bridge"]],
    ["Café, cafe, CAFÉ", "cafe", ["Café", "cafe", "CAFÉ"]],
    ["قُتِلَ اثنا عشر، وقتل آخرون", "قتل", ["قُتِلَ", "قتل"]],
    ["إلى الأمام", "الى الامام", ["إلى الأمام"]],
    ["one\ntwo", "one two", ["one\ntwo"]],
    ["aaaa", "aa", ["aa", "aa"]],
    ["words", "  ", []],
    ["words", "other", []],
  ])("%j for %j: %j", (text, words, expected) => {
    expect(found(text, words)).toEqual(expected);
  });

  it("finds every stretch of a text in it", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", minLength: 1, maxLength: 40 }), fc.nat(), fc.nat(), (text, a, b) => {
        const letters = [...new Intl.Segmenter("en").segment(text)].map(({ segment }) => segment);
        const [from, to] = [a % letters.length, b % letters.length].toSorted((x, y) => x - y) as [number, number];
        const words = letters.slice(from, to + 1).join("");
        const spans = textFinder(text)(words);
        for (const { start, end } of spans) expect(end).toBeGreaterThan(start);
        if (/^[a-z0-9]+$/.test(words)) expect(spans.length).toBeGreaterThan(0);
      }),
    );
  });
});
