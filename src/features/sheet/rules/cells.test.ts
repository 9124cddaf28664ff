import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeCell, encodeCell, readCell } from "./cells";
import { csvRecord } from "./csv";

/** Any text, and often what is awkward: signs, apostrophes, line ends, other scripts. */
const awkward = fc
  .array(
    fc.constantFrom(
      "=",
      "+",
      "-",
      "@",
      "\t",
      "\r",
      "\n",
      "'",
      '"',
      ",",
      ";",
      "＝",
      "－",
      "a",
      "é",
      "ق",
      "🚑",
      " ",
      "\u200f",
    ),
    {
      maxLength: 8,
    },
  )
  .map((parts) => parts.join(""));
const anyText = fc.oneof(fc.string({ unit: "binary" }), awkward);

describe("a cell", () => {
  it("comes back exactly as it went", () => {
    fc.assert(fc.property(anyText, (value) => decodeCell(encodeCell(value)) === value));
  });

  it("is written alike for no two values", () => {
    fc.assert(
      fc.property(awkward, awkward, (a, b) => a === b || encodeCell(a) !== encodeCell(b)),
      { numRuns: 2000 },
    );
  });

  it("never begins like a formula", () => {
    fc.assert(fc.property(anyText, (value) => !/^[=+\-@\t\r\n＝＋－＠]/.test(encodeCell(value))));
  });

  it.each([
    ["=1+1", "'=1+1"],
    ["-", "'-"],
    ["'=1", "''=1"],
    ["''+", "'''+"],
    ["'tis", "'tis"],
    ["'", "'"],
    ["plain", "plain"],
    ["a=b", "a=b"],
  ])("writes %j as %j", (value, cell) => {
    expect(encodeCell(value)).toBe(cell);
    expect(decodeCell(cell)).toBe(value);
  });

  it.each([
    ["", { is: "left" }],
    ["  ", { is: "left" }],
    ["-", { is: "cleared" }],
    ["'-", { is: "given", text: "-" }],
    ["- ", { is: "given", text: "- " }],
    ["=1", { is: "given", text: "=1" }],
    ["a\r\nb\rc", { is: "given", text: "a\nb\nc" }],
  ])("reads %j", (cell, read) => expect(readCell(cell)).toEqual(read));
});

it("a record is read back by any reader of CSV", () => {
  fc.assert(
    fc.property(fc.array(anyText, { minLength: 1, maxLength: 6 }), (values) => {
      // A lone empty cell is an empty line, which readers may skip.
      const [record] = parse(`x,${csvRecord(values)}`, { record_delimiter: "\n" }) as string[][];
      expect(record?.slice(1).map(decodeCell)).toEqual(values);
    }),
  );
});
