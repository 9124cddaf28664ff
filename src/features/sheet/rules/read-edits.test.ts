import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type CellEdit, EDITABLE_COLUMNS } from "../schema";
import { readEdits } from "./read-edits";

const claimId = "0197a000-0000-7000-8000-000000000001";
const read = (column: string, text: string, more: Partial<CellEdit> = {}) => {
  const { wishes, faults } = readEdits([{ claimId, column, text, ...more }]);
  return faults[0]?.message ?? { ...wishes[0]?.cells, ...Object.fromEntries(wishes[0]?.extra ?? []) };
};

describe("a cell's text", () => {
  it.each<[string, string, unknown]>([
    ["place", " Basra ", { place: "Basra" }],
    ["place", "  ", { place: null }],
    ["reliability", "b", { reliability: "B" }],
    ["credibility", "7", "is not on the scale from 1 to 6"],
    ["tags", "a; b;; a", { tags: ["a", "b"] }],
    ["note", "one\r\ntwo", { note: "one\ntwo" }],
    ["attribution", "Herald > a guest", { attribution: ["Herald", "a guest"] }],
    ["statement", "", "must not be empty"],
    ["status", "", "must not be empty"],
    ["quote", "x", "is not written in: quotes are chosen in their article"],
    ["updates", "C-1", "is not written in: relations are recorded between two claims"],
    ["article_url", "x", "is not written in: articles are changed for all of their claims"],
    ["version", "2", "is not written in"],
    ["colour", "red", "is not a column of the sheet"],
    ["extra:Colour", "red", { Colour: "red" }],
    ["extra:Colour", "", { Colour: null }],
    ["extra:Statement", "red", "is not a column of the sheet"],
    ["extra:Colour", "\u0000", "contains broken characters"],
  ])("%s %j", (column, text, expected) => {
    expect(read(column, text)).toEqual(expected);
  });

  it("keeps a date's words apart from how it was read, where an undo brings them", () => {
    const stored = { edtf: "2024-10-21/2024-10-31" };
    expect(read("reported_on", "at the end of that month", { stored })).toMatchObject({
      reported_on: { edtf: "2024-10-21/2024-10-31", words: "at the end of that month", min: "2024-10-21" },
    });
  });

  it("is asked of each cell once, in one version of a claim", () => {
    const edits = [
      { claimId, column: "place", text: "a", version: 1 },
      { claimId, column: "place", text: "b", version: 1 },
      { claimId, column: "note", text: "c", version: 2 },
    ];
    expect(readEdits(edits).faults.map(({ index }) => index)).toEqual([1, 2]);
  });

  it("is read or refused, whatever it says", () => {
    const edit = fc.record({
      claimId: fc.constant(claimId),
      column: fc.oneof(fc.constantFrom<string>(...EDITABLE_COLUMNS), fc.string()),
      text: fc.string({ unit: "binary" }),
    });
    fc.assert(
      fc.property(edit, (given) => {
        const { wishes, faults } = readEdits([given]);
        expect(wishes).toHaveLength(1);
        expect(faults.length).toBeLessThanOrEqual(1);
      }),
    );
  });
});
