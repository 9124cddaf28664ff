import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { FindingBasis } from "../schema";
import { findingChanges } from "./finding-changes";

type Claim = FindingBasis["claims"][number];
type Relation = FindingBasis["relations"][number];
type Camp = FindingBasis["camps"][number];

const claim = (number: number, camp: string, more: Partial<Claim> = {}): Claim => ({
  id: `claim-${number}`,
  number,
  camp,
  statement: `Statement ${number}`,
  quote: `Quote ${number}`,
  outlet: { id: "reuters", name: "Reuters" },
  attribution: ["Reuters"],
  occurredOn: "2024-02-18",
  reportedOn: null,
  status: "draft",
  reliability: "B",
  credibility: 2,
  confidence: null,
  ...more,
});

const relation = (from: number, kind: Relation["kind"], to: number, about: Relation["about"] = null): Relation => ({
  id: `relation-${Math.min(from, to)}-${Math.max(from, to)}`,
  from,
  to,
  kind,
  about,
});

const camp = (letter: string, min: number, max: number, roots: Partial<Camp["roots"][number]>[]): Camp => ({
  letter,
  origins: { min, max },
  roots: roots.map((root) => ({
    name: "Reuters",
    kind: "outlet",
    outletId: "reuters",
    established: true,
    claims: [],
    ...root,
  })),
});

const BASIS: FindingBasis = {
  claims: [claim(3, "A"), claim(5, "A"), claim(4, "B")],
  relations: [relation(3, "contradicts", 4, "number"), relation(5, "repeats", 3)],
  camps: [camp("A", 1, 1, [{ claims: [3, 5] }]), camp("B", 1, 1, [{ claims: [4] }])],
};

const withClaim = (number: number, more: Partial<Claim>): FindingBasis => ({
  ...BASIS,
  claims: BASIS.claims.map((each) => (each.number === number ? { ...each, ...more } : each)),
});
const withRelations = (...relations: Relation[]): FindingBasis => ({ ...BASIS, relations });
const withCamps = (...camps: Camp[]): FindingBasis => ({ ...BASIS, camps });
const without = (number: number): FindingBasis => ({
  ...BASIS,
  claims: BASIS.claims.filter((each) => each.number !== number),
});

const [opposed, copied] = BASIS.relations as [Relation, Relation];
const [campA, campB] = BASIS.camps as [Camp, Camp];

const TABLE: [string, FindingBasis, string[]][] = [
  ["nothing", BASIS, []],
  ["a claim joins", { ...BASIS, claims: [...BASIS.claims, claim(9, "B")] }, ["C-9 joined camp B"]],
  [
    "a claim joins as a camp of its own",
    { ...BASIS, claims: [...BASIS.claims, claim(9, "C")] },
    ["C-9 joined the conflict, in camp C"],
  ],
  ["a claim leaves", without(5), ["C-5 is no longer part of the conflict"]],
  ["a claim changes sides", withClaim(5, { camp: "B" }), ["C-5 moved from camp A to camp B"]],
  ["a relation is withdrawn", withRelations(copied), ["C-3 no longer contradicts C-4"]],
  [
    "a relation is added",
    withRelations(opposed, copied, relation(5, "contradicts", 4, "time")),
    ["C-5 now contradicts C-4 on time"],
  ],
  [
    "a relation is another",
    withRelations({ ...opposed, kind: "qualifies", about: null }, copied),
    ["C-3 now qualifies C-4; it was: C-3 contradicts C-4 on number"],
  ],
  [
    "a contradiction is about something else",
    withRelations({ ...opposed, about: "time" }, copied),
    ["C-3 contradicts C-4 on time, was on number"],
  ],
  [
    "a direction is turned",
    withRelations(opposed, { ...copied, from: 3, to: 5 }),
    ["C-3 now repeats C-5, not the other way round"],
  ],
  ["words", withClaim(3, { statement: "Else" }), ["the statement of C-3 was changed"]],
  ["a quote", withClaim(3, { quote: "Else" }), ["the quote of C-3 was changed"]],
  ["no quote", withClaim(3, { quote: null }), ["the quote of C-3 was taken away"]],
  ["a date", withClaim(3, { occurredOn: "2024-02" }), ["C-3, when it happened: Feb 2024, was 18 Feb 2024"]],
  ["a new date", withClaim(3, { reportedOn: "2024" }), ["C-3, when it was reported: 2024, was not given"]],
  [
    "an outlet",
    withClaim(3, { outlet: { id: "utv", name: "UTV" }, attribution: ["UTV"] }),
    ["C-3 is credited to UTV, was Reuters"],
  ],
  ["a chain", withClaim(3, { attribution: ["Reuters", "a diplomat"] }), ["the attribution of C-3 was changed"]],
  ["a grade", withClaim(3, { credibility: null }), ["the credibility of C-3 is not given, was 2"]],
  ["origins", withCamps(camp("A", 1, 2, [{ claims: [3, 5] }]), campB), ["origins of camp A: 1–2, were 1"]],
  [
    "other origins, as many",
    withCamps(camp("A", 1, 1, [{ claims: [3, 5], outletId: "afp", name: "AFP" }]), campB),
    ["camp A goes back to others than it did: now AFP"],
  ],
];

