import { expect, it, test } from "vitest";
import { RelationKind } from "@/features/relation/schema";
import type { ConflictLink } from "../schema";
import { campOrigins, campRoots, descentOf, lineageOf, type SourcedClaim } from "./camp-origins";
import { conflictGroups } from "./camps";
import { marksWithin, type OriginMarks } from "./lineage";

const owners: Record<string, string> = { UTV: "Holding", "One News": "holding " };
const outlet = (name: string) => ({ id: name.toLowerCase(), name, owner: owners[name] ?? null });

/** `1 Reuters`, `2 UTV > Reuters`, `3 UTV > @Ahmed` (a person), `4` (entered by hand). */
function claim(words: string): SourcedClaim {
  const [number = "", ...rest] = words.split(" ");
  const [publisher, ...steps] = rest.join(" ").split(" > ");
  const last = steps.at(-1);
  const person = last?.startsWith("@");
  const voice = [publisher, ...steps].findLast((step) => step && !step.startsWith("@"));
  return {
    number: Number(number),
    articleId: publisher ? `article ${number}` : null,
    publisher: publisher ? outlet(publisher) : null,
    outlet: voice ? outlet(voice) : null,
    credited: last ? { name: last.replace("@", ""), outlet: person ? null : outlet(last) } : null,
  };
}

function link(words: string): ConflictLink {
  const [from, given, to] = words.split(" ");
  const kind = RelationKind.parse(given);
  const family = kind === "repeats" ? "descent" : "content";
  return { id: words, from: Number(from), to: Number(to), kind, family, about: null };
}

type Given = { links?: string[]; supporters?: number[]; maybe?: string[]; own?: number[] };

/** `maybe` holds suspicions: `2 1` says that C-2 may derive from C-1. */
function origins(claims: string[], links: string[] = [], { supporters, maybe = [], own = [] }: Given = {}) {
  const known = new Map(claims.map(claim).map((each) => [each.number, each]));
  const lineage = lineageOf(links.map(link), { suspected: maybe.map(pair), own });
  const counted = campOrigins(supporters ?? [...known.keys()], known, lineage);
  // The roots alone are read another way, for many camps at once.
  expect(campRoots(supporters ?? [...known.keys()], known, lineage)).toEqual(counted.roots);
  return counted;
}

function pair(words: string) {
  const [from, to] = words.split(" ");
  return { from: Number(from), to: Number(to) };
}

const range = ({ min, max }: { min: number; max: number }) => `${min}–${max}`;

test.each([
  ["two outlets", ["1 Reuters", "2 UTV"], [], "2–2"],
  ["two articles of one outlet", ["1 Reuters", "2 Reuters"], [], "1–1"],
  ["an outlet and one that credits it", ["1 Reuters", "2 UTV > Reuters"], [], "1–1"],
  ["two outlets that pass on one person", ["1 Reuters > @Ahmed", "2 UTV > @ahmed"], [], "1–1"],
  ["two persons in one outlet", ["1 Reuters > @Ahmed", "2 Reuters > @Basim"], [], "2–2"],
  ["a copy", ["1 Reuters", "2 UTV"], ["2 repeats 1"], "1–1"],
  ["a copy that credits somebody else", ["1 Reuters", "2 UTV > AFP"], ["2 repeats 1"], "1–1"],
  ["one that repeats two", ["1 Reuters", "2 AFP", "3 UTV"], ["3 repeats 1", "3 repeats 2"], "2–2"],
  ["a circle", ["1 Reuters", "2 AFP", "3 UTV"], ["1 repeats 2", "2 repeats 3", "3 repeats 1"], "0–1"],
  ["outlets of one owner", ["1 UTV", "2 One News"], [], "1–2"],
  ["a claim from nowhere", ["1 Reuters", "2"], [], "1–2"],
  ["a copy that changed the figure", ["1 Reuters", "2 UTV"], ["2 repeats 1", "2 contradicts 1"], "1–2"],
  ["outlets that credit each other", ["1 UTV > Reuters", "2 Reuters > UTV"], [], "0–2"],
  ["an outlet credited for what it has from a person", ["1 UTV > Reuters", "2 Reuters > @Ahmed"], [], "1–2"],
])("%s", (_, claims, links, expected) => {
  expect(range(origins(claims, links))).toBe(expected);
});

test.each([
  ["one unnamed source in two outlets", ["1 Reuters > @a security source", "2 UTV > @security source"], "1–2"],
  ["one unnamed source in two articles of one outlet", ["1 UTV > @officials", "2 UTV > @Officials"], "1–1"],
  ["unnamed sources described differently", ["1 UTV > @officials", "2 Reuters > @a diplomat"], "2–2"],
  ["an unnamed source in Arabic", ["1 UTV > @مصدر أمني", "2 Reuters > @مصدر امني"], "1–2"],
  ["one outlet's unnamed source, credited", ["1 Reuters > @officials", "2 UTV > Reuters > @officials"], "1–1"],
  ["an outlet and its own unnamed source", ["1 UTV > @officials", "2 UTV"], "1–2"],
])("%s", (_, claims, expected) => {
  expect(range(origins(claims))).toBe(expected);
});

