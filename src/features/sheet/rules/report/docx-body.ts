import { type Block, type ClaimEntry, type Fact, joined, type Line, ours, plainText, said } from "./block";
import { escapeXml, innerLink, lineParagraph, lineRuns, paragraph, plainRun } from "./docx-text";
import { isRightToLeft } from "./isolate";

/** Shown under the claim; the rest of its notes stands in its footnote. */
const IN_BODY = new Set(["Outlet", "Reported", "Occurred", "Grades"]);

/** The width of a line, in twentieths of a point: A4 less its margins. */
export const LINE = 9298;

export type Picture = { name: string; width: number; height: number };
export type Part = {
  body: string;
  footnote?: string;
  /** For the table of contents. */
  heading?: { level: number; text: string; anchor: string };
};

/** Bookmarks, footnotes, pictures and sections are numbered in the order in which they are written. */
export type Numbers = { bookmark: number; footnote: number; picture: number; section: number; across: boolean };
export const openNumbers = (): Numbers => ({ bookmark: 0, footnote: 0, picture: 0, section: 0, across: false });

/** A block as WordprocessingML. `picture` is the file that was drawn for a picture. */
export function toDocx(block: Block, numbers: Numbers, picture?: Picture): Part {
  const part = partOf(block, numbers, picture);
  // A timeline is wide: it stands across, on pages of its own.
  const across = block.block === "picture" && block.name === "timeline";
  if (across === numbers.across) return part;
  numbers.across = across;
  return { ...part, body: sectionEnd(across ? "upright" : "across", numbers) + part.body };
}

function partOf(block: Block, numbers: Numbers, picture?: Picture): Part {
  switch (block.block) {
    case "cover":
      return { body: cover(block) };
    case "heading":
      return heading(block, numbers);
    case "paragraph":
      return { body: lineParagraph(block.quiet ? "Quiet" : "Normal", block.text) };
    case "list":
      return { body: block.items.map((item) => lineParagraph("ListBullet", item)).join("") };
    case "facts":
      return { body: facts(block.facts) };
    case "table":
      return { body: table(block) };
    case "claim":
      return claim(block.claim, numbers);
    case "source":
      return { body: source(block, numbers) };
    case "picture":
      return { body: picture ? drawn(block, picture, numbers) : "" };
  }
}

function cover({ title, description, facts: given, warnings }: Extract<Block, { block: "cover" }>): string {
  return [
    lineParagraph("Title", [said(title)]),
    paragraph("Subtitle", plainRun("Claim report")),
    description ? lineParagraph("Normal", [said(description)]) : "",
    facts(given),
    ...warnings.map((warning) => lineParagraph("Warning", warning)),
  ].join("");
}

const bookmark = (anchor: string, content: string, numbers: Numbers): string => {
  numbers.bookmark += 1;
  const id = numbers.bookmark;
  return `<w:bookmarkStart w:id="${id}" w:name="${anchor}"/>${content}<w:bookmarkEnd w:id="${id}"/>`;
};

function heading({ level, text }: Extract<Block, { block: "heading" }>, numbers: Numbers): Part {
  const anchor = `_Toc${numbers.bookmark + 1}`;
  const rtl = isRightToLeft(plainText(text));
  const body = paragraph(`Heading${level}`, bookmark(anchor, lineRuns(text, rtl), numbers), rtl);
  return { body, heading: { level, text: plainText(text), anchor } };
}

const facts = (given: Fact[]): string =>
  given
    .map(({ term, value }) => paragraph("Fact", `${plainRun(`${term}\t`, { style: "Term" })}${lineRuns(value)}`))
    .join("");

function table({ head, widths, rows }: Extract<Block, { block: "table" }>): string {
  const columns = widths.map((share) => Math.round(share * LINE));
  const cell = (content: string, column: number) =>
    `<w:tc><w:tcPr><w:tcW w:w="${columns[column] ?? 0}" w:type="dxa"/></w:tcPr>${content}</w:tc>`;
  const header = head.map((text, column) => cell(paragraph("Cell", plainRun(text, { strong: true })), column)).join("");
  const body = rows.map((cells) => cells.map((line, column) => cell(lineParagraph("Cell", line), column)).join(""));
  return [
    `<w:tbl><w:tblPr><w:tblStyle w:val="Grid"/><w:tblW w:w="${LINE}" w:type="dxa"/><w:tblLayout w:type="fixed"/></w:tblPr>`,
    `<w:tblGrid>${columns.map((width) => `<w:gridCol w:w="${width}"/>`).join("")}</w:tblGrid>`,
    `<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>${header}</w:tr>`,
    ...body.map((cells) => `<w:tr><w:trPr><w:cantSplit/></w:trPr>${cells}</w:tr>`),
    "</w:tbl>",
    paragraph("Cell", ""),
  ].join("");
}

