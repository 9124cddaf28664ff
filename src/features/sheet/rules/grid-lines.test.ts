import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { RowGroup } from "../schema";
import { gridLines, groupKey } from "./grid-lines";

const group = (key: string | null, rows: number): RowGroup => ({ key, name: key ?? "", detail: null, rows });

describe("the lines of a sheet", () => {
  it("are its rows where nothing is grouped", () => {
    const lines = gridLines(3, [], new Set());
    expect(lines.count).toBe(3);
    expect([-1, 0, 2, 3].map(lines.at)).toEqual([null, { row: 0 }, { row: 2 }, null]);
  });

  it("have a heading over each group", () => {
    const groups = [group("a", 2), group(null, 1)];
    const lines = gridLines(3, groups, new Set());
    expect(Array.from({ length: lines.count }, (_, line) => lines.at(line))).toEqual([
      { group: groups[0], key: "a", open: true },
      { row: 0 },
      { row: 1 },
      { group: groups[1], key: groupKey(group(null, 1)), open: true },
      { row: 2 },
    ]);
  });

  it("leave out the rows of a folded group, which are found at its heading", () => {
    const lines = gridLines(5, [group("a", 3), group("b", 2)], new Set(["a"]));
    expect(lines.count).toBe(4);
    expect(lines.at(1)).toMatchObject({ key: "b" });
    expect([0, 1, 2, 3, 4].map(lines.lineOf)).toEqual([0, 0, 0, 2, 3]);
  });

  it("lead from each row to its line and back", () => {
    const sheets = fc.array(fc.record({ rows: fc.integer({ min: 1, max: 9 }), folded: fc.boolean() }), {
      minLength: 1,
    });
    fc.assert(
      fc.property(sheets, (parts) => {
        const groups = parts.map(({ rows }, index) => group(String(index), rows));
        const folded = new Set(parts.flatMap((part, index) => (part.folded ? [String(index)] : [])));
        const total = groups.reduce((sum, { rows }) => sum + rows, 0);
        const lines = gridLines(total, groups, folded);
        const all = Array.from({ length: lines.count }, (_, line) => lines.at(line));
        const rows = all.flatMap((line) => (line && "row" in line ? [line.row] : []));
        expect(all).not.toContain(null);
        expect(rows).toEqual([...rows].sort((a, b) => a - b));
        for (const row of rows) expect(lines.at(lines.lineOf(row))).toEqual({ row });
        expect(rows).toHaveLength(
          groups.filter(({ key }) => !folded.has(key ?? "")).reduce((n, { rows }) => n + rows, 0),
        );
      }),
    );
  });
});
