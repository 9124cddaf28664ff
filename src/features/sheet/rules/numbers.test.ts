import fc from "fast-check";
import { expect, it } from "vitest";
import { assignNumbers } from "./numbers";

it.each([
  [[1, 2, 3], [], 1, [1, 2, 3]],
  [[5, undefined], [], 1, [5, 6]],
  [[undefined, 5], [], 1, [6, 5]],
  [[2, 2, 3], [3], 4, [2, 4, 5]],
  [[9, undefined], [], 4, [9, 10]],
  [[2], [], 40, [2]],
])("gives %j, of which %j are taken before %i, the numbers %j", (wishes, taken, next, numbers) => {
  expect(assignNumbers(wishes, new Set(taken), next)).toEqual(numbers);
});

it("never gives a number twice, nor one that is taken", () => {
  const wish = fc.option(fc.integer({ min: 1, max: 30 }), { nil: undefined });
  fc.assert(
    fc.property(fc.array(wish), fc.uniqueArray(fc.integer({ min: 1, max: 20 })), (wishes, taken) => {
      const numbers = assignNumbers(wishes, new Set(taken), Math.max(0, ...taken) + 1);
      expect(new Set(numbers).size).toBe(numbers.length);
      expect(numbers.some((number) => taken.includes(number))).toBe(false);
    }),
  );
});
