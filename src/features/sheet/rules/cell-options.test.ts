import { describe, expect, it } from "vitest";
import { matchOptions, settledText } from "./cell-options";

const words = ["low", "moderate", "high"].map((value) => ({ value, label: value }));
const names = ["Northern Post", "Post of the North", "UTV"].map((value) => ({ value, label: value }));

describe("the values of a cell", () => {
  it("are offered by what is typed, those that begin with it first", () => {
    expect(matchOptions(names, "post").map(({ value }) => value)).toEqual(["Post of the North", "Northern Post"]);
    expect(matchOptions(names, "")).toHaveLength(3);
    expect(matchOptions(names, "nobody")).toEqual([]);
  });

  it.each([
    ["h", "high"],
    ["MOD", "moderate"],
    ["low", "low"],
    ["", ""],
    ["certain", "certain"],
  ])("of a closed list may be begun: %s", (typed, written) => {
    expect(settledText({ values: words, closed: true }, typed)).toBe(written);
  });

  it("that are names are written as they were typed", () => {
    expect(settledText({ values: names, closed: false }, "UT")).toBe("UT");
  });
});
