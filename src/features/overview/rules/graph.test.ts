import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ConflictLink } from "@/features/conflict/schema";
import type { GraphKind } from "../schema";
import { layOut, layOutInSteps, radiusOf } from "./graph-layout";
import { linesOf } from "./graph-lines";
import { edgesByNode, mergeEdges } from "./graph-parts";
import { selectClaims } from "./graph-selection";
import { walk } from "./graph-walk";

const link = (from: number, kind: ConflictLink["kind"], to: number): ConflictLink => ({
  id: `${from} ${to}`,
  from,
  to,
  kind,
  family: kind === "repeats" ? "descent" : "content",
  about: null,
});

describe("the claims of a graph", () => {
  const links = [link(1, "agrees", 2), link(5, "contradicts", 6), link(6, "agrees", 9), link(3, "repeats", 2)];

  it("are all that relate, as long as there is room", () => {
    const { shown, total } = selectClaims(links, 10);
    expect([...shown].sort((a, b) => a - b)).toEqual([1, 2, 3, 5, 6, 9]);
    expect(total).toBe(6);
  });

  it("are those in conflict first, from the lowest outwards", () => {
    expect(selectClaims(links, 4)).toEqual({ shown: new Set([5, 6, 9, 1]), total: 6 });
  });
});

describe("lines", () => {
  it("between the same points are one, whichever way they were drawn, unless they have a direction", () => {
    const drawn: { a: number; b: number; kind: GraphKind }[] = [
      { a: 1, b: 0, kind: "agrees" },
      { a: 0, b: 1, kind: "agrees" },
      { a: 1, b: 0, kind: "repeats" },
      { a: 0, b: 1, kind: "repeats" },
    ];
    expect(mergeEdges(drawn)).toEqual([
      { a: 0, b: 1, kind: "agrees", count: 2 },
      { a: 0, b: 1, kind: "repeats", count: 1 },
      { a: 1, b: 0, kind: "repeats", count: 1 },
    ]);
  });

  it("are found at both their ends, and once where both are the same", () => {
    const edges = mergeEdges([
      { a: 0, b: 1, kind: "agrees" },
      { a: 1, b: 1, kind: "contradicts" },
    ]);
    expect(edgesByNode(3, edges).map((each) => each.length)).toEqual([1, 2, 0]);
  });
});

describe("the layout", () => {
  const graphs = fc.integer({ min: 1, max: 40 }).chain((count) =>
    fc.record({
      radii: fc.constant(new Array<number>(count).fill(6)),
      edges: fc.array(
        fc.record({
          a: fc.nat(count - 1),
          b: fc.nat(count - 1),
          kind: fc.constantFrom<GraphKind>("agrees", "contradicts", "repeats"),
        }),
        { maxLength: 60 },
      ),
    }),
  );

  it("is the same for the same graph, and lays every point somewhere within its extent", () => {
    fc.assert(
      fc.property(graphs, (graph) => {
        const once = layOut(graph);
        expect(layOut(structuredClone(graph))).toEqual(once);
        for (const [at, x] of once.x.entries()) {
          const away = Math.hypot(x, once.y[at] ?? Number.NaN);
          expect(away).toBeLessThanOrEqual(once.extent + 0.1);
        }
      }),
      { numRuns: 8 },
    );
  });

  it("keeps clusters apart", () => {
    const { x, y } = layOut({
      radii: [6, 6, 6, 6],
      edges: [
        { a: 0, b: 1, kind: "contradicts" },
        { a: 2, b: 3, kind: "contradicts" },
      ],
    });
    const far = (a: number, b: number) => Math.hypot((x[a] ?? 0) - (x[b] ?? 0), (y[a] ?? 0) - (y[b] ?? 0));
    expect(Math.min(far(0, 2), far(0, 3), far(1, 2), far(1, 3))).toBeGreaterThan(20);
  });

  it("says how far it is", () => {
    const steps = [...layOutInSteps({ radii: [6, 6], edges: [{ a: 0, b: 1, kind: "agrees" }] })];
    expect(steps.at(-1)).toBeCloseTo(1);
    expect([...steps].sort((a, b) => a - b)).toEqual(steps);
  });

  it("draws what more claims stand behind larger, up to a bound", () => {
    expect([1, 4, 10_000].map(radiusOf)).toEqual([6, 8.5, 26]);
  });
});

describe("lines on the drawing", () => {
  const layout = { x: [0, 100], y: [0, 0], extent: 100 };

  it("go from rim to rim", () => {
    expect(linesOf([{ a: 0, b: 1, kind: "agrees", count: 1 }], layout, [10, 20])).toMatchObject([{ x1: 10, x2: 80 }]);
  });

  it("lie side by side where several join the same points, whichever way they run", () => {
    const edges = [
      { a: 0, b: 1, kind: "repeats" as const, count: 1 },
      { a: 1, b: 0, kind: "repeats" as const, count: 1 },
      { a: 1, b: 1, kind: "agrees" as const, count: 1 },
    ];
    expect(linesOf(edges, layout, [0, 0]).map(({ y1 }) => y1)).toEqual([-2.5, 2.5]);
  });
});

describe("an arrow key", () => {
  //   2
  // 1 0 3   4
  const layout = { x: [0, -50, 0, 50, 200], y: [0, 0, -50, 0, 0], extent: 200 };

  it.each([
    ["left", 1],
    ["up", 2],
    ["right", 3],
    ["down", null],
  ] as const)("pointing %s leads to the neighbour there", (direction, to) => {
    expect(walk(0, direction, [1, 2, 3], layout)).toBe(to);
  });

  it("leads to the nearest other point where no neighbour lies", () => {
    expect(walk(3, "right", [0], layout)).toBe(4);
    expect(walk(0, "right", [4], layout)).toBe(4);
  });
});
