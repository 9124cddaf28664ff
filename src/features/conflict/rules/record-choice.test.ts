import { describe, expect, it } from "vitest";
import type { RecordedConflict, Verdict } from "../schema";
import { chosenConflicts, recordChoiceOf, recordQuery } from "./record-choice";

const conflict = (findingId: string, verdict: Verdict, year: number): RecordedConflict => ({
  case: { id: "case", title: "Case" },
  conflict: 1,
  findingId,
  question: "",
  decidedAt: `${year}-01-01T00:00:00.000Z`,
  verdict,
  why: "",
  claims: [1],
});

describe("which conflicts of a track record are listed", () => {
  it.each([
    [{}, ""],
    [{ record: "wrong", year: "2025" }, "?record=wrong&year=2025"],
    [{ record: "perhaps", year: "25" }, ""],
    [{ year: "2024" }, ""],
    [{ record: "all", year: "2024" }, "?record=all&year=2024"],
  ])("%j is %j", (given, query) => {
    expect(recordQuery(recordChoiceOf(given))).toBe(query);
  });

  it("keeps those of a verdict and a year", () => {
    const all = [conflict("a", "right", 2025), conflict("b", "wrong", 2025), conflict("c", "wrong", 2024)];
    const ids = (year: number | null, verdict: Verdict | "all") =>
      chosenConflicts(all, { year, verdict }).map(({ findingId }) => findingId);
    expect(ids(null, "all")).toEqual(["a", "b", "c"]);
    expect(ids(null, "wrong")).toEqual(["b", "c"]);
    expect(ids(2025, "wrong")).toEqual(["b"]);
    expect(chosenConflicts(all, null)).toEqual([]);
  });
});
