import { beforeAll, describe, expect, it } from "vitest";
import type { z } from "zod";
import { retractClaim } from "@/features/claim/commands/retract-claim";
import type { Claim } from "@/features/claim/schema";
import { recordRelation } from "@/features/relation/commands/record-relation";
import type { Ctx } from "@/platform/context";
import { type TestTeam, testTeam } from "@/testing/actors";
import { testDatabase } from "@/testing/database";
import { testArticle, testCase, testClaim } from "@/testing/factories";
import { ReadTimeline } from "../schema";
import { readTimeline } from "./timeline";

testDatabase();

let team: TestTeam;
beforeAll(async () => {
  team = await testTeam();
});

const look = (ctx: Ctx, caseId: string, query: z.input<typeof ReadTimeline> = {}) =>
  readTimeline(ctx, caseId, ReadTimeline.parse(query));
const numbers = ({ items }: { items: { number: number }[] }) => items.map(({ number }) => number);

/** Six claims: an exact day, a month, since a day, a report alone, no date at all, and an article's own date. */
async function datedCase(blind = false) {
  const { id: caseId } = await testCase(team.lead, { blind });
  const article = await testArticle(team.analyst, caseId, { outlet: "Reuters", publishedOn: "2024-11-02" });
  const make = (input: Parameters<typeof testClaim>[2]) => testClaim(team.analyst, caseId, input);
  const claims: Claim[] = [
    await make({ occurredOn: "2024-10-21", reportedOn: "2024-10-23", outlet: "UTV" }),
    await make({ occurredOn: "2024-10", reportedOn: "2024-11-05", outlet: "Al-Sumaria" }),
    await make({ occurredOn: "since 2024-10-25" }),
    await make({ reportedOn: "2023-05-01", outlet: "UTV" }),
    await make({}),
    await make({ articleId: article.id }),
  ];
  const contradict = (from: number, to: number, by: Ctx = team.analyst) =>
    recordRelation(by, {
      caseId,
      from: claims[from - 1]?.id ?? "",
      to: claims[to - 1]?.id ?? "",
      kind: "contradicts",
      about: "time",
    });
  return { caseId, claims, contradict };
}

describe("a timeline", () => {
  it("has events and reports by day, the article's date where the claim has none, and counts what is not dated", async () => {
    const { caseId } = await datedCase();
    const timeline = await look(team.viewer, caseId, { by: "claim" });
    expect(numbers(timeline)).toEqual([4, 2, 1, 3, 6]);
    expect(timeline.items[1]).toMatchObject({
      event: { edtf: "2024-10", min: "2024-10-01", max: "2024-10-31" },
      report: { edtf: "2024-11-05" },
      group: null,
    });
    expect(timeline.items[3]).toMatchObject({ event: { min: "2024-10-25", max: null }, report: null });
    expect(timeline.items[4]).toMatchObject({ event: null, report: { edtf: "2024-11-02", min: "2024-11-02" } });
    expect(timeline.extent).toEqual({ from: "2023-05-01", to: "2024-11-05" });
    expect(timeline.claims).toEqual({ shown: 5, undated: 1 });
    const sum = (what: "events" | "reports") => timeline.bins.reduce((total, bin) => total + bin[what], 0);
    expect([sum("events"), sum("reports")]).toEqual([3, 4]);
  });

  it("narrows to the days looked at; what is open reaches as far as it may", async () => {
    const { caseId } = await datedCase();
    const query = { by: "claim" as const, from: "2024-10-22", to: "2024-10-24" };
    expect(numbers(await look(team.viewer, caseId, query))).toEqual([2, 1]);
    expect(numbers(await look(team.viewer, caseId, { by: "claim", from: "2025-01-01" }))).toEqual([3]);
    expect((await look(team.viewer, caseId, query)).claims.shown).toBe(2);
  });

  it.each(["claim", "outlet"] as const)("gathered by %s pages to its end without a gap", async (by) => {
    const { caseId } = await datedCase();
    const whole = numbers(await look(team.viewer, caseId, { by }));
    const paged: number[] = [];
    for (let cursor: string | null | undefined; cursor !== null; ) {
      const page = await look(team.viewer, caseId, { by, limit: 2, ...(cursor && { cursor }) });
      paged.push(...numbers(page));
      cursor = page.nextCursor;
    }
    expect(paged).toEqual(whole);
    expect(whole).toHaveLength(5);
  });

  it("gathers by outlet, those that name none last", async () => {
    const { caseId } = await datedCase();
    const { items } = await look(team.viewer, caseId, { by: "outlet" });
    expect(items.map(({ group }) => group?.label ?? null)).toEqual(["Al-Sumaria", "Reuters", "UTV", "UTV", null]);
  });

  it("gathers by conflict and camp, with the contradictions among its rows", async () => {
    const { caseId, claims, contradict } = await datedCase();
    await contradict(1, 2);
    await contradict(3, 2);
    const timeline = await look(team.viewer, caseId, { by: "conflict" });
    expect(timeline.items.map(({ number, camp, group }) => [number, camp, group?.label])).toEqual([
      [1, "A", "Conflict C-1"],
      [2, "B", "Conflict C-1"],
      [3, "C", "Conflict C-1"],
    ]);
    expect(timeline.contradictions).toEqual([
      { a: 1, b: 2, about: "time" },
      { a: 2, b: 3, about: "time" },
    ]);
    await retractClaim(team.analyst, { claimId: claims[0]?.id ?? "" });
    expect(numbers(await look(team.viewer, caseId, { by: "conflict" }))).toEqual([2, 3]);
  });

  it("of a blind case tells of no contradiction that the caller has not judged", async () => {
    const { caseId, contradict } = await datedCase(true);
    await contradict(1, 2);
    expect((await look(team.analyst, caseId, { by: "conflict" })).items).toHaveLength(2);
    expect(await look(team.lead, caseId, { by: "conflict" })).toMatchObject({ items: [], contradictions: [] });
    expect(await look(team.lead, caseId, { by: "claim" })).toMatchObject({ contradictions: [] });
  });

  it("of an empty case is empty, and of another team's case not there", async () => {
    const { id: caseId } = await testCase(team.lead);
    expect(await look(team.viewer, caseId)).toMatchObject({ items: [], extent: null, bins: [] });
    await expect(look((await testTeam()).viewer, caseId)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});
