import { beforeAll, expect, test } from "vitest";
import { removeMember } from "@/features/team/commands/remove-member";
import { prisma } from "@/platform/db/client";
import { type TestTeam, testTeam } from "@/testing/actors";
import { testDatabase } from "@/testing/database";
import { testCase } from "@/testing/factories";
import { listPresent } from "../queries/presence";
import { leaveCase, markPresence } from "./mark-presence";

testDatabase();

let team: TestTeam;
let caseId: string;
beforeAll(async () => {
  team = await testTeam();
});

const tabOf = (number: number) => `0195f0d0-0000-7000-8000-${String(number).padStart(12, "0")}`;
const here = async () => (await listPresent(team.viewer, caseId)).map(({ user, place }) => `${user.name}: ${place}`);

test("who is here is told, where they were last, until they leave or give no sign of life", async () => {
  caseId = (await testCase(team.analyst)).id;
  const { activitySeq } = await prisma().case.findFirstOrThrow({ where: { id: caseId } });
  await markPresence(team.analyst, { caseId, tab: tabOf(1), place: "claims" });
  await markPresence(team.viewer, { caseId, tab: tabOf(2), place: "" });
  await markPresence(team.analyst, { caseId, tab: tabOf(3), place: "claims/4" });
  expect(await here()).toEqual(["Anna Analyst: claims/4", "Vera Viewer: "]);
  await leaveCase(team.analyst, { caseId, tab: tabOf(3) });
  expect(await here()).toEqual(["Anna Analyst: claims", "Vera Viewer: "]);
  await prisma().$executeRaw`UPDATE presence SET seen_at = now() - interval '2 minutes' WHERE id = ${tabOf(2)}::uuid`;
  expect(await here()).toEqual(["Anna Analyst: claims"]);
  // It is no change of the case.
  expect(await prisma().case.findFirstOrThrow({ where: { id: caseId } })).toMatchObject({ activitySeq });
});

test("nobody moves or ends another's tab, and strangers see and mark nothing", async () => {
  caseId = (await testCase(team.analyst)).id;
  await markPresence(team.analyst, { caseId, tab: tabOf(11), place: "claims" });
  await markPresence(team.lead, { caseId, tab: tabOf(11), place: "graph" });
  await leaveCase(team.lead, { caseId, tab: tabOf(11) });
  expect(await here()).toEqual(["Anna Analyst: claims"]);
  const { owner } = await testTeam();
  await expect(markPresence(owner, { caseId, tab: tabOf(12), place: "" })).rejects.toMatchObject({ code: "NOT_FOUND" });
  expect(await listPresent(owner, caseId)).toEqual([]);
  await removeMember(team.owner, { userId: team.analyst.actor.userId });
  expect(await here()).toEqual([]);
});
