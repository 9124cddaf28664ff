import { describe, expect, it } from "vitest";
import { SameVersions } from "./same-versions";

const edit = (claimId: string, version?: number) => ({
  claimId,
  column: "note",
  text: "",
  ...(version && { version }),
});

describe("versions that say the same", () => {
  it("follow from what was taken back, step by step", () => {
    const versions = new SameVersions();
    // 1 became 2, 2 became 3; then 3 was taken back as 4, and 2 as 5.
    versions.restore(new Map([["a", 2]]), [{ id: "a", version: 4 }]);
    expect(versions.ofNow([edit("a", 2)])).toEqual([edit("a", 4)]);
    versions.restore(new Map([["a", 1]]), [{ id: "a", version: 5 }]);
    expect(versions.ofNow([edit("a", 1), edit("a", 3), edit("b", 1), edit("a")])).toEqual([
      edit("a", 5),
      edit("a", 3),
      edit("b", 1),
      edit("a"),
    ]);
  });

  it("do not turn in a circle where a grade left the version as it was", () => {
    const versions = new SameVersions();
    versions.restore(new Map([["a", 3]]), [{ id: "a", version: 3 }]);
    expect(versions.ofNow([edit("a", 3)])).toEqual([edit("a", 3)]);
  });
});
