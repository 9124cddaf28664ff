import { beforeAll, expect, test } from "vitest";
import { listLatestActivity, verifyHistory } from "@/features/activity/queries";
import { type TestTeam, testTeam } from "@/testing/actors";
import { testDatabase } from "@/testing/database";
import { testArticle, testCase, testClaim } from "@/testing/factories";
import { ChangeClaim } from "../schema";
import { assessClaim } from "./assess-claim";
import { changeClaim } from "./change-claim";
import { setBackClaim } from "./set-back-claim";

testDatabase();

let team: TestTeam;
let caseId: string;
beforeAll(async () => {
  team = await testTeam();
  caseId = (await testCase(team.analyst)).id;
});

const lastSeq = async () => (await listLatestActivity(team.viewer, caseId, { limit: 1 })).items[0]?.seq ?? 0;

async function changed(first: object, then: object) {
  const claim = await testClaim(team.analyst, caseId, first);
  await changeClaim(team.analyst, { claimId: claim.id, ...ChangeClaim.parse(then) });
  return { claimId: claim.id, seq: await lastSeq() };
}

test("what a change touched is as before, and the rest stays; that can be set back, too", async () => {
  const { id: articleId } = await testArticle(team.analyst, caseId);
  const former = {
    articleId,
    statement: "Twelve were hurt.",
    quote: { exact: "Twelve people were hurt." },
    attribution: ["Reuters", "a police officer"],
    newOutlets: ["Reuters"],
    reportedOn: { edtf: "2024-10-21/2024-10-31", words: "late October 2024" },
    tags: ["harm"],
    place: "Basra",
  };
  const then = { statement: "Forty were hurt.", quote: null, attribution: [], reportedOn: "2024-11-02", tags: [] };
  const { claimId, seq } = await changed(former, then);
  await changeClaim(team.analyst, { claimId, note: "Since." });
  const back = await setBackClaim(team.analyst, { claimId, seq });
  expect(back).toMatchObject({
    statement: "Twelve were hurt.",
    quote: { exact: "Twelve people were hurt.", state: "exact" },
    attribution: ["Reuters", "a police officer"],
    outlet: { name: "Reuters" },
    reportedOn: "2024-10-21/2024-10-31",
    reportedOnWords: "late October 2024",
    tags: ["harm"],
    place: "Basra",
    note: "Since.",
  });
  const again = await setBackClaim(team.analyst, { claimId, seq: await lastSeq() });
  expect(again).toMatchObject({ statement: "Forty were hurt.", quote: null, reportedOn: "2024-11-02", tags: [] });
  expect(await verifyHistory(team.analyst, caseId)).toMatchObject({ firstAltered: null });
});

test("is for who may change the claim, and for its own changes", async () => {
  const { claimId, seq } = await changed({ place: "Basra" }, { place: "Mosul" });
  await expect(setBackClaim(team.viewer, { claimId, seq })).rejects.toMatchObject({ code: "FORBIDDEN" });
  await expect(setBackClaim((await testTeam()).owner, { claimId, seq })).rejects.toMatchObject({ code: "NOT_FOUND" });
  const other = await testClaim(team.analyst, caseId);
  await expect(setBackClaim(team.analyst, { claimId: other.id, seq })).rejects.toMatchObject({ code: "NOT_FOUND" });
  await expect(setBackClaim(team.analyst, { claimId, seq: 100_000 })).rejects.toMatchObject({ code: "NOT_FOUND" });
  await assessClaim(team.analyst, { claimId, confidence: "low" });
  await expect(setBackClaim(team.analyst, { claimId, seq: await lastSeq() })).rejects.toMatchObject({
    code: "INVALID",
  });
  await expect(setBackClaim(team.analyst, { claimId, seq, version: 1 })).rejects.toMatchObject({ code: "CONFLICT" });
});
