import { describe, expect, it } from "vitest";
import { type Ctx, transact } from "@/platform/context";
import { prisma } from "@/platform/db/client";
import { testTeam } from "@/testing/actors";
import { testDatabase } from "@/testing/database";
import { getOutlet, listGrades, listOutletNames, listOutlets } from "../queries";
import { ChangeOutlet, CreateOutlet } from "../schema";
import { changeOutlet } from "./change-outlet";
import { createOutlet } from "./create-outlet";
import { resolveOutlet } from "./resolve-outlet";

testDatabase();

const create = (ctx: Ctx, fields: object) => createOutlet(ctx, CreateOutlet.parse(fields));
const change = (ctx: Ctx, outletId: string, fields: object) =>
  changeOutlet(ctx, { ...ChangeOutlet.parse(fields), outletId });
const resolve = (ctx: Ctx, name: string) => transact(ctx, (tx) => resolveOutlet(tx, name));

describe("an outlet", () => {
  it("is found by any of its names whatever their case, marks or digits", async () => {
    const { analyst } = await testTeam();
    const made = await create(analyst, {
      name: "Intelligence Online",
      aliases: ["IntelOnline", "إنتلجنس أونلاين"],
      domains: ["IntelligenceOnline.com"],
    });
    for (const name of ["intelligence online", "INTELONLINE", "إِنتِلِجنس أونلاين", made.id]) {
      expect(await resolve(analyst, name)).toMatchObject({ id: made.id, name: "Intelligence Online" });
    }
    expect(made.domains).toEqual(["intelligenceonline.com"]);
    expect((await listOutlets(analyst, { limit: 10, q: "intelonl" })).items.map((each) => each.id)).toEqual([made.id]);
    expect((await listOutletNames(analyst)).map((each) => each.name)).toContain("IntelOnline");
  });

  it("is made by a new name, once, even by two hands at the same time", async () => {
    const { analyst, lead, teamId } = await testTeam();
    const [one, two] = await Promise.all([resolve(analyst, "One News"), resolve(lead, "one  news")]);
    expect(one.id).toBe(two.id);
    expect(await prisma().outlet.count({ where: { teamId } })).toBe(1);
    expect(await prisma().activity.count({ where: { teamId, verb: "outlet.created" } })).toBe(1);
  });

  it("may not take a name or domain that is another's, and says whose it is", async () => {
    const { analyst } = await testTeam();
    await create(analyst, { name: "Reuters", domains: ["reuters.com"] });
    await expect(create(analyst, { name: "REUTERS" })).rejects.toMatchObject({
      errors: [{ path: "name", message: "“REUTERS” is already a name of Reuters" }],
    });
    await expect(create(analyst, { name: "R2", domains: ["reuters.com"] })).rejects.toMatchObject({
      errors: [{ path: "domains", message: "reuters.com already belongs to Reuters" }],
    });
    expect((await listOutlets(analyst, { limit: 10 })).items).toHaveLength(1);
  });

  it("keeps the reasons of its grades; only a lead gives one", async () => {
    const { analyst, lead } = await testTeam();
    const { id } = await create(analyst, { name: "UTV" });
    await expect(change(analyst, id, { reliability: "B" })).rejects.toMatchObject({ code: "FORBIDDEN" });
    await change(lead, id, { reliability: "C", reason: "Talk show" });
    await change(lead, id, { reliability: "B", reason: "Confirmed twice", version: 2 });
    expect(await listGrades(lead, id)).toMatchObject([
      { reliability: "B", reason: "Confirmed twice", by: "Lena Lead" },
      { reliability: "C", reason: "Talk show" },
    ]);
    await expect(change(lead, id, { country: "Iraq", version: 1 })).rejects.toMatchObject({ code: "CONFLICT" });
    expect(await getOutlet(lead, id)).toMatchObject({ reliability: "B", country: null, version: 3 });
  });

  it("is refused to viewers and unknown to other teams", async () => {
    const [ours, theirs] = [await testTeam(), await testTeam()];
    const { id } = await create(ours.analyst, { name: "Al-Estiklal" });
    expect(() => create(ours.viewer, { name: "X" })).toThrow(expect.objectContaining({ code: "FORBIDDEN" }));
    await expect(resolve(ours.viewer, "X")).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(getOutlet(theirs.owner, id)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(change(theirs.owner, id, { name: "Stolen" })).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect((await resolve(theirs.analyst, "Al-Estiklal")).id).not.toBe(id);
  });
});

describe("an outlet's name", () => {
  it.each([
    ["A > B", "must not contain “ > ”"],
    ["", "must not be empty"],
    ["a\u0000b", "contains control characters"],
    ["x".repeat(201), "must have at most 200 characters"],
  ])("%j is refused", (name, message) => {
    const result = CreateOutlet.safeParse({ name });
    expect(result.error?.issues[0]).toMatchObject({ path: ["name"], message });
  });
});
