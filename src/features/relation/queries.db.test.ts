import { beforeAll, expect, it } from "vitest";
import { assessClaim } from "@/features/claim/commands/assess-claim";
import { changeOutlet } from "@/features/outlet/commands/change-outlet";
import type { Ctx } from "@/platform/context";
import { type TestTeam, testMember, testTeam } from "@/testing/actors";
import { testDatabase } from "@/testing/database";
import { testArticle, testCase, testClaim } from "@/testing/factories";
import { recordRelation } from "./commands/record-relation";
import { listClaimCards, listRelations, relationsOfArticle, relationsOfClaim } from "./queries";

testDatabase();

let team: TestTeam;
let second: Ctx;
beforeAll(async () => {
  team = await testTeam();
  second = await testMember(team.teamId, "analyst", "Boris Second");
});

/** Two claims with quotes from one article and one by hand: 2 updates 1, 3 contradicts 2. */
async function related(blind = false) {
  const { id: caseId } = await testCase(team.lead, { blind });
  const article = await testArticle(team.analyst, caseId, { title: "On the bridge", outlet: "Reuters" });
  const quoted = async (exact: string) =>
    await testClaim(team.analyst, caseId, { articleId: article.id, quote: { exact }, reportedOn: "2024-10-25" });
  const first = await quoted("The bridge was closed on Monday.");
  const later = await quoted("Twelve people were hurt.");
  const byHand = await testClaim(team.analyst, caseId, { attribution: ["UTV", "Qais"], statement: "Nobody was hurt." });
  const record = (ctx: Ctx, from: string, to: string, kind: "updates" | "contradicts" | "agrees") =>
    recordRelation(ctx, { caseId, from, to, kind });
  await record(team.analyst, later.id, first.id, "updates");
  await record(team.analyst, byHand.id, later.id, "contradicts");
  return { caseId, articleId: article.id, first, later, byHand, record };
}

it("shows what a claim is related to, with the other claim's words, outlet and quote", async () => {
  const { first, later, byHand } = await related();
  expect(await relationsOfClaim(team.viewer, later.id)).toMatchObject([
    {
      kind: "updates",
      from: later.id,
      to: first.id,
      claimId: later.id,
      counterpart: {
        id: first.id,
        claim: "C-1",
        outlet: { name: "Reuters" },
        article: { title: "On the bridge" },
        quote: { exact: "The bridge was closed on Monday.", state: "exact" },
        reportedOn: "2024-10-25",
      },
    },
    {
      kind: "contradicts",
      claimId: later.id,
      counterpart: {
        id: byHand.id,
        statement: "Nobody was hurt.",
        attribution: ["UTV", "Qais"],
        quote: null,
        article: null,
      },
    },
  ]);
});

it("shows the same for every claim of an article, once from each end", async () => {
  const { articleId, first, later, byHand } = await related();
  const found = await relationsOfArticle(team.viewer, articleId);
  expect(found.map(({ claimId, counterpart }) => [claimId, counterpart.id])).toEqual([
    [later.id, first.id],
    [first.id, later.id],
    [later.id, byHand.id],
  ]);
});

it("withholds in a blind case what the counterpart was graded, but not the outlet's own reliability", async () => {
  const { caseId, first, byHand } = await related(true);
  await assessClaim(team.analyst, { claimId: first.id, credibility: 2, reliability: "B", confidence: "high" });
  const card = async (ctx: Ctx) => (await listClaimCards(ctx, caseId, [1])).get(1);
  expect(await card(team.analyst)).toMatchObject({ credibility: 2, reliability: "B", confidence: "high" });
  const outletId = first.outlet?.id ?? "";
  await changeOutlet(team.lead, { outletId, reliability: "C" });
  for (const ctx of [second, team.lead, team.viewer]) {
    expect(await card(ctx)).toMatchObject({ credibility: null, reliability: "C", confidence: null });
  }
  const [masked] = await relationsOfClaim(second, byHand.id);
  expect(masked).toMatchObject({ claimId: byHand.id, counterpart: { number: 2 } });
  expect(masked).not.toHaveProperty("kind");
});

it("pages and filters", async () => {
  const { caseId, first, byHand, record } = await related();
  await record(second, first.id, byHand.id, "agrees");
  const page = await listRelations(team.viewer, caseId, { limit: 2 });
  expect(page.items.map(({ kind }) => kind)).toEqual(["updates", "contradicts"]);
  const rest = await listRelations(team.viewer, caseId, { limit: 2, cursor: page.nextCursor ?? "" });
  expect(rest).toMatchObject({ items: [{ kind: "agrees" }], nextCursor: null });
  const only = async (filter: { claim?: string; kind?: "contradicts" | "disputed" }) =>
    (await listRelations(team.viewer, caseId, { limit: 50, ...filter })).items.map(({ kind }) => kind);
  expect(await only({ claim: first.id })).toEqual(["updates", "agrees"]);
  expect(await only({ kind: "contradicts" })).toEqual(["contradicts"]);
  expect(await only({ kind: "disputed" })).toEqual([]);
  const madeUp = listRelations(team.viewer, caseId, { limit: 2, cursor: "x" });
  await expect(madeUp).rejects.toMatchObject({ code: "INVALID", errors: [{ path: "cursor" }] });
});

it("keeps other teams out", async () => {
  const { later, articleId } = await related();
  const stranger = (await testTeam()).owner;
  expect(await relationsOfClaim(stranger, later.id)).toEqual([]);
  expect(await relationsOfArticle(stranger, articleId)).toEqual([]);
});
