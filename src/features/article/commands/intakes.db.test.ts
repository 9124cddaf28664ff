import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Ctx } from "@/platform/context";
import { prisma } from "@/platform/db/client";
import { type TestTeam, testTeam } from "@/testing/actors";
import { testDatabase } from "@/testing/database";
import { docxOf } from "@/testing/documents";
import { testArticle, testCase } from "@/testing/factories";
import { type WebSite, webSite } from "@/testing/web-site";
import { getCaptureFile, listCustody } from "../queries/custody";
import { getIntake, listIntakes } from "../queries/intakes";
import { AddArticle } from "../schema";
import { addArticle } from "./add-article";
import { changeArticle } from "./change-article";
import { discardIntake } from "./discard-intake";
import type { RawFile } from "./open-source";
import { previewSource } from "./preview-source";
import { readIntake, resumeIntakes } from "./run-intake";
import { startIntake } from "./start-intake";

const PAGE = `<!doctype html><html lang="en"><head><meta property="og:site_name" content="Example Wire">
  <title>Halt announced</title></head><body><article><h1>Halt announced</h1>
  <p>The brigades said on Sunday that they had suspended attacks on foreign forces in the whole of the country.</p>
  </article></body></html>`;

const site: WebSite = await webSite((request, response) => {
  if (request.url === "/moved") return response.writeHead(302, { location: "/page" }).end();
  if (request.url === "/gone") return response.writeHead(404).end();
  response.writeHead(200, { "content-type": "text/html; charset=utf-8" }).end(PAGE);
});
// Read with the rest of the environment, before anything else asks for it.
process.env.CROSSBEARING_FETCH_ALLOW = `127.0.0.1:${site.port}`;

testDatabase();

let team: TestTeam;
let caseId: string;

beforeAll(async () => {
  team = await testTeam();
  caseId = (await testCase(team.analyst)).id;
});
afterAll(() => site.close());

const at = (path: string) => `http://127.0.0.1:${site.port}${path}`;
const file = (text: string, filename = "a.txt") => ({
  file: { bytes: new TextEncoder().encode(text), contentType: "text/plain", filename },
});

/** Sent and read, as the background does it. */
type Sent = { address: string; html?: string } | { file: RawFile };

async function read(ctx: Ctx, sent: Sent) {
  const { id } = await startIntake(ctx, { ...sent, caseId });
  await readIntake({ teamId: ctx.teamId, intakeId: id });
  return getIntake(ctx, id);
}

const meta = (title: string) => AddArticle.parse({ title, outlet: "Example Wire", text: "-" });
const save = (intakeId: string, title = "Halt") => {
  const { text: _, ...about } = meta(title);
  return addArticle(team.analyst, { ...about, caseId, intakeId });
};

