import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { canonicalEnds, familyOf, isDirected, readsAs, refuseRelation, standingOf, type Vote } from "./rules";
import { ContradictionAbout, RelationKind } from "./schema";

const claim = (id: string, over: Partial<{ caseId: string; number: number; status: string }> = {}) => ({
  id,
  caseId: "case",
  number: 1,
  status: "draft",
  ...over,
});

describe("which claims may be related", () => {
  const agrees = { kind: "agrees" } as const;
  test.each([
    ["two claims of a case", claim("a"), claim("b"), agrees, null],
    ["a claim and itself", claim("a"), claim("a"), agrees, "to"],
    ["claims of two cases", claim("a"), claim("b", { caseId: "other" }), agrees, "to"],
    ["an unknown first claim", null, claim("b"), agrees, "from"],
    ["an unknown second claim", claim("a"), null, agrees, "to"],
    ["a retracted claim", claim("a"), claim("b", { status: "retracted" }), agrees, "to"],
    ["a contradiction about a number", claim("a"), claim("b"), { kind: "contradicts", about: "number" } as const, null],
    ["a contradiction that says no more", claim("a"), claim("b"), { kind: "contradicts" } as const, null],
    ["an agreement about a number", claim("a"), claim("b"), { kind: "agrees", about: "number" } as const, "about"],
    ["an agreement about nothing", claim("a"), claim("b"), { kind: "agrees", about: null } as const, null],
  ])("%s", (_, from, to, said, path) => {
    expect(refuseRelation(from, to, said)?.path ?? null).toBe(path);
  });

  it("names the retracted claim by its number", () => {
    const refusal = refuseRelation(claim("a", { number: 7, status: "retracted" }), claim("b"), agrees);
    expect(refusal?.message).toContain("C-7");
  });
});

it("gives descent a family of its own", () => {
  expect(RelationKind.options.filter((kind) => familyOf(kind) === "descent")).toEqual(["repeats"]);
  expect(RelationKind.options.filter(isDirected)).toEqual(["updates", "repeats"]);
});

it("orders a pair whichever way it is named", () => {
  fc.assert(
    fc.property(fc.uuid(), fc.uuid(), (a, b) => {
      expect(canonicalEnds(a, b)).toEqual(canonicalEnds(b, a));
      expect(canonicalEnds(a, b).low <= canonicalEnds(a, b).high).toBe(true);
    }),
  );
});

it("turns the ends round where the standing kind runs the other way", () => {
  expect(readsAs({ from: 1, to: 2 }, false)).toEqual({ from: 1, to: 2 });
  expect(readsAs({ from: 1, to: 2 }, true)).toEqual({ from: 2, to: 1 });
});

const vote = (kind: Vote["kind"], about: Vote["about"] = null, reversed = false): Vote => ({ kind, about, reversed });

describe("what stands of a pair", () => {
  const agrees = vote("agrees");
  const number = vote("contradicts", "number");
  const time = vote("contradicts", "time");
  const plain = vote("contradicts");
  const updates = vote("updates");
  const updated = vote("updates", null, true);
  const stands = (standing: string, about: string | null = null, reversed = false) => ({ standing, about, reversed });

  test.each([
    ["nothing was judged", [], null, null],
    ["one judgement", [agrees], null, stands("agrees")],
    ["a majority", [agrees, number, agrees], null, stands("agrees")],
    ["a plurality", [agrees, agrees, number, vote("unrelated")], null, stands("agrees")],
    ["a tie", [agrees, number], null, stands("disputed")],
    ["a tie of three", [agrees, number, vote("qualifies")], null, stands("disputed")],
    ["opposite directions", [updates, updated], null, stands("disputed")],
    ["a majority for one direction", [updates, updated, updated], null, stands("updates", null, true)],
    ["directions count apart", [updates, updated, agrees, agrees], null, stands("agrees")],
    ["about, by majority", [number, number, time], null, stands("contradicts", "number")],
    ["about, tied", [number, time], null, stands("contradicts")],
    ["about, by the only one who says", [plain, plain, time], null, stands("contradicts", "time")],
    ["about counts only among those who won", [agrees, agrees, number], null, stands("agrees")],
    ["a ruling against all", [agrees, agrees], number, stands("contradicts", "number")],
    ["a ruling without judgements", [], updated, stands("updates", null, true)],
    ["a ruling on a tie", [agrees, number], agrees, stands("agrees")],
    ["a ruling that leaves open what it is about", [number, agrees], plain, stands("contradicts", "number")],
    ["a ruling that says something else", [number, number], time, stands("contradicts", "time")],
  ])("%s", (_, judgements, ruling, expected) => {
    expect(standingOf(judgements, ruling)).toEqual(expected);
  });

  const anyVote = fc
    .record({
      kind: fc.constantFrom(...RelationKind.options),
      about: fc.option(fc.constantFrom(...ContradictionAbout.options)),
      reversed: fc.boolean(),
    })
    .map(
      (each): Vote => ({
        kind: each.kind,
        about: each.kind === "contradicts" ? each.about : null,
        reversed: isDirected(each.kind) && each.reversed,
      }),
    );

  it("does not depend on the order of the judgements", () => {
    fc.assert(
      fc.property(fc.array(anyVote, { maxLength: 8 }), fc.option(anyVote), (votes, ruling) => {
        expect(standingOf([...votes].reverse(), ruling)).toEqual(standingOf(votes, ruling));
      }),
    );
  });

  it("keeps to what the database allows", () => {
    fc.assert(
      fc.property(fc.array(anyVote, { maxLength: 8 }), fc.option(anyVote), (votes, ruling) => {
        const standing = standingOf(votes, ruling);
        expect(standing === null).toBe(votes.length === 0 && ruling === null);
        if (!standing) return;
        expect(standing.reversed && !isDirected(standing.standing)).toBe(false);
        expect(standing.about !== null && standing.standing !== "contradicts").toBe(false);
        if (ruling) expect(standing.standing).toBe(ruling.kind);
      }),
    );
  });
});
