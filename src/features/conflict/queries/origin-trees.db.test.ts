import { beforeAll, expect, it } from "vitest";
import { recordRelation } from "@/features/relation/commands/record-relation";
import { ruleOnRelation } from "@/features/relation/commands/rule-on-relation";
import { type TestTeam, testTeam } from "@/testing/actors";
import { testDatabase } from "@/testing/database";
import { testArticle, testCase, testClaim } from "@/testing/factories";
import { markOwnReporting } from "../commands/mark-own-reporting";
import { originTrees } from "./origin-trees";

testDatabase();

let team: TestTeam;
beforeAll(async () => {
  team = await testTeam();
});

/** C-2 of UTV repeats C-1 of Reuters; C-3, entered by hand, denies it. */
async function repeated(blind = false) {
  const { id: caseId } = await testCase(team.lead, { blind });
  const claim = async (outlet: string) => {
    const { id: articleId } = await testArticle(team.analyst, caseId, { outlet });
    return (await testClaim(team.analyst, caseId, { articleId, quote: { exact: "Twelve people" } })).id;
  };
  const [first, copy] = [await claim("Reuters"), await claim("UTV")];
  const denial = (await testClaim(team.analyst, caseId)).id;
  const relation = await recordRelation(team.analyst, { caseId, from: copy, to: first, kind: "repeats" });
  await recordRelation(team.analyst, { caseId, from: denial, to: first, kind: "contradicts" });
  return { caseId, copy, first, denial, relation };
}

it("tells who says that one repeats another, the lead's ruling first, and who marked own reporting", async () => {
  const { caseId, copy, relation } = await repeated();
  await ruleOnRelation(team.lead, { relationId: relation.id, kind: "repeats" });
  await markOwnReporting(team.analyst, { claimId: copy, reason: "Names a witness" });
  const { key, camps, said, own } = await originTrees(team.viewer, caseId, 3);
  expect(key).toBe(1);
  expect(said).toEqual([{ id: relation.id, from: 2, to: 1, by: ["Lena Lead", "Anna Analyst"] }]);
  expect(own).toEqual([{ number: 2, by: "Anna Analyst", reason: "Names a witness" }]);
  const names = camps[0]?.tree.nodes.map(({ name }) => name).sort();
  expect(names).toEqual(["C-1", "C-2", "Reuters", "UTV"]);
  expect(camps[0]?.tree.edges.map(({ kind }) => kind).sort()).toEqual(["own", "published", "repeats"]);
});

it("knows in a blind case only of what the caller has judged", async () => {
  const { caseId, first, denial } = await repeated(true);
  await expect(originTrees(team.lead, caseId, 1)).rejects.toMatchObject({ code: "NOT_FOUND" });
  await recordRelation(team.lead, { caseId, from: denial, to: first, kind: "contradicts" });
  const { camps, said } = await originTrees(team.lead, caseId, 1);
  expect(camps.map(({ tree }) => tree.nodes.length)).toEqual([2, 1]);
  expect(said).toEqual([]);
  expect((await originTrees(team.analyst, caseId, 1)).said).toHaveLength(1);
});
