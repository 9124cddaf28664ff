import { expect, it } from "vitest";
import { COLUMNS } from "../schema";
import { readHeader } from "./columns";
import { pickDelimiter } from "./delimiter";

it("knows the columns in any order and any case, and keeps the others under their names", () => {
  const header = readHeader(["Note", " STATEMENT ", "Quelle", "'=Sum", "note 2", ""]);
  expect(header).toMatchObject({
    layout: {
      known: new Map([
        ["note", 0],
        ["statement", 1],
      ]),
      extra: new Map([
        ["Quelle", 2],
        ["=Sum", 3],
        ["note 2", 4],
      ]),
    },
  });
});

it("takes the header of an export", () => {
  expect(readHeader([...COLUMNS])).toMatchObject({ layout: { extra: new Map() } });
});

it.each([
  [["statement", "Statement"], "stands twice"],
  [["statement", "Mine", "Mine"], "stands twice"],
  [["a", "b"], "None of them is known"],
  [["note", "tags"], "no such column"],
])("refuses %j", (headers, message) => {
  const header = readHeader(headers);
  expect("errors" in header && header.errors[0]).toMatchObject({ row: 1, message: expect.stringContaining(message) });
});

it.each([
  ["statement,note\n", ","],
  ["\uFEFFstatement;note\n", ";"],
  ["claim\tstatement\n", "\t"],
  ['"statement";"a, b"\n', ";"],
  ["statement\n", ","],
  ["", ","],
])("finds the separator of %j", (text, delimiter) => expect(pickDelimiter(text)).toBe(delimiter));
