import { describe, expect, it } from "vitest";
import { prisma } from "@/platform/db/client";
import { testTeam } from "@/testing/actors";
import { testDatabase } from "@/testing/database";
import { findCase, getCase, listCases } from "../queries";
import { ChangeCase, OpenCase } from "../schema";
import { changeCase } from "./change-case";
import { openCase } from "./open-case";

testDatabase();

const input = (title: string) => OpenCase.parse({ title });

describe("a case", () => {
  it("opens with its activity row and is found by id and by title", async () => {
    const { analyst } = await testTeam();
    const opened = await openCase(analyst, input("Iraqi factions"));
    expect(opened).toMatchObject({ title: "Iraqi factions", version: 1, counts: { articles: 0, claims: 0 } });
    expect(await findCase(analyst, "iraqi FACTIONS")).toEqual(opened);
    const rows = await prisma().activity.findMany({ where: { teamId: analyst.teamId, caseId: opened.id } });
    expect(rows).toMatchObject([{ verb: "case.opened", seq: 1, actorName: "Anna Analyst", prevHash: "" }]);
  });

  it("is refused to a viewer, and does not exist for another team", async () => {
    const [ours, theirs] = [await testTeam(), await testTeam()];
    expect(() => openCase(ours.viewer, input("No"))).toThrow(expect.objectContaining({ code: "FORBIDDEN" }));
    const opened = await openCase(ours.owner, input("Ours"));
    await expect(getCase(theirs.owner, opened.id)).rejects.toMatchObject({ code: "NOT_FOUND" });
    const change = changeCase(theirs.owner, { ...ChangeCase.parse({ title: "Theirs" }), caseId: opened.id });
    await expect(change).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("refuses a stale version with the present state, and writes nothing where nothing changes", async () => {
    const { analyst, lead } = await testTeam();
    const { id: caseId } = await openCase(analyst, input("First"));
    const second = await changeCase(lead, { caseId, title: "Second", version: 1 });
    expect(second.version).toBe(2);
    await expect(changeCase(analyst, { caseId, title: "Third", version: 1 })).rejects.toMatchObject({
      code: "CONFLICT",
      current: { title: "Second", version: 2 },
    });
    expect((await changeCase(analyst, { caseId, title: "Second" })).version).toBe(2);
    const rows = await prisma().activity.findMany({ where: { caseId }, orderBy: { seq: "asc" } });
    expect(rows.map((row) => row.verb)).toEqual(["case.opened", "case.changed"]);
    expect(rows[1]).toMatchObject({ before: { title: "First" }, after: { title: "Second" }, prevHash: rows[0]?.hash });
  });

  it("lets only a lead change who sees what", async () => {
    const { analyst, lead } = await testTeam();
    const { id: caseId } = await openCase(analyst, input("Blind"));
    await expect(changeCase(analyst, { caseId, blind: true })).rejects.toMatchObject({ code: "FORBIDDEN" });
    expect(await changeCase(lead, { caseId, blind: true })).toMatchObject({ blind: true });
  });

  it("pages newest first without loss or repetition", async () => {
    const { owner } = await testTeam();
    for (const title of ["a", "b", "c"]) await openCase(owner, input(title));
    const first = await listCases(owner, { limit: 2 });
    const rest = await listCases(owner, { limit: 2, cursor: first.nextCursor ?? "" });
    expect([...first.items, ...rest.items].map((each) => each.title)).toEqual(["c", "b", "a"]);
    expect(rest.nextCursor).toBeNull();
    await expect(listCases(owner, { limit: 2, cursor: "made-up" })).rejects.toMatchObject({ code: "INVALID" });
  });
});
