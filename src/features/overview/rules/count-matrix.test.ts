import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { lineageOf, type SourcedClaim } from "@/features/conflict/rules/camp-origins";
import type { ConflictLink } from "@/features/conflict/schema";
import { RelationKind, StandingKind } from "@/features/relation/schema";
import { CountBy, MatrixKind } from "../schema";
import { cellPairs, positionOf } from "./cell-pairs";
import { countMatrix } from "./count-matrix";
import { type Ground, groundOfClaims, groundOfOrigins } from "./matrix-ground";
import { type CellPair, linksByClaim } from "./matrix-pairs";
import { showPair } from "./show-pair";

const outlet = (name: string) => ({ id: name, name, owner: null });

/** `1 Reuters`, `2 UTV > Reuters`, `3 UTV > @Ahmed` (a person), `4` (entered by hand). */
function claim(words: string): SourcedClaim {
  const [number = "", ...rest] = words.split(" ");
  const [publisher, credited] = rest.join(" ").split(" > ");
  const person = credited?.startsWith("@");
  return {
    number: Number(number),
    articleId: null,
    outlet: null,
    publisher: publisher ? outlet(publisher) : null,
    credited: credited ? { name: credited, outlet: person ? null : outlet(credited) } : null,
  };
}

function link(words: string): ConflictLink {
  const [from, kind, to] = words.split(" ");
  const standing = StandingKind.parse(kind);
  const family = standing === "repeats" ? "descent" : "content";
  return { id: words, from: Number(from), to: Number(to), kind: standing, family, about: null };
}

type Case = { claims: SourcedClaim[]; links: ConflictLink[] };

const made = (claims: string[], links: string[]): Case => ({ claims: claims.map(claim), links: links.map(link) });

function groundOf({ claims, links }: Case, by: CountBy): Ground {
  const attributed = claims.flatMap(({ number, credited, publisher }) => {
    const of = credited?.outlet ?? publisher;
    return of ? [[number, of.id] as const] : [];
  });
  const outletOf = new Map(attributed);
  if (by === "report") return groundOfClaims(links, outletOf);
  return groundOfOrigins(links, outletOf, new Map(claims.map((each) => [each.number, each])), lineageOf(links));
}

const count = (of: Case, by: CountBy, implied: boolean) => countMatrix(groundOf(of, by), implied);

/** Five outlets carry Reuters' report; UTV contradicts it; each copy was compared with UTV. */
const WIRE = made(
  ["1 Reuters", "2 A", "3 B", "4 C", "5 D", "6 E", "7 UTV"],
  [...[2, 3, 4, 5, 6].map((copy) => `${copy} repeats 1`), ...[1, 2, 3, 4, 5, 6].map((copy) => `${copy} contradicts 7`)],
);

describe("by origin", () => {
  it("counts copies of one wire against another outlet once", () => {
    expect(count(WIRE, "report", false).reduce((sum, { contradicts }) => sum + contradicts, 0)).toBe(6);
    expect(count(WIRE, "origin", false)).toEqual([
      { a: "Reuters", b: "UTV", agrees: 0, contradicts: 1, qualifies: 0, updates: 0, repeats: 0 },
    ]);
  });

  it("counts the same two origins again where they differ on another matter", () => {
    const two = made(["1 Reuters", "2 UTV", "3 Reuters", "4 UTV"], ["1 contradicts 2", "3 contradicts 4"]);
    expect(count(two, "origin", false)).toMatchObject([{ a: "Reuters", b: "UTV", contradicts: 2 }]);
  });

  it("takes an outlet's agreement with itself for none", () => {
    expect(count(made(["1 UTV", "2 UTV"], ["1 agrees 2"]), "origin", true)).toEqual([]);
  });

  it("counts a person for the outlet that first passes on the words", () => {
    const passed = made(["1 UTV > @Ahmed", "2 One > @Ahmed", "3 Reuters"], ["1 agrees 2", "2 contradicts 3"]);
    expect(count(passed, "origin", false)).toMatchObject([{ a: "Reuters", b: "UTV", contradicts: 1 }]);
  });
});

describe("implied pairs", () => {
  const camp = made(["1 A", "2 B", "3 C", "4 D"], ["1 agrees 2", "2 agrees 3", "3 contradicts 4"]);

  it("follow from camps, and recorded ones are among them once", () => {
    const told = count(camp, "report", true).map(({ a, b, agrees, contradicts }) => [a + b, agrees, contradicts]);
    expect(told).toEqual([
      ["AB", 1, 0],
      ["AC", 1, 0],
      ["AD", 0, 1],
      ["BC", 1, 0],
      ["BD", 0, 1],
      ["CD", 0, 1],
    ]);
  });

  test.each(["1 contradicts 3", "1 qualifies 3", "1 unrelated 3", "1 disputed 3"])(
    "do not stand against what is recorded: %s",
    (words) => {
      const cells = count({ ...camp, links: [...camp.links, link(words)] }, "report", true);
      const between = cells.find(({ a, b }) => a + b === "AC");
      expect(between?.agrees ?? 0).toBe(0);
      expect(between?.contradicts ?? 0).toBe(words.includes("contradicts") ? 1 : 0);
    },
  );
});

const Outlets = fc.constantFrom("A", "B", "C");

