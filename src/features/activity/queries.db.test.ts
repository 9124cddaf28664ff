import { beforeAll, describe, expect, it } from "vitest";
import { changeCase } from "@/features/case/commands/change-case";
import { assessClaim } from "@/features/claim/commands/assess-claim";
import { recordRelation } from "@/features/relation/commands/record-relation";
import { prisma } from "@/platform/db/client";
import { type TestTeam, testMember, testTeam } from "@/testing/actors";
import { testDatabase } from "@/testing/database";
import { testCase, testClaim } from "@/testing/factories";
import { listActivity, listLatestActivity, verifyHistory } from "./queries";

testDatabase();

let team: TestTeam;
beforeAll(async () => {
  team = await testTeam();
});

/** A case with a history: opened, then renamed `changes` times. */
async function caseWithHistory(changes: number) {
  const { id } = await testCase(team.lead);
  for (let i = 1; i <= changes; i++) await changeCase(team.lead, { caseId: id, title: `Title ${i}` });
  return id;
}

/** What only somebody with the database's own password can do: the trigger refuses it to everybody else. */
async function tamper(sql: string) {
  await prisma().$transaction([
    prisma().$executeRawUnsafe("ALTER TABLE activity DISABLE TRIGGER activity_written_once"),
    prisma().$executeRawUnsafe(sql),
    prisma().$executeRawUnsafe("ALTER TABLE activity ENABLE TRIGGER activity_written_once"),
  ]);
}

describe("the list", () => {
  it("goes on in order behind a sequence number, page by page", async () => {
    const caseId = await caseWithHistory(5);
    const first = await listActivity(team.viewer, caseId, { after: 1, limit: 3 });
    expect(first.items.map((row) => row.seq)).toEqual([2, 3, 4]);
    const cursor = first.nextCursor ?? "";
    const second = await listActivity(team.viewer, caseId, { after: 1, limit: 3, cursor });
    expect(second.items.map((row) => row.seq)).toEqual([5, 6]);
    expect(second.nextCursor).toBeNull();
    expect(second.items[0]).toMatchObject({
      verb: "case.changed",
      actor: { name: "Lena Lead" },
      subject: { type: "case", id: caseId },
      before: { title: "Title 3" },
      after: { title: "Title 4" },
    });
  });

  it("shows pages the newest first", async () => {
    const caseId = await caseWithHistory(3);
    const first = await listLatestActivity(team.viewer, caseId, { limit: 3 });
    expect(first.items.map((row) => row.seq)).toEqual([4, 3, 2]);
    const rest = await listLatestActivity(team.viewer, caseId, { limit: 3, cursor: first.nextCursor ?? "" });
    expect(rest.items.map((row) => row.seq)).toEqual([1]);
  });

  it("tells a claim's history with that of its relations", async () => {
    const caseId = await caseWithHistory(0);
    const [from, to, other] = [
      await testClaim(team.analyst, caseId),
      await testClaim(team.analyst, caseId),
      await testClaim(team.analyst, caseId),
    ];
    await recordRelation(team.analyst, { caseId, from: from.id, to: to.id, kind: "agrees" });
    await recordRelation(team.analyst, { caseId, from: to.id, to: other.id, kind: "unrelated" });
    const subjects = async (subjectId: string) => {
      const { items } = await listLatestActivity(team.viewer, caseId, { limit: 50, subjectId });
      return items.filter((row) => row.subject.type === "relation").map((row) => row.subject.label);
    };
    expect(await subjects(to.id)).toEqual(["C-2 · C-3", "C-1 · C-2"]);
    expect(await subjects(from.id)).toEqual(["C-1 · C-2"]);
  });

  it("is nobody else's", async () => {
    const caseId = await caseWithHistory(0);
    const stranger = (await testTeam()).owner;
    const refused = expect.objectContaining({ code: "NOT_FOUND" });
    await expect(listActivity(stranger, caseId, { limit: 50 })).rejects.toEqual(refused);
    await expect(listLatestActivity(stranger, caseId, { limit: 50 })).rejects.toEqual(refused);
    await expect(verifyHistory(stranger, caseId)).rejects.toEqual(refused);
  });
});

