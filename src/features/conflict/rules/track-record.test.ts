import { describe, expect, it } from "vitest";
import type { FindingBasis } from "../schema";
import { type Decided, judgeOutlet, trackRecord } from "./track-record";

type Root = FindingBasis["camps"][number]["roots"][number];

const outlet = (id: string, ...claims: number[]): Root => ({
  name: id,
  kind: "outlet",
  outletId: id,
  established: true,
  claims,
});
const source = (name: string, ...claims: number[]): Root => ({
  name,
  kind: "source",
  outletId: null,
  established: true,
  claims,
});
const unknown = (claim: number): Root => ({
  name: `C-${claim}`,
  kind: "claim",
  outletId: null,
  established: false,
  claims: [claim],
});

/** A conflict of camps A, B… of which the first one holds. */
function decided(camps: Root[][], decidedAt = "2025-03-01T12:00:00.000Z"): Decided {
  const letters = ["A", "B", "C"];
  const lettered = camps.map((roots, index) => ({ letter: letters[index] ?? "", origins: { min: 1, max: 1 }, roots }));
  const claims = lettered.flatMap(({ letter, roots }) =>
    roots.flatMap((root) =>
      root.claims.map((number) => ({
        id: `claim ${number}`,
        number,
        camp: letter,
        statement: "It rained.",
        quote: null,
        outlet: null,
        attribution: [],
        occurredOn: null,
        reportedOn: null,
        status: "draft" as const,
        reliability: null,
        credibility: null,
        confidence: null,
      })),
    ),
  );
  return {
    case: { id: "case", title: "Case" },
    conflict: 1,
    findingId: "finding",
    question: "Did it rain?",
    decidedAt,
    preferred: claims.filter(({ camp }) => camp === "A").map(({ number }) => number),
    basis: { camps: lettered, claims },
  };
}

const X = new Set(["X"]);
const verdict = (camps: Root[][]) => judgeOutlet(X, decided(camps))?.verdict ?? null;

describe("judgeOutlet", () => {
  it.each<[string, Root[][], string | null]>([
    ["right: another vouches for what it said", [[outlet("X", 1), outlet("Y", 2)], [outlet("Z", 3)]], "right"],
    ["right: a source vouches for it", [[outlet("X", 1), source("a witness", 2)], [outlet("Z", 3)]], "right"],
    ["wrong: what holds rests on others", [[outlet("Y", 1)], [outlet("X", 2)]], "wrong"],
    ["wrong beside others", [[outlet("Y", 1)], [outlet("Z", 2)], [outlet("X", 3), outlet("W", 4)]], "wrong"],
    ["not judged: it alone stands for what holds", [[outlet("X", 1, 2)], [outlet("Z", 3)]], "not_judged"],
    ["not judged: the others are not established", [[outlet("X", 1), unknown(2)], [outlet("Z", 3)]], "not_judged"],
    ["not judged: it stood on both sides", [[outlet("X", 1), outlet("Y", 2)], [outlet("X", 3)]], "not_judged"],
    ["not its own voice", [[source("X", 1), outlet("Y", 2)], [outlet("Z", 3)]], null],
    ["not in it", [[outlet("Y", 1)], [outlet("Z", 2)]], null],
  ])("%s", (_, camps, expected) => {
    expect(verdict(camps)).toBe(expected);
  });

  it("counts an outlet once, with all its claims, by the ids it has or had", () => {
    const both = new Set(["X", "X before it was merged"]);
    const camps = [[outlet("Y", 1)], [outlet("X", 4, 2), outlet("X before it was merged", 3)]];
    expect(judgeOutlet(both, decided(camps))).toEqual({
      verdict: "wrong",
      why: "camp A holds, without it",
      claims: [2, 3, 4],
    });
    const alone = [[outlet("X", 1), outlet("X before it was merged", 2)], [outlet("Y", 3)]];
    expect(judgeOutlet(both, decided(alone))?.verdict).toBe("not_judged");
  });
});

describe("trackRecord", () => {
  const right = [[outlet("X", 1), outlet("Y", 2)], [outlet("Z", 3)]];
  const wrong = [[outlet("Y", 1)], [outlet("X", 2)]];
  const alone = [[outlet("X", 1)], [outlet("Y", 2)]];
  const times = (count: number, camps: Root[][], year: number) =>
    Array.from({ length: count }, () => decided(camps, `${year}-05-05T00:00:00.000Z`));

  it("is a share with its interval, over all and by year", () => {
    const record = trackRecord(X, [
      ...times(8, right, 2025),
      ...times(1, wrong, 2025),
      ...times(1, wrong, 2024),
      ...times(2, alone, 2024),
      ...times(3, [[outlet("Y", 1)], [outlet("Z", 2)]], 2023),
    ]);
    expect(record).toMatchObject({ right: 8, judged: 10, notJudged: 2, tooFew: false });
    expect(record.low).toBeCloseTo(0.4902, 4);
    expect(record.high).toBeCloseTo(0.9433, 4);
    expect(record.years).toMatchObject([
      { year: 2025, right: 8, judged: 9, notJudged: 0, tooFew: true },
      { year: 2024, right: 0, judged: 1, notJudged: 2, tooFew: true },
    ]);
    expect(record.conflicts).toHaveLength(12);
  });

  it("of nothing decided is nothing", () => {
    expect(trackRecord(X, [])).toEqual({
      right: 0,
      judged: 0,
      notJudged: 0,
      low: null,
      high: null,
      tooFew: true,
      years: [],
      conflicts: [],
    });
  });
});
