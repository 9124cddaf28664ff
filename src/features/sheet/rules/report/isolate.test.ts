import fc from "fast-check";
import { expect, it } from "vitest";
import { isolated, isRightToLeft } from "./isolate";

it.each([
  ["plain", "plain"],
  ["قال", "\u2068قال\u2069"],
  ["a \u202e b", "\u2068a \u202e b\u202c\u2069"],
  ["a \u2067 b", "\u2068a \u2067 b\u2069\u2069"],
  ["a \u2069 b", "\u2068a  b\u2069"],
])("isolates %j", (text, expected) => expect(isolated(text)).toBe(expected));

it("closes what it opens, whatever it holds", () =>
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom("a", "ع", "\u2066", "\u2067", "\u2068", "\u2069", "\u202e") }),
      (text) => {
        let depth = 0;
        for (const [index, character] of [...isolated(text)].entries()) {
          if (/[\u2066-\u2068]/.test(character)) depth += 1;
          if (character === "\u2069") depth -= 1;
          expect(depth).toBeGreaterThanOrEqual(0);
          if (depth === 0 && character !== "a") expect(index).toBe([...isolated(text)].length - 1);
        }
        expect(depth).toBe(0);
      },
    ),
  ));

it.each([
  ["1. قال", true],
  ["UTV قال", false],
  ["12", false],
])("tells that %s runs from the right: %s", (text, expected) => expect(isRightToLeft(text)).toBe(expected));
