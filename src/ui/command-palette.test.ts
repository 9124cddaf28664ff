import { expect, it } from "vitest";
import { matchCommands } from "./command-palette";

const groups = [
  {
    heading: "Go to",
    items: [
      { id: "a", label: "Articles" },
      { id: "s", label: "Sheet", keywords: ["table"] },
    ],
  },
  { heading: "Create", items: [{ id: "n", label: "New article" }] },
];
const ids = (query: string) => matchCommands(groups, query).flatMap((group) => group.items.map((item) => item.id));

it.each([
  ["", ["a", "s", "n"]],
  ["ART", ["a", "n"]],
  ["new art", ["n"]],
  ["art new", ["n"]],
  ["table", ["s"]],
  ["nowhere", []],
])("finds commands for %j", (query, found) => {
  expect(ids(query)).toEqual(found);
});