const cases: fc.Arbitrary<Case> = fc.integer({ min: 2, max: 8 }).chain((size) =>
  fc.record({
    claims: fc
      .array(
        fc.record({
          publisher: fc.option(Outlets.map(outlet)),
          credited: fc.option(
            fc.oneof(
              fc.constantFrom("@P", "@Q").map((name) => ({ name, outlet: null })),
              Outlets.map((name) => ({ name, outlet: outlet(name) })),
            ),
          ),
        }),
        { minLength: size, maxLength: size },
      )
      .map((list) => list.map((each, index) => ({ number: index + 1, articleId: null, outlet: null, ...each }))),
    links: fc
      .uniqueArray(
        fc.record({
          ends: fc
            .tuple(fc.integer({ min: 1, max: size }), fc.integer({ min: 1, max: size }))
            .filter(([from, to]) => from !== to),
          kind: fc.constantFrom<StandingKind>(...RelationKind.options, "disputed", "agrees", "contradicts", "repeats"),
        }),
        { maxLength: 14, selector: ({ ends, kind }) => `${[...ends].sort()} ${kind === "repeats"}` },
      )
      .map((list) => list.map(({ ends: [from, to], kind }) => link(`${from} ${kind} ${to}`))),
  }),
);

const joined = ({ from, to }: ConflictLink, x: number, y: number) =>
  (from === x && to === y) || (from === y && to === x);

/** What is said of two claims, by the definition and with no shortcut. */
function kindsOf({ claims, links }: Case, x: number, y: number, implied: boolean): Set<MatrixKind> {
  const between = links.filter((each) => joined(each, x, y));
  const kinds = new Set(between.flatMap(({ kind }) => MatrixKind.safeParse(kind).data ?? []));
  if (implied && !between.some(({ family }) => family === "content")) {
    const [camp, other] = [campAround(links, x), campAround(links, y)];
    const numbers = claims.map(({ number }) => number);
    const opposed = numbers.some((a) =>
      numbers.some(
        (b) => camp.has(a) && other.has(b) && links.some((each) => each.kind === "contradicts" && joined(each, a, b)),
      ),
    );
    if (camp.has(y)) kinds.add("agrees");
    else if (opposed) kinds.add("contradicts");
  }
  return kinds;
}

function campAround(links: ConflictLink[], claim: number): Set<number> {
  const camp = new Set([claim]);
  for (const x of camp) {
    for (const each of links) {
      const y = each.from === x ? each.to : each.to === x ? each.from : null;
      if (y === null) continue;
      const settled = links.some((other) => other.family === "content" && joined(other, x, y));
      if (each.kind === "agrees" || (each.kind === "repeats" && !settled)) camp.add(y);
    }
  }
  return camp;
}

function bruteForce(of: Case, { units, outlets }: Ground, implied: boolean): Map<string, CellPair[]> {
  const cells = new Map<string, CellPair[]>();
  for (const [u, one] of units.entries()) {
    for (const [v, other] of units.entries()) {
      if (u >= v) continue;
      const kinds = one.claims.flatMap((x) =>
        other.claims.flatMap((y) => (x === y ? [] : [...kindsOf(of, x, y, implied)])),
      );
      const [a, b] = [outlets[one.outlet] ?? "", outlets[other.outlet] ?? ""].sort();
      for (const kind of new Set(kinds)) cells.set(`${a}${b}`, [...(cells.get(`${a}${b}`) ?? []), { u, v, kind }]);
    }
  }
  return cells;
}

describe.each(CountBy.options)("by %s", (by) => {
  describe.each([false, true])("implied: %s", (implied) => {
    it("counts what the definition says", () => {
      fc.assert(
        fc.property(cases, (of) => {
          const ground = groundOf(of, by);
          const expected = bruteForce(of, ground, implied);
          const counted = countMatrix(ground, implied);
          const told = counted.map(({ a, b, ...kinds }) => [`${a}${b}`, kinds] as const);
          const tally = (pairs: CellPair[]) =>
            Object.fromEntries(MatrixKind.options.map((kind) => [kind, pairs.filter((p) => p.kind === kind).length]));
          expect(Object.fromEntries(told)).toEqual(
            Object.fromEntries([...expected].map(([cell, pairs]) => [cell, tally(pairs)])),
          );
        }),
        { numRuns: 150 },
      );
    });

    it("lists the pairs that it counts, page by page, each with claims that show it", () => {
      fc.assert(
        fc.property(cases, Outlets, Outlets, (of, a, b) => {
          const ground = groundOf(of, by);
          const expected = bruteForce(of, ground, implied).get([a, b].sort().join("")) ?? [];
          const listed: CellPair[] = [];
          for (let more = true; more; ) {
            const last = listed.at(-1);
            const after = last ? positionOf(ground, last) : null;
            const { value } = cellPairs(ground, { a, b, implied }, after).next();
            if (value) listed.push(value);
            more = value !== undefined;
          }
          const key = ({ u, v, kind }: CellPair) => `${u} ${v} ${kind}`;
          expect(listed.map(key).sort()).toEqual(expected.map(key).sort());
          const linksOf = linksByClaim(ground.links);
          for (const pair of listed) {
            const shown = showPair(ground, pair, linksOf);
            if (!shown) throw new Error("A pair that nothing shows.");
            expect([...kindsOf(of, shown.from, shown.to, implied)]).toContain(pair.kind);
            const [one, other] = shown.turned ? [pair.v, pair.u] : [pair.u, pair.v];
            expect(ground.units[one]?.claims).toContain(shown.from);
            expect(ground.units[other]?.claims).toContain(shown.to);
          }
        }),
        { numRuns: 150 },
      );
    });
  });
});
