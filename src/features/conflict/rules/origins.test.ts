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
  const sure = descents(confirmed);
  const { min, max } = corroboration({
    supporters: [...supporters],
    confirmed: sure,
    cautious: [[...sure, ...descents(more.maybe ?? "")]],
    ...more,
  });
  return `${min}–${max}`;
};

describe("independent origins", () => {
  const owned = (own: string) => (node: string) => (node === own ? node : null);
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
    ["a copy with reporting of its own", count("ab", "b>a", { ownReporting: owned("b") }), "1–2"],
    ["reporting of its own where it is the origin anyway", count("a", "", { ownReporting: owned("a") }), "1–1"],
    ["a suspicion that leads to two origins", count("a", "", { maybe: "a>x a>y" }), "1–1"],
    ["copies of a copy", count("abcde", "b>a c>b d>c e>d"), "1–1"],
    ["a chain whose middle reports of its own", count("abc", "c>b b>a", { ownReporting: owned("b") }), "1–2"],
    ["two copies whose own reporting is one outlet's", count("abc", "b>a c>a", { ownReporting: () => "x" }), "1–2"],
    ["own reporting of an outlet that is an origin anyway", count("ab", "a>x b>y", { ownReporting: () => "y" }), "2–2"],
    ["a circle of which one reports of its own", count("abc", "a>b b>c c>a", { ownReporting: owned("b") }), "0–1"],
    ["a circle of which all report of their own", count("abc", "a>b b>c c>a", { ownReporting: (node) => node }), "0–3"],
    ["two circles", count("abcd", "a>b b>a c>d d>c"), "0–2"],
    ["a circle and an origin", count("abc", "a>b b>a"), "1–2"],
    ["two circles that lead to one origin", count("abcd", "a>b b>a c>d d>c b>x d>x"), "1–1"],
    ["a suspicion that closes a circle", count("ab", "b>a", { maybe: "a>b" }), "0–1"],
    ["a suspicion inside a circle", count("abc", "a>b b>c c>a", { maybe: "a>c" }), "0–1"],
    ["a suspicion that leads out of a circle", count("abc", "a>b b>c c>a", { maybe: "a>x" }), "0–1"],
    ["two suspected copies of one outside", count("ab", "", { maybe: "a>x b>x" }), "1–2"],
    ["a chain of suspicions", count("abc", "", { maybe: "c>b b>a" }), "1–3"],
    ["a suspicion that is known already", count("ab", "b>a", { maybe: "b>a" }), "1–1"],
    ["two origins through one article", count("a", "a>b b>x b>y"), "2–2"],
    ["two origins of one owner through one article", count("c", "c>a c>b", oneOwner), "1–2"],
    ["a diamond and one that stands alone", count("abcde", "b>a c>a d>b d>c"), "2–2"],
    ["an own report that nothing vouches for", count("a", "", { established: () => false }), "0–1"],
  ])("%s", (_, counted, expected) => {
    expect(counted).toBe(expected);
  });

  it("says who descends from which origin", () => {
    const { roots } = corroboration({ supporters: ["a", "c", "e"], confirmed: descents("e>a e>c") });
    expect(roots).toEqual([
      { nodes: ["a"], supporters: ["a", "e"], own: false },
      { nodes: ["c"], supporters: ["c", "e"], own: false },
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

  type Given = { supporters: string[]; confirmed: Descent[]; suspected: Descent[] };
  const counted = ({ supporters, confirmed, suspected }: Given, more: Partial<Evidence> = {}) =>
    corroboration({ supporters, confirmed, cautious: [[...confirmed, ...suspected]], ...more });
  const some = (nodes: string[]) => (each: string) => nodes.includes(each);
  const marks = fc.subarray([..."abcdefgh"]);

  it("gives a range, in which every supporter has an origin or a circle", () => {
    fc.assert(
      fc.property(evidence, (given) => {
        const { min, max, roots } = counted(given);
        expect(min).toBeLessThanOrEqual(max);
        expect(max > 0).toBe(given.supporters.length > 0);
        expect(new Set(roots.flatMap((root) => root.supporters))).toEqual(new Set(given.supporters));
      }),
    );
  });

  it("is never raised by suspicions", () => {
    fc.assert(
      fc.property(evidence, marks, (given, unsure) => {
        const established = (node: string) => !some(unsure)(node);
        const without = counted({ ...given, suspected: [] }, { established });
        const { min, max } = counted(given, { established });
        expect(min).toBeLessThanOrEqual(without.min);
        expect(max).toBe(without.max);
      }),
    );
  });

  it("has a maximum that confirming a suspicion between two supporters never raises", () => {
    fc.assert(
      fc.property(evidence, node, node, marks, (given, from, to, own) => {
        fc.pre(from !== to);
        const supporters = [...new Set([...given.supporters, from, to])];
        const ownReporting = (each: string) => (own.includes(each) ? each : null);
        const before = counted({ ...given, supporters }, { ownReporting });
        const confirmed = [...given.confirmed, { from, to }];
        const after = counted({ ...given, supporters, confirmed }, { ownReporting });
        expect(after.max).toBeLessThanOrEqual(before.max);
      }),
    );
  });

  it("has a maximum that another report never lowers, and an independent one raises", () => {
    fc.assert(
      fc.property(evidence, node, (given, more) => {
        const before = counted(given);
        const joined = counted({ ...given, supporters: [...new Set([...given.supporters, more])] });
        expect(joined.max).toBeGreaterThanOrEqual(before.max);
        const alone = counted({ ...given, supporters: [...given.supporters, "z"] });
        expect(alone).toMatchObject({ min: before.min + 1, max: before.max + 1 });
      }),
    );
  });

  it("counts reporting of their own in the maximum only, and at most once for each", () => {
    fc.assert(
      fc.property(evidence, marks, (given, own) => {
        const without = counted(given);
        const { min, max } = counted(given, { ownReporting: (each) => (own.includes(each) ? each : null) });
        expect(min).toBe(without.min);
        expect(max).toBeGreaterThanOrEqual(without.max);
        expect(max).toBeLessThanOrEqual(without.max + own.length);
      }),
    );
  });

  it("merges owners in the minimum only", () => {
    fc.assert(
      fc.property(evidence, marks, (given, owned) => {
        const without = counted(given);
        const { min, max } = counted(given, { ownerOf: (each) => (owned.includes(each) ? "Holding" : null) });
        expect(max).toBe(without.max);
        expect(min).toBeLessThanOrEqual(without.min);
        if (without.min > 0) expect(min).toBeGreaterThan(0);
      }),
    );
  });

  it("does not depend on the order in which it was recorded", () => {
    fc.assert(
      fc.property(evidence, ({ supporters, confirmed, suspected }) => {
        const { min, max } = counted({ supporters, confirmed, suspected });
        const turned = counted({
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