describe("a blind case", () => {
  async function blindCase() {
    const { id: caseId } = await testCase(team.lead, { blind: true });
    const from = (await testClaim(team.analyst, caseId)).id;
    const to = (await testClaim(team.analyst, caseId)).id;
    return { caseId, from, to };
  }
  const newest = async (ctx: TestTeam["viewer"], caseId: string) =>
    (await listLatestActivity(ctx, caseId, { limit: 1 })).items[0];

  it("keeps the row of another's judgement, without what it says, until one has judged the pair", async () => {
    const { caseId, from, to } = await blindCase();
    await recordRelation(team.analyst, { caseId, from, to, kind: "contradicts", rationale: "two figures" });
    expect(await newest(team.analyst, caseId)).toMatchObject({ after: { kind: "contradicts" } });
    for (const ctx of [team.viewer, team.lead, team.owner]) {
      const row = await newest(ctx, caseId);
      expect(row).toMatchObject({ verb: "relation.judged", subject: { label: "C-1 · C-2" }, withheld: true });
      expect(JSON.stringify(row)).not.toMatch(/contradicts|two figures/);
    }
    const second = await testMember(team.teamId, "analyst", "Boris Second");
    await recordRelation(second, { caseId, from, to, kind: "agrees" });
    const { items } = await listActivity(second, caseId, { limit: 50 });
    expect(items.at(-2)).toMatchObject({ after: { kind: "contradicts", rationale: "two figures" } });
    expect(items.at(-2)).not.toHaveProperty("withheld");
  });

  it("keeps another's grades of a claim until one has graded it", async () => {
    const { caseId, from } = await blindCase();
    await assessClaim(team.analyst, { claimId: from, credibility: 4, reason: "one source" });
    expect(await newest(team.analyst, caseId)).toMatchObject({ after: { credibility: 4 } });
    const row = await newest(team.lead, caseId);
    expect(row).toMatchObject({ verb: "claim.assessed", withheld: true });
    expect(JSON.stringify([row?.before, row?.after])).not.toMatch(/4|one source/);
    await assessClaim(team.lead, { claimId: from, credibility: 2 });
    const { items } = await listActivity(team.lead, caseId, { limit: 50 });
    expect(items.at(-2)).toMatchObject({ after: { credibility: 4 } });
  });

  it("shows everything once it is blind no more", async () => {
    const { caseId, from, to } = await blindCase();
    await recordRelation(team.analyst, { caseId, from, to, kind: "agrees" });
    await changeCase(team.lead, { caseId, blind: false });
    const { items } = await listActivity(team.viewer, caseId, { limit: 50 });
    expect(items.at(-2)).toMatchObject({ after: { kind: "agrees" } });
  });
});

describe("verifying", () => {
  it("counts the rows of a history that nobody altered, and of the team's own", async () => {
    const caseId = await caseWithHistory(4);
    expect(await verifyHistory(team.viewer, caseId)).toEqual({ rows: 5, firstAltered: null });
    expect((await verifyHistory(team.viewer, null)).firstAltered).toBeNull();
  });

  it("is refused by the database itself before anything else", async () => {
    await caseWithHistory(0);
    const forge = prisma().$executeRawUnsafe("UPDATE activity SET actor_name = 'Nobody'");
    await expect(forge).rejects.toThrow(/never altered/);
  });

  it.each([
    ["another actor", "UPDATE activity SET actor_name = 'Nobody' WHERE scope_id = '%' AND seq = 3", 3, "was altered"],
    ["another value", `UPDATE activity SET after = '{"title":"x"}' WHERE scope_id = '%' AND seq = 2`, 2, "was altered"],
    [
      "another time",
      "UPDATE activity SET at = at + interval '1 ms' WHERE scope_id = '%' AND seq = 4",
      4,
      "was altered",
    ],
    ["a missing row", "DELETE FROM activity WHERE scope_id = '%' AND seq = 3", 3, "is missing"],
    ["a missing end", "DELETE FROM activity WHERE scope_id = '%' AND seq = 5", 5, "is missing"],
    ["all rows missing", "DELETE FROM activity WHERE scope_id = '%'", 1, "is missing"],
    ["a forged hash", "UPDATE activity SET hash = repeat('0', 64) WHERE scope_id = '%' AND seq = 5", 5, "was altered"],
    [
      "a head put back",
      `UPDATE "case" SET activity_seq = 4, activity_hash =
         (SELECT hash FROM activity WHERE scope_id = '%' AND seq = 4) WHERE id = '%'`,
      5,
      "was added from outside",
    ],
    [
      "another head",
      `UPDATE "case" SET activity_hash = repeat('0', 64) WHERE id = '%'`,
      5,
      "is not the row that the history ended with",
    ],
  ])("finds %s", async (_, sql, seq, why) => {
    const caseId = await caseWithHistory(4);
    await tamper(sql.replaceAll("%", caseId));
    const { firstAltered } = await verifyHistory(team.viewer, caseId);
    expect(firstAltered).toEqual({ seq, why });
  });
});
