import { describe, expect, it } from "vitest";
import type { Ctx } from "@/platform/context";
import { prisma } from "@/platform/db/client";
import { testTeam } from "@/testing/actors";
import { testDatabase } from "@/testing/database";
import { testCase } from "@/testing/factories";
import { getVersion, listArticles } from "../queries";
import { AddArticle, ChangeArticle } from "../schema";
import { addArticle } from "./add-article";
import { changeArticle } from "./change-article";

testDatabase();

const add = (ctx: Ctx, caseId: string, fields: object) =>
  addArticle(ctx, {
    ...AddArticle.parse({ title: "Halt of attacks", outlet: "Reuters", text: "One.\n\nTwo.", ...fields }),
    caseId,
  });

describe("an article", () => {
  it("is brought in with its paragraphs, hash, language, date and the bytes it was read from", async () => {
    const { analyst } = await testTeam();
    const { id: caseId } = await testCase(analyst);
    const html = "<article><h1>عاجل</h1><p>أعلنت الكتائب تعليق هجماتها.</p><ul><li>بند</li></ul></article>";
    const article = await add(analyst, caseId, { text: undefined, html, publishedOn: "late October 2024" });
    expect(article.blocks.map((block) => block.kind)).toEqual(["heading", "paragraph", "list-item"]);
    expect(article).toMatchObject({ language: "ar", direction: "rtl", publishedOn: "2024-10-21~/2024-10-31~" });
    expect(article.outlet.name).toBe("Reuters");
    const capture = await prisma().capture.findFirstOrThrow({ where: { versionId: article.versionId } });
    expect(new TextDecoder().decode(capture.bytes)).toBe(html);
    const verbs = (await prisma().activity.findMany({ where: { caseId }, orderBy: { seq: "asc" } })).map((r) => r.verb);
    expect(verbs).toEqual(["case.opened", "article.added"]);
  });

  it("cannot be rewritten, not even past the product", async () => {
    const { analyst } = await testTeam();
    const { id: caseId } = await testCase(analyst);
    const { versionId } = await add(analyst, caseId, {});
    const rewrite = prisma().$executeRaw`UPDATE article_version SET text = 'Other.' WHERE id = ${versionId}::uuid`;
    await expect(rewrite).rejects.toThrow(/never altered/);
    await expect(prisma().$executeRaw`DELETE FROM activity WHERE case_id = ${caseId}::uuid`).rejects.toThrow(/never/);
  });

  it("is refused to viewers, in a case of another team, and without readable text", async () => {
    const [ours, theirs] = [await testTeam(), await testTeam()];
    const { id: caseId } = await testCase(ours.analyst);
    await expect(add(ours.viewer, caseId, {})).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(add(theirs.owner, caseId, {})).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(listArticles(theirs.owner, caseId, { limit: 5 })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(add(ours.analyst, caseId, { text: " \n " })).rejects.toMatchObject({ errors: [{ path: "text" }] });
    const nothing = add(ours.analyst, caseId, { text: undefined, html: "<script>1</script>" });
    await expect(nothing).rejects.toMatchObject({ errors: [{ path: "html" }] });
    expect((await listArticles(ours.viewer, caseId, { limit: 5 })).items).toEqual([]);
    expect(await prisma().outlet.count({ where: { teamId: ours.teamId } })).toBe(0);
  });

  it("changes what is said of it, not its words; a stale version is refused", async () => {
    const { analyst } = await testTeam();
    const { id: caseId } = await testCase(analyst);
    const { id: articleId, sha256 } = await add(analyst, caseId, {});
    const change = (fields: object) => changeArticle(analyst, { ...ChangeArticle.parse(fields), articleId });
    const changed = await change({ outlet: "UTV", language: "ar", publishedOn: "", version: 1 });
    expect(changed).toMatchObject({ outlet: { name: "UTV" }, direction: "rtl", version: 2, sha256 });
    await expect(change({ title: "Later", version: 1 })).rejects.toMatchObject({ code: "CONFLICT" });
    expect((await getVersion(analyst, articleId)).ordinal).toBe(1);
  });
});

describe("what is said of an article", () => {
  it.each([
    [{ url: "javascript:alert(1)" }, "url"],
    [{ url: "ftp://example.org/a" }, "url"],
    [{ publishedOn: "the day after never" }, "publishedOn"],
    [{ language: "Klingon!" }, "language"],
    [{ title: " " }, "title"],
    [{ text: undefined }, "text"],
    [{ html: "<p>both</p>" }, "text"],
  ])("%j is refused at its field", (fields, path) => {
    const result = AddArticle.safeParse({ title: "T", outlet: "O", text: "x", ...fields });
    expect(result.error?.issues[0]?.path).toEqual([path]);
  });
});
