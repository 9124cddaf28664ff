import { describe, expect, it, test } from "vitest";
import type { ConflictLink } from "../schema";
import { campsAmong } from "./camps";
import {
  type CountedCamp,
  confirmedAlone,
  type DatedClaim,
  farApartGrades,
  leftUndecided,
  lostWords,
  maybeUpdate,
  oneOwnerCamp,
  soleSource,
} from "./warnings";

const outlet = (name: string) => ({ id: name.toLowerCase(), name });
const claim = (number: number, by: string | null = "Reuters") => ({
  id: `id ${number}`,
  number,
  claim: `C-${number}`,
  statement: `Claim ${number}`,
  outlet: by === null ? null : outlet(by),
});
const link = (from: number, kind: ConflictLink["kind"], to: number): ConflictLink => ({
  id: `${from} ${kind} ${to}`,
  from,
  to,
  kind,
  family: kind === "repeats" ? "descent" : "content",
  about: null,
});

describe("confirmed alone", () => {
  const root = (name: string, claims: number[]): CountedCamp["roots"][number] => ({
    name,
    kind: "outlet",
    established: true,
    outletId: name,
    owner: null,
    claims,
  });
  const camp = (min: number, max: number, claims = [1, 2]): CountedCamp => ({
    claims,
    joins: [link(2, "agrees", 1)],
    origins: { min, max },
    why: "C-1 and C-2 go back to Reuters.",
    roots: [root("Reuters", claims)],
  });

  test.each([
    [1, 0, 1, true],
    [1, 1, 1, true],
    [1, 1, 2, true],
    [1, 2, 2, false],
    [1, 3, 5, false],
    [2, 1, 1, false],
    [6, 0, 1, false],
    [null, 0, 1, false],
  ])("credibility %s with %s–%s origins: %s", (credibility, min, max, warns) => {
    expect(confirmedAlone(claim(1), credibility, camp(min, max)) !== null).toBe(warns);
  });

  it("says how the origins were counted, and names the rows", () => {
    expect(confirmedAlone(claim(1), 1, camp(1, 2))).toMatchObject({
      subject: "C-1",
      title: "C-1 is called confirmed, with 1–2 origins",
      lesson: expect.stringContaining("confirmed by other sources"),
      why: "C-1 and C-2 go back to Reuters.",
      about: [{ claim: "C-1" }],
      claims: [1, 2],
      relations: ["2 agrees 1"],
    });
  });

  it("rests on the camp and its origins, not on the links or names", () => {
    const facts = (each: CountedCamp) => confirmedAlone(claim(1), 1, each)?.facts;
    const first = camp(1, 1);
    expect(facts({ ...first, joins: [], why: "" })).toBe(facts(first));
    const renamed = first.roots.map((each) => ({ ...each, name: "Thomson Reuters" }));
    expect(facts({ ...first, roots: renamed })).toBe(facts(first));
    expect(facts(camp(1, 2))).not.toBe(facts(first));
    expect(facts(camp(1, 1, [1, 2, 3]))).not.toBe(facts(first));
    expect(facts({ ...first, roots: [root("AFP", [1, 2])] })).not.toBe(facts(first));
  });
});

test.each([
  ["A", 5, "C-1 is graded A5: “completely reliable”, yet “improbable”"],
  ["E", 1, "C-1 is graded E1: “unreliable”, yet “confirmed by other sources”"],
  ["B", 3, undefined],
  ["F", 1, undefined],
  ["A", 6, undefined],
  [null, 5, undefined],
] as const)("%s%s: %s", (reliability, credibility, title) => {
  expect(farApartGrades(claim(1), { reliability, credibility })?.title).toBe(title);
});

describe("an update taken for a contradiction", () => {
  const dated = (number: number, min: string | null, max: string | null): DatedClaim => ({
    ...claim(number),
    occurredOn: `${min ?? ".."}/${max ?? ".."}`,
    occurredMin: min,
    occurredMax: max,
  });
  const day = (number: number, on: string) => ({ ...dated(number, on, on), occurredOn: on });
  const opposed = { ...link(1, "contradicts", 2), about: "number" as const };

  test.each([
    ["one day after the other", day(1, "2024-01-28"), day(2, "2024-01-29"), 0, "C-2"],
    ["the earlier claim is the later event", day(1, "2024-02-01"), day(2, "2024-01-29"), 0, "C-1"],
    ["the same day", day(1, "2024-01-28"), day(2, "2024-01-28"), 0, undefined],
    ["ranges that meet", dated(1, "2024-01-01", "2024-01-31"), day(2, "2024-01-31"), 0, undefined],
    ["ranges apart", dated(1, "2024-01-01", "2024-01-31"), dated(2, "2024-02-01", null), 0, "C-2"],
    ["open towards each other", dated(1, "2024-01-01", null), day(2, "2024-02-01"), 0, undefined],
    ["open at the far sides", dated(1, null, "2024-01-31"), dated(2, "2024-02-05", null), 0, "C-2"],
    ["within the tolerance", day(1, "2024-01-28"), day(2, "2024-01-30"), 2, undefined],
    ["beyond the tolerance", day(1, "2024-01-28"), day(2, "2024-01-31"), 2, "C-2"],
  ])("%s", (_, a, b, tolerance, later) => {
    expect(maybeUpdate(opposed, a, b, tolerance)?.about[0]?.claim).toBe(later);
  });

  it("keeps quiet where the time itself is what they contradict each other on", () => {
    const onTime = { ...opposed, about: "time" as const };
    expect(maybeUpdate(onTime, day(1, "2024-01-28"), day(2, "2024-02-04"))).toBeNull();
  });

  it("is the same whichever end comes first, and another when a time changes", () => {
    const [a, b] = [day(1, "2024-01-28"), day(2, "2024-01-29")];
    expect(maybeUpdate(opposed, b, a)).toEqual(maybeUpdate(opposed, a, b));
    expect(maybeUpdate(opposed, a, b)).toMatchObject({
      subject: "C-1 C-2",
      title: "C-2 may be an update of C-1, not a contradiction",
      why: "When it happened: C-1 28 Jan 2024; C-2 29 Jan 2024.",
      relations: [opposed.id],
    });
    expect(maybeUpdate(opposed, a, day(2, "2024-01-30"))?.facts).not.toBe(maybeUpdate(opposed, a, b)?.facts);
  });
});

