import { describe, expect, it } from "vitest";
import { readTargets, targetChoices, targetKey } from "./target-choices";

describe("what a column of a file may become", () => {
  it("begins with what it is taken for, and what it may be", () => {
    const choices = targetChoices({ to: ["extra"], perhaps: ["outlet"] });
    expect(choices.slice(0, 2)).toEqual([
      { value: "extra", label: "a column of its own" },
      { value: "outlet", label: "Outlet" },
    ]);
    expect(choices.filter(({ value }) => value === "outlet")).toHaveLength(1);
    expect(choices.map(({ value }) => value)).toContain("left_out");
  });

  it("may be two things at once: a grade such as A2", () => {
    expect(targetChoices({ to: ["reliability", "credibility"], perhaps: [] })[0]).toEqual({
      value: "reliability+credibility",
      label: "Reliability and Credibility",
    });
    expect(readTargets(targetKey(["reliability", "credibility"]))).toEqual(["reliability", "credibility"]);
  });
});
