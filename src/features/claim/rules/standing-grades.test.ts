import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Reliability } from "@/features/outlet/schema";
import { type Grades, standingGrades } from "./standing-grades";

const grades = (part: Partial<Grades>, day = 1): Grades => ({
  reliability: null,
  credibility: null,
  confidence: null,
  lead: false,
  updatedAt: `2024-10-${String(day).padStart(2, "0")}T00:00:00Z`,
  ...part,
});

describe("standingGrades", () => {
  it.each<[Reliability[], Reliability | null]>([
    [[], null],
    [["B"], "B"],
    [["A", "C", "D"], "C"],
    [["B", "C"], "C"],
    [["A", "A", "E", "E"], "E"],
    [["F"], "F"],
    [["F", "F", "B"], "B"],
    [["A", "F", "B", "F"], "B"],
  ])("reliability %j stands as %s", (given, stands) => {
    expect(standingGrades(given.map((reliability) => grades({ reliability }))).reliability).toBe(stands);
  });

  it.each([
    [[2, 3], 3],
    [[1, 6, 6], 1],
    [[6, 6], 6],
    [[1, 2, 5], 2],
  ])("credibility %j stands as %s", (given, stands) => {
    expect(standingGrades(given.map((credibility) => grades({ credibility }))).credibility).toBe(stands);
  });

  it("takes the lower of two middle confidences", () => {
    const given = [grades({ confidence: "moderate" }), grades({ confidence: "high" })];
    expect(standingGrades(given).confidence).toBe("moderate");
  });

  it("lets the newest lead stand before every median, field by field", () => {
    const given = [
      grades({ reliability: "A", credibility: 1 }, 9),
      grades({ reliability: "A", credibility: 1 }, 8),
      grades({ reliability: "D", lead: true }, 3),
      grades({ reliability: "C", lead: true }, 2),
    ];
    expect(standingGrades(given)).toMatchObject({ reliability: "D", credibility: 1 });
  });

  it("lets a lead's 'cannot be judged' stand", () => {
    const given = [grades({ credibility: 2 }, 5), grades({ credibility: 6, lead: true }, 1)];
    expect(standingGrades(given).credibility).toBe(6);
  });

  it("tells how far apart the analysts are", () => {
    const given = [grades({ credibility: 4 }), grades({ credibility: 2 }), grades({ credibility: 6 })];
    expect(standingGrades(given).spread.credibility).toEqual({ best: 2, worst: 4, count: 2 });
    expect(standingGrades(given.slice(0, 1)).spread.credibility).toBeNull();
  });

  it("does not depend on the order in which assessments are read, and stays within what was given", () => {
    const one = fc.record({
      reliability: fc.constantFrom("A", "B", "C", "D", "E", "F", null),
      credibility: fc.constantFrom(1, 2, 3, 4, 5, 6, null),
      confidence: fc.constantFrom("low", "moderate", "high", null),
    });
    fc.assert(
      fc.property(fc.array(one, { maxLength: 7 }), (given) => {
        const all = given.map((each) => grades(each as Partial<Grades>));
        const standing = standingGrades(all);
        expect(standingGrades(all.toReversed())).toEqual(standing);
        if (standing.reliability) expect(given.map(({ reliability }) => reliability)).toContain(standing.reliability);
        if (standing.credibility) expect(given.map(({ credibility }) => credibility)).toContain(standing.credibility);
      }),
    );
  });
});