describe("a source", () => {
  it("is fetched from where its address leads in the end, and its article remembers that", async () => {
    const intake = await read(team.analyst, { address: at("/moved") });
    expect(intake).toMatchObject({ status: "done", origin: "url", address: at("/moved"), problem: null });
    expect(intake.preview).toMatchObject({ title: "Halt announced", outlet: "Example Wire", url: at("/page") });
    const article = await save(intake.id);
    expect(article.text).toContain("suspended attacks");
    expect(article.url).toBe(at("/page"));
    const [custody] = await listCustody(team.analyst, article.id);
    expect(custody).toMatchObject({ by: team.analyst.actor.name, capture: { origin: "url", url: at("/page") } });
    const kept = await getCaptureFile(team.viewer, custody?.capture?.id ?? "");
    expect(Buffer.from(kept.bytes).toString()).toBe(PAGE);
    await expect(getIntake(team.analyst, intake.id)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("is read from a file and from what a browser showed", async () => {
    const bytes = new Uint8Array(
      await docxOf([{ heading: "A brief" }, "It rained in the north."], { author: "A. Writer" }),
    );
    const docx = await read(team.analyst, { file: { bytes, contentType: "", filename: "brief.docx" } });
    expect(docx).toMatchObject({ status: "done", origin: "file", filename: "brief.docx" });
    expect(docx.preview).toMatchObject({ title: "A brief", author: "A. Writer" });
    const clipped = await read(team.analyst, { address: "https://example.org/behind/a/wall", html: PAGE });
    expect(clipped).toMatchObject({ origin: "clipper", preview: { url: "https://example.org/behind/a/wall" } });
    expect(site.hits.filter((hit) => hit.includes("wall"))).toEqual([]);
  });

  it.each([
    ["/gone", /404/],
    [null, /not on the public internet/],
  ])("that cannot be fetched says why: %s", async (path, reason) => {
    const intake = await read(team.analyst, { address: path ? at(path) : "http://10.0.0.1/" });
    expect(intake).toMatchObject({ status: "failed", preview: null });
    expect(intake.problem).toMatch(reason);
  });

  it("that cannot be read says why, and is not saved", async () => {
    const intake = await read(team.analyst, file("GIF89a\u0000", "a.gif"));
    expect(intake.problem).toMatch(/is not a text file|kind that is not read/);
    await expect(save(intake.id)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("is its sender's alone, and no viewer's", async () => {
    const { id } = await read(team.analyst, file("Some words."));
    for (const other of [team.lead, (await testTeam()).analyst]) {
      await expect(getIntake(other, id)).rejects.toMatchObject({ code: "NOT_FOUND" });
      await expect(discardIntake(other, { intakeId: id })).rejects.toMatchObject({ code: "NOT_FOUND" });
    }
    expect((await listIntakes(team.lead, caseId)).map((each) => each.id)).not.toContain(id);
    await expect(startIntake(team.viewer, { caseId, ...file("x") })).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(listIntakes(team.viewer, caseId)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await discardIntake(team.analyst, { intakeId: id });
    expect((await listIntakes(team.analyst, caseId)).map((each) => each.id)).not.toContain(id);
  });

  it("that a server left unread is read by the next one, once", async () => {
    const { id } = await startIntake(team.analyst, { caseId, ...file("Words that wait.") });
    await prisma().intake.updateMany({ where: { id }, data: { status: "running" } });
    await resumeIntakes();
    await readIntake({ teamId: team.analyst.teamId, intakeId: id });
    const { version } = await getIntake(team.analyst, id);
    await readIntake({ teamId: team.analyst.teamId, intakeId: id });
    expect((await getIntake(team.analyst, id)).version).toBe(version);
  });

  it("is saved once, and in its own case", async () => {
    const { id } = await read(team.analyst, file("It rained all day in the north of the country."));
    const { text: _, ...about } = meta("Twice");
    const elsewhere = await testCase(team.analyst);
    await expect(addArticle(team.analyst, { ...about, caseId: elsewhere.id, intakeId: id })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    const saved = await Promise.allSettled([save(id, "Twice"), save(id, "Twice")]);
    expect(saved.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });

  it("of another case's article is no version of it", async () => {
    const elsewhere = await testCase(team.analyst);
    const article = await testArticle(team.analyst, elsewhere.id);
    const sent = startIntake(team.analyst, { caseId, articleId: article.id, ...file("x") });
    await expect(sent).rejects.toMatchObject({ errors: [{ path: "articleId" }] });
  });
});

const WIRE = `The ministry said on Monday that the bridge over the river had been closed after the floods.

Officials expected it to open again within a week, two of them told the agency, if the rain stopped by then.

Nobody was hurt when the first cars were stopped at the northern end, a witness said.`;

describe("what the case has already", () => {
  it("is told by address however it is written, by the same words, and by nearly the same", async () => {
    const { id: own } = await testCase(team.analyst);
    const article = await testArticle(team.analyst, own, {
      text: WIRE,
      url: "https://www.example.org/bridge?utm_source=x",
    });
    const look = async (text: string, url: string | null) => {
      const html = `<html><head>${url ? `<link rel="canonical" href="${url}">` : ""}</head><body>${text
        .split("\n\n")
        .map((each) => `<p>${each}</p>`)
        .join("")}</body></html>`;
      return (await previewSource(team.analyst, { caseId: own, html })).alike;
    };
    expect(await look("Something else.", "http://example.org/bridge/#top")).toMatchObject([
      { articleId: article.id, how: "address" },
    ]);
    expect(await look(WIRE, null)).toMatchObject([{ articleId: article.id, how: "text" }]);
    const [near] = await look(`Our correspondent reports.\n\n${WIRE.split("\n\n").slice(0, 2).join("\n\n")}`, null);
    expect(near).toMatchObject({ articleId: article.id, how: "near" });
    expect(near?.shared).toBeGreaterThan(0.8);
    expect(near?.passage).toContain("within a week");
    expect(
      await look("A wholly different report about the price of bread in the southern provinces this year.", null),
    ).toEqual([]);
  });

  it("is noticed too where the article came in before fingerprints were made", async () => {
    const { id: own } = await testCase(team.analyst);
    const article = await testArticle(team.analyst, own, { text: WIRE });
    await prisma().articleFingerprint.deleteMany({ where: { articleId: article.id } });
    const text = `Our correspondent reports.\n\n${WIRE}`;
    const { alike } = await previewSource(team.analyst, { caseId: own, text });
    expect(alike).toMatchObject([{ articleId: article.id, how: "near" }]);
  });

  it("may be said to be repeated, in its own case and not in a circle", async () => {
    const [first, second] = [await testArticle(team.analyst, caseId), await testArticle(team.analyst, caseId)];
    const repeating = await changeArticle(team.analyst, { articleId: second.id, repeats: first.id });
    expect(repeating.repeats).toMatchObject({ id: first.id, title: first.title });
    for (const repeats of [second.id, first.id]) {
      await expect(changeArticle(team.analyst, { articleId: first.id, repeats })).rejects.toMatchObject({
        errors: [{ path: "repeats" }],
      });
    }
    const elsewhere = await testArticle(team.analyst, (await testCase(team.analyst)).id);
    await expect(changeArticle(team.analyst, { articleId: second.id, repeats: elsewhere.id })).rejects.toMatchObject({
      errors: [{ path: "repeats" }],
    });
    expect((await changeArticle(team.analyst, { articleId: second.id, repeats: null })).repeats).toBeNull();
  });
});
