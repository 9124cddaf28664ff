import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { layOutMargin, type MarginItem } from "./margin-layout";

const item = (id: string, anchor: number, height = 50): MarginItem => ({ id, anchor, height });
const items = fc
  .uniqueArray(fc.record({ anchor: fc.nat(5000), height: fc.integer({ min: 1, max: 300 }) }), { maxLength: 30 })
  .map((rows) => rows.map((row, index) => ({ id: `c${index}`, ...row })));

describe("cards in the margin", () => {
  it("stand at their anchors where there is room", () => {
    expect([...layOutMargin([item("a", 0), item("b", 200)], null).values()]).toEqual([0, 200]);
  });

  it("give way to the focused one on both sides", () => {
    const tops = layOutMargin([item("a", 100), item("b", 110), item("c", 120)], "b");
    expect(Object.fromEntries(tops)).toEqual({ a: 52, b: 110, c: 168 });
  });

  it("never overlap, never stand above the start, and keep their order", () => {
    fc.assert(
      fc.property(items, fc.nat(29), (rows, pick) => {
        const tops = layOutMargin(rows, `c${pick}`, 8);
        const placed = [...rows]
          .sort((a, b) => a.anchor - b.anchor)
          .map((row) => ({ ...row, top: tops.get(row.id) ?? -1 }));
        placed.forEach((row, index) => {
          expect(row.top).toBeGreaterThanOrEqual(0);
          const before = placed[index - 1];
          if (before) expect(row.top).toBeGreaterThanOrEqual(before.top + before.height + 8);
        });
      }),
    );
  });
});
