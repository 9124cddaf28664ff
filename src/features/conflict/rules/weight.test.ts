import { expect, it } from "vitest";
import type { ConflictSummary } from "../schema";
import { pressingWords, weightOf } from "./weight";

type Given = Partial<Pick<ConflictSummary, "status" | "inconsistent" | "contradictions">> & { origins?: number[] };

function weigh({ origins = [1, 1], ...given }: Given): number {
  const side = (max: number) => ({ origins: { min: 0, max } }) as ConflictSummary["sides"][number];
  return weightOf({ status: "open", inconsistent: false, contradictions: 1, sides: origins.map(side), ...given });
}

it("puts first what is stale, then what is open, then what waits to be signed, and last what is settled", () => {
  const order = (["stale", "open", "proposed", "settled"] as const).map((status) => weigh({ status }));
  expect(order).toEqual([...order].sort((a, b) => b - a));
  expect(weigh({ status: "proposed", inconsistent: true, origins: [2000, 2000], contradictions: 5000 })).toBeLessThan(
    weigh({ status: "open" }),
  );
});

it.each([
  ["one that contradicts itself before one with origins on both sides", { inconsistent: true }, { origins: [9, 9] }],
  ["three origins against three before nine against one", { origins: [3, 3] }, { origins: [9, 1] }],
  ["the best two of many camps count", { origins: [1, 4, 4] }, { origins: [3, 3, 3] }],
  ["origins on both sides before many contradictions", { origins: [2, 2] }, { contradictions: 900 }],
  ["more contradictions first", { contradictions: 3 }, { contradictions: 2 }],
])("%s", (_, first, second) => {
  expect(weigh(first)).toBeGreaterThan(weigh(second));
});

it("says why one stands where it does", () => {
  const side = (max: number) => ({ origins: { min: 0, max } }) as ConflictSummary["sides"][number];
  expect(pressingWords({ inconsistent: true, sides: [side(3), side(2), side(0)] })).toEqual([
    "contradicts itself",
    "2 origins on each of two sides",
  ]);
  expect(pressingWords({ inconsistent: false, sides: [side(4), side(1)] })).toEqual([]);
});
