import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareVague, disjoint } from "./compare";
import { parseVagueDate } from "./vague-date";

const date = (words: string) => {
  const reading = parseVagueDate(words);
  if (!reading.ok) throw new Error(reading.message);
  return reading.date;
};

describe("disjoint", () => {
  it.each([
    ["2024-10-25", "2024-10-26", 0, true],
    ["2024-10-25", "2024-10-26", 1, false],
    ["2024-10-25", "October 2024", 0, false],
    ["late October 2024", "early October 2024", 0, true],
    ["late October 2024", "early November 2024", 1, false],
    ["since 25 October 2024", "until 24 October 2024", 0, true],
    ["since 25 October 2024", "2030", 0, false],
    ["until 2020", "since 2019", 0, false],
  ])("%s and %s, tolerance %i: %s", (a, b, tolerance, apart) => {
    expect(disjoint(date(a), date(b), tolerance)).toBe(apart);
    expect(disjoint(date(b), date(a), tolerance)).toBe(apart);
  });
});

describe("compareVague", () => {
  it("sorts by the earliest day, then by the latest", () => {
    const words = ["since 2024", "2025", "2024-10", "until 2030", "2024-10-01", "2024"];
    const sorted = words.map(date).sort(compareVague);
    expect(sorted.map((each) => each.words)).toEqual([
      "until 2030",
      "2024",
      "since 2024",
      "2024-10-01",
      "2024-10",
      "2025",
    ]);
  });

  it("is a total order", () => {
    const day = fc.option(
      fc
        .date({ min: new Date("2000-01-01"), max: new Date("2030-01-01"), noInvalidDate: true })
        .map((d) => d.toISOString().slice(0, 10)),
    );
    const bounds = fc.record({ min: day, max: day });
    fc.assert(
      fc.property(bounds, bounds, bounds, (a, b, c) => {
        expect(Math.sign(compareVague(a, b))).toBe(-Math.sign(compareVague(b, a)) + 0);
        if (compareVague(a, b) <= 0 && compareVague(b, c) <= 0) expect(compareVague(a, c)).toBeLessThanOrEqual(0);
      }),
    );
  });
});
