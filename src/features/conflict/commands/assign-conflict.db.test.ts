import { beforeAll, expect, it } from "vitest";
import { listActivity } from "@/features/activity/queries";
import { changeCase } from "@/features/case/commands/change-case";
import { recordRelation } from "@/features/relation/commands/record-relation";
import { type TestTeam, testTeam } from "@/testing/actors";
import { testDatabase } from "@/testing/database";
import { testCase, testClaim } from "@/testing/factories";
import { listConflicts } from "../queries/list-conflicts";
import { ListConflicts } from "../schema";
import { assignConflict } from "./assign-conflict";

testDatabase();

let team: TestTeam;
beforeAll(async () => {
  team = await testTeam();
});

async function conflict() {
  const { id: caseId } = await testCase(team.lead);
  const ids: string[] = [];
  for (let i = 0; i < 4; i++) ids.push((await testClaim(team.analyst, caseId)).id);
  const relate = (from: number, kind: "agrees" | "contradicts", to: number) =>
    recordRelation(team.analyst, { caseId, from: ids[from - 1] ?? "", to: ids[to - 1] ?? "", kind });
  await relate(2, "contradicts", 3);
  const list = async (query: object = {}) =>
    (await listConflicts(team.viewer, caseId, ListConflicts.parse(query))).items.map(({ key }) => key);
  return { caseId, relate, list };
}

it("assigns a conflict by any member's number, finds it by who is to decide it, and takes the assignment off", async () => {
  const { caseId, list } = await conflict();
  const { userId: user, name } = team.analyst.actor;
  const assigned = await assignConflict(team.lead, { caseId, number: 3, user });
  expect(assigned).toMatchObject({ key: 2, assignee: { id: user, name } });
  expect(await list({ assignee: user })).toEqual([2]);
  expect(await list({ assignee: "none" })).toEqual([]);
  expect(await list({ assignee: "me" })).toEqual([]);
  await assignConflict(team.lead, { caseId, number: 2, user: null });
  expect(await list({ assignee: "none" })).toEqual([2]);
  const { items } = await listActivity(team.viewer, caseId, { limit: 200 });
  expect(items.slice(-2)).toMatchObject([
    { verb: "conflict.assigned", subject: { type: "conflict", label: "C-2" }, after: { assignee: name } },
    { verb: "conflict.assigned", before: { assignee: name }, after: { assignee: null } },
  ]);
});

it("keeps the assignment while the conflict grows, and writes nothing when nothing changes", async () => {
  const { caseId, relate, list } = await conflict();
  const user = team.lead.actor.userId;
  await assignConflict(team.analyst, { caseId, number: 2, user });
  await relate(1, "agrees", 2);
  expect(await list({ assignee: user })).toEqual([1]);
  const count = async () => (await listActivity(team.viewer, caseId, { limit: 200 })).items.length;
  const before = await count();
  await assignConflict(team.analyst, { caseId, number: 1, user });
  expect(await count()).toBe(before);
});

it("is for analysts of the team, and names one", async () => {
  const { caseId } = await conflict();
  const user = team.analyst.actor.userId;
  await expect(assignConflict(team.viewer, { caseId, number: 2, user })).rejects.toMatchObject({ code: "FORBIDDEN" });
  const other = await testTeam();
  await expect(assignConflict(other.lead, { caseId, number: 2, user })).rejects.toMatchObject({ code: "NOT_FOUND" });
  await expect(assignConflict(team.lead, { caseId, number: 4, user })).rejects.toMatchObject({ code: "NOT_FOUND" });
  for (const nobody of [other.lead.actor.userId, team.viewer.actor.userId]) {
    const refused = assignConflict(team.lead, { caseId, number: 2, user: nobody });
    await expect(refused).rejects.toMatchObject({ code: "INVALID", errors: [{ path: "user" }] });
  }
});

it("does not tell in a blind case what conflicts", async () => {
  const { caseId } = await conflict();
  await changeCase(team.lead, { caseId, blind: true });
  await assignConflict(team.analyst, { caseId, number: 2, user: team.lead.actor.userId });
  const { items } = await listActivity(team.viewer, caseId, { limit: 200 });
  expect(items.at(-1)).toMatchObject({ before: null, after: null, withheld: true });
});
