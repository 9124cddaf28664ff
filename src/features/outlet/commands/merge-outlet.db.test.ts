import { describe, expect, it } from "vitest";
import { changeArticle } from "@/features/article/commands/change-article";
import { ChangeArticle } from "@/features/article/schema";
import { changeClaim } from "@/features/claim/commands/change-claim";
import { getClaim } from "@/features/claim/queries";
import { ChangeClaim } from "@/features/claim/schema";
import { type Ctx, transact } from "@/platform/context";
import { prisma } from "@/platform/db/client";
import { testTeam } from "@/testing/actors";
import { testDatabase } from "@/testing/database";
import { testArticle, testCase, testClaim } from "@/testing/factories";
import { findOutlets, getOutlet, listGrades, listOutlets } from "../queries";
import { ChangeOutlet, CreateOutlet } from "../schema";
import { changeOutlet } from "./change-outlet";
import { createOutlet } from "./create-outlet";
import { mergeOutlet } from "./merge-outlet";
import { unmergeOutlet } from "./unmerge-outlet";

testDatabase();

const create = (ctx: Ctx, fields: object) => createOutlet(ctx, CreateOutlet.parse(fields));
const change = (ctx: Ctx, outletId: string, fields: object) =>
  changeOutlet(ctx, { ...ChangeOutlet.parse(fields), outletId });
const refusal = (path: string, message: string) => ({ code: "INVALID", errors: [{ path, message }] });

/** Reuters, and Reuterz with an article, a claim credited to it and one that goes through it. */
async function twoSpellings() {
  const team = await testTeam();
  const { analyst, lead } = team;
  const whole = await create(analyst, { name: "Reuters", domains: ["reuters.com"], carriers: ["Yahoo News"] });
  const part = await create(lead, {
    name: "Reuterz",
    aliases: ["Rtrz"],
    domains: ["reuterz.com"],
    reliability: "B",
    carriers: ["Yahoo News", "All Africa"],
  });
  const { id: caseId } = await testCase(analyst);
  const article = await testArticle(analyst, caseId, { outlet: "Reuterz" });
  const own = await testClaim(analyst, caseId, { articleId: article.id });
  const through = await testClaim(analyst, caseId, { attribution: ["Rtrz", "UTV", "a host"], outlet: "UTV" });
  const credited = await testClaim(analyst, caseId, { attribution: ["UTV", "Rtrz", "officials"] });
  const merge = () => mergeOutlet(lead, { outletId: part.id, into: whole.id });
  return { ...team, whole, part, caseId, article, own, through, credited, merge };
}

