import { extractLinks, extractText, getDocumentProxy } from "unpdf";
import { beforeAll, expect, it } from "vitest";
import { recordRelation } from "@/features/relation/commands/record-relation";
import { type TestTeam, testTeam } from "@/testing/actors";
import { testDatabase } from "@/testing/database";
import { testArticle, testCase, testClaim } from "@/testing/factories";
import { exportMarkdown } from "./export-markdown";
import { exportPdf } from "./export-pdf";

testDatabase();

let team: TestTeam;
let caseId: string;
let bytes: Uint8Array;
let pages: string[];
const LONG = `${"The bridge was closed again. ".repeat(400)}The end of it.`;

async function read(format: typeof exportPdf): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of await format(team.viewer, caseId, {})) chunks.push(Buffer.from(chunk as Buffer));
  return Buffer.concat(chunks);
}

beforeAll(async () => {
  team = await testTeam();
  const { analyst } = team;
  caseId = (await testCase(analyst, { title: "Bridge & toll" })).id;
  const text = "Twelve people were hurt. قال المتحدث إن الجسر مغلق.";
  const url = "https://example.org/bridge";
  const article = await testArticle(analyst, caseId, { title: "Bridge closed", text, url });
  const quote = { exact: text.slice(25) };
  const first = await testClaim(analyst, caseId, { statement: "Twelve hurt", articleId: article.id, quote });
  const second = await testClaim(analyst, caseId, { statement: "Thirty hurt", outlet: "Wire One" });
  await testClaim(analyst, caseId, { statement: "الجسر مغلق (12)", outlet: "Wire One", note: LONG });
  await testClaim(analyst, caseId, { statement: "桥已关闭", outlet: "Wire Two" });
  await recordRelation(analyst, { caseId, from: first.id, to: second.id, kind: "contradicts", about: "number" });
  bytes = await read(exportPdf);
  pages = (await extractText(await getDocumentProxy(Uint8Array.from(bytes)))).text;
});

it("is a whole PDF, whose title and language programs know", async () => {
  const document = await getDocumentProxy(Uint8Array.from(bytes));
  const { info } = await document.getMetadata();
  expect(info).toMatchObject({ Title: "Bridge & toll", Language: "en", PDFFormatVersion: "1.7" });
  expect(Buffer.from(bytes.subarray(-6)).toString()).toBe("%%EOF\n");
});

it("tells the case: cover, method, conflicts, claims, sources, what it holds", () => {
  const all = pages.join("\n");
  expect(pages[0]).toContain("Bridge & toll");
  for (const words of [
    "Method",
    "Conflicts",
    "Twelve hurt",
    "Thirty hurt",
    "Sources",
    "About this export",
    "likelihood",
  ])
    expect(all).toContain(words);
  for (const label of ["C-1", "C-2", "C-3", "C-4"]) expect(all).toContain(label);
  expect(all).toContain("The end of it.");
});

it("bears on every page but the cover its number, and how many there are", () => {
  expect(pages.length).toBeGreaterThan(5);
  for (const [index, text] of pages.entries()) {
    const number = new RegExp(`${index + 1} / ?\\s*${pages.length}`);
    if (index === 0) expect(text).not.toMatch(number);
    else expect(text).toMatch(number);
  }
});

it("has Arabic as it is read, and tells the letters that it cannot set", () => {
  const all = pages.join("\n");
  expect(all).toContain("قال المتحدث إن الجسر مغلق");
  expect(all).toContain("4 characters are set as an empty box");
});

it("leads to its sources, in it and outside", async () => {
  const document = await getDocumentProxy(Uint8Array.from(bytes));
  const { links } = await extractLinks(document);
  expect(links).toContain("https://example.org/bridge");
  const places = await document.getDestinations();
  expect(Object.keys(places)).toEqual(expect.arrayContaining(["C-1", "C-4", "source-1", "about"]));
  const outline = await document.getOutline();
  expect(outline.map(({ title }) => title)).toEqual(expect.arrayContaining(["Method", "Conflicts", "Sources"]));
});

it("bears the same hash as the report in Markdown", async () => {
  const markdown = String(await read(exportMarkdown));
  const hash = /`([0-9a-f]{64})`\n$/.exec(markdown)?.[1] ?? "none";
  expect(pages.join("\n").replace(/\s/g, "")).toContain(hash);
});

it("is refused to another team", async () => {
  const stranger = await testTeam();
  await expect(exportPdf(stranger.owner, caseId, {})).rejects.toMatchObject({ code: "NOT_FOUND" });
});
