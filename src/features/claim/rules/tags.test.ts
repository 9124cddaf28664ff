import { expect, it } from "vitest";
import { adoptTags } from "./tags";

it.each([
  [["b", "a", "B "], [], ["b", "a"]],
  [
    ["baghdad", "New"],
    ["Baghdad", "baghdad"],
    ["Baghdad", "New"],
  ],
  [["بغدادُ"], ["بغداد"], ["بغداد"]],
  [[], ["x"], []],
])("%j in a case with %j become %j", (tags, existing, adopted) => {
  expect(adoptTags(tags, existing)).toEqual(adopted);
});
