import { beforeEach, expect, test } from "vitest";
import { changeCase } from "@/features/case/commands/change-case";
import { listNotices } from "@/features/case/queries/notices";
import { recordRelation } from "@/features/relation/commands/record-relation";
import { removeMember } from "@/features/team/commands/remove-member";
import type { Ctx } from "@/platform/context";
import { type TestTeam, testMember, testTeam } from "@/testing/actors";
import { testDatabase } from "@/testing/database";
import { testCase, testClaim } from "@/testing/factories";
import { listConflicts } from "../queries/list-conflicts";
import { ListConflicts } from "../schema";
import { assignConflict } from "./assign-conflict";
import { refreshOwnConflicts } from "./refresh-conflicts";
import { writeFinding } from "./write-finding";

testDatabase();

let team: TestTeam;
let caseId: string;
let claims: string[];

const relate = (from: number, to: number) =>
  recordRelation(team.analyst, {
    caseId,
    from: claims[from - 1] ?? "",
    to: claims[to - 1] ?? "",
    kind: "contradicts",
  });
const decide = (ctx: Ctx) =>
  writeFinding(ctx, { caseId, number: 1, outcome: "one_camp", preferredCamp: "A", rationale: "C-1 saw it." });
const heard = async (ctx: Ctx) => {
  await refreshOwnConflicts(ctx);
  return (await listNotices(ctx, { limit: 50 })).items.map(({ kind, subject, actor }) => [kind, subject.label, actor]);
};

beforeEach(async () => {
  team = await testTeam();
  ({ id: caseId } = await testCase(team.lead));
  claims = [];
  for (let i = 0; i < 5; i++) claims.push((await testClaim(team.analyst, caseId)).id);
  await relate(1, 2);
});

test("who wrote and who signed a finding hears once that what it rests on has changed, and again after it was renewed", async () => {
  await decide(team.analyst);
  await decide(team.lead);
  expect(await heard(team.lead)).toEqual([]);
  await relate(1, 3);
  const told = ["stale", "C-1", null];
  // Deriving it for anybody is enough; asking twice tells it once.
  await listConflicts(team.viewer, caseId, ListConflicts.parse({}));
  expect(await heard(team.lead)).toEqual([told]);
  await relate(1, 4);
  expect(await heard(team.lead)).toEqual([told]);
  expect(await heard(team.viewer)).toEqual([]);
  expect(await heard((await testTeam()).owner)).toEqual([]);

  await decide(team.lead);
  expect(await heard(team.lead)).toEqual([told]);
  await relate(1, 5);
  expect(await heard(team.lead)).toEqual([told, told]);
});

test("nobody hears of a finding that stands, or in a blind case", async () => {
  await decide(team.lead);
  await relate(3, 4);
  expect(await heard(team.lead)).toEqual([]);
  const { version } = await changeCase(team.lead, { caseId, blind: true });
  expect(version).toBeGreaterThan(1);
  await relate(1, 3);
  expect(await heard(team.lead)).toEqual([]);
});

test("who leaves frees the conflicts that they were to decide", async () => {
  const leaver = await testMember(team.teamId, "analyst", "Leo Leaver");
  await assignConflict(team.lead, { caseId, number: 1, user: leaver.actor.userId });
  const [before] = (await listConflicts(team.viewer, caseId, ListConflicts.parse({}))).items;
  expect(before?.assignee?.name).toBe("Leo Leaver");
  await removeMember(team.owner, { userId: leaver.actor.userId });
  const [after] = (await listConflicts(team.viewer, caseId, ListConflicts.parse({}))).items;
  expect(after?.assignee).toBeNull();
});
