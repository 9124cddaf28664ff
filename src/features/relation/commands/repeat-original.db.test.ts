import { expect, it } from "vitest";
import { changeArticle } from "@/features/article/commands/change-article";
import { testTeam } from "@/testing/actors";
import { testDatabase } from "@/testing/database";
import { testArticle, testCase, testClaim } from "@/testing/factories";
import { getRelation } from "../queries";
import { repeatOriginal } from "./repeat-original";

testDatabase();

const WIRE = "The bridge was closed on Monday. Twelve people were hurt when it fell.";

async function copied(blind = false) {
  const team = await testTeam();
  const { id: caseId } = await testCase(team.lead, { blind });
  const original = await testArticle(team.analyst, caseId, { text: WIRE, outlet: "Wire One" });
  const copy = await testArticle(team.analyst, caseId, { text: `Our desk reports. ${WIRE}`, outlet: "Daily Copy" });
  await changeArticle(team.analyst, { articleId: copy.id, repeats: original.id });
  const first = await testClaim(team.lead, caseId, {
    articleId: original.id,
    quote: { exact: "Twelve people were hurt" },
  });
  const claim = (exact: string) => testClaim(team.analyst, caseId, { articleId: copy.id, quote: { exact } });
  return { ...team, first, claim };
}

it("a claim on the same words of a copy repeats the original's, as the judgement of who entered it", async () => {
  const { analyst, first, claim } = await copied();
  const own = await claim("Twelve people were hurt when");
  const repeated = await repeatOriginal(analyst, { claimId: own.id });
  expect(repeated).toMatchObject({ claim: first.claim, outlet: "Wire One" });
  const relation = await getRelation(analyst, repeated?.relationId ?? "");
  expect(relation).toMatchObject({ kind: "repeats", from: own.id, to: first.id });
  expect(relation.judgements?.map(({ user }) => user.id)).toEqual([analyst.actor.userId]);
});

it("a claim on other words repeats nothing, nor is anything told of others' claims in a blind case", async () => {
  const open = await copied();
  expect(await repeatOriginal(open.analyst, { claimId: (await open.claim("The bridge was closed")).id })).toBeNull();
  const blind = await copied(true);
  const own = await blind.claim("Twelve people were hurt");
  expect(await repeatOriginal(blind.analyst, { claimId: own.id })).toBeNull();
});

it("is refused to viewers and strangers", async () => {
  const { viewer, claim } = await copied();
  const { id: claimId } = await claim("Twelve people were hurt");
  await expect(repeatOriginal(viewer, { claimId })).rejects.toMatchObject({ code: "FORBIDDEN" });
  await expect(repeatOriginal((await testTeam()).analyst, { claimId })).rejects.toMatchObject({ code: "NOT_FOUND" });
});
