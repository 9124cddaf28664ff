import { expect, it } from "vitest";
import { keyHints } from "./key-bar";
import type { Shortcut } from "./registry";

const key = (keys: string, label: string, more: Partial<Shortcut> = {}): Shortcut => ({
  keys,
  label,
  run() {},
  ...more,
});
const all = [
  key("c", "New claim"),
  key("g a", "Articles", { group: "Go to" }),
  key("g s", "Sheet", { group: "Go to" }),
  key("mod+z", "Undo", { hidden: true }),
];

it("folds a sequence into its first key", () => {
  expect(keyHints(all, "")).toEqual([
    { keys: "c", label: "New claim" },
    { keys: "g", label: "Go to" },
  ]);
});

it("shows how to go on once the first key is down", () => {
  expect(keyHints(all, "g")).toEqual([
    { keys: "a", label: "Articles" },
    { keys: "s", label: "Sheet" },
  ]);
});
