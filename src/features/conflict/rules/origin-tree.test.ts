import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { SourcedClaim } from "./descent-graph";
import { layOutTree, NODE } from "./lay-out-tree";
import type { Lineage } from "./lineage";
import { originTree } from "./origin-tree";

const outlet = (name: string, owner: string | null = null) => ({ id: name, name, owner });

/** Every claim is published by an outlet of its own; `sources` credit others. */
function claimsOf(count: number, sources: Record<number, SourcedClaim["credited"]> = {}, owner: string | null = null) {
  const claims = Array.from({ length: count }, (_, index): SourcedClaim => {
    const publisher = outlet(`Outlet ${index + 1}`, owner);
    return {
      number: index + 1,
      articleId: `${index}`,
      publisher,
      outlet: publisher,
      credited: sources[index + 1] ?? null,
    };
  });
  return new Map(claims.map((claim) => [claim.number, claim]));
}

type Words = { repeats?: string; maybe?: string; own?: number[]; altered?: string };
const pairs = (words = "") =>
  words
    .split(" ")
    .filter(Boolean)
    .map((pair) => pair.split(">").map(Number));

function lineage({ repeats, maybe, own = [], altered }: Words): Lineage {
  const lists = (words?: string) => {
    const found = new Map<number, number[]>();
    for (const [from = 0, to = 0] of pairs(words)) found.set(from, [...(found.get(from) ?? []), to]);
    return found;
  };
  const opposed = pairs(altered).map(([a = 0, b = 0]) => `${Math.min(a, b)} ${Math.max(a, b)}`);
  return { repeated: lists(repeats), suspected: lists(maybe), own: new Set(own), altered: new Set(opposed) };
}

const tell = (count: number, words: Words, sources = {}) => {
  const tree = originTree(
    Array.from({ length: count }, (_, index) => index + 1),
    claimsOf(count, sources),
    lineage(words),
  );
  const names = new Map(tree.nodes.map(({ key, name }) => [key, name]));
  return tree.edges.map(({ from, to, kind }) => `${names.get(from)} ${kind} ${names.get(to)}`).sort();
};

describe("the tree", () => {
  it("leads from claims over what they repeat to outlets and sources", () => {
    expect(tell(3, { repeats: "2>1 3>2" })).toEqual(["C-1 published Outlet 1", "C-2 repeats C-1", "C-3 repeats C-2"]);
    const ahmed = { name: "Ahmed", outlet: null };
    expect(tell(2, {}, { 1: ahmed, 2: ahmed })).toEqual(["C-1 credits Ahmed", "C-2 credits Ahmed"]);
    const officials = { name: "officials", outlet: null };
    expect(tell(2, {}, { 1: officials, 2: officials })).toEqual([
      "C-1 credits officials (Outlet 1)",
      "C-2 credits officials (Outlet 2)",
    ]);
  });

  it("shows what is suspected, marked or altered as that", () => {
    expect(tell(2, { maybe: "2>1" })).toContain("C-2 suspected C-1");
    expect(tell(2, { repeats: "2>1", own: [2] })).toContain("C-2 own Outlet 2");
    expect(tell(2, { repeats: "2>1", altered: "2>1" })).toEqual(["C-1 published Outlet 1", "C-2 altered C-1"]);
    expect(tell(1, { own: [1] })).toEqual(["C-1 published Outlet 1"]);
  });

  it("holds what lies outside the camp only where something leads to it", () => {
    const { nodes } = originTree([2], claimsOf(4), lineage({ repeats: "2>1 4>3" }));
    expect(nodes.map(({ name, inCamp }) => `${name} ${inCamp}`)).toEqual(["C-2 true", "C-1 false", "Outlet 1 false"]);
  });
});

describe("the drawing", () => {
  const drawn = (count: number, words: Words, owner: string | null = null) => {
    const supporters = Array.from({ length: count }, (_, index) => index + 1);
    return layOutTree(originTree(supporters, claimsOf(count, {}, owner), lineage(words)));
  };

  it("stands nothing on anything else, and leads to the right, for any tree", () => {
    const pair = fc.tuple(fc.integer({ min: 1, max: 8 }), fc.integer({ min: 1, max: 8 })).filter(([a, b]) => a !== b);
    const words = fc.array(pair, { maxLength: 12 }).map((list) => list.map(([a, b]) => `${a}>${b}`).join(" "));
    fc.assert(
      fc.property(words, words, (repeats, maybe) => {
        const { nodes, edges, width, height } = drawn(8, { repeats, maybe });
        for (const [index, a] of nodes.entries()) {
          expect(
            a.x >= -0.01 && a.y >= -0.01 && a.x + NODE.width <= width + 0.01 && a.y + NODE.height <= height + 0.01,
          ).toBe(true);
          for (const b of nodes.slice(index + 1)) {
            const apart = Math.abs(a.x - b.x) >= NODE.width || Math.abs(a.y - b.y) >= NODE.height;
            expect(apart, `${a.name} and ${b.name}`).toBe(true);
          }
        }
        for (const { d } of edges) expect(d).toMatch(/^M[-\d. ]+[ACL][-\d. ]+$/);
      }),
      { numRuns: 60 },
    );
  });

  it("is the same whatever the order of what was recorded", () => {
    const one = drawn(4, { repeats: "2>1 3>1 4>3" });
    const two = drawn(4, { repeats: "4>3 3>1 2>1" });
    const places = ({ nodes }: typeof one) => nodes.map(({ name, x, y }) => `${name} ${x} ${y}`).sort();
    expect(places(two)).toEqual(places(one));
  });

  it("stands what goes in a circle in a ring", () => {
    const { nodes } = drawn(3, { repeats: "1>2 2>3 3>1" });
    const middle = nodes.reduce((sum, { x, y }) => ({ x: sum.x + x / 3, y: sum.y + y / 3 }), { x: 0, y: 0 });
    const radii = nodes.map(({ x, y }) => Math.round(Math.hypot(x - middle.x, y - middle.y)));
    expect(new Set(radii).size).toBe(1);
  });

  it("brackets outlets of one owner", () => {
    expect(drawn(2, {}, "Holding").owners).toMatchObject([{ name: "Holding" }]);
    expect(drawn(2, {}).owners).toEqual([]);
  });
});