describe("what has changed since a finding", () => {
  it.each(TABLE)("%s", (_, now, words) => {
    expect(findingChanges(BASIS, now).map((each) => each.words)).toEqual(words);
  });

  it("says of a claim that is gone that it was retracted", () => {
    const changes = findingChanges(BASIS, { ...without(5), relations: [opposed] }, { retracted: [5] });
    expect(changes).toEqual([{ what: "membership", words: "C-5 was retracted" }]);
  });

  it("takes no notice of a name, a review or a letter", () => {
    const renamed = { id: "reuters", name: "Thomson Reuters" };
    const now: FindingBasis = {
      ...BASIS,
      claims: BASIS.claims.map((each) => ({
        ...each,
        camp: each.camp === "A" ? "B" : "A",
        outlet: renamed,
        attribution: [renamed.name],
        status: "reviewed",
      })),
      camps: [
        { ...campB, letter: "A", roots: campB.roots.map((root) => ({ ...root, name: renamed.name })) },
        { ...campA, letter: "B", roots: campA.roots.map((root) => ({ ...root, name: renamed.name })) },
      ],
    };
    expect(findingChanges(BASIS, now)).toEqual([]);
  });

  it("leaves grades out where it is told to", () => {
    expect(findingChanges(BASIS, withClaim(3, { credibility: null }), { grades: false })).toEqual([]);
  });
});

const KINDS: Relation["kind"][] = ["agrees", "contradicts", "qualifies", "updates", "repeats", "unrelated", "disputed"];

/** Any basis: three to seven claims in up to three camps, with relations between some of them. */
const bases = fc
  .record({
    homes: fc.array(fc.constantFrom("A", "B", "C"), { minLength: 3, maxLength: 7 }),
    kinds: fc.array(fc.constantFrom(...KINDS), { minLength: 1, maxLength: 6 }),
    max: fc.integer({ min: 1, max: 4 }),
  })
  .map(({ homes, kinds, max }): FindingBasis => {
    const claims = homes.map((home, index) => claim(index + 1, home));
    const letters = [...new Set(homes)].sort();
    return {
      claims,
      relations: kinds
        .slice(0, claims.length - 1)
        .map((kind, index) => relation(index + 1, kind, index + 2, kind === "contradicts" ? "number" : null)),
      camps: letters.map((letter) =>
        camp(letter, 1, max, [{ claims: claims.filter((each) => each.camp === letter).map(({ number }) => number) }]),
      ),
    };
  });

const first = <T>(list: T[], change: (value: T) => T): T[] =>
  list.map((value, index) => (index === 0 ? change(value) : value));

const onFirstClaim =
  (more: Partial<Claim>) =>
  (basis: FindingBasis): FindingBasis => ({ ...basis, claims: first(basis.claims, (each) => ({ ...each, ...more })) });
const onFirstRelation =
  (change: (relation: Relation) => Relation) =>
  (basis: FindingBasis): FindingBasis => ({ ...basis, relations: first(basis.relations, change) });
const onFirstCamp =
  (change: (camp: Camp) => Camp) =>
  (basis: FindingBasis): FindingBasis => ({ ...basis, camps: first(basis.camps, change) });

/** One thing that is no longer as it was, each. */
const SINGLE: Record<string, (basis: FindingBasis) => FindingBasis> = {
  joined: (basis) => ({ ...basis, claims: [...basis.claims, claim(99, "A")] }),
  left: (basis) => ({ ...basis, claims: basis.claims.slice(1) }),
  statement: onFirstClaim({ statement: "Else" }),
  quote: onFirstClaim({ quote: "Else" }),
  outlet: onFirstClaim({ outlet: null }),
  attribution: onFirstClaim({ attribution: [] }),
  occurredOn: onFirstClaim({ occurredOn: null }),
  reportedOn: onFirstClaim({ reportedOn: "2025" }),
  reliability: onFirstClaim({ reliability: "F" }),
  credibility: onFirstClaim({ credibility: 6 }),
  confidence: onFirstClaim({ confidence: "low" }),
  "relation gone": (basis) => ({ ...basis, relations: basis.relations.slice(1) }),
  "relation added": (basis) => ({
    ...basis,
    relations: [...basis.relations, { ...relation(1, "agrees", 3), id: "x" }],
  }),
  "relation kind": onFirstRelation((each) => ({
    ...each,
    kind: each.kind === "unrelated" ? "agrees" : "unrelated",
    about: null,
  })),
  "relation about": onFirstRelation((each) => ({ ...each, about: "cause" })),
  "origins fewer": onFirstCamp((each) => ({ ...each, origins: { ...each.origins, min: 0 } })),
  "origins more": onFirstCamp((each) => ({ ...each, origins: { ...each.origins, max: 9 } })),
  "root another": onFirstCamp((each) => ({
    ...each,
    roots: first(each.roots, (root) => ({ ...root, outletId: "x" })),
  })),
  "root no longer established": onFirstCamp((each) => ({
    ...each,
    roots: first(each.roots, (root) => ({ ...root, established: false })),
  })),
};

describe("properties", () => {
  it("an equal basis changes nothing", () => {
    fc.assert(
      fc.property(bases, (basis) => {
        expect(findingChanges(basis, structuredClone(basis))).toEqual([]);
      }),
    );
  });

  it.each(Object.entries(SINGLE))("a single change is told: %s", (_, change) => {
    fc.assert(
      fc.property(bases, (basis) => {
        expect(findingChanges(basis, change(basis)).length).toBeGreaterThan(0);
      }),
    );
  });

  it("a claim that changes sides is told", () => {
    fc.assert(
      fc.property(bases, fc.nat(), (basis, pick) => {
        const camps = new Set(basis.claims.map((each) => each.camp));
        fc.pre(camps.size > 1);
        const moved = basis.claims[pick % basis.claims.length] as Claim;
        const to = [...camps].find((letter) => letter !== moved.camp) as string;
        const claims = basis.claims.map((each) => (each === moved ? { ...each, camp: to } : each));
        const alone = basis.claims.filter((each) => each.camp === moved.camp).length === 1;
        const words = findingChanges(basis, { ...basis, claims }).map((each) => each.words);
        expect(words.length).toBeGreaterThan(0);
        if (!alone) expect(words.join()).toMatch(/moved/);
      }),
    );
  });
});
