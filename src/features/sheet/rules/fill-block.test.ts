import { describe, expect, it } from "vitest";
import { blockOf, cellsIn, placeBlock } from "./fill-block";

const at = (line: number, column: number) => blockOf({ line, column }, { line, column });
const SIZE = { lines: 10, columns: 5 };
const texts = (placed: ReturnType<typeof placeBlock>) =>
  placed.cells.map(({ line, column, text }) => `${line}:${column}=${text}`);

describe("where a pasted block goes", () => {
  it("from the chosen cell on", () => {
    const placed = placeBlock(
      [
        ["a", "b"],
        ["c", "d"],
      ],
      at(2, 1),
      SIZE,
    );
    expect(texts(placed)).toEqual(["2:1=a", "2:2=b", "3:1=c", "3:2=d"]);
    expect(placed).toMatchObject({ area: { top: 2, bottom: 3, left: 1, right: 2 }, missing: 0 });
  });

  it("one text over a whole selection", () => {
    const selected = blockOf({ line: 4, column: 2 }, { line: 2, column: 1 });
    expect(cellsIn(selected)).toBe(6);
    expect(texts(placeBlock([["x"]], selected, SIZE))).toEqual(["2:1=x", "2:2=x", "3:1=x", "3:2=x", "4:1=x", "4:2=x"]);
  });

  it("again and again where the selection is so many times as large, and once where it is not", () => {
    const rows = [["a"], ["b"]];
    const four = blockOf({ line: 0, column: 0 }, { line: 3, column: 0 });
    expect(texts(placeBlock(rows, four, SIZE))).toEqual(["0:0=a", "1:0=b", "2:0=a", "3:0=b"]);
    const three = blockOf({ line: 0, column: 0 }, { line: 2, column: 0 });
    expect(texts(placeBlock(rows, three, SIZE))).toEqual(["0:0=a", "1:0=b"]);
  });

  it("no further than the sheet goes, and tells the rows that are left over", () => {
    const placed = placeBlock(
      [
        ["a", "b"],
        ["c", "d"],
        ["e", "f"],
      ],
      at(9, 4),
      SIZE,
    );
    expect(texts(placed)).toEqual(["9:4=a"]);
    expect(placed.missing).toBe(2);
  });

  it("a row that is shorter than the others leaves its last cells alone", () => {
    expect(texts(placeBlock([["a", "b"], ["c"]], at(0, 0), SIZE))).toEqual(["0:0=a", "0:1=b", "1:0=c"]);
  });
});
