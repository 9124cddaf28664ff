import { expect, it } from "vitest";
import { MergedCells, parseMerged } from "./merged-cells";

it.each([
  ["B2:B9", { column: 2, top: 2, bottom: 9 }],
  ["AA1:AC3", { column: 27, top: 1, bottom: 3 }],
  ["A1:F1", null],
  ["nonsense", null],
])("%s", (reference, merged) => {
  expect(parseMerged(reference)).toEqual(merged);
});

it("fills each row of a stretch, and nothing beside or below it", () => {
  const merged = new MergedCells([
    { column: 2, top: 2, bottom: 4 },
    { column: 1, top: 4, bottom: 5 },
  ]);
  const rows = [["a", "b"], ["1", "AP", "x"], ["2"], ["3", "own"], [], ["4"]].map((cells, at) =>
    merged.fill(at + 1, cells),
  );
  expect(rows).toEqual([["a", "b"], ["1", "AP", "x"], ["2", "AP"], ["3", "own"], ["3"], ["4"]]);
});
