import { expect, it, test } from "vitest";
import { RelationKind } from "@/features/relation/schema";
import type { ConflictLink } from "../schema";
import { campOrigins, descentOf, lineageOf, type SourcedClaim } from "./camp-origins";

const owners: Record<string, string> = { UTV: "Holding", "One News": "holding " };
const outlet = (name: string) => ({ id: name.toLowerCase(), name, owner: owners[name] ?? null });

/** `1 Reuters`, `2 UTV > Reuters`, `3 UTV > @Ahmed` (a person), `4` (entered by hand). */
function claim(words: string): SourcedClaim {
  const [number = "", ...rest] = words.split(" ");
  const [publisher, credited] = rest.join(" ").split(" > ");
  const person = credited?.startsWith("@");
  return {
    number: Number(number),
    publisher: publisher ? outlet(publisher) : null,
    credited: credited ? { name: credited.replace("@", ""), outlet: person ? null : outlet(credited) } : null,
  };
}

function link(words: string): ConflictLink {
  const [from, given, to] = words.split(" ");
  const kind = RelationKind.parse(given);
  const family = kind === "repeats" ? "descent" : "content";
  return { id: words, from: Number(from), to: Number(to), kind, family, about: null };
}

function origins(claims: string[], links: string[] = [], supporters = claims.map((each) => Number.parseInt(each, 10))) {
  const known = new Map(claims.map(claim).map((each) => [each.number, each]));
  return campOrigins(supporters, known, lineageOf(links.map(link)));
}

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
  const { min, max } = origins(claims, links);
  expect(`${min}–${max}`).toBe(expected);
});

it("follows copies out of the camp", () => {
  const claims = ["1 Reuters", "2 UTV", "3 AFP"];
  const links = ["2 repeats 1", "3 repeats 1"];
  expect(origins(claims, links, [2, 3])).toMatchObject({
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
    "C-1 and C-2 go back to Reuters; C-3 goes back to Ahmed; nothing says where C-4 has it from; C-5 and C-6 go back to One News.",
  );
  expect(origins(["1 UTV", "2 One News"]).why).toContain("UTV and One News both belong to Holding.");
  expect(origins(["1 UTV", "2 AFP"], ["2 repeats 1", "2 contradicts 1"]).why).toContain(
    "C-2 contradicts what it repeats",
  );
});

it("names the claims that repeat each other in a circle", () => {
  const counted = origins(["9 Reuters", "10 AFP"], ["9 repeats 10", "10 repeats 9"]);
  expect(counted.circular).toEqual([[9, 10]]);
  expect(counted.why).toBe("C-9 and C-10 repeat each other in a circle.");
});
