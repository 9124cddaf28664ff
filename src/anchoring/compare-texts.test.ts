import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareTexts } from "./compare-texts";
import { fromPlainText } from "./plain-text";

const compare = (older: string, newer: string) => compareTexts(fromPlainText(older), fromPlainText(newer));
const ops = (older: string, newer: string) => compare(older, newer).map(({ op }) => op);

describe("what became of a text", () => {
  it("is nothing where it is the same", () => {
    expect(compare("One.\n\nTwo.\n\nThree.", "One.\n\nTwo.\n\nThree.")).toEqual([{ op: "same", count: 3 }]);
  });

  it("tells a changed figure word by word", () => {
    const [, changed] = compare(
      "Before it.\n\nThe strike killed 12 people in the city.",
      "Before it.\n\nThe strike killed 47 people in the city.",
    );
    expect(changed).toMatchObject({ op: "changed", kind: "paragraph" });
    expect(changed?.op === "changed" && changed.parts.filter(({ op }) => op !== "same")).toEqual([
      { op: "removed", text: "12 " },
      { op: "added", text: "47 " },
    ]);
  });

  it.each([
    ["A b c.\n\nD e f.", "A b c.\n\nNew words here.\n\nD e f.", ["same", "added", "same"]],
    ["A b c.\n\nGone words here.\n\nD e f.", "A b c.\n\nD e f.", ["same", "removed", "same"]],
    ["Alpha beta gamma.", "Entirely other words.", ["removed", "added"]],
    ["قال إن 12 شخصا قتلوا.", "قال إن 47 شخصا قتلوا.", ["changed"]],
  ])("%j → %j", (older, newer, expected) => {
    expect(ops(older, newer)).toEqual(expected);
  });

  it("holds every paragraph of both", () => {
    const paragraph = fc.constantFrom(
      "One two three.",
      "One two four.",
      "Five six.",
      "Seven.",
      "قال المتحدث.",
      "Eight nine ten.",
    );
    const text = fc.array(paragraph, { minLength: 1, maxLength: 8 }).map((all) => all.join("\n\n"));
    fc.assert(
      fc.property(text, text, (older, newer) => {
        const found = compare(older, newer);
        const kept = found.reduce((sum, each) => sum + (each.op === "same" ? each.count : 0), 0);
        const count = (op: string) => found.filter((each) => each.op === op).length;
        expect(kept + count("changed") + count("removed")).toBe(fromPlainText(older).blocks.length);
        expect(kept + count("changed") + count("added")).toBe(fromPlainText(newer).blocks.length);
      }),
    );
  });
});
