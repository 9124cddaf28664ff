import { describe, expect, it } from "vitest";
import { recordClaim } from "@/features/claim/commands/record-claim";
import { RecordClaim } from "@/features/claim/schema";
import { type Ctx, transact } from "@/platform/context";
import { prisma } from "@/platform/db/client";
import { testTeam } from "@/testing/actors";
import { testDatabase } from "@/testing/database";
import { testArticle, testCase } from "@/testing/factories";
import { findOutlets, getOutlet, listOutletNames, listOutlets } from "../queries";
import { ChangeOutlet, CreateOutlet } from "../schema";
import { bringOutlets } from "./bring-outlets";
import { carryOutlet } from "./carry-outlet";
import { changeOutlet } from "./change-outlet";
import { createOutlet } from "./create-outlet";

testDatabase();

const create = (ctx: Ctx, fields: object) => createOutlet(ctx, CreateOutlet.parse(fields));
const change = (ctx: Ctx, outletId: string, fields: object) =>
  changeOutlet(ctx, { ...ChangeOutlet.parse(fields), outletId });

describe("carriers", () => {
  it("are named or meant by id; a new name is a new outlet; both sides tell of it", async () => {
    const { analyst, teamId } = await testTeam();
    const yahoo = await create(analyst, { name: "Yahoo News" });
    const nation = await create(analyst, { name: "The Nation", carriers: ["All Africa", yahoo.id] });
    expect(nation.carriers.map(({ name }) => name)).toEqual(["All Africa", "Yahoo News"]);
    const africa = await getOutlet(analyst, nation.carriers[0]?.id ?? "");
    expect(africa.carries).toEqual([{ id: nation.id, name: "The Nation" }]);
    const changed = await change(analyst, nation.id, { carriers: ["allAFRICA", "all africa"] });
    expect(changed.carriers.map(({ name }) => name)).toEqual(["All Africa", "allAFRICA"]);
    const row = await prisma().activity.findFirst({ where: { teamId, verb: "outlet.changed" } });
    expect(row?.after).toEqual({ carriers: ["All Africa", "allAFRICA"] });
    expect((await change(analyst, nation.id, { country: "Kenya" })).carriers).toHaveLength(2);
    expect((await change(analyst, nation.id, { carriers: [] })).carriers).toEqual([]);
  });

  it("are not the outlet itself, nor another team's", async () => {
    const [{ analyst, viewer }, other] = [await testTeam(), await testTeam()];
    const foreign = await create(other.analyst, { name: "All Africa" });
    const refusal = (message: string) => ({ errors: [{ path: "carriers", message }] });
    await expect(create(analyst, { name: "The Nation", carriers: ["the nation"] })).rejects.toMatchObject(
      refusal("names the outlet itself"),
    );
    await expect(create(analyst, { name: "The Nation", carriers: [foreign.id] })).rejects.toMatchObject(
      refusal("is not an outlet of this team"),
    );
    const { id } = await create(analyst, { name: "The Nation" });
    await expect(change(analyst, id, { carriers: [id] })).rejects.toMatchObject(refusal("names the outlet itself"));
    expect(() => change(viewer, id, { carriers: ["All Africa"] })).toThrow(
      expect.objectContaining({ code: "FORBIDDEN" }),
    );
  });

  it("let a name with theirs in parentheses mean the outlet, by any names of both", async () => {
    const { analyst } = await testTeam();
    await create(analyst, { name: "All Africa", aliases: ["AllAfrica.com"] });
    const nation = await create(analyst, { name: "The Nation", aliases: ["Nation, The"], carriers: ["All Africa"] });
    const forms = ["The Nation (All Africa)", "nation, the (ALLAFRICA.COM)", "The Nation(All Africa)"];
    const found = await findOutlets(analyst, [...forms, "The Nation (Yahoo)"]);
    expect(forms.map((form) => found.get(form)?.id)).toEqual(forms.map(() => nation.id));
    expect(found.has("The Nation (Yahoo)")).toBe(false);
    const brought = await transact(analyst, (ctx) => bringOutlets(ctx, forms));
    expect(new Set([...brought.values()].map(({ id }) => id))).toEqual(new Set([nation.id]));
    expect((await listOutlets(analyst, { limit: 9, q: "the nation (all africa)" })).items).toMatchObject([
      { id: nation.id },
    ]);
    expect((await listOutletNames(analyst)).map(({ name }) => name)).toContain("The Nation (All Africa)");

    const { id: caseId } = await testCase(analyst);
    const article = await testArticle(analyst, caseId, { outlet: "The Nation (All Africa)" });
    expect(article.outlet.id).toBe(nation.id);
    const input = { statement: "It rained.", attribution: ["The Nation (All Africa)"] };
    const claim = await recordClaim(analyst, { ...RecordClaim.parse(input), caseId });
    expect(claim).toMatchObject({ outlet: { id: nation.id }, attribution: ["The Nation"] });
  });

  it("are told of by a name of that form, whatever of it is new", async () => {
    const { analyst, viewer, teamId } = await testTeam();
    const carry = (ctx: Ctx) => carryOutlet(ctx, { name: "The Nation", carrier: "All Africa" });
    expect(() => carry(viewer)).toThrow(expect.objectContaining({ code: "FORBIDDEN" }));
    expect(await carry(analyst)).toMatchObject({ name: "The Nation", carriers: [{ name: "All Africa" }], version: 2 });
    expect(await carry(analyst)).toMatchObject({ version: 2 });
    const rows = await prisma().activity.findMany({ where: { teamId, verb: "outlet.changed" } });
    expect(rows).toMatchObject([
      { subject: "The Nation", before: { carriers: [] }, after: { carriers: ["All Africa"] } },
    ]);
    await expect(carryOutlet(analyst, { name: "The Nation", carrier: "the nation" })).rejects.toMatchObject({
      errors: [{ path: "carrier", message: "names the outlet itself" }],
    });
  });

  it("keep such a name from becoming another outlet's", async () => {
    const { analyst } = await testTeam();
    await create(analyst, { name: "The Nation", carriers: ["All Africa"] });
    await expect(create(analyst, { name: "The Nation (All Africa)" })).rejects.toMatchObject({
      errors: [{ path: "name", message: "“The Nation (All Africa)” already means The Nation, carried by another" }],
    });
  });

  it("follow new names and new carriers at once", async () => {
    const { analyst } = await testTeam();
    const nation = await create(analyst, { name: "The Nation", carriers: ["All Africa"] });
    await change(analyst, nation.id, { name: "Daily Nation", aliases: [] });
    const found = await findOutlets(analyst, ["The Nation (All Africa)", "Daily Nation (All Africa)"]);
    expect([...found.keys()]).toEqual(["Daily Nation (All Africa)"]);
  });
});
