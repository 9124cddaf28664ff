import { afterEach, beforeAll, expect, it, vi } from "vitest";
import { changeClaim } from "@/features/claim/commands/change-claim";
import { retractClaim } from "@/features/claim/commands/retract-claim";
import { recordRelation } from "@/features/relation/commands/record-relation";
import type { RecordRelation } from "@/features/relation/schema";
import { type TestTeam, testTeam } from "@/testing/actors";
import { testDatabase } from "@/testing/database";
import { testCase, testClaim } from "@/testing/factories";
import { writeFinding } from "../commands/write-finding";
import { getConflict } from "./get-conflict";

testDatabase();

let team: TestTeam;
beforeAll(async () => {
  team = await testTeam();
});
afterEach(() => vi.useRealTimers());

/** Only the clock is moved: what is recorded meanwhile is recorded on that day. */
async function on<T>(day: string, work: () => Promise<T>): Promise<T> {
  vi.useFakeTimers({ toFake: ["Date"], now: new Date(`${day}T12:00:00Z`) });
  const done = await work();
  vi.useRealTimers();
  return done;
}

/** 1 Mar: C-1 contradicts C-2. 2 Mar: settled. 3 Mar: C-3 joins, C-1 is reworded. 4 Mar: C-2 is retracted. */
async function pastCase(blind = false) {
  const { id: caseId } = await testCase(team.lead, { blind });
  const claims: string[] = [];
  const relate = (from: number, kind: RecordRelation["kind"], to: number) =>
    recordRelation(team.lead, { caseId, from: claims[from - 1] ?? "", to: claims[to - 1] ?? "", kind });
  await on("2024-03-01", async () => {
    for (const statement of ["First", "Second"]) claims.push((await testClaim(team.lead, caseId, { statement })).id);
    await relate(1, "contradicts", 2);
  });
  await on("2024-03-02", () =>
    writeFinding(team.lead, { caseId, number: 1, outcome: "one_camp", preferredCamp: "A", rationale: "C-1 saw it." }),
  );
  await on("2024-03-03", async () => {
    claims.push((await testClaim(team.lead, caseId, { statement: "Third" })).id);
    await relate(3, "contradicts", 1);
    await changeClaim(team.lead, { claimId: claims[0] ?? "", statement: "First, otherwise" });
  });
  await on("2024-03-04", () => retractClaim(team.lead, { claimId: claims[1] ?? "" }));
  return caseId;
}

const shape = ({ camps, status }: Awaited<ReturnType<typeof getConflict>>) => ({
  status,
  camps: camps.map(({ claims }) => claims.map(({ number, statement }) => `${number} ${statement}`)),
});

it("tells what was held and contested then, and what had been found", async () => {
  const caseId = await pastCase();
  const asOf = (day: string) => getConflict(team.viewer, caseId, 1, day);
  const refused = expect.objectContaining({ code: "NOT_FOUND" });
  await expect(asOf("2024-02-29")).rejects.toEqual(refused);
  expect(shape(await asOf("2024-03-01"))).toEqual({ status: "open", camps: [["1 First"], ["2 Second"]] });
  const settled = await asOf("2024-03-02");
  expect(shape(settled)).toEqual({ status: "settled", camps: [["1 First"], ["2 Second"]] });
  expect(settled).toMatchObject({ asOf: "2024-03-02", finding: { outcome: "one_camp", changes: [] } });
  const stale = await asOf("2024-03-03");
  expect(shape(stale)).toEqual({ status: "stale", camps: [["1 First, otherwise"], ["2 Second"], ["3 Third"]] });
  expect(stale.finding?.changes.map(({ words }) => words)).toEqual([
    "C-3 joined the conflict, in camp C",
    "the statement of C-1 was changed",
  ]);
  expect(shape(await asOf("2024-03-04"))).toEqual(shape(await getConflict(team.viewer, caseId, 1)));
  await expect(getConflict((await testTeam()).owner, caseId, 1, "2024-03-02")).rejects.toEqual(refused);
});

it("tells in a blind case only of what the caller has judged, and of no finding", async () => {
  const caseId = await pastCase(true);
  const then = await getConflict(team.lead, caseId, 1, "2024-03-02");
  expect(shape(then)).toEqual({ status: "open", camps: [["1 First"], ["2 Second"]] });
  expect(then.findings).toEqual([]);
  await expect(getConflict(team.viewer, caseId, 1, "2024-03-02")).rejects.toMatchObject({ code: "NOT_FOUND" });
});
