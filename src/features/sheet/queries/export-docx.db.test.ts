import { beforeAll, expect, it } from "vitest";
import { recordRelation } from "@/features/relation/commands/record-relation";
import { type TestTeam, testTeam } from "@/testing/actors";
import { testDatabase } from "@/testing/database";
import { testArticle, testCase, testClaim } from "@/testing/factories";
import { readXml } from "@/testing/read-xml";
import { unzipped } from "@/testing/unzip";
import { exportDocx } from "./export-docx";
import { exportMarkdown } from "./export-markdown";

testDatabase();

let team: TestTeam;
let caseId: string;
let parts: Map<string, Buffer>;

const part = (name: string) => readXml(String(parts.get(name)));

beforeAll(async () => {
  team = await testTeam();
  const { analyst } = team;
  caseId = (await testCase(analyst, { title: 'Bridge & "toll" <1>' })).id;
  const text = "Twelve people were hurt. قال المتحدث إن الجسر مغلق.";
  const article = await testArticle(analyst, caseId, {
    title: "Bridge closed",
    text,
    url: 'https://example.org/a?b="c"&d',
  });
  const first = await testClaim(analyst, caseId, {
    statement: "Twelve hurt",
    articleId: article.id,
    quote: { exact: text.slice(25) },
    reportedOn: "2024-10-25",
  });
  const second = await testClaim(analyst, caseId, {
    statement: "Thirty hurt",
    outlet: "Wire One",
    occurredOn: "2024-10-20",
  });
  await testClaim(analyst, caseId, { statement: "الجسر مغلق", outlet: "Wire One" });
  await recordRelation(analyst, { caseId, from: first.id, to: second.id, kind: "contradicts", about: "number" });
  parts = await unzipped(await exportDocx(team.viewer, caseId, {}));
});

it("is a package whose parts are all well-formed and all named", () => {
  for (const [name, bytes] of parts)
    if (!name.endsWith(".png")) expect(() => readXml(String(bytes)), name).not.toThrow();
  const targets = part("word/_rels/document.xml.rels").elements.flatMap(({ attributes: { Target } }) => Target ?? []);
  for (const target of targets) expect([...parts.keys()]).toContain(`word/${target}`);
  expect(parts.get("word/media/picture1.png")?.subarray(1, 4).toString()).toBe("PNG");
});

it("tells the case, with a contents table whose links lead somewhere", () => {
  const { text, elements } = part("word/document.xml");
  expect(text).toMatch(/^\s*Bridge & "toll" <1>Claim report/);
  expect(text).toContain("MethodScalesOverviewConflictsConflict C-1: Twelve hurt — or: Thirty hurt?");
  const names = (name: string, key: string) =>
    elements.flatMap((each) => (each.name === name ? (each.attributes[key] ?? []) : []));
  const bookmarks = names("w:bookmarkStart", "w:name");
  for (const anchor of names("w:hyperlink", "w:anchor")) expect(bookmarks).toContain(anchor);
  expect(names("w:fldSimple", "w:instr")).toContain(' HYPERLINK "https://example.org/a?b=%22c%22&d" ');
  const styles = part("word/styles.xml").elements.flatMap(({ attributes }) => attributes["w:styleId"] ?? []);
  for (const style of names("w:pStyle", "w:val")) expect(styles).toContain(style);
});

it("has a footnote for each claim, and sets Arabic from the right", () => {
  const document = part("word/document.xml").elements;
  const footnotes = part("word/footnotes.xml");
  const ids = (elements: typeof document, name: string) =>
    elements.flatMap((each) => (each.name === name ? (each.attributes["w:id"] ?? []) : []));
  expect(ids(document, "w:footnoteReference")).toEqual(["1", "2", "3"]);
  expect(ids(footnotes.elements, "w:footnote")).toEqual(["-1", "0", "1", "2", "3"]);
  expect(footnotes.text).toContain("Relations: contradicts C-2 (number).");
  expect(document.filter(({ name }) => name === "w:bidi").length).toBe(2);
});

it("bears the same hash as the report in Markdown", async () => {
  const chunks: string[] = [];
  for await (const chunk of await exportMarkdown(team.viewer, caseId, {})) chunks.push(String(chunk));
  const hash = /`([0-9a-f]{64})`\n$/.exec(chunks.join(""))?.[1];
  expect(hash).toBeDefined();
  expect(part("word/document.xml").text).toContain(`to the line above this one: ${hash}`);
});

it("tells nobody of a case in another team", async () => {
  await expect(exportDocx((await testTeam()).owner, caseId, {})).rejects.toMatchObject({ code: "NOT_FOUND" });
});
