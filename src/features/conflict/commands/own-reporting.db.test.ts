import { beforeAll, expect, it } from "vitest";
import { listActivity } from "@/features/activity/queries";
import { retractClaim } from "@/features/claim/commands/retract-claim";
import { recordRelation } from "@/features/relation/commands/record-relation";
import type { Ctx } from "@/platform/context";
import { type TestTeam, testMember, testTeam } from "@/testing/actors";
import { testDatabase } from "@/testing/database";
import { testArticle, testCase, testClaim } from "@/testing/factories";
import { getConflict } from "../queries/get-conflict";
import { listConflicts } from "../queries/list-conflicts";
import { getOwnReporting } from "../queries/own-reporting";
import { ListConflicts } from "../schema";
import { markOwnReporting } from "./mark-own-reporting";
import { unmarkOwnReporting } from "./unmark-own-reporting";

testDatabase();

let team: TestTeam;
let second: Ctx;
beforeAll(async () => {
  team = await testTeam();
  second = await testMember(team.teamId, "analyst", "Boris Second");
});

const refused = (code: string) => expect.objectContaining({ code });
const REASON = "Their correspondent was there";

/** Reuters says it, UTV repeats it, and somebody denies it. */
async function repeated(blind = false) {
  const { id: caseId } = await testCase(team.lead, { blind });
  const claim = async (outlet: string) => {
    const { id: articleId } = await testArticle(team.analyst, caseId, { outlet });
    const quote = { exact: "Twelve people were hurt." };
    return (await testClaim(team.analyst, caseId, { articleId, quote })).id;
  };
  const [first, copy, denial] = [await claim("Reuters"), await claim("UTV"), await claim("AFP")];
  await recordRelation(team.analyst, { caseId, from: copy, to: first, kind: "repeats" });
  await recordRelation(team.analyst, { caseId, from: first, to: denial, kind: "contradicts" });
  /** As the conflict's page and the list have it. */
  const origins = async (ctx: Ctx) => {
    const page = (await getConflict(ctx, caseId, 1)).camps[0]?.origins;
    const { items } = await listConflicts(ctx, caseId, ListConflicts.parse({}));
    expect(items[0]?.sides[0]?.origins).toEqual(page);
    return page;
  };
  return { caseId, copy, origins };
}

it("raises the maximum, by somebody, for a reason, and can be taken back", async () => {
  const { caseId, copy, origins } = await repeated();
  expect(await origins(team.viewer)).toEqual({ min: 1, max: 1 });
  const marked = await markOwnReporting(team.analyst, { claimId: copy, reason: REASON });
  expect(marked).toMatchObject({ claimId: copy, marks: [{ user: { name: "Anna Analyst" }, reason: REASON }] });
  expect(await origins(team.viewer)).toEqual({ min: 1, max: 2 });
  await markOwnReporting(second, { claimId: copy, reason: "Names a witness" });
  await unmarkOwnReporting(team.analyst, { claimId: copy });
  expect((await getOwnReporting(team.viewer, copy)).marks).toMatchObject([{ reason: "Names a witness" }]);
  expect(await origins(team.viewer)).toEqual({ min: 1, max: 2 });
  await unmarkOwnReporting(second, { claimId: copy });
  expect(await origins(team.viewer)).toEqual({ min: 1, max: 1 });
  const { items } = await listActivity(team.viewer, caseId, { limit: 200 });
  expect(items.slice(-4)).toMatchObject([
    { verb: "claim.own_reporting_marked", subject: { label: "C-2" }, before: null, after: { reason: REASON } },
    { verb: "claim.own_reporting_marked" },
    { verb: "claim.own_reporting_unmarked", before: { reason: REASON }, after: null },
    { verb: "claim.own_reporting_unmarked" },
  ]);
});

it("changes nothing where nothing is new", async () => {
  const { caseId, copy } = await repeated();
  await markOwnReporting(team.analyst, { claimId: copy, reason: REASON });
  const before = await listActivity(team.viewer, caseId, { limit: 200 });
  await markOwnReporting(team.analyst, { claimId: copy, reason: REASON });
  await unmarkOwnReporting(second, { claimId: copy });
  expect(await listActivity(team.viewer, caseId, { limit: 200 })).toEqual(before);
});

it("is refused to viewers, other teams and for retracted claims", async () => {
  const { copy } = await repeated();
  const input = { claimId: copy, reason: REASON };
  const stranger = (await testTeam()).owner;
  await expect(markOwnReporting(team.viewer, input)).rejects.toEqual(refused("FORBIDDEN"));
  await expect(unmarkOwnReporting(team.viewer, input)).rejects.toEqual(refused("FORBIDDEN"));
  await expect(markOwnReporting(stranger, input)).rejects.toEqual(refused("NOT_FOUND"));
  await expect(unmarkOwnReporting(stranger, input)).rejects.toEqual(refused("NOT_FOUND"));
  await expect(getOwnReporting(stranger, copy)).rejects.toEqual(refused("NOT_FOUND"));
  await retractClaim(team.analyst, { claimId: copy });
  await expect(markOwnReporting(team.analyst, input)).rejects.toEqual(refused("INVALID"));
});

it("shows in a blind case to those who have marked the claim themselves", async () => {
  const { caseId, copy, origins } = await repeated(true);
  await markOwnReporting(second, { claimId: copy, reason: "Names a witness" });
  expect((await getOwnReporting(team.analyst, copy)).marks).toEqual([]);
  expect(await origins(team.analyst)).toEqual({ min: 1, max: 1 });
  const last = async () => (await listActivity(team.analyst, caseId, { limit: 200 })).items.at(-1);
  expect(await last()).toMatchObject({ withheld: true, after: {} });
  await markOwnReporting(team.analyst, { claimId: copy, reason: REASON });
  expect((await getOwnReporting(team.analyst, copy)).marks).toHaveLength(2);
});
