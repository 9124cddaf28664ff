import { beforeAll, describe, expect, it } from "vitest";
import { prisma } from "@/platform/db/client";
import { type TestTeam, testMember, testTeam } from "@/testing/actors";
import { testDatabase } from "@/testing/database";
import { testCase, testClaim } from "@/testing/factories";
import { getClaim } from "../queries";
import { AssessClaim } from "../schema";
import { assessClaim } from "./assess-claim";

testDatabase();

let team: TestTeam;

beforeAll(async () => {
  team = await testTeam();
});

const assess = (ctx: TestTeam["analyst"], claimId: string, input: object) =>
  assessClaim(ctx, { ...AssessClaim.parse(input), claimId });

describe("assessClaim", () => {
  it("lets the median stand, and a lead's grade before it", async () => {
    const { id: caseId } = await testCase(team.lead);
    const { id } = await testClaim(team.analyst, caseId, { credibility: 2 });
    const second = await testMember(team.teamId, "analyst", "Bela Analyst");
    expect(await assess(second, id, { credibility: 4, confidence: "low" })).toMatchObject({
      credibility: 4,
      confidence: "low",
      version: 1,
    });
    expect(await assess(team.lead, id, { credibility: 1, reason: "Seen the footage." })).toMatchObject({
      credibility: 1,
    });
    expect((await assess(team.lead, id, {})).credibility).toBe(4);
  });

  it("replaces the caller's grades as a whole and tells what changed", async () => {
    const { id: caseId } = await testCase(team.lead);
    const { id } = await testClaim(team.analyst, caseId, { credibility: 2, reliability: "B" });
    const claim = await assess(team.analyst, id, { credibility: 3, version: 1 });
    expect(claim).toMatchObject({ credibility: 3, reliability: null, assessments: [{ version: 2 }] });
    const [row] = await prisma().activity.findMany({ where: { subjectId: id, verb: "claim.assessed" } });
    expect(row).toMatchObject({
      before: { reliability: "B", credibility: 2 },
      after: { reliability: null, credibility: 3 },
    });
    await expect(assess(team.analyst, id, { credibility: 4, version: 1 })).rejects.toMatchObject({
      code: "CONFLICT",
      current: { credibility: 3 },
    });
  });

  it("refuses viewers, other teams and retracted claims", async () => {
    const { id: caseId } = await testCase(team.lead);
    const { id } = await testClaim(team.analyst, caseId);
    const other = await testTeam();
    await expect(assess(team.viewer, id, { credibility: 1 })).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(assess(other.lead, id, { credibility: 1 })).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("in a blind case, shows others' grades only after one's own", async () => {
    const { id: caseId } = await testCase(team.lead, { blind: true });
    const { id } = await testClaim(team.analyst, caseId, { credibility: 2, confidence: "high" });
    const hidden = { credibility: null, confidence: null, reliability: null, assessments: [] };
    expect(await getClaim(team.lead, id)).toMatchObject(hidden);
    expect(await getClaim(team.viewer, id)).toMatchObject(hidden);
    expect(await getClaim(team.analyst, id)).toMatchObject({ credibility: 2 });
    expect(await assess(team.lead, id, {})).toMatchObject(hidden);
    const seen = await assess(team.lead, id, { confidence: "low" });
    expect(seen).toMatchObject({ credibility: 2, confidence: "low" });
    expect(seen.assessments).toHaveLength(2);
    expect(await assess(team.lead, id, {})).toMatchObject(hidden);
  });
});
