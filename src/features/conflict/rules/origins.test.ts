import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { corroboration, type Descent, type Evidence } from "./origins";
import { strongComponents } from "./strong-components";

/** `b>a` says that b derives from a. */
const descents = (words: string): Descent[] =>
  words.split(" ").flatMap((word) => {
    const [from, to] = word.split(">");
    return from && to ? [{ from, to }] : [];
  });

const count = (supporters: string, confirmed: string, more: Partial<Evidence> & { maybe?: string } = {}) => {
  const suspected = descents(more.maybe ?? "");
  const { min, max } = corroboration({
    supporters: [...supporters],
    confirmed: descents(confirmed),
    suspected,
    ...more,
  });
  return `${min}–${max}`;
};

describe("independent origins", () => {
  const oneOwner = { ownerOf: (node: string) => ("ab".includes(node) ? "Holding" : null) };
  test.each([
    ["nobody", count("", ""), "0–0"],
    ["one report", count("a", ""), "1–1"],
    ["two that know nothing of each other", count("ab", ""), "2–2"],
    ["a diamond: two copies of one, and one that cites both", count("abcd", "b>a c>a d>b d>c"), "1–1"],
    ["a join: one that cites two origins does not make them one", count("ace", "e>a e>c"), "2–2"],
    ["a circle has no origin", count("abc", "a>b b>c c>a"), "0–1"],
    ["a circle that leads to an origin", count("abc", "a>b b>a b>c"), "1–1"],
    ["two outlets of one owner", count("ab", "", oneOwner), "1–2"],
    ["two of one owner and another", count("abc", "", oneOwner), "2–3"],
    ["a suspected copy", count("ab", "", { maybe: "b>a" }), "1–2"],
    ["an origin outside", count("ab", "a>x b>x"), "1–1"],
    ["an origin that is not established", count("ab", "", { established: (node) => node !== "b" }), "1–2"],
    ["a copy with reporting of its own", count("ab", "b>a", { ownReporting: (node) => node === "b" }), "1–2"],
    ["reporting of its own where it is the origin anyway", count("a", "", { ownReporting: () => true }), "1–1"],
    ["a suspicion that leads to two origins", count("a", "", { maybe: "a>x a>y" }), "1–1"],
    ["copies of a copy", count("abcde", "b>a c>b d>c e>d"), "1–1"],
  ])("%s", (_, counted, expected) => {
    expect(counted).toBe(expected);
  });

  it("says who descends from which origin", () => {
    const { roots } = corroboration({ supporters: ["a", "c", "e"], confirmed: descents("e>a e>c") });
    expect(roots).toEqual([
      { nodes: ["a"], supporters: ["a", "e"] },
      { nodes: ["c"], supporters: ["c", "e"] },
    ]);
  });

  it("shows circular reporting, whether or not it leads on to an origin", () => {
    const circles = (words: string) => corroboration({ supporters: ["a"], confirmed: descents(words) }).circular;
    expect(circles("a>b b>c c>a")).toEqual([["a", "b", "c"]]);
    expect(circles("a>b b>a b>x")).toEqual([["a", "b"]]);
    expect(circles("a>b")).toEqual([]);
    expect(circles("a>b y>z z>y")).toEqual([]);
  });

  it("follows a chain longer than the call stack", () => {
    const confirmed = Array.from({ length: 20_000 }, (_, index) => ({ from: `${index}`, to: `${index + 1}` }));
    expect(corroboration({ supporters: ["0"], confirmed })).toMatchObject({ min: 1, max: 1 });
  });
});

describe("for any descent", () => {
  const node = fc.constantFrom(..."abcdefgh");
  const edges = fc.array(
    fc.record({ from: node, to: node }).filter(({ from, to }) => from !== to),
    { maxLength: 16 },
  );
  const evidence = fc.record({
    supporters: fc.uniqueArray(node, { maxLength: 8 }),
    confirmed: edges,
    suspected: edges,
  });

  it("gives a range that more suspicion never raises", () => {
    fc.assert(
      fc.property(evidence, ({ supporters, confirmed, suspected }) => {
        const { min, max, roots } = corroboration({ supporters, confirmed, suspected });
        expect(min).toBeLessThanOrEqual(max);
        expect(max).toBeLessThanOrEqual(supporters.length * 8);
        expect(corroboration({ supporters, confirmed }).max).toBe(max);
        expect(max > 0).toBe(supporters.length > 0);
        expect(new Set(roots.flatMap((root) => root.supporters))).toEqual(new Set(supporters));
      }),
    );
  });

  it("does not depend on the order in which it was recorded", () => {
    fc.assert(
      fc.property(evidence, ({ supporters, confirmed, suspected }) => {
        const { min, max } = corroboration({ supporters, confirmed, suspected });
        const turned = corroboration({
          supporters: [...supporters].reverse(),
          confirmed: [...confirmed].reverse(),
          suspected: [...suspected].reverse(),
        });
        expect(turned).toMatchObject({ min, max });
      }),
    );
  });

  it("finds the components that a walk in both directions finds", () => {
    fc.assert(
      fc.property(edges, (given) => {
        const next = (from: string) => given.filter((edge) => edge.from === from).map((edge) => edge.to);
        const reach = (from: string) => {
          const seen = new Set([from]);
          for (const each of seen) for (const to of next(each)) seen.add(to);
          return seen;
        };
        const components = strongComponents("abcdefgh", next);
        expect(components.flat().sort()).toEqual([..."abcdefgh"]);
        for (const a of "abcdefgh") {
          for (const b of "abcdefgh") {
            const together = components.some((members) => members.includes(a) && members.includes(b));
            expect(together).toBe(reach(a).has(b) && reach(b).has(a));
          }
        }
      }),
    );
  });
});
