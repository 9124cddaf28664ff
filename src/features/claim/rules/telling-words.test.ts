import { expect, it } from "vitest";
import { tellingWords } from "./telling-words";

it.each([
  ["Kataib Hezbollah said that it suspended its 34 attacks", ["hezbollah", "suspended", "attacks", "kataib", "34"]],
  ["قالت الكتائب إنها علّقت هجماتها بعد ذلك", ["هجماتها", "الكتايب", "قالت", "انها", "علقت"]],
  ["It was so.", []],
])("%s", (text, words) => {
  expect(tellingWords(text).sort()).toEqual([...words].sort());
});
