import { expect, it } from "vitest";
import { tellBytes, tellCounts } from "./format-words";

it.each([
  [0, "0 bytes"],
  [999, "999 bytes"],
  [1234, "1.2 kB"],
  [56_789, "57 kB"],
  [1_234_567, "1.2 MB"],
  [2e12, "2000 GB"],
])("%d is %s", (bytes, words) => {
  expect(tellBytes(bytes)).toBe(words);
});

it("tells what a file held, and nothing of what it did not", () => {
  expect(tellCounts({ claims: 1200, relations: 1, findings: 0, dismissals: 4 })).toBe("1,200 claims, 1 relation");
  expect(tellCounts({})).toBe("");
});
