import { createHash } from "node:crypto";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { verifyHistory } from "@/features/activity/queries";
import { prisma } from "@/platform/db/client";
import { pool } from "@/platform/db/pool";
import { type TestTeam, testTeam } from "@/testing/actors";
import { collect } from "@/testing/collect";
import { testDatabase } from "@/testing/database";
import { testCase, testClaim } from "@/testing/factories";
import { getExport, listExports } from "../queries/exports";
import { cancelExport } from "./cancel-export";
import { startExport } from "./start-export";

testDatabase();
let team: TestTeam;

beforeAll(async () => {
  team = await testTeam();
});

const historyOf = (caseId: string) =>
  prisma().activity.findMany({ where: { caseId, verb: "sheet.exported" }, orderBy: { seq: "asc" } });

/** A case too large for what a stream holds at once. */
async function largeCase() {
  const { id: caseId } = await testCase(team.analyst);
  const note = () =>
    Array.from({ length: 1800 }, () => Math.random().toString(36))
      .join(" ")
      .slice(0, 19_000);
  for (let number = 0; number < 30; number++) await testClaim(team.analyst, caseId, { note: note() });
  return caseId;
}

describe("an export that is whole", () => {
  it.each(["csv", "xlsx"] as const)("is recorded with what it was: %s", async (format) => {
    const { analyst, viewer } = team;
    const { id: caseId } = await testCase(analyst);
    await testClaim(analyst, caseId, { statement: 'Two\n"lines"', tags: ["a"] });
    await testClaim(analyst, caseId, { statement: "Other" });
    const { id, file, recorded } = await startExport(viewer, {
      caseId,
      format,
      filter: { tag: ["a"] },
      sort: "-number",
    });
    const bytes = await collect(file);
    await recorded;
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    expect(await getExport(analyst, id)).toMatchObject({
      caseId,
      format,
      status: "done",
      filter: { tag: ["a"] },
      sort: "-number",
      total: 1,
      counts: { claims: 1 },
      bytes: bytes.length,
      sha256,
      createdBy: { name: "Vera Viewer" },
    });
    const rows = await historyOf(caseId);
    expect(rows).toMatchObject([
      { actorName: "Vera Viewer", subjectId: id, after: { format, status: "done", filtered: true, claims: 1, sha256 } },
    ]);
    expect(await verifyHistory(analyst, caseId)).toMatchObject({ firstAltered: null });
  });

  it("goes by the id that its caller made up, once", async () => {
    const { analyst } = team;
    const { id: caseId } = await testCase(analyst);
    const exportId = "0193a5f0-1111-7000-8000-000000000001";
    const started = await startExport(analyst, { caseId, format: "csv", filter: {}, exportId });
    expect(started.id).toBe(exportId);
    await collect(started.file);
    await expect(startExport(analyst, { caseId, format: "csv", filter: {}, exportId })).rejects.toMatchObject({
      code: "INVALID",
    });
  });
});

describe("an export that was broken off", () => {
  it("says so, without a hash, and is in the history too", async () => {
    const caseId = await largeCase();
    const { id, file, recorded } = await startExport(team.analyst, { caseId, format: "csv", filter: {} });
    for await (const _chunk of file) break;
    await recorded;
    expect(await getExport(team.analyst, id)).toMatchObject({ status: "broken_off", sha256: null });
    expect(await historyOf(caseId)).toMatchObject([{ after: { status: "broken_off", sha256: null } }]);
    await vi.waitFor(() => expect(pool().totalCount - pool().idleCount).toBe(0), 10_000);
  });

  it("by a cancel from elsewhere ends its file in the middle", async () => {
    const caseId = await largeCase();
    const { id, file, recorded } = await startExport(team.analyst, { caseId, format: "csv", filter: {} });
    const chunks = file[Symbol.asyncIterator]();
    await chunks.next();
    expect(await getExport(team.analyst, id)).toMatchObject({ status: "running", total: 30 });
    await expect(cancelExport(team.viewer, { exportId: id })).rejects.toMatchObject({ code: "FORBIDDEN" });
    expect(await cancelExport(team.lead, { exportId: id })).toMatchObject({ status: "broken_off" });
    await new Promise((resolve) => setTimeout(resolve, 2500));
    const rest = async () => {
      while (!(await chunks.next()).done);
    };
    await expect(rest()).rejects.toThrow(/cancelled/);
    await recorded;
    expect(await getExport(team.analyst, id)).toMatchObject({ status: "broken_off", sha256: null });
    expect(await historyOf(caseId)).toHaveLength(1);
  });

  it("with its process is told by its silence", async () => {
    const { id: caseId } = await testCase(team.analyst);
    const { teamId, actor } = team.analyst;
    const { id } = await prisma().export.create({
      data: { teamId, caseId, format: "csv", total: 1, createdById: actor.userId },
    });
    expect(await getExport(team.analyst, id)).toMatchObject({ status: "running" });
    await prisma().$executeRaw`UPDATE "export" SET updated_at = now() - interval '10 minutes' WHERE id = ${id}::uuid`;
    expect(await getExport(team.analyst, id)).toMatchObject({ status: "broken_off" });
  });
});

describe("the list of exports", () => {
  it("has the newest first, page by page, and none of another team", async () => {
    const { analyst } = team;
    const { id: caseId } = await testCase(analyst);
    const ids: string[] = [];
    for (let turn = 0; turn < 3; turn++) {
      const { id, file, recorded } = await startExport(analyst, { caseId, format: "csv", filter: {} });
      await collect(file);
      await recorded;
      ids.unshift(id);
    }
    const first = await listExports(analyst, caseId, { limit: 2 });
    const second = await listExports(analyst, caseId, { limit: 2, cursor: first.nextCursor ?? "" });
    expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(ids);
    expect(second.nextCursor).toBeNull();
    const { owner } = await testTeam();
    await expect(listExports(owner, caseId, { limit: 2 })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(getExport(owner, ids[0] ?? "")).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(startExport(owner, { caseId, format: "csv", filter: {} })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });

  it("of a blind case keeps what others took out to them", async () => {
    const { analyst, lead } = team;
    const { id: caseId } = await testCase(analyst, { blind: true });
    const { id, file, recorded } = await startExport(lead, { caseId, format: "xlsx", filter: { credibility: [2] } });
    await collect(file);
    await recorded;
    expect(await getExport(analyst, id)).toMatchObject({ filter: null, counts: null });
    expect(await getExport(lead, id)).toMatchObject({ filter: { credibility: [2] }, counts: { claims: 0 } });
  });
});
