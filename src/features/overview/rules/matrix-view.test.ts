import { describe, expect, it } from "vitest";
import type { MatrixCell } from "../schema";
import { matrixHref, readMatrixAddress } from "./matrix-address";
import { bothHalves, packCells, tellCounts, unpackCells, viewMatrix } from "./matrix-view";

const outlet = (id: string) => ({ id, name: id, claims: 1 });
const cell = (a: string, b: string, counts: Partial<MatrixCell>): MatrixCell => ({
  ...{ a, b, agrees: 0, contradicts: 0, qualifies: 0, updates: 0, repeats: 0 },
  ...counts,
});

describe("a matrix as it is looked at", () => {
  const cells = [cell("A", "C", { agrees: 2 }), cell("C", "C", { contradicts: 1, repeats: 4 })];
  const view = viewMatrix(["C", "B", "A"].map(outlet), cells, "name");

  it("leaves out outlets that stand in no pair, and names them", () => {
    expect(view.outlets.map(({ name }) => name)).toEqual(["A", "C"]);
    expect(view.alone).toEqual(["B"]);
  });

  it("reads the same from either side", () => {
    expect(bothHalves(view.cells)).toEqual([
      { row: 0, column: 1, agrees: 2, contradicts: 0 },
      { row: 1, column: 0, agrees: 2, contradicts: 0 },
      { row: 1, column: 1, agrees: 0, contradicts: 1 },
    ]);
  });

  it("goes to the browser in few bytes, and is the same there", () => {
    expect(unpackCells(packCells(view.cells))).toEqual(view.cells);
  });

  it("is told in words", () => {
    expect(view.cells.map((each) => tellCounts(each))).toEqual(["2 agreements", "1 contradiction, 4 repetitions"]);
    expect(tellCounts(undefined)).toBe("nothing recorded");
  });
});

describe("its address", () => {
  const id = "0193d3a0-0000-7000-8000-000000000001";

  it("says nothing where nothing is out of the ordinary, and leaves out what is wrong", () => {
    expect(matrixHref("/m", readMatrixAddress({}))).toBe("/m");
    expect(matrixHref("/m", readMatrixAddress({ by: "nobody", order: "x", a: "1", b: id, from: "-3" }))).toBe("/m");
  });

  it("is read as it was written", () => {
    const query = `?by=origin&implied=true&order=name&show=table&from=100&a=${id}&b=${id}&kind=agrees&cursor=x`;
    const address = readMatrixAddress(Object.fromEntries(new URLSearchParams(query)));
    expect(matrixHref("/m", address)).toBe(`/m${query}`);
    expect(matrixHref("/m", address, { cell: null, table: false })).toBe("/m?by=origin&implied=true&order=name");
  });
});
