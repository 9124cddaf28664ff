import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { creditsInLabels, creditsInText } from "./credits";
import { rareFigures } from "./figures";
import { fingerprintOf, likenessOf } from "./fingerprint";
import { headlineKey } from "./headline-key";
import { overlapOf } from "./shingles";

const WIRE = `Iran-aligned factions in Iraq stopped striking American forces in early February, after a commander came to
Baghdad, several sources said. He warned them that more American dead would bring a hard answer from the United States.`;
const COPY = `BAGHDAD (Reuters) - Iran-aligned factions in Iraq stopped striking American forces in early February, after a
commander came to Baghdad, several sources said. He warned them that more American dead would bring a hard answer.`;
const OTHER = `The bridge over the Tigris was closed on Monday after twelve people were hurt, the governor's office said. It
will open again when engineers have looked at its pillars, which the flood of last week may have weakened.`;
const ARABIC = "أعلنت كتائب حزب الله في العراق تعليق عملياتها العسكرية ضد القوات الأمريكية بعد ضغوط من بغداد وطهران";
const VOWELLED = "أَعلَنَت كتائب حزب الله في العراق تعليق عملياتها العسكريّة ضد القوات الامريكية بعد ضغوط من بغداد";

describe("how alike texts are", () => {
  const estimated = (a: string, b: string) => likenessOf(fingerprintOf(a).sketch, fingerprintOf(b).sketch);

  test.each([
    ["a copy with a dateline", WIRE, COPY, 0.6, 1],
    ["the same text", WIRE, WIRE, 1, 1],
    ["another matter", WIRE, OTHER, 0, 0.05],
    ["Arabic written with and without marks", ARABIC, VOWELLED, 0.7, 1],
    ["Arabic and English", ARABIC, WIRE, 0, 0],
    ["too short to say", "It rained.", "It rained.", 0, 0],
  ])("%s", (_, a, b, least, most) => {
    const { likeness } = overlapOf(a, b);
    expect(likeness).toBeGreaterThanOrEqual(least);
    expect(likeness).toBeLessThanOrEqual(most);
    expect(Math.abs(estimated(a, b) - likeness)).toBeLessThan(0.2);
  });

  it("brings out the longest stretch in the same words, as the first has it", () => {
    expect(overlapOf(COPY, WIRE).passage).toMatch(/^Iran-aligned factions in Iraq.*bring a hard answer$/s);
    expect(overlapOf(VOWELLED, ARABIC).passage).toBe(VOWELLED);
    expect(overlapOf(WIRE, OTHER).passage).toBe("");
  });

  it("is the same from both sides, and estimated near enough", () => {
    const word = fc.constantFrom("a", "b", "c", "d", "ب", "ت", "12", "Zug", "é");
    const text = fc.array(word, { minLength: 40, maxLength: 120 }).map((words) => words.join(" "));
    fc.assert(
      fc.property(text, text, fc.nat(30), (a, b, cut) => {
        const mixed = `${a.slice(cut)} ${b}`;
        const { likeness } = overlapOf(a, mixed);
        expect(overlapOf(mixed, a).likeness).toBe(likeness);
        expect(Math.abs(estimated(a, mixed) - likeness)).toBeLessThan(0.35);
      }),
      { numRuns: 50 },
    );
  });
});

test.each([
  ["at least 1,472 families and 34 others", ["1472"]],
  ["3.65 million, 12.4 percent", ["12.4", "3.65"]],
  ["in 2024, on 2024-10-21 at 10:30:15", []],
  ["5,000 of 300 in 1991", []],
  ["١٬٤٧٢ عائلة و ٩١٦ آخرين", ["1472", "916"]],
  ["F-16s, B-52H and the 101st", []],
  ["paid $12,750 for 1,950 boxes", ["12750", "1950"]],
  ["see example.org/123456 or +964770123", []],
])("the telling figures of %j", (text, expected) => {
  expect(rareFigures(text)).toEqual(expected);
});

describe("credit lines", () => {
  test.each([
    ["BAGHDAD, Oct 21 (Reuters) - Factions said", ["Reuters"]],
    ["(AFP) — Factions said", ["AFP"]],
    ["بغداد (رويترز) - قالت الفصائل", ["رويترز"]],
    ["BAGHDAD - Shafaq News - Factions said", ["Shafaq News"]],
    ["Factions said (on Monday) that they would stop.", []],
    ["Factions stopped.\n\nSource: Al-Aalam", ["Al-Aalam"]],
    ["توقفت الفصائل.\nالمصدر: شفق نيوز", ["شفق نيوز"]],
    ["Factions stopped. (Reuters)", ["Reuters"]],
    ["Factions stopped.\nOriginally published by The Nation.", ["Nation"]],
    ["Factions stopped.\nvia Rudaw", ["Rudaw"]],
    ["Reuters reported that factions stopped.", []],
  ])("in %j", (text, names) => {
    expect(creditsInText(text).map(({ name }) => name)).toEqual(names);
  });

  test.each([
    [{ title: "Factions stop (Reuters)", outlet: "UTV", author: null }, ["Reuters"]],
    [{ title: "Factions stop | Shafaq News", outlet: "UTV", author: null }, ["Shafaq News"]],
    [{ title: "Factions stop", outlet: "The Nation (All Africa)", author: null }, ["The Nation", "All Africa"]],
    [{ title: "Factions stop", outlet: "UTV", author: "By AFP" }, ["AFP"]],
    [{ title: "A well-known matter", outlet: "UTV", author: null }, []],
  ])("of %j", (labels, names) => {
    expect(creditsInLabels(labels).map(({ name }) => name)).toEqual(names);
  });
});

test.each([
  ["How a visit quieted the factions", "How a Visit Quieted the Factions (Reuters)", true],
  ["Exclusive: How a visit quieted the factions", "How a visit quieted the factions | One News", true],
  ["كيف هدأت زيارة الفصائل", "عاجل: كيف هدّأت زيارة الفصائل", true],
  ["How a visit quieted the factions", "How a visit angered the factions", false],
])("the headlines %j and %j", (a, b, same) => {
  expect(headlineKey(a) === headlineKey(b)).toBe(same);
});

it("says nothing of headlines that may stand over anything", () => {
  expect(headlineKey("Daily brief")).toBeNull();
});
