import { beforeAll, expect, it } from "vitest";
import { recordRelation } from "@/features/relation/commands/record-relation";
import { type TestTeam, testTeam } from "@/testing/actors";
import { testDatabase } from "@/testing/database";
import { testCase, testClaim } from "@/testing/factories";
import { writeFinding } from "../commands/write-finding";
import { nextToDecide } from "./next-to-decide";

testDatabase();

let team: TestTeam;
beforeAll(async () => {
  team = await testTeam();
});

it("goes through what is not settled, and round again", async () => {
  const { id: caseId } = await testCase(team.lead);
  const ids: string[] = [];
  for (let i = 0; i < 6; i++) ids.push((await testClaim(team.analyst, caseId)).id);
  for (const at of [0, 2, 4]) {
    const [from = "", to = ""] = [ids[at], ids[at + 1]];
    await recordRelation(team.analyst, { caseId, from, to, kind: "contradicts" });
  }
  const next = (key: number) => nextToDecide(team.viewer, caseId, key);
  expect([await next(1), await next(3), await next(5)]).toEqual([3, 5, 1]);
  await writeFinding(team.lead, { caseId, number: 3, outcome: "cannot_tell", rationale: "Nobody was there." });
  expect([await next(1), await next(5), await next(3)]).toEqual([5, 1, 1]);
  await writeFinding(team.lead, { caseId, number: 5, outcome: "cannot_tell", rationale: "Nobody was there." });
  expect(await next(1)).toBe(null);
});

it("finds nothing in another team's case", async () => {
  const { id: caseId } = await testCase((await testTeam()).lead);
  await expect(nextToDecide(team.lead, caseId, 1)).rejects.toMatchObject({ code: "NOT_FOUND" });
});
