import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { levelsOf, visualRuns } from "./visual-runs";

const seen = (text: string, direction: "ltr" | "rtl" | "auto" = "auto", styleAt: (unit: number) => string = () => "") =>
  visualRuns(text, levelsOf(text, direction).levels, styleAt).map((run) => run.text);

describe("a line as it is seen", () => {
  it.each([
    ["left to right", "The well is dry", ["The well is dry"]],
    ["right to left, whole for the shaping engine", "البئر جافة", ["البئر جافة"]],
    ["Arabic with a number, which runs from the left", "قتل 12 شخصا", [" شخصا", "12", "قتل "]],
    ["English with an Arabic name inside", "He said سلام today", ["He said ", "سلام", " today"]],
    ["brackets that are turned, in reading order still", "(سلام)", [")سلام("]],
  ])("%s", (_, text, runs) => {
    expect(seen(text).join("|")).toBe(runs.join("|"));
  });

  it("parts runs where the style changes, in the order that is seen", () => {
    expect(seen("أب ت", "rtl", (unit) => (unit < 2 ? "a" : "b"))).toEqual([" ت", "أب"]);
  });

  it("leaves out what only says which way text runs", () => {
    expect(seen("\u2068سلام\u2069!", "ltr").join("")).toBe("سلام!");
  });

  it("keeps every character that has looks", () => {
    const unit = fc.constantFrom("a", "1", " ", "(", "ب", "ج", "،", "-", "é");
    fc.assert(
      fc.property(
        fc.string({ unit, maxLength: 30 }),
        fc.constantFrom("ltr" as const, "rtl" as const),
        (text, direction) => {
          const letters = (of: string) => [...of.replace(/[()]/g, "")].sort().join("");
          expect(letters(seen(text, direction).join(""))).toBe(letters(text));
        },
      ),
    );
  });
});