describe("a camp of one owner", () => {
  const owned = (number: number, by: string | null, owner: string | null) => ({ ...claim(number, by), owner });
  const camp = { claims: [1, 2], joins: [link(1, "agrees", 2)] };

  test.each([
    ["two outlets of one", [owned(1, "UTV", "Holding"), owned(2, "One News", "holding ")], true],
    ["one outlet", [owned(1, "UTV", "Holding"), owned(2, "UTV", "Holding")], false],
    ["two owners", [owned(1, "UTV", "Holding"), owned(2, "One News", "Other")], false],
    ["no owner known", [owned(1, "UTV", null), owned(2, "One News", null)], false],
    ["one of unknown owner", [owned(1, "UTV", "Holding"), owned(2, "AFP", null)], false],
    ["a claim of no outlet", [owned(1, "UTV", "H"), owned(2, "One News", "H"), owned(3, null, null)], false],
  ])("%s", (_, claims, warns) => {
    expect(oneOwnerCamp(camp, claims) !== null).toBe(warns);
  });

  it("is named by its lowest claim", () => {
    const raised = oneOwnerCamp(camp, [owned(1, "UTV", "Holding"), owned(2, "One News", "Holding")]);
    expect(raised).toMatchObject({
      subject: "camp C-1",
      title: "UTV and One News agree, and both belong to Holding",
      claims: [1, 2],
      relations: ["1 agrees 2"],
    });
  });
});

describe("an article's only source", () => {
  const article = { id: "a", title: "Digest", publisher: outlet("UTV"), claims: [1, 2, 5], about: [claim(1)] };

  test.each([
    ["another outlet", { outlet: outlet("Reuters"), namesSource: false }, "An article of UTV only passes on Reuters"],
    [
      "another, with people",
      { outlet: outlet("Reuters"), namesSource: true },
      "An article of UTV only passes on Reuters",
    ],
    ["itself", { outlet: outlet("UTV"), namesSource: false }, "An article of UTV names nobody but UTV itself"],
    ["itself, with people", { outlet: outlet("UTV"), namesSource: true }, undefined],
  ])("%s", (_, credit, title) => {
    expect(soleSource({ ...article, ...credit })?.title).toBe(title);
  });

  it("takes two claims to say so, and another claim to say it anew", () => {
    const credit = { outlet: outlet("Reuters"), namesSource: false };
    expect(soleSource({ ...article, ...credit, claims: [1] })).toBeNull();
    const facts = (claims: number[]) => soleSource({ ...article, ...credit, claims })?.facts;
    expect(facts([1, 2])).not.toBe(facts([1, 2, 5]));
  });
});

test.each([
  ["2024-03-01", null],
  ["2024-03-14", null],
  ["2024-03-15", "How C-1 and C-2 stand to each other has been undecided since 1 Mar 2024"],
])("a dispute of 1 March, seen on %s", (now, title) => {
  const dispute = { relation: "r", version: 2, since: new Date("2024-03-01"), ends: [claim(1), claim(2)] as const };
  expect(leftUndecided(dispute, new Date(now))?.title ?? null).toBe(title);
});

test("words that are gone", () => {
  const lost = { versionId: "v", contradictions: ["r"] };
  expect(lostWords(claim(7), { ...lost, state: "changed" }).title).toContain("its article has changed");
  expect(lostWords(claim(7), { ...lost, state: "orphaned" })).toMatchObject({ subject: "C-7", relations: ["r"] });
});

describe("camps among links", () => {
  const camps = (claims: number[], links: ConflictLink[]) => campsAmong(claims, links).map((camp) => camp.claims);

  test.each([
    ["a lone claim", [1], [], [[1]]],
    ["by agreeing", [1], [link(1, "agrees", 2), link(3, "agrees", 2)], [[1, 2, 3]]],
    ["by repeating", [2], [link(2, "repeats", 1)], [[1, 2]]],
    ["not by a copy that contradicts", [1], [link(2, "repeats", 1), link(2, "contradicts", 1)], [[1]]],
    ["each once", [1, 2, 3], [link(1, "agrees", 2)], [[1, 2], [3]]],
    ["only those asked for", [1], [link(3, "agrees", 4)], [[1]]],
  ])("%s", (_, claims, links, expected) => {
    expect(camps(claims, links)).toEqual(expected);
  });
});