test.each([
  ["a suspected copy", { maybe: ["2 1"] }, "2–3"],
  ["a suspected copy of a copy", { links: ["3 repeats 1"], maybe: ["2 3"] }, "1–2"],
  ["two suspected copies", { maybe: ["2 1", "3 1"] }, "1–3"],
  ["a suspicion that is recorded already", { links: ["2 repeats 1", "3 repeats 1"], maybe: ["2 1"] }, "1–1"],
  ["a suspicion against what is recorded", { links: ["2 repeats 1", "3 repeats 1"], maybe: ["1 2"] }, "1–1"],
  ["a suspicion that would close a circle", { links: ["2 repeats 1"], maybe: ["1 3", "3 2"] }, "0–2"],
  ["a suspicion on what goes in a circle", { links: ["1 repeats 2", "2 repeats 1"], maybe: ["1 3"] }, "1–2"],
  ["reporting of a copy's own", { links: ["2 repeats 1", "3 repeats 1"], own: [2] }, "1–2"],
  ["reporting of two copies' own", { links: ["2 repeats 1", "3 repeats 1"], own: [2, 3] }, "1–3"],
  ["own reporting of an origin", { links: ["2 repeats 1", "3 repeats 1"], own: [1] }, "1–1"],
  ["own reporting of a copy of a copy", { links: ["2 repeats 1", "3 repeats 2"], own: [2] }, "1–2"],
])("among Reuters, UTV and AFP: %s", (_, { links, ...marks }: Given, expected) => {
  expect(range(origins(["1 Reuters", "2 UTV", "3 AFP"], links, marks))).toBe(expected);
});

test.each([
  ["an outlet's own reporting where another article of it stands alone", ["2 UTV > Reuters", "3 UTV"], "1–2"],
  ["one outlet's own reporting in two articles", ["2 UTV > Reuters", "3 UTV > Reuters"], "1–2"],
  ["own reporting of a claim that credits", ["2 UTV > Reuters"], "1–2"],
])("own reporting of C-2 and C-3: %s", (_, more, expected) => {
  expect(range(origins(["1 Reuters", ...more], [], { own: [2, 3] }))).toBe(expected);
});

it("lets a suspected copy count where what it copies comes from, whatever it credits", () => {
  const claims = ["1 Reuters > @Ahmed", "2 UTV > @Basim"];
  expect(range(origins(claims))).toBe("2–2");
  expect(range(origins(claims, [], { maybe: ["2 1"] }))).toBe("1–2");
});

it("counts a suspicion only between claims of one camp", () => {
  const groups = conflictGroups(["1 agrees 2", "3 contradicts 1", "3 agrees 4"].map(link));
  const marks: OriginMarks = { own: [4], suspected: ["2 1", "3 1", "5 1"].map(pair) };
  expect(marksWithin(groups, marks)).toEqual({ own: [4], suspected: [pair("2 1")] });
});

it("follows copies out of the camp", () => {
  const claims = ["1 Reuters", "2 UTV", "3 AFP"];
  const links = ["2 repeats 1", "3 repeats 1"];
  expect(origins(claims, links, { supporters: [2, 3] })).toMatchObject({
    min: 1,
    max: 1,
    roots: [{ name: "Reuters", claims: [2, 3] }],
  });
  expect(descentOf([2], lineageOf(links.map(link))).sort()).toEqual([1, 2]);
});

it("explains itself in a sentence", () => {
  const counted = origins(
    ["1 Reuters", "2 UTV > Reuters", "3 UTV > @Ahmed", "4", "5 One News", "6 UTV"],
    ["6 repeats 5"],
  );
  expect(counted.why).toBe(
    "6 reports: 2 go back to Reuters (C-1 and C-2); 1 goes back to Ahmed (C-3); nothing says where C-4 has it from; 2 go back to One News (C-5 and C-6) → 3–4 origins.",
  );
});

test.each([
  ["owners", origins(["1 UTV", "2 One News"]), "2 share an owner, Holding (UTV and One News) → 1–2 origins."],
  [
    "altered copies",
    origins(["1 UTV", "2 AFP"], ["2 repeats 1", "2 contradicts 1"]),
    "C-2 contradicts what it repeats → 1–2 origins.",
  ],
  [
    "unnamed sources",
    origins(["1 UTV > @officials", "2 AFP > @officials"]),
    "officials (UTV) and officials (AFP) may be the same → 1–2 origins.",
  ],
  [
    "suspicions",
    origins(["1 UTV", "2 AFP", "3 Reuters"], [], { maybe: ["2 1", "3 1"] }),
    "2 may be copies (C-2 of C-1 and C-3 of C-1) → 1–3 origins.",
  ],
  [
    "many suspicions",
    origins(["1 UTV", "2 AFP", "3 Reuters", "4 One News", "5 ANA"], [], { maybe: ["2 1", "3 1", "4 1", "5 1"] }),
    "4 may be copies (C-2 of C-1, C-3 of C-1 and 2 more) → 1–5 origins.",
  ],
  [
    "own reporting",
    origins(["1 Reuters", "2 UTV"], ["2 repeats 1"], { own: [2] }),
    "2 reports: 2 go back to Reuters (C-1 and C-2); 1 draws on UTV’s own reporting (C-2) → 1–2 origins.",
  ],
  [
    "outlets that are credited for what they have from others",
    origins(["1 UTV > Reuters", "2 Reuters > @Ahmed"]),
    "Reuters itself has it from elsewhere (C-2) → 1–2 origins.",
  ],
])("explains %s", (_, { why }, words) => expect(why).toContain(words));

it("names the claims that repeat each other in a circle", () => {
  const counted = origins(["9 Reuters", "10 AFP"], ["9 repeats 10", "10 repeats 9"]);
  expect(counted.circular).toEqual([[9, 10]]);
  expect(counted.why).toBe("2 reports: C-9 and C-10 repeat each other in a circle → 0–1 origins.");
});
