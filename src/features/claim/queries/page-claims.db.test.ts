import { beforeAll, expect, it } from "vitest";
import { type TestTeam, testTeam } from "@/testing/actors";
import { testDatabase } from "@/testing/database";
import { testCase, testClaim } from "@/testing/factories";
import { retractClaim } from "../commands/retract-claim";
import { findNeighbours, pageClaims } from "../queries";
import { type ClaimSort, ListClaims } from "../schema";

testDatabase();

let team: TestTeam;
let caseId: string;

beforeAll(async () => {
  team = await testTeam();
  caseId = (await testCase(team.lead)).id;
  // Two of one day, two without a date, so that neither days nor their absence tell rows apart.
  for (const reportedOn of ["2024-10-25", null, "2024-09", "2024-10-25", null]) {
    await testClaim(team.analyst, caseId, { statement: "Rain", reportedOn });
  }
});

const page = async (sort: ClaimSort, cursor?: string) => {
  const found = await pageClaims(team.viewer, caseId, ListClaims.parse({ sort, limit: 2, cursor }));
  return { ...found, numbers: found.items.map(({ number }) => number) };
};

it.each<[ClaimSort, number[][]]>([
  ["number", [[1, 2], [3, 4], [5]]],
  ["-number", [[5, 4], [3, 2], [1]]],
  ["reportedOn", [[3, 1], [4, 2], [5]]],
  ["-reportedOn", [[4, 1], [3, 5], [2]]],
])("goes to the end and back by %s", async (sort, pages) => {
  const there = [await page(sort)];
  while (there.at(-1)?.nextCursor) there.push(await page(sort, there.at(-1)?.nextCursor ?? undefined));
  expect(there.map(({ numbers }) => numbers)).toEqual(pages);
  expect(there[0]?.previousCursor).toBeNull();

  const back = [there[there.length - 1]];
  while (back.at(-1)?.previousCursor) back.push(await page(sort, back.at(-1)?.previousCursor ?? undefined));
  expect(back.map((each) => each?.numbers)).toEqual(pages.toReversed());
  expect(back.at(-1)?.nextCursor).not.toBeNull();
});

it("finds the numbers around one, and passes over what is retracted", async () => {
  const gone = await testClaim(team.analyst, caseId, { statement: "Retracted" });
  await retractClaim(team.analyst, { claimId: gone.id });
  expect(await findNeighbours(team.viewer, caseId, 1)).toEqual({ previous: null, next: 2 });
  expect(await findNeighbours(team.viewer, caseId, 5)).toEqual({ previous: 4, next: null });
  const stranger = await testTeam();
  expect(await findNeighbours(stranger.owner, caseId, 2)).toEqual({ previous: null, next: null });
});
