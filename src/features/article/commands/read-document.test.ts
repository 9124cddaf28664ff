import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { docxOf, pdfOf, zipOf } from "@/testing/documents";
import { readDocument } from "./read-document";

const PARAGRAPHS = [
  { heading: "Halt announced after a visit" },
  "The brigades said on Sunday that they had suspended attacks on foreign forces, and three people close to them confirmed that the order had come from above after a short visit to the capital.",
  "At least 12 people were hurt in the last strike. The long-standing dispute goes on, said a well-informed officer; nobody would say for how much longer it could.",
  "A general had flown in two weeks earlier.",
];
const words = PARAGRAPHS.map((each) => (typeof each === "string" ? each : each.heading));
const told = ({ text, blocks }: { text: string; blocks: { start: number; end: number }[] }) =>
  blocks.map(({ start, end }) => text.slice(start, end));

describe("a document", () => {
  it("gives the same paragraphs as DOCX and as PDF, and says its title and author", async () => {
    const docx = await readDocument(await docxOf(PARAGRAPHS, { title: "A halt", author: "D. Field" }), "docx", "file");
    const pdf = await readDocument(
      await pdfOf(PARAGRAPHS, { info: { Title: "A halt", Author: "D. Field" } }),
      "pdf",
      "file",
    );
    for (const read of [docx, pdf]) {
      expect(told(read)).toEqual(words);
      expect(read.blocks.map(({ kind }) => kind)).toEqual(["heading", "paragraph", "paragraph", "paragraph"]);
      expect(read.about).toMatchObject({ title: "A halt", byline: "D. Field" });
    }
  });

  it("of three hundred pages is read page by page, without what stands on each of them", async () => {
    const body = Array.from({ length: 2400 }, (_, at) => {
      const own = Array.from({ length: 36 }, (_, place) => `word${String.fromCharCode(97 + ((at * 7 + place) % 26))}`);
      return `Paragraph ${at}: ${own.join(` ${at % 13 === 0 ? "and" : "or"} `)} to its end.`;
    });
    const seen: number[] = [];
    let pages = 0;
    const read = await readDocument(await pdfOf(body, { head: "Annual report" }), "pdf", "file", {
      onProgress: (done, total) => {
        seen.push(done);
        pages = total;
      },
    });
    expect(pages).toBeGreaterThan(150);
    expect(seen).toEqual(Array.from({ length: pages }, (_, at) => at + 1));
    expect(read.text).not.toContain("Annual report");
    expect(told(read)).toEqual(body);
  }, 120_000);

  it("keeps the order of right-to-left words in DOCX", async () => {
    const arabic = "قالت الجماعة إنها علقت عملياتها في 11 فبراير 2024 (بحسب Reuters).";
    expect(told(await readDocument(await docxOf([arabic]), "docx", "file"))).toEqual([arabic]);
  });
});

const refusal = async (bytes: Uint8Array, kind: "pdf" | "docx", options = {}) => {
  try {
    await readDocument(bytes, kind, "file", options);
    return null;
  } catch (error) {
    return error;
  }
};

describe("a hostile or broken document is refused in a sentence", () => {
  it("locked with a password", async () => {
    const locked = await pdfOf(["Secret words."], { userPassword: "x", pdfVersion: "1.7" });
    expect(await refusal(locked, "pdf")).toMatchObject({
      code: "INVALID",
      message: expect.stringContaining("password"),
    });
  });

  it("without text", async () => {
    expect(await refusal(await pdfOf([]), "pdf")).toMatchObject({ message: expect.stringContaining("OCR") });
  });

  it("cut off, and any bytes at all", async () => {
    const whole = await pdfOf(PARAGRAPHS);
    for (const kind of ["pdf", "docx"] as const)
      expect(await refusal(new TextEncoder().encode("%PDF-1.7 nothing more"), kind)).toMatchObject({ code: "INVALID" });
    const error = await refusal(whole.subarray(0, 900), "pdf");
    if (error) expect(error).toMatchObject({ code: "INVALID" });
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 400 }),
        fc.constantFrom("pdf" as const, "docx" as const),
        async (bytes, kind) => {
          expect(await refusal(bytes, kind)).toMatchObject({ code: "INVALID", errors: [{ path: "file" }] });
        },
      ),
      { numRuns: 6 },
    );
  }, 60_000);

  it("an archive that unpacks to far more than it is, or is no Word document", async () => {
    function* zeros() {
      for (let at = 0; at < 150; at += 1) yield "0".repeat(1_000_000);
    }
    const bomb = await zipOf({ "word/document.xml": "<w:document/>", "word/comments.xml": zeros() });
    expect(bomb.length).toBeLessThan(2_000_000);
    expect(await refusal(bomb, "docx")).toMatchObject({ code: "INVALID" });
    expect(await refusal(await zipOf({ "a.txt": "words" }), "docx")).toMatchObject({
      message: expect.stringContaining("no Word document"),
    });
  }, 60_000);

  it("one that takes too long, and the server goes on", async () => {
    const long = await pdfOf(Array.from({ length: 400 }, () => "Words that fill a page. ".repeat(20)));
    expect(await refusal(long, "pdf", { timeMs: 1 })).toMatchObject({
      message: expect.stringContaining("longer than"),
    });
    expect(await refusal(long, "pdf", { memoryMb: 4 })).toMatchObject({ code: "INVALID" });
  }, 60_000);
});
