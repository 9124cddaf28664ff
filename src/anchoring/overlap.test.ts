import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { assignLanes, flattenSpans, indexSpans, type NamedSpan } from "@/anchoring/overlap";

const span = (id: string, start: number, end: number): NamedSpan => ({ id, start, end });

const anySpans = fc
  .array(fc.tuple(fc.nat(40), fc.nat(15)), { maxLength: 20 })
  .map((list) => list.map(([start, length], index) => span(`s${index}`, start, start + length)));

describe("flattening", () => {
  it.each([
    ["nothing", [], []],
    [
      "apart",
      [span("a", 0, 2), span("b", 3, 5)],
      [
        ["a", 0, 2],
        ["b", 3, 5],
      ],
    ],
    [
      "touching",
      [span("a", 0, 2), span("b", 2, 4)],
      [
        ["a", 0, 2],
        ["b", 2, 4],
      ],
    ],
    [
      "crossing",
      [span("a", 0, 4), span("b", 2, 6)],
      [
        ["a", 0, 2],
        ["a b", 2, 4],
        ["b", 4, 6],
      ],
    ],
    [
      "inside",
      [span("b", 2, 3), span("a", 0, 5)],
      [
        ["a", 0, 2],
        ["a b", 2, 3],
        ["a", 3, 5],
      ],
    ],
    ["the same place twice", [span("a", 1, 2), span("b", 1, 2)], [["a b", 1, 2]]],
    ["an empty span", [span("a", 1, 1)], []],
  ])("%s", (_, spans, expected) => {
    expect(flattenSpans(spans).map((run) => [run.ids.join(" "), run.start, run.end])).toEqual(expected);
  });

  it("covers each offset with exactly its spans", () => {
    fc.assert(
      fc.property(anySpans, (spans) => {
        const runs = flattenSpans(spans);
        const index = indexSpans(spans);
        for (let offset = 0; offset < 60; offset++) {
          const expected = spans
            .filter(({ start, end }) => start <= offset && offset < end)
            .map(({ id }) => id)
            .sort();
          const covering = runs.filter(({ start, end }) => start <= offset && offset < end);
          expect(covering.length).toBeLessThanOrEqual(1);
          expect([...(covering[0]?.ids ?? [])].sort()).toEqual(expected);
          expect(index.spansAt(offset).sort()).toEqual(expected);
        }
      }),
    );
  });
});

describe("asking what lies where", () => {
  const index = indexSpans([span("long", 0, 20), span("short", 5, 8), span("late", 30, 40)]);
  it("names the shortest span first", () => expect(index.spansAt(6)).toEqual(["short", "long"]));
  it("a span does not hold its end", () => expect(index.spansAt(20)).toEqual([]));
  it("finds what a selection touches", () => expect(index.spansWithin(7, 31)).toEqual(["long", "short", "late"]));
  it("a touching neighbour is not touched", () => expect(index.spansWithin(20, 30)).toEqual([]));

  it("is quick with thousands of spans", () => {
    const many = Array.from({ length: 5_000 }, (_, i) => span(`s${i}`, i * 20, i * 20 + 300));
    const started = performance.now();
    flattenSpans(many);
    const big = indexSpans(many);
    for (let offset = 0; offset < 100_000; offset++) big.spansAt(offset);
    expect(performance.now() - started).toBeLessThan(3_000);
  });
});

describe("lanes", () => {
  it("overlapping spans never share a lane, and lanes are used again", () => {
    fc.assert(
      fc.property(anySpans, (spans) => {
        const lanes = assignLanes(spans);
        for (const a of spans) {
          for (const b of spans) {
            if (a.id === b.id || a.start >= b.end || b.start >= a.end || a.start === a.end || b.start === b.end)
              continue;
            expect(lanes.get(a.id)).not.toBe(lanes.get(b.id));
          }
        }
        const deepest = Math.max(0, ...flattenSpans(spans).map(({ ids }) => ids.length));
        expect(new Set(lanes.values()).size).toBe(deepest);
      }),
    );
  });
});
