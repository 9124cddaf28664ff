import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { docxOf, pdfOf } from "@/testing/documents";
import { openSource } from "./open-source";

/** An article that is not the project's to give away: the test is there where the text is. */
const FOLDER = path.resolve("..", "shared", "seed");
const [file] = existsSync(FOLDER) ? readdirSync(FOLDER).filter((name) => name.endsWith(".txt")) : [];

const escaped = (text: string) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;");

/** As a site shows it: among its menus, its cookies and what else there is to read. */
const pageOf = ([title = "", ...paragraphs]: string[]) => `<!doctype html><html lang="en"><head>
<title>${escaped(title)} - The site</title><meta property="og:title" content="${escaped(title)}">
<meta property="article:published_time" content="2024-10-27T08:00:00Z"></head><body>
<nav><a href="/">Home</a> <a href="/politics">Politics</a></nav><div class="cookies">We use cookies. Accept?</div>
<main><article><h1>${escaped(title)}</h1>
${paragraphs.map((each) => `<p>${escaped(each)}</p>`).join("\n")}</article></main>
<aside class="related"><h2>Most read</h2><ul><li><a href="/a">Another piece</a></li></ul></aside>
<footer>All rights reserved. Contact us.</footer></body></html>`;

if (file) {
  let folder = "";
  let paragraphs: string[] = [];
  beforeAll(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), "crossbearing-article-"));
    const text = readFileSync(path.join(FOLDER, file), "utf8");
    paragraphs = text.split("\n").flatMap((line) => line.replace(/\s+/g, " ").trim().replace(/^- /, "") || []);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  /** Made into a file, and read from it as an upload would be. */
  async function readFrom(filename: string, contentType: string, made: Buffer): Promise<string[]> {
    writeFileSync(path.join(folder, filename), made);
    const bytes = readFileSync(path.join(folder, filename));
    const { text, blocks } = await openSource({ file: { bytes, contentType, filename } });
    // A dash at the start is a list's mark to some formats, a part of the words to others.
    return blocks.map(({ start, end }) => text.slice(start, end).replace(/^- /, ""));
  }

  test("a published article has the same paragraphs as HTML, as PDF and as DOCX", async () => {
    const word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    const [title = "", ...rest] = paragraphs;
    expect(await readFrom("article.docx", word, await docxOf([{ heading: title }, ...rest]))).toEqual(paragraphs);
    expect(await readFrom("article.pdf", "application/pdf", await pdfOf([{ heading: title }, ...rest]))).toEqual(
      paragraphs,
    );
    expect(await readFrom("article.txt", "text/plain", Buffer.from(paragraphs.join("\n\n")))).toEqual(paragraphs);
    expect(await readFrom("article.html", "text/html", Buffer.from(pageOf(paragraphs)))).toEqual(paragraphs);
  }, 60_000);
}
