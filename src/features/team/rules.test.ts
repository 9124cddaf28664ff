import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { freeSlug, slugOf } from "./rules";
import { TeamSlug } from "./schema";

describe("a team's slug", () => {
  test.each([
    ["Newsroom", "newsroom"],
    ["Desk: Iraq & Gulf", "desk-iraq-gulf"],
    ["Équipe Été", "equipe-ete"],
    ["  --x--  ", "x"],
    ["فريق", ""],
  ])("of %j is %j", (name, slug) => {
    expect(slugOf(name)).toBe(slug);
  });

  test("is no address of the product's own", () => {
    expect(freeSlug(slugOf("API"), new Set())).toBe("api-2");
  });

  test("fits addresses whatever the name and whoever came before", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 100 }), fc.nat(20), (name, before) => {
        const taken = new Set<string>();
        for (let index = 0; index < before; index++) taken.add(freeSlug(slugOf(name), taken));
        const slug = freeSlug(slugOf(name), taken);
        expect(TeamSlug.safeParse(slug).success).toBe(true);
        expect(taken.has(slug)).toBe(false);
      }),
    );
  });
});
