import { deflateRawSync } from "node:zlib";
import ExcelJS from "exceljs";
import { describe, expect, it } from "vitest";
import { writeZip, type ZipEntry } from "@/platform/zip/write-zip";
import { collect } from "@/testing/collect";
import { openClaimSheet } from "./open-claim-sheet";
import { openWorkbook } from "./read-workbook";

const all = async (rows: AsyncIterable<string[]>) => {
  const read: string[][] = [];
  for await (const row of rows) read.push(row);
  return read;
};

async function written(fill: (book: ExcelJS.Workbook) => void): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  fill(book);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

const archive = async (entries: ZipEntry[]) => new Uint8Array(await collect(writeZip(entries)));
const BOOK = [
  {
    name: "xl/workbook.xml",
    parts: ['<workbook xmlns:r="r"><sheets><sheet name="One" r:id="rId1"/></sheets></workbook>'],
  },
  {
    name: "xl/_rels/workbook.xml.rels",
    parts: [
      '<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
    ],
  },
];
const sheetOf = (data: string) => [
  ...BOOK,
  { name: "xl/worksheets/sheet1.xml", parts: [`<worksheet><sheetData>${data}</sheetData></worksheet>`] },
];

describe("what an analyst's own workbook holds", () => {
  it("is read as it is shown", async () => {
    const bytes = await written((book) => {
      const sheet = book.addWorksheet("Tabelle1");
      sheet.addRow(["Text", "Number", "Date", "Month", "Time", "Yes", "Sum", "Rich", "Link"]);
      const row = sheet.addRow([
        " قال 🚑\nnext",
        1.0,
        new Date("2024-10-21"),
        new Date("2024-10-01"),
        new Date("2024-10-21T14:30:00Z"),
        true,
        { formula: "1+1", result: 2 },
        { richText: [{ text: "bold", font: { bold: true } }, { text: " plain" }] },
        { text: "here", hyperlink: "https://example.org" },
      ]);
      row.getCell(3).numFmt = "dd.mm.yyyy";
      row.getCell(4).numFmt = "mmmm yyyy";
      row.getCell(5).numFmt = "yyyy-mm-dd hh:mm";
    });
    const book = await openWorkbook(bytes);
    expect(book.sheets).toEqual(["Tabelle1"]);
    expect((await all(book.rows("Tabelle1")))[1]).toEqual([
      ...[" قال 🚑\nnext", "1", "2024-10-21", "2024-10", "2024-10-21T14:30:00", "TRUE", "2", "bold plain", "here"],
    ]);
  });

  it("keeps rows where they stand, hidden ones too, and fills what is merged downwards", async () => {
    const bytes = await written((book) => {
      const sheet = book.addWorksheet("S");
      sheet.addRows([["Source", "Claim"], ["AP", "a"], [null, "b"], [], [null, "c"]]);
      sheet.mergeCells("A2:A3");
      sheet.getRow(3).hidden = true;
    });
    const book = await openWorkbook(bytes);
    expect(await all(book.rows("S"))).toEqual([["Source", "Claim"], ["AP", "a"], ["AP", "b"], [], ["", "c"]]);
  });

  it("takes the sheet of claims by its name, else the first that can be seen", async () => {
    const named = await written((book) => {
      book.addWorksheet("Notes").addRow(["x"]);
      book.addWorksheet("claims ").addRow(["statement"]);
    });
    expect(await all((await openClaimSheet(named)).records())).toEqual([["statement"]]);
    const hidden = await written((book) => {
      const sheet = book.addWorksheet("Lists");
      sheet.state = "hidden";
      sheet.addRow(["x"]);
      book.addWorksheet("Mine").addRow(["Source"]);
    });
    expect(await all((await openClaimSheet(hidden)).records())).toEqual([["Source"]]);
  });

  it("is read without the names of cells, with strings in parts and escapes", async () => {
    const bytes = await archive(
      sheetOf(
        '<x:row><x:c t="inlineStr"><x:is><x:r><x:t>a</x:t></x:r><x:r><x:t>&amp;b_x000D_</x:t></x:r><x:rPh><x:t>reading</x:t></x:rPh></x:is></x:c><x:c><x:v>0.1</x:v></x:c></x:row>',
      ),
    );
    const book = await openWorkbook(bytes);
    expect(await all(book.rows("One"))).toEqual([["a&b\r", "0.1"]]);
  });
});

describe("what is no workbook, or a trap", () => {
  it.each([
    ["no workbook", () => archive([{ name: "word/document.xml", parts: ["<a/>"] }]), /no workbook/],
    ["a file that was cut off", async () => (await archive(sheetOf("<row/>"))).slice(0, -30), /broken/],
    ["a column far out", () => archive(sheetOf('<row><c r="XFD1"><v>1</v></c></row>')), /columns/],
    ["a row far out", () => archive(sheetOf('<row r="999999999"><c><v>1</v></c></row>')), /rows/],
    [
      "a text beyond any cell",
      () => archive(sheetOf(`<row><c t="str"><v>${"x".repeat(1_100_000)}</v></c></row>`)),
      /text/,
    ],
  ])("%s is told in words", async (_, make, message) => {
    const read = async () => {
      const book = await openWorkbook(await make());
      for (const name of book.sheets) await all(book.rows(name));
    };
    await expect(read()).rejects.toThrow(message);
  });

  it("a bomb is not unpacked, whatever size it tells", async () => {
    const zeros = Array.from({ length: 100 }, () => " ".repeat(1_000_000));
    const bytes = await archive([
      ...BOOK,
      { name: "xl/worksheets/sheet1.xml", parts: ["<worksheet><sheetData>", ...zeros, "</sheetData></worksheet>"] },
    ]);
    expect(bytes.length).toBeLessThan(1_000_000);
    const before = process.memoryUsage().rss;
    const book = await openWorkbook(bytes);
    await expect(all(book.rows("One"))).rejects.toThrow(/unpacks to far more/);
    expect(process.memoryUsage().rss - before).toBeLessThan(100_000_000);
  });

  it("a damaged part is told as such", async () => {
    const bytes = await archive(sheetOf("<row/>".repeat(1000)));
    const packed = deflateRawSync("x");
    const damaged = Buffer.from(bytes);
    const at = damaged.indexOf("xl/worksheets/sheet1.xml") + "xl/worksheets/sheet1.xml".length;
    damaged.fill(0xff, at, at + packed.length);
    await expect(all((await openWorkbook(damaged)).rows("One"))).rejects.toThrow(/broken/);
  });
});
