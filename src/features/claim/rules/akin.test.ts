import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type AkinText, akinOf, stemOf, termsOf } from "./akin";

const claim = (statement: string, more: Partial<AkinText> = {}): AkinText => ({
  statement,
  quote: null,
  articleId: null,
  reportedOn: null,
  ...more,
});
const even = () => 1;
const kind = (own: string, other: string, more: Partial<AkinText> = {}) =>
  akinOf(claim(own, { articleId: "a", ...more }), claim(other, { articleId: "b" }), even).suggestedKind;

describe("stems", () => {
  it.each([
    ["attacks", "attack"],
    ["attacked", "attack"],
    ["suspending", "suspend"],
    ["suspended", "suspend"],
    ["الهجوم", "هجوم"],
    ["والهجوم", "هجوم"],
    ["للهجوم", "هجوم"],
    ["12", "12"],
    ["oil", "oil"],
  ])("%s → %s", (word, stem) => {
    expect(stemOf(word)).toBe(stem);
  });

  it("are parts of their words, so that they can be looked for as letters", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(..."abcdeingsyاولبتهمن"), minLength: 1, maxLength: 12 }),
        (word) => {
          expect(word).toContain(stemOf(word));
        },
      ),
    );
  });

  it("leave out what joins sentences", () => {
    expect([...termsOf("They said that the Bridge was closed in 2024")]).toEqual([
      ["bridg", "Bridge"],
      ["clos", "closed"],
      ["2024", "2024"],
    ]);
  });
});

describe("what a pair may be", () => {
  it.each([
    ["At least 12 people were killed in Karsk", "At least 47 people were killed in Karsk", "contradicts"],
    [
      "The brigades suspended attacks on foreign forces",
      "The brigades did not suspend attacks on foreign forces",
      "contradicts",
    ],
    [
      "The brigades suspended attacks on foreign forces",
      "Brigades suspend their attacks on the foreign forces",
      "repeats",
    ],
    [
      "The governor ordered the Karsk bridge closed on Sunday",
      "The bridge at Karsk was closed, the governor announced",
      "agrees",
    ],
    ["The governor closed the bridge", "Oil exports fell in the spring", null],
    ["علقت الكتائب الهجمات على القوات الأجنبية", "لم تعلق الكتائب الهجمات على القوات الأجنبية", "contradicts"],
  ])("%s / %s: %s", (own, other, expected) => {
    expect(kind(own, other)).toBe(expected);
  });

  it("says what both have and where they differ", () => {
    const { why } = akinOf(claim("12 were killed in Karsk"), claim("47 were killed in Karsk"), even);
    expect(why).toContain("shares killed, Karsk");
    expect(why).toContain("12 against 47");
  });

  it("is the same score from both sides, from 0 to 1, and 1 of itself", () => {
    const text = fc
      .array(fc.constantFrom("Karsk", "bridge", "closed", "12", "governor", "oil", "الجسر"), { minLength: 1 })
      .map((words) => words.join(" "));
    fc.assert(
      fc.property(text, text, (a, b) => {
        const [there, back] = [akinOf(claim(a), claim(b), even).score, akinOf(claim(b), claim(a), even).score];
        expect(there).toBe(back);
        expect(there).toBeGreaterThanOrEqual(0);
        expect(there).toBeLessThanOrEqual(1);
        expect(akinOf(claim(a), claim(a), even).score).toBe(1);
      }),
    );
  });
});
