import { describe, expect, it } from "vitest";
import { byFamily, distinctOwners, type FamilyPlace, familiesOf, familyPlace, spellingsOf } from "./families";

describe("a family", () => {
  const owners = ["Thomson Reuters", "THOMSON  REUTERS", "Thomson-Reuters", "مجموعة إم بي سي", "مَجموعة إم بي سي"];

  it("is the same however its name is spelt", () => {
    expect(spellingsOf("thomson reuters", owners)).toEqual(owners.slice(0, 2));
    expect(spellingsOf("مجموعة إم بي سي", owners)).toEqual(owners.slice(3));
    expect(distinctOwners(owners)).toEqual(["Thomson Reuters", "Thomson-Reuters", "مجموعة إم بي سي"]);
  });

  it("stands together in the order by owner, those without an owner last", () => {
    const rows = [
      { id: "1", name: "Zeit", owner: null },
      { id: "2", name: "Breakingviews", owner: "THOMSON REUTERS" },
      { id: "3", name: "Al Arabiya", owner: "MBC" },
      { id: "4", name: "Reuters", owner: "Thomson  Reuters" },
      { id: "5", name: "Alias", owner: null },
    ];
    const places = rows.map(familyPlace).sort(byFamily);
    expect(places.map(([, name]) => name)).toEqual(["Al Arabiya", "Breakingviews", "Reuters", "Alias", "Zeit"]);
    const sorted = places.flatMap(([, , id]) => rows.find((row) => row.id === id) ?? []);
    expect(familiesOf(sorted).map(({ owner, outlets }) => [owner, outlets.length])).toEqual([
      ["MBC", 1],
      ["THOMSON REUTERS", 2],
      [null, 2],
    ]);
  });

  it("has one order, so that a page can go on from a place", () => {
    const place: FamilyPlace = ["mbc", "Same", "1"];
    expect(byFamily(place, ["mbc", "Same", "2"])).toBeLessThan(0);
    expect(byFamily(["mbc", "Same", "2"], place)).toBeGreaterThan(0);
    expect(byFamily(place, ["mbc", "Same", "1"])).toBe(0);
  });
});
