import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readBlock, writeBlock } from "./block-text";

describe("a block of cells on the clipboard", () => {
  it.each([
    ["one cell", "dry", [["dry"]]],
    [
      "two rows of two",
      "a\tb\nc\td\n",
      [
        ["a", "b"],
        ["c", "d"],
      ],
    ],
    [
      "with a spreadsheet's line breaks",
      "a\tb\r\nc\td\r\n",
      [
        ["a", "b"],
        ["c", "d"],
      ],
    ],
    [
      "empty cells",
      "\t\n\tx",
      [
        ["", ""],
        ["", "x"],
      ],
    ],
    ["an empty row between others", "a\n\nb", [["a"], [""], ["b"]]],
    [
      "a line break inside a cell",
      'a\t"two\nlines"\nb\tc',
      [
        ["a", "two\nlines"],
        ["b", "c"],
      ],
    ],
    ["quotation marks inside a quoted cell", '"he said ""no"""\tx', [['he said "no"', "x"]]],
    ["a quotation that only begins a cell", '"No," he said\tx', [['"No," he said', "x"]]],
    ["a quotation mark that is never closed", '"open\tx', [['"open', "x"]]],
    ["nothing", "", [[""]]],
  ])("reads %s", (_, text, rows) => {
    expect(readBlock(text)).toEqual(rows);
  });

  it("comes back as it was written", () => {
    const cell = fc.string({ unit: fc.constantFrom("a", "ب", '"', "\t", "\n", "\r", " ", "=", "😀") });
    const blocks = fc
      .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 }))
      .chain(([rows, columns]) =>
        fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows }),
      )
      // An empty last row of one cell cannot be told from the end of the row before it.
      .filter((rows) => (rows[0]?.length ?? 0) > 1 || rows.at(-1)?.[0] !== "");
    fc.assert(
      fc.property(blocks, (rows) => {
        expect(readBlock(writeBlock(rows))).toEqual(rows);
      }),
    );
  });
});
