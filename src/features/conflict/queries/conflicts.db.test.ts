import { beforeAll, describe, expect, it } from "vitest";
import { retractClaim } from "@/features/claim/commands/retract-claim";
import { changeOutlet } from "@/features/outlet/commands/change-outlet";
import { recordRelation } from "@/features/relation/commands/record-relation";
import type { RecordRelation } from "@/features/relation/schema";
import type { Ctx } from "@/platform/context";
import { type TestTeam, testMember, testTeam } from "@/testing/actors";
import { testDatabase } from "@/testing/database";
import { testArticle, testCase, testClaim } from "@/testing/factories";
import type { ListConflicts } from "../schema";
import { conflictsOfClaim } from "./conflicts-of-claim";
import { getConflict } from "./get-conflict";
import { listConflicts } from "./list-conflicts";

testDatabase();

const list = (ctx: Ctx, caseId: string, query: Partial<ListConflicts> = {}) =>
  listConflicts(ctx, caseId, { limit: 50, sort: "number", ...query });

let team: TestTeam;
let second: Ctx;
beforeAll(async () => {
  team = await testTeam();
  second = await testMember(team.teamId, "analyst", "Boris Second");
});

/** A case with `count` claims entered by hand, and a way to relate them by number. */
async function caseWith(count: number, blind = false) {
  const { id: caseId } = await testCase(team.lead, { blind });
  const claims: string[] = [];
  for (let i = 0; i < count; i++) claims.push((await testClaim(team.analyst, caseId)).id);
  const idOf = (number: number) => claims[number - 1] ?? "";
  const relate = (
    from: number,
    kind: RecordRelation["kind"],
    to: number,
    about?: RecordRelation["about"],
    ctx = team.analyst,
  ) => recordRelation(ctx, { caseId, from: idOf(from), to: idOf(to), kind, about });
  return { caseId, idOf, relate };
}

/** Three outlets: one publishes the figure, one credits it, one says otherwise, and a copy of that changes the day. */
async function reportedCase() {
  const { id: caseId } = await testCase(team.lead);
  const claim = async (outlet: string, attribution: string[] = []) => {
    const article = await testArticle(team.analyst, caseId, { outlet });
    const quote = { exact: "The bridge was closed on Monday." };
    return (await testClaim(team.analyst, caseId, { articleId: article.id, quote, attribution })).id;
  };
  const [first, credits, denies, copies] = [
    await claim("Reuters"),
    await claim("Al-Estiklal", ["Al-Estiklal", "Reuters"]),
    await claim("UTV"),
    await claim("One News"),
  ];
  const record = (from: string, kind: RecordRelation["kind"], to: string, about?: RecordRelation["about"]) =>
    recordRelation(team.analyst, { caseId, from, to, kind, about });
  await record(first, "agrees", credits);
  await record(denies, "contradicts", first, "number");
  await record(copies, "repeats", denies);
  return { caseId, first, credits, denies, copies, record };
}

describe("the list", () => {
  it("counts claims, camps, reports and origins, and shows the camps side by side", async () => {
    const { caseId, first } = await reportedCase();
    const { items, nextCursor } = await list(team.viewer, caseId);
    expect(nextCursor).toBeNull();
    expect(items).toMatchObject([
      {
        key: 1,
        claims: 4,
        camps: 2,
        reports: 4,
        origins: { min: 2, max: 2 },
        inconsistent: false,
        about: ["number"],
        status: "open",
        sides: [
          { letter: "A", claims: 2, reports: 2, outlets: [{ name: "Reuters" }], claim: { id: first, claim: "C-1" } },
          { letter: "B", claims: 2, reports: 2, outlets: [{ name: "UTV" }, { name: "One News" }] },
        ],
      },
    ]);
  });

  it("pages by the lowest number", async () => {
    const { caseId, relate } = await caseWith(6);
    await relate(6, "contradicts", 5);
    await relate(2, "contradicts", 1);
    await relate(3, "contradicts", 4);
    const first = await list(team.viewer, caseId, { limit: 2 });
    expect(first.items.map(({ key }) => key)).toEqual([1, 3]);
    const rest = await list(team.viewer, caseId, { limit: 2, cursor: first.nextCursor ?? "" });
    expect(rest.items.map(({ key }) => key)).toEqual([5]);
    expect(rest.nextCursor).toBeNull();
  });

  it("keeps those with a claim of an outlet", async () => {
    const { caseId } = await reportedCase();
    const { items } = await list(team.viewer, caseId);
    const outlet = items[0]?.outlets[0]?.id ?? "";
    expect((await list(team.viewer, caseId, { limit: 50, outlet })).items).toHaveLength(1);
    expect((await list(team.viewer, caseId, { limit: 50, outlet: caseId })).items).toEqual([]);
  });

  it("is empty for a case without contradictions, and nobody else's", async () => {
    const { caseId, relate } = await caseWith(2);
    await relate(1, "agrees", 2);
    expect(await list(team.viewer, caseId)).toEqual({ items: [], nextCursor: null });
    const stranger = (await testTeam()).owner;
    const refused = expect.objectContaining({ code: "NOT_FOUND" });
    await expect(list(stranger, caseId)).rejects.toEqual(refused);
    await expect(getConflict(stranger, caseId, 1)).rejects.toEqual(refused);
    await expect(getConflict(team.viewer, caseId, 1)).rejects.toEqual(refused);
  });
});