describe("merging an outlet into another", () => {
  it("moves all that it has; it is then in no list, and its names, id and address mean the other", async () => {
    const { analyst, teamId, whole, part, own, through, credited, caseId, merge } = await twoSpellings();
    const merged = await merge();
    expect(merged).toMatchObject({
      id: whole.id,
      aliases: ["Reuterz", "Rtrz"],
      domains: ["reuters.com", "reuterz.com"],
      carriers: [{ name: "All Africa" }, { name: "Yahoo News" }],
      reliability: "B",
      version: 2,
    });
    const reuters = { id: whole.id, name: "Reuters" };
    expect(await getClaim(analyst, own.id)).toMatchObject({ outlet: reuters, version: own.version });
    expect(await getClaim(analyst, through.id)).toMatchObject({ attribution: ["Reuters", "UTV", "a host"] });
    expect(await getClaim(analyst, credited.id)).toMatchObject({ outlet: reuters });
    expect(await getOutlet(analyst, part.id)).toMatchObject({ mergedInto: reuters, aliases: [], domains: [] });
    const names = (await listOutlets(analyst, { limit: 50 })).items.map(({ name }) => name);
    expect(names).not.toContain("Reuterz");
    const found = await findOutlets(analyst, ["reuterz", part.id]);
    expect([...found.values()].map(({ id }) => id)).toEqual([whole.id, whole.id]);
    const late = await testArticle(analyst, caseId, { outlet: part.id });
    expect(late.outlet).toEqual(reuters);
    const row = await prisma().activity.findFirst({ where: { teamId, verb: "outlet.merged" } });
    expect(row).toMatchObject({
      subject: "Reuterz",
      after: { into: "Reuters", moved: { articles: 1, claims: 2, cases: 1 } },
    });
  });

  it("keeps whose each grade was, and does not change a grade that the other has", async () => {
    const { lead, whole, part, merge } = await twoSpellings();
    await change(lead, whole.id, { reliability: "A", reason: "Wire" });
    expect(await merge()).toMatchObject({ reliability: "A" });
    expect(await listGrades(lead, whole.id)).toMatchObject([
      { reliability: "A", of: null },
      { reliability: "B", of: { id: part.id, name: "Reuterz" } },
    ]);
  });

  it("is for leads, within the team, of outlets that stand, and of the version seen", async () => {
    const { analyst, viewer, lead, whole, part, merge } = await twoSpellings();
    const other = await testTeam();
    for (const ctx of [analyst, viewer]) {
      expect(() => mergeOutlet(ctx, { outletId: part.id, into: whole.id })).toThrow(
        expect.objectContaining({ code: "FORBIDDEN" }),
      );
    }
    await expect(mergeOutlet(other.lead, { outletId: part.id, into: whole.id })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    const foreign = await create(other.analyst, { name: "Reuters" });
    await expect(mergeOutlet(lead, { outletId: part.id, into: foreign.id })).rejects.toMatchObject(
      refusal("into", "is not an outlet of this team"),
    );
    await expect(mergeOutlet(lead, { outletId: part.id, into: whole.id, version: 9 })).rejects.toMatchObject({
      code: "CONFLICT",
      current: { id: part.id },
    });
    await merge();
    await expect(merge()).rejects.toMatchObject(refusal("outlet", "is part of Reuters already"));
    await expect(change(analyst, part.id, { owner: "X" })).rejects.toMatchObject(
      refusal("outlet", "is part of Reuters: change that one"),
    );
  });

  it("follows what is credited by a hand that does not know of it yet", async () => {
    const { analyst, teamId, whole, part, article, merge } = await twoSpellings();
    await merge();
    await prisma().article.update({
      where: { teamId_id: { teamId, id: article.id } },
      data: { outletId: part.id, createdById: analyst.actor.userId },
    });
    expect(await prisma().article.count({ where: { teamId, outletId: part.id } })).toBe(0);
    expect(await prisma().article.count({ where: { teamId, outletId: whole.id } })).toBe(1);
  });

  it("follows what is written while the merge is under way, over as many merges as there are", async () => {
    const { analyst, lead, teamId, whole, part, caseId } = await twoSpellings();
    const third = await create(analyst, { name: "Thomson Reuters" });
    const articles = [1, 2].map((number) => ({ title: `Late ${number}`, outletId: part.id }));
    const late = articles.map((each) => ({ ...each, teamId, caseId, createdById: analyst.actor.userId }));
    let writing: Promise<unknown> | undefined;
    await transact(lead, async (ctx) => {
      await mergeOutlet(ctx, { outletId: part.id, into: whole.id });
      await mergeOutlet(ctx, { outletId: whole.id, into: third.id });
      writing = prisma().article.createMany({ data: late });
      await Promise.race([writing, new Promise((done) => setTimeout(done, 500))]);
    });
    await writing;
    const found = await prisma().article.findMany({ where: { teamId, title: { startsWith: "Late" } } });
    expect(found.map(({ outletId }) => outletId)).toEqual([third.id, third.id]);
  });

  it("loses nothing that is entered at the same time, in this case or in another", async () => {
    const { analyst, teamId, whole, part, caseId, merge } = await twoSpellings();
    const { id: second } = await testCase(analyst);
    const enter = (_: unknown, index: number) =>
      testClaim(analyst, index % 2 ? caseId : second, { attribution: ["Reuterz"], statement: `Claim ${index}` });
    const before = Array.from({ length: 6 }, enter);
    const merging = merge();
    const after = Array.from({ length: 6 }, enter);
    const claims = await Promise.all([...before, ...after]);
    await merging;
    expect(await prisma().claim.count({ where: { teamId, outletId: whole.id } })).toBe(claims.length + 2);
    expect(await prisma().attributionStep.count({ where: { teamId, outletId: part.id } })).toBe(0);
  });
});

describe("undoing a merge", () => {
  it("moves everything back", async () => {
    const { analyst, lead, teamId, whole, part, own, through, credited, merge } = await twoSpellings();
    await merge();
    const again = await unmergeOutlet(lead, { outletId: part.id });
    expect(again).toMatchObject({
      mergedInto: null,
      aliases: ["Rtrz"],
      domains: ["reuterz.com"],
      reliability: "B",
      carriers: [{ name: "All Africa" }, { name: "Yahoo News" }],
    });
    expect(await getOutlet(lead, whole.id)).toMatchObject({
      aliases: [],
      domains: ["reuters.com"],
      reliability: null,
      carriers: [{ name: "Yahoo News" }],
    });
    expect(await getClaim(analyst, own.id)).toMatchObject({ outlet: { id: part.id } });
    expect(await getClaim(analyst, through.id)).toMatchObject({ attribution: ["Reuterz", "UTV", "a host"] });
    expect(await getClaim(analyst, credited.id)).toMatchObject({ outlet: { id: part.id } });
    const row = await prisma().activity.findFirst({ where: { teamId, verb: "outlet.unmerged" } });
    expect(row?.after).toEqual({ from: "Reuters", moved: { articles: 1, claims: 2, cases: 1 } });
    await merge();
    expect((await unmergeOutlet(lead, { outletId: part.id })).aliases).toEqual(["Rtrz"]);
  });

  it("leaves what was changed in between", async () => {
    const { analyst, lead, whole, part, caseId, article, own, through, credited, merge } = await twoSpellings();
    await merge();
    await changeArticle(analyst, { articleId: article.id, ...ChangeArticle.parse({ outlet: "UTV" }) });
    await changeClaim(analyst, { claimId: credited.id, ...ChangeClaim.parse({ attribution: ["UTV", "officials"] }) });
    await change(analyst, whole.id, { aliases: ["Reuterz"], domains: ["reuterz.com"], carriers: ["Yahoo News"] });
    const late = await testClaim(analyst, caseId, { attribution: ["Reuterz"] });
    await changeClaim(analyst, { claimId: through.id, ...ChangeClaim.parse({ note: "Seen." }) });
    const again = await unmergeOutlet(lead, { outletId: part.id });
    expect(again).toMatchObject({ aliases: [], domains: ["reuterz.com"], carriers: [{ name: "Yahoo News" }] });
    expect(await getOutlet(lead, whole.id)).toMatchObject({ aliases: [], domains: [] });
    expect(await getClaim(analyst, own.id)).toMatchObject({ outlet: { name: "UTV" } });
    expect(await getClaim(analyst, credited.id)).toMatchObject({ attribution: ["UTV", "officials"] });
    expect(await getClaim(analyst, through.id)).toMatchObject({ attribution: ["Reuterz", "UTV", "a host"] });
    expect(await getClaim(analyst, late.id)).toMatchObject({ outlet: { id: whole.id } });
  });

  it("leaves a grade that was given since", async () => {
    const { lead, whole, part, merge } = await twoSpellings();
    await merge();
    await change(lead, whole.id, { reliability: "C", reason: "Looked at it" });
    await unmergeOutlet(lead, { outletId: part.id });
    expect(await getOutlet(lead, whole.id)).toMatchObject({ reliability: "C" });
  });

  it("is refused where the name has gone to another, and where the other is itself part of a third", async () => {
    const { analyst, lead, whole, part, merge } = await twoSpellings();
    await expect(unmergeOutlet(lead, { outletId: part.id })).rejects.toMatchObject(
      refusal("outlet", "is not part of another outlet"),
    );
    await merge();
    expect(() => unmergeOutlet(analyst, { outletId: part.id })).toThrow(expect.objectContaining({ code: "FORBIDDEN" }));
    await change(analyst, whole.id, { name: "Reuterz", aliases: ["Reuters", "Rtrz"] });
    await expect(unmergeOutlet(lead, { outletId: part.id })).rejects.toMatchObject(
      refusal("outlet", "cannot be named “Reuterz” again: Reuterz goes by that name now"),
    );
    await change(analyst, whole.id, { name: "Reuters", aliases: ["Reuterz", "Rtrz"] });
    const third = await create(analyst, { name: "Thomson Reuters" });
    await mergeOutlet(lead, { outletId: whole.id, into: third.id });
    await expect(unmergeOutlet(lead, { outletId: part.id })).rejects.toMatchObject(
      refusal("outlet", "is part of Reuters, which is now part of Thomson Reuters: undo that first"),
    );
    await unmergeOutlet(lead, { outletId: whole.id });
    expect(await unmergeOutlet(lead, { outletId: part.id })).toMatchObject({ mergedInto: null, aliases: ["Rtrz"] });
  });
});
