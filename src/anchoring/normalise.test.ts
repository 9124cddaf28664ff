import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { matchingKey, normaliseWithMap, originalRange } from "@/anchoring/normalise";
import { anyText } from "@/anchoring/text-arbitraries";

describe("matching key", () => {
  it.each([
    ["case", "Intelligence ONLINE", "intelligence online"],
    ["accents", "Café Ångström Šiška", "cafe angstrom siska"],
    ["decomposed accents", "Cafe\u0301", "cafe"],
    [
      "letters that do not decompose",
      "Øre Łódź Straße Œuvre Æther İstanbul ıl",
      "ore lodz strasse oeuvre aether istanbul il",
    ],
    ["vowel marks", "قَالَ مُحَمَّد", "قال محمد"],
    ["tatweel", "العـــراق", "العراق"],
    ["alef forms", "أحمد إيران آسيا ٱلله", "احمد ايران اسيا الله"],
    ["yeh and teh marbuta", "مستشفى فارسی غزة", "مستشفي فارسي غزه"],
    ["hamza on its seat", "مسؤول هيئة", "مسوول هييه"],
    ["Persian kaf", "کربلا", "كربلا"],
    ["presentation forms", "ﻣﺤﻤﺪ ﷲ", "محمد الله"],
    ["Arabic and Persian digits", "١٢ ۳۴", "12 34"],
    ["Arabic punctuation", "نعم، لا؟", "نعم, لا?"],
    ["niqqud", "שָׁלוֹם", "שלום"],
    ["gershayim", "צה״ל", 'צה"ל'],
    ["quotation marks", "“a” «b» „c‟ ‘d’ Kata’ib Kataʾib", '"a" "b" "c" \'d\' kata\'ib kata\'ib'],
    ["dashes", "a–b—c‑d−e", "a-b-c-d-e"],
    ["bidi marks, joiners, soft hyphens", "\u202bIr\u00adan\u202c\u200f 👩‍👧", "iran 👩👧"],
    ["white space", "  a\u00a0\n\t b  ", "a b"],
    ["full width", "ＡＢＣ１２", "abc12"],
    ["Cyrillic letters keep their identity", "Йод Ёлка Київ", "йод елка київ"],
    ["Greek", "Σόφος", "σοφοσ"],
    ["Hangul, whole or in parts", "\u1112\u1161\u11ab국", "한국"],
    ["Japanese keeps its voicing", "がか", "がか"],
    ["spacing accents part no words", "a¨b", "ab"],
    ["nothing", "", ""],
    ["only spaces and marks", " \u200f\n", ""],
  ])("%s", (_, text, key) => {
    expect(matchingKey(text)).toBe(key);
  });

  it("is its own key", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(matchingKey(matchingKey(text))).toBe(matchingKey(text));
      }),
      { numRuns: 500 },
    );
  });

  it("knows no difference between composed and decomposed text", () => {
    fc.assert(
      fc.property(
        fc.constantFrom("é", "أ", "한", "ñ", "ệ", "й", "שׁ"),
        fc.constantFrom("a", " ", "ب"),
        (letter, other) => {
          const text = other + letter + other;
          expect(matchingKey(text.normalize("NFD"))).toBe(matchingKey(text.normalize("NFC")));
        },
      ),
    );
  });
});

describe("the way back", () => {
  it.each([
    ["He said “the U.S.  will\ngo”", "us will", null],
    ["He said “the US  will\ngo”", "us will go", "US  will\ngo"],
    ["قَالَ مُحَمَّدٌ نعم", "محمد", "مُحَمَّدٌ"],
    ["الـعـراق 👩‍👧 ١٢", "12", "١٢"],
    ["\u202bIran\u202c rises", "iran", "Iran"],
    ["ﷺ قال", "قال", "قال"],
    ["😀 Café 😀", "cafe", "Café"],
  ])("in %j the words %j come from %j", (text, words, original) => {
    const map = normaliseWithMap(text);
    const at = map.key.indexOf(words);
    if (original === null) return expect(at).toBe(-1);
    const { start, end } = originalRange(map, at, at + words.length);
    expect(text.slice(start, end)).toBe(original);
  });

  it("has an original stretch for each unit, in order", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { key, starts, ends } = normaliseWithMap(text);
        expect(starts).toHaveLength(key.length);
        expect(ends).toHaveLength(key.length);
        for (let i = 0; i < key.length; i++) {
          expect(starts[i]).toBeLessThan(ends[i] ?? 0);
          if (i > 0) expect(starts[i]).toBeGreaterThanOrEqual(starts[i - 1] ?? 0);
        }
      }),
    );
  });

  it("finds the key of a stretch in that stretch of the original", () => {
    const text = "“الميليشيات” قَالَت: ‎12 killed — Café";
    const map = normaliseWithMap(text);
    fc.assert(
      fc.property(fc.nat(map.key.length - 1), fc.nat(map.key.length), (from, length) => {
        const to = Math.min(map.key.length, from + length + 1);
        const { start, end } = originalRange(map, from, to);
        expect(matchingKey(text.slice(start, end))).toContain(map.key.slice(from, to).trim());
      }),
    );
  });

  it("is quick, and not slowed down by hostile text", () => {
    const started = performance.now();
    for (const unit of [
      "The words of a long article. ",
      "قَالَ الميليشيات ",
      "a\u0301",
      "\u0301",
      "\u200d",
      "ﷺ",
      "   ",
    ]) {
      matchingKey(unit.repeat(100_000 / unit.length));
    }
    expect(performance.now() - started).toBeLessThan(20_000);
  }, 60_000);
});