describe("one conflict", () => {
  it("is found by any member's number, with its camps, quotes, origins and what opposes them", async () => {
    const { caseId, denies, copies, credits } = await reportedCase();
    const conflict = await getConflict(team.viewer, caseId, 4);
    expect(conflict).toEqual(await getConflict(team.viewer, caseId, 1));
    expect(conflict.camps).toMatchObject([
      {
        letter: "A",
        claims: [
          { number: 1, quote: { exact: "The bridge was closed on Monday." } },
          { id: credits, attribution: ["Al-Estiklal", "Reuters"], outlet: { name: "Reuters" } },
        ],
        reports: 2,
        origins: { min: 1, max: 1 },
        why: "2 reports: 2 go back to Reuters (C-1 and C-2) → 1 origin.",
        joins: [{ from: 1, to: 2, kind: "agrees" }],
      },
      {
        letter: "B",
        claims: [{ id: denies }, { id: copies }],
        origins: { min: 1, max: 1 },
        why: "2 reports: 2 go back to UTV (C-3 and C-4) → 1 origin.",
        joins: [{ from: 4, to: 3, kind: "repeats" }],
      },
    ]);
    expect(conflict.oppositions).toMatchObject([
      { a: "A", b: "B", about: ["number"], contradictions: [{ from: 3, to: 1 }] },
    ]);
    expect(conflict).toMatchObject({ key: 1, inconsistencies: [], circular: [], findings: [], status: "open" });
  });

  it("merges outlets of one owner in the minimum", async () => {
    const { caseId } = await reportedCase();
    const { camps } = await getConflict(team.viewer, caseId, 1);
    for (const { id } of camps.flatMap(({ outlets }) => outlets.slice(0, 1))) {
      await changeOutlet(team.analyst, { outletId: id, owner: "Holding" });
    }
    expect((await getConflict(team.viewer, caseId, 1)).origins).toEqual({ min: 1, max: 2 });
  });

  it("splits a copy from what it contradicts, and counts no confirmed origin for it", async () => {
    const { caseId, denies, copies, record } = await reportedCase();
    await record(copies, "contradicts", denies, "time");
    const { camps, oppositions } = await getConflict(team.viewer, caseId, 1);
    expect(camps.map(({ claims }) => claims.map(({ claim }) => claim))).toEqual([["C-1", "C-2"], ["C-3"], ["C-4"]]);
    expect(camps[2]).toMatchObject({
      origins: { min: 0, max: 1 },
      why: "1 report: C-4 contradicts what it repeats → 0–1 origins.",
    });
    expect(oppositions.map(({ a, b }) => a + b)).toEqual(["AB", "BC"]);
  });

  it("shows the way by which an inconsistent camp contradicts itself", async () => {
    const { caseId, relate } = await caseWith(3);
    await relate(1, "repeats", 2);
    await relate(2, "agrees", 3);
    await relate(3, "contradicts", 1, "time", second);
    await relate(3, "repeats", 1);
    const conflict = await getConflict(team.viewer, caseId, 2);
    expect(conflict).toMatchObject({ inconsistent: true, oppositions: [] });
    expect(conflict.inconsistencies).toMatchObject([
      {
        contradiction: { from: 3, to: 1 },
        path: [
          { from: 1, to: 2 },
          { from: 2, to: 3 },
        ],
      },
    ]);
    expect(conflict.aside).toMatchObject([{ from: 3, to: 1, kind: "repeats" }]);
    await relate(3, "agrees", 1);
    expect(await list(team.viewer, caseId)).toMatchObject({ items: [] });
  });

  it("shows reports that go round in a circle, with no origin behind them", async () => {
    const { caseId, relate } = await caseWith(4);
    await relate(1, "repeats", 2);
    await relate(2, "repeats", 3);
    await relate(3, "repeats", 1);
    await relate(1, "contradicts", 4);
    const conflict = await getConflict(team.viewer, caseId, 4);
    expect(conflict.circular).toEqual([[1, 2, 3]]);
    expect(conflict.camps[0]).toMatchObject({
      origins: { min: 0, max: 1 },
      why: "3 reports: C-1, C-2 and C-3 repeat each other in a circle → 0–1 origins.",
    });
  });

  it("forgets a retracted claim", async () => {
    const { caseId, relate, idOf } = await caseWith(3);
    await relate(1, "contradicts", 2);
    await relate(2, "contradicts", 3);
    await retractClaim(team.analyst, { claimId: idOf(1) });
    expect(await list(team.viewer, caseId)).toMatchObject({ items: [{ key: 2, claims: 2 }] });
    await expect(getConflict(team.viewer, caseId, 1)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("is told in short for each of its claims", async () => {
    const { relate, idOf } = await caseWith(3);
    await relate(1, "contradicts", 2, "place");
    expect(await conflictsOfClaim(team.viewer, idOf(2))).toMatchObject([{ key: 1, about: ["place"] }]);
    expect(await conflictsOfClaim(team.viewer, idOf(3))).toEqual([]);
  });
});

it("knows in a blind case only of what the caller has judged", async () => {
  const { caseId, relate } = await caseWith(3, true);
  await relate(1, "contradicts", 2);
  await relate(2, "agrees", 3);
  expect((await list(team.analyst, caseId)).items).toMatchObject([{ claims: 3 }]);
  for (const ctx of [second, team.lead, team.viewer]) {
    expect((await list(ctx, caseId)).items).toEqual([]);
  }
  await relate(2, "contradicts", 1, null, second);
  expect((await list(second, caseId)).items).toMatchObject([{ claims: 2 }]);
});
