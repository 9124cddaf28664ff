import { describe, expect, it, test } from "vitest";
import { changedFields, faultOf, type Hashed, withoutGrades } from "./rules";

describe("what changed", () => {
  test.each([
    ["nothing", { a: 1 }, { a: 1 }, null],
    ["one field", { a: 1, b: 2 }, { a: 1, b: 3 }, { before: { b: 2 }, after: { b: 3 } }],
    ["a field that was not there", {}, { a: 1 }, { before: { a: null }, after: { a: 1 } }],
    ["absent and null are the same", { a: null }, {}, null],
    ["a list", { a: [1] }, { a: [1, 2] }, { before: { a: [1] }, after: { a: [1, 2] } }],
  ])("%s", (_, before, after, change) => {
    expect(changedFields(before, after)).toEqual(change);
  });
});

it("leaves out a claim's grades and nothing else", () => {
  expect(withoutGrades({ statement: "x", credibility: 2, reason: "y", assessment: {} })).toEqual({ statement: "x" });
  expect(withoutGrades(null)).toBeNull();
});

describe("what is wrong with a row", () => {
  const row = { seq: 2, prevHash: "one", hash: "two" } as Hashed & { hash: string };
  const hashOf = () => "two";
  test.each([
    ["nothing", row, { seq: 1, hash: "one" }, null],
    ["a gap before it", row, { seq: 0, hash: "one" }, "is missing"],
    ["another row before it", row, { seq: 1, hash: "other" }, "does not follow the row before it"],
    ["its own words", { ...row, hash: "else" }, { seq: 1, hash: "one" }, "was altered"],
  ])("%s", (_, given, last, fault) => {
    expect(faultOf(given, last, hashOf)).toBe(fault);
  });
});
