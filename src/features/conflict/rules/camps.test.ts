import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { ContradictionAbout, RelationFamily, StandingKind } from "@/features/relation/schema";
import type { ConflictLink } from "../schema";
import { aboutOf, conflictGroups, inconsistenciesOf, letterOf, oppositionsOf } from "./camps";

/** `2 agrees 5`, `5 contradicts 7 number`. */
function link(words: string): ConflictLink {
  const [from, kind, to, about] = words.split(" ");
  const standing = StandingKind.parse(kind);
  return {
    id: words,
    from: Number(from),
    to: Number(to),
    kind: standing,
    family: standing === "repeats" ? "descent" : "content",
    about: about ? ContradictionAbout.parse(about) : null,
  };
}
const links = (...words: string[]) => words.map(link);

/** Groups as camps of numbers: `1,2 | 3`. */
const shape = (...words: string[]) =>
  conflictGroups(links(...words)).map(({ camps }) => camps.map(({ claims }) => claims.join(",")).join(" | "));

describe("camps", () => {
  test.each([
    ["nothing recorded", [], []],
    ["agreement is no conflict", ["1 agrees 2", "3 repeats 1"], []],
    ["two claims that contradict", ["1 contradicts 2"], ["1 | 2"]],
    ["agreement makes a camp", ["1 agrees 2", "2 agrees 3", "3 contradicts 4"], ["1,2,3 | 4"]],
    ["so does repetition", ["2 repeats 1", "1 contradicts 3"], ["1,2 | 3"]],
    ["but not where the copy differs", ["2 repeats 1", "2 contradicts 1"], ["1 | 2"]],
    ["nor where something else stands on the content", ["2 repeats 1", "2 qualifies 1", "1 contradicts 3"], ["1 | 3"]],
    ["nor where that is disputed", ["2 repeats 1", "2 disputed 1", "1 contradicts 3"], ["1 | 3"]],
    ["three camps", ["1 contradicts 2", "2 contradicts 3", "1 contradicts 3"], ["1 | 2 | 3"]],
    ["two conflicts", ["5 contradicts 6", "1 contradicts 2"], ["1 | 2", "5 | 6"]],
    [
      "what qualifies, updates or is unrelated joins nothing",
      ["1 contradicts 2", "2 updates 3", "3 unrelated 4"],
      ["1 | 2"],
    ],
    ["a dispute is no contradiction", ["1 disputed 2"], []],
    ["a contradiction inside a camp", ["1 agrees 2", "2 agrees 3", "1 contradicts 3"], ["1,2,3"]],
  ])("%s", (_, words, expected) => {
    expect(shape(...words)).toEqual(expected);
  });

  it("goes by the lowest number, with camps lettered in the order of theirs", () => {
    const [group] = conflictGroups(links("9 agrees 4", "7 contradicts 9", "12 contradicts 4"));
    expect(group).toMatchObject({ key: 4, claims: [4, 7, 9, 12], inconsistent: false });
    expect(group?.camps).toEqual([
      { letter: "A", claims: [4, 9] },
      { letter: "B", claims: [7] },
      { letter: "C", claims: [12] },
    ]);
  });

  it("lists what stands aside between claims of the group only", () => {
    const [group] = conflictGroups(
      links("1 contradicts 2", "2 contradicts 3", "3 qualifies 1", "1 unrelated 9", "3 repeats 2"),
    );
    expect(group?.aside.map(({ id }) => id)).toEqual(["3 qualifies 1", "3 repeats 2"]);
  });

  it("letters any number of camps", () => {
    expect([0, 25, 26, 51, 52, 701, 702].map(letterOf)).toEqual(["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]);
  });
});

describe("inconsistencies", () => {
  const found = (...words: string[]) =>
    conflictGroups(links(...words))
      .flatMap(inconsistenciesOf)
      .map(({ contradiction, path }) => [contradiction.id, path.map(({ id }) => id)]);

  it("shows the way by which the annotation contradicts itself", () => {
    expect(found("1 agrees 2", "3 repeats 2", "3 contradicts 1")).toEqual([
      ["3 contradicts 1", ["1 agrees 2", "3 repeats 2"]],
    ]);
  });

  it("takes the shortest way, and of equally short ones that of the lowest numbers", () => {
    const long = ["1 agrees 2", "2 agrees 3", "3 agrees 9"];
    expect(found(...long, "8 agrees 9", "1 agrees 8", "1 agrees 7", "7 agrees 9", "9 contradicts 1")).toEqual([
      ["9 contradicts 1", ["1 agrees 7", "7 agrees 9"]],
    ]);
  });

  it("leaves contradictions between camps alone", () => {
    expect(found("1 agrees 2", "2 contradicts 3")).toEqual([]);
  });
});

describe("oppositions", () => {
  it("says which camps contradict which, about what", () => {
    const [group] = conflictGroups(
      links(
        "1 agrees 2",
        "1 contradicts 3 number",
        "4 contradicts 2 time",
        "2 contradicts 3 place",
        "4 agrees 3",
        "9 contradicts 4 number",
      ),
    );
    const told =
      group && oppositionsOf(group).map(({ a, b, about, contradictions }) => [a + b, about, contradictions.length]);
    expect(told).toEqual([
      ["AB", ["number", "time", "place"], 3],
      ["BC", ["number"], 1],
    ]);
  });

  it("puts first what most contradictions are about", () => {
    const said = links("1 contradicts 2 place", "1 contradicts 3 time", "1 contradicts 4 place", "1 contradicts 5");
    expect(aboutOf(said)).toEqual(["place", "time"]);
  });
});

describe("for any annotation", () => {
  const anyLinks = fc
    .uniqueArray(
      fc.record({
        pair: fc.tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 12 })).filter(([a, b]) => a !== b),
        family: fc.constantFrom(...RelationFamily.options),
        content: fc.constantFrom("agrees", "contradicts", "qualifies", "updates", "unrelated", "disputed"),
        about: fc.constantFrom(...ContradictionAbout.options),
      }),
      { selector: ({ pair: [a, b], family }) => `${Math.min(a, b)} ${Math.max(a, b)} ${family}`, maxLength: 30 },
    )
    .map((drawn) =>
      drawn.map(({ pair: [from, to], family, content, about }) => {
        const kind = family === "descent" ? "repeats" : content;
        return { ...link(`${from} ${kind} ${to}`), about: kind === "contradicts" ? about : null };
      }),
    );

  /** Steps between any two claims over the given links, the slow way. */
  function distances(over: ConflictLink[]): (a: number, b: number) => number {
    const numbers = Array.from({ length: 12 }, (_, index) => index + 1);
    const table = new Map<string, number>(numbers.map((n) => [`${n} ${n}`, 0]));
    const at = (a: number, b: number) => table.get(`${a} ${b}`) ?? Number.POSITIVE_INFINITY;
    for (const { from, to } of over) table.set(`${from} ${to}`, 1).set(`${to} ${from}`, 1);
    for (const k of numbers) {
      for (const a of numbers) {
        for (const b of numbers) table.set(`${a} ${b}`, Math.min(at(a, b), at(a, k) + at(k, b)));
      }
    }
    return at;
  }

  it("does not depend on the order in which it was recorded", () => {
    fc.assert(
      fc.property(anyLinks, (given) => {
        expect(conflictGroups([...given].reverse())).toEqual(conflictGroups(given));
      }),
    );
  });

  it("puts two claims in one camp exactly where joins connect them, and in one conflict where opposition does, too", () => {
    fc.assert(
      fc.property(anyLinks, (given) => {
        const groups = conflictGroups(given);
        const settled = given.filter((each) => each.family === "content");
        const same = (a: ConflictLink, b: ConflictLink) =>
          (a.from === b.from && a.to === b.to) || (a.from === b.to && a.to === b.from);
        const joins = given.filter(
          (each) => each.kind === "agrees" || (each.kind === "repeats" && !settled.some((other) => same(each, other))),
        );
        const opposed = given.filter((each) => each.kind === "contradicts");
        const joined = distances(joins);
        const connected = distances([...joins, ...opposed]);
        const all = groups.flatMap(({ camps, key }) =>
          camps.flatMap(({ claims, letter }) => claims.map((claim) => ({ claim, camp: key + letter, key }))),
        );
        expect(new Set(all.map(({ claim }) => claim)).size).toBe(all.length);
        expect(all.every(({ claim }) => opposed.some(({ from }) => connected(claim, from) < 99))).toBe(true);
        expect(opposed.every(({ from }) => all.some(({ claim }) => claim === from))).toBe(true);
        for (const a of all) {
          for (const b of all) {
            expect(a.camp === b.camp).toBe(joined(a.claim, b.claim) < 99);
            expect(a.key === b.key).toBe(connected(a.claim, b.claim) < 99);
          }
        }
      }),
    );
  });

  it("finds every contradiction inside a camp, with a way that is really there and none shorter", () => {
    fc.assert(
      fc.property(anyLinks, (given) => {
        for (const group of conflictGroups(given)) {
          const found = inconsistenciesOf(group);
          expect(found.length > 0).toBe(group.inconsistent);
          const across = oppositionsOf(group).flatMap(({ contradictions }) => contradictions);
          expect(found.length + across.length).toBe(group.contradictions.length);
          const distance = distances(group.joins);
          for (const { contradiction, path } of found) {
            const start = Math.min(contradiction.from, contradiction.to);
            const end = path.reduce((at, { from, to }) => {
              expect([from, to]).toContain(at);
              return at === from ? to : from;
            }, start);
            expect(end).toBe(Math.max(contradiction.from, contradiction.to));
            expect(path).toHaveLength(distance(start, end));
          }
        }
      }),
    );
  });

  it("has room for a big case", () => {
    const chain = Array.from({ length: 20_000 }, (_, index) => link(`${index + 1} agrees ${index + 2}`));
    const [group] = conflictGroups([...chain, link("1 contradicts 20001")]);
    expect(group?.claims).toHaveLength(20_001);
    expect(group && inconsistenciesOf(group)[0]?.path).toHaveLength(20_000);
  });
});
