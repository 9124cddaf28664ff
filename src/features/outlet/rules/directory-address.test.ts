import { describe, expect, it } from "vitest";
import { directoryOf, directoryQuery, isNarrowed, wantedOf } from "./directory-address";

describe("the directory's address", () => {
  it.each([
    [{}, ""],
    [{ q: "  reut ", order: "owner" }, "?q=reut&order=owner"],
    [{ owner: "Thomson Reuters", graded: "false", used: "true" }, "?owner=Thomson+Reuters&graded=false&used=true"],
    [{ graded: "maybe", order: "age", other: "x", q: "" }, ""],
    [{ q: ["a", "b"] }, "?q=a"],
  ])("%j is %j", (given, query) => {
    expect(directoryQuery(directoryOf(given))).toBe(query);
  });

  it("carries the place in the list", () => {
    expect(directoryQuery({ used: "true" }, "abc")).toBe("?used=true&cursor=abc");
  });

  it("asks the list in its own terms", () => {
    expect(wantedOf({ graded: "false", q: "x" })).toEqual({ graded: false, q: "x" });
  });

  it.each([
    [{}, false],
    [{ order: "owner" }, false],
    [{ used: "false" }, true],
    [{ case: "x" }, true],
  ] as const)("%j narrows the list: %j", (directory, narrowed) => {
    expect(isNarrowed(directory)).toBe(narrowed);
  });
});