function claim({ label, statement, marks, quote, source, notes }: ClaimEntry, numbers: Numbers): Part {
  numbers.footnote += 1;
  const id = numbers.footnote;
  const rtl = isRightToLeft(statement);
  const words = [
    plainRun(label, { strong: true }),
    plainRun(`${marks.length > 0 ? ` (${marks.join(", ")})` : ""}  `),
    lineRuns([said(statement)], rtl),
    source === null ? "" : plainRun(" ") + innerLink(`source${source}`, `[${source}]`),
    `<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteReference w:id="${id}"/></w:r>`,
  ].join("");
  const shown = joined(
    notes.filter(({ term }) => IN_BODY.has(term)).map(({ value }) => value),
    " · ",
  );
  const body = [
    paragraph("Claim", words, rtl),
    quote === null ? "" : quoted(quote.exact),
    shown.length > 0 ? lineParagraph("ClaimNote", shown) : "",
  ].join("");
  return {
    body,
    footnote: footnote(
      id,
      source,
      notes.filter(({ term }) => !IN_BODY.has(term)),
    ),
  };
}

/** A bar at the side where it begins. */
function quoted(exact: string): string {
  const rtl = isRightToLeft(exact);
  return paragraph(rtl ? "QuoteFromRight" : "Quote", lineRuns([said(exact)], rtl), rtl);
}

function footnote(id: number, source: number | null, notes: Fact[]): string {
  const told = notes.flatMap(({ term, value }): Line => [{ text: `${term}: `, strong: true }, ...value, ours(". ")]);
  const mark = '<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteRef/></w:r>';
  const cited = source === null ? "" : innerLink(`source${source}`, `[${source}]`) + plainRun(" ");
  return `<w:footnote w:id="${id}">${paragraph("FootnoteText", `${mark}${plainRun(" ")}${cited}${lineRuns(told)}`)}</w:footnote>`;
}

function source({ number, text, notes }: Extract<Block, { block: "source" }>, numbers: Numbers): string {
  const label = bookmark(`source${number}`, plainRun(`[${number}]\t`, { strong: true }), numbers);
  return [
    paragraph("Source", `${label}${lineRuns(text)}`),
    ...notes.map(({ term, value }) => paragraph("SourceNote", `${plainRun(`${term}: `)}${lineRuns(value)}`)),
  ].join("");
}

const EMU_PER_TWIP = 635;
/** Room for a picture and its caption, upright and across. */
const ROOM = {
  upright: { width: LINE, height: 11_500 },
  across: { width: 14_230, height: 7_600 },
};

function drawn({ name, told }: Extract<Block, { block: "picture" }>, picture: Picture, numbers: Numbers): string {
  const room = name === "timeline" ? ROOM.across : ROOM.upright;
  const scale = Math.min(room.width / picture.width, room.height / picture.height);
  const size = (side: number) => Math.round(side * scale * EMU_PER_TWIP);
  numbers.picture += 1;
  return [
    paragraph("Picture", inline(numbers.picture, told, size(picture.width), size(picture.height))),
    paragraph("Caption", plainRun(told)),
  ].join("");
}

/** Ends a section: what stands before it is on pages of this kind. */
const sectionEnd = (kind: "upright" | "across", numbers: Numbers) =>
  `<w:p><w:pPr><w:pStyle w:val="Cell"/>${sectionOf(kind, numbers)}</w:pPr></w:p>`;

const HEADER_REFS =
  '<w:headerReference w:type="default" r:id="header"/><w:footerReference w:type="default" r:id="footer"/>';

/** A4 with its margins. The cover, on the first page of the first section, has neither header nor footer. */
export function sectionOf(kind: "upright" | "across", numbers: Numbers): string {
  numbers.section += 1;
  const [width, height] = kind === "upright" ? [11_906, 16_838] : [16_838, 11_906];
  const turned = kind === "across" ? ' w:orient="landscape"' : "";
  const cover = numbers.section === 1 ? "<w:titlePg/>" : "";
  return `<w:sectPr>${HEADER_REFS}<w:pgSz w:w="${width}" w:h="${height}"${turned}/><w:pgMar w:top="1418" w:right="1304" w:bottom="1304" w:left="1304" w:header="680" w:footer="624" w:gutter="0"/>${cover}</w:sectPr>`;
}

function inline(number: number, told: string, width: number, height: number): string {
  const name = `picture${number}`;
  return `<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="${width}" cy="${height}"/><wp:docPr id="${number}" name="${name}" descr="${escapeXml(told)}"/><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr><pic:cNvPr id="${number}" name="${name}"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="${name}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="${width}" cy="${height}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`;
}
