import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyText } from "@/anchoring/text-arbitraries";
import { codePointOffsets, fromCodePoints, splitsCharacter, toCodePoints } from "@/anchoring/utf16";

describe("UTF-16 and code points", () => {
  it.each([
    ["abc", 2, 2],
    ["😀a", 2, 1],
    ["😀a", 3, 2],
    ["قَا", 2, 2],
    ["", 0, 0],
  ])("in %j offset %i is code point %i", (text, offset, points) => {
    expect(toCodePoints(text, offset)).toBe(points);
    expect(fromCodePoints(text, points)).toBe(offset);
    expect(codePointOffsets(text).toCodePoints(offset)).toBe(points);
  });

  it.each([-1, 1, 4, 0.5, Number.NaN])("refuses offset %d of 😀a", (offset) => {
    expect(() => toCodePoints("😀a", offset)).toThrow(RangeError);
    expect(() => codePointOffsets("😀a").toCodePoints(offset)).toThrow(RangeError);
  });

  it.each([-1, 3, 0.5, Number.NaN])("refuses code point %d of 😀a", (count) => {
    expect(() => fromCodePoints("😀a", count)).toThrow(RangeError);
  });

  it("goes there and back", () => {
    fc.assert(
      fc.property(anyText, fc.nat(400), (text, at) => {
        fc.pre(at <= text.length && !splitsCharacter(text, at));
        const points = toCodePoints(text, at);
        expect(points).toBe([...text.slice(0, at)].length);
        expect(fromCodePoints(text, points)).toBe(at);
        expect(codePointOffsets(text).toCodePoints(at)).toBe(points);
      }),
    );
  });
});
