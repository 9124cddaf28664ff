import { beforeAll, expect, test } from "vitest";
import { changeCase } from "@/features/case/commands/change-case";
import { retractClaim } from "@/features/claim/commands/retract-claim";
import type { Claim } from "@/features/claim/schema";
import { type TestTeam, testTeam } from "@/testing/actors";
import { testDatabase } from "@/testing/database";
import { testCase, testClaim } from "@/testing/factories";
import { recordRelation } from "../commands/record-relation";
import type { RelationKind } from "../schema";
import { outletMatrix } from "./outlet-matrix";

testDatabase();

let team: TestTeam;

beforeAll(async () => {
  team = await testTeam();
});

const relate = (caseId: string, from: Claim, kind: RelationKind, to: Claim) =>
  recordRelation(team.analyst, { caseId, from: from.id, to: to.id, kind });

test("counts what stands between outlets, whichever way round it was recorded", async () => {
  const { id: caseId } = await testCase(team.analyst);
  const said = (outlet: string) => testClaim(team.analyst, caseId, { outlet });
  const [r1, r2, u1, u2] = [await said("Reuters"), await said("Reuters"), await said("UTV"), await said("UTV")];
  await relate(caseId, r1, "contradicts", u1);
  await relate(caseId, u2, "contradicts", r2);
  await relate(caseId, r1, "agrees", r2);
  await relate(caseId, u2, "repeats", r1);
  await relate(caseId, u1, "unrelated", r2);
  const { outlets, cells } = await outletMatrix(team.viewer, caseId);
  expect(outlets.map(({ name }) => name)).toEqual(["Reuters", "UTV"]);
  const [reuters, utv] = outlets.map(({ id }) => id) as [string, string];
  const none = { agrees: 0, contradicts: 0, qualifies: 0, updates: 0, repeats: 0 };
  const [a, b] = [reuters, utv].sort() as [string, string];
  expect(cells).toHaveLength(2);
  expect(cells).toContainEqual({ ...none, a, b, contradicts: 2, repeats: 1 });
  expect(cells).toContainEqual({ ...none, a: reuters, b: reuters, agrees: 1 });
  await retractClaim(team.analyst, { claimId: u2.id });
  expect((await outletMatrix(team.viewer, caseId)).cells).toContainEqual({ ...none, a, b, contradicts: 1 });
});

test("tells nobody in a blind case what they have not judged", async () => {
  const { id: caseId } = await testCase(team.lead);
  const [one, two] = [
    await testClaim(team.analyst, caseId, { outlet: "Reuters" }),
    await testClaim(team.analyst, caseId, { outlet: "UTV" }),
  ];
  await relate(caseId, one, "agrees", two);
  await changeCase(team.lead, { caseId, blind: true });
  expect((await outletMatrix(team.lead, caseId)).cells).toEqual([]);
  expect((await outletMatrix(team.analyst, caseId)).cells).toHaveLength(1);
});
