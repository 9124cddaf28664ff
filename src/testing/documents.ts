import { once } from "node:events";
import { buffer } from "node:stream/consumers";
import PDFDocument from "pdfkit";
import { fileOf } from "@/platform/pdf/faces";
import { writeZip } from "@/platform/zip/write-zip";
import { collect } from "./collect";

type Paragraph = string | { heading: string };

const xml = (text: string) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;");

const STYLES = `<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/></w:style></w:styles>`;
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";

/** A Word document with these paragraphs, as Word writes it. */
export async function docxOf(
  paragraphs: Paragraph[],
  about: { title?: string; author?: string } = {},
): Promise<Buffer> {
  const body = paragraphs
    .map((each) => {
      const style = typeof each === "string" ? "" : '<w:pPr><w:pStyle w:val="Heading1"/></w:pPr>';
      const text = typeof each === "string" ? each : each.heading;
      return `<w:p>${style}<w:r><w:t xml:space="preserve">${xml(text)}</w:t></w:r></w:p>`;
    })
    .join("");
  const files: Record<string, string> = {
    "[Content_Types].xml": `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    "_rels/.rels": `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="r1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`,
    "word/_rels/document.xml.rels": `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="r1" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
    "word/styles.xml": STYLES,
    "word/document.xml": `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`,
    "docProps/core.xml": `<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${xml(about.title ?? "")}</dc:title><dc:creator>${xml(about.author ?? "")}</dc:creator></cp:coreProperties>`,
  };
  return zipOf(files);
}

/** An archive of these files. */
export const zipOf = (files: Record<string, string | Iterable<string>>): Promise<Buffer> =>
  collect(
    writeZip(Object.entries(files).map(([name, text]) => ({ name, parts: typeof text === "string" ? [text] : text }))),
  );

/** A PDF with these paragraphs, set line by line; `head` stands on each page. */
export async function pdfOf(
  paragraphs: Paragraph[],
  { head, ...options }: PDFKit.PDFDocumentOptions & { head?: string } = {},
): Promise<Buffer> {
  const document = new PDFDocument({ size: "A4", margin: 72, ...options });
  const made = buffer(document as unknown as NodeJS.ReadableStream);
  const file = fileOf("regular");
  let page = 0;
  const number = () => {
    page += 1;
    if (head === undefined) return;
    const { x, y } = document;
    document.font(file).fontSize(8).text(`${head} – ${page}`, 72, 30, { lineBreak: false });
    document.x = x;
    document.y = y;
  };
  number();
  document.on("pageAdded", number);
  for (const each of paragraphs) {
    const heading = typeof each !== "string";
    document.font(file).fontSize(heading ? 18 : 11);
    document.text(heading ? each.heading : each, { paragraphGap: 9 });
  }
  document.end();
  if (!document.readableEnded) await Promise.race([once(document, "end"), made]);
  return made;
}
