import type { Piece } from "@/platform/pdf/paragraph";
import { INK, type PdfDocument, QUIET } from "@/platform/pdf/pdf-document";
import { svgToPng } from "@/platform/pictures";
import { type Block, type ClaimEntry, type Fact, type Line, ours, plainText, said } from "../rules/report/block";
import { isolated } from "../rules/report/isolate";

const BODY = { size: 9.5 };
const SMALL = { size: 8, colour: QUIET };
/** Shown under the claim in their own words; the rest follows with its terms. */
const UNDER_CLAIM = new Set(["Outlet", "Reported", "Occurred", "Grades"]);
const HEADINGS = { 1: 17, 2: 12.5, 3: 10.5 } as const;

/** Draws a block of a report. */
export async function drawBlock(pdf: PdfDocument, block: Block): Promise<void> {
  switch (block.block) {
    case "cover":
      return drawCover(pdf, block);
    case "heading":
      return drawHeading(pdf, block);
    case "paragraph":
      return pdf.text(pieces(block.text), { ...(block.quiet ? SMALL : BODY), below: 6 });
    case "list":
      for (const item of block.items) pdf.text([{ text: "• " }, ...pieces(item)], { ...BODY, indent: 8, below: 2 });
      return pdf.space(4);
    case "facts":
      drawFacts(pdf, block.facts);
      return pdf.space(6);
    case "table":
      return drawTable(pdf, block);
    case "claim":
      return drawClaim(pdf, block.claim);
    case "source":
      return drawSource(pdf, block);
    case "picture":
      return drawPicture(pdf, block);
  }
}

/** Words of others are isolated, so that their direction turns nothing round but themselves. */
const pieces = (line: Line): Piece[] =>
  line.map(({ text, said: isSaid, strong, url }) => ({
    text: isSaid ? isolated(text) : text,
    ...(strong && { strong }),
    ...(url && { url }),
  }));

function drawCover(pdf: PdfDocument, cover: Extract<Block, { block: "cover" }>): void {
  pdf.page({ bare: true });
  pdf.text([{ text: "Claim report", quiet: true }], { size: 11, above: 0, below: 120 });
  pdf.text([{ text: cover.title, strong: true }], { size: 26, leading: 1.2, below: 10 });
  if (cover.description) pdf.text([{ text: cover.description }], { size: 11, below: 16 });
  pdf.space(14);
  drawFacts(pdf, cover.facts);
  for (const warning of cover.warnings) pdf.text(pieces(warning), { ...BODY, above: 12, bar: true });
}

/** Sections begin on pages of their own. */
function drawHeading(pdf: PdfDocument, { level, id, text }: Extract<Block, { block: "heading" }>): void {
  const size = HEADINGS[level];
  if (level === 1) pdf.page();
  else pdf.room(size * 5);
  pdf.space(level === 2 ? 14 : 8);
  pdf.mark(id);
  if (level !== 3) pdf.outline(plainText(text), level);
  pdf.text(
    pieces(text).map((piece) => ({ ...piece, strong: true })),
    { size, leading: 1.3, below: level === 1 ? 10 : 4, keep: 2 },
  );
}

function drawFacts(pdf: PdfDocument, facts: readonly Fact[]): void {
  for (const { term, value } of facts)
    pdf.text([{ text: `${term}  `, quiet: true }, ...pieces(value)], { ...BODY, direction: "ltr", below: 1.5 });
}

function drawTable(pdf: PdfDocument, { head, widths, rows }: Extract<Block, { block: "table" }>): void {
  const look = { size: 8.5 };
  pdf.room(60);
  pdf.row(
    head.map((text) => [{ text, strong: true }]),
    widths,
    look,
  );
  for (const cells of rows) pdf.row(cells.map(pieces), widths, look);
  pdf.space(10);
}

function drawClaim(pdf: PdfDocument, claim: ClaimEntry): void {
  const { label, statement, marks, quote, source, notes } = claim;
  pdf.room(40);
  pdf.space(7);
  pdf.mark(label);
  const marked = marks.length > 0 ? ` (${marks.join(", ")})` : "";
  const cited: Piece[] = source === null ? [] : [{ text: ` [${source}]`, goTo: `source-${source}` }];
  pdf.text([{ text: `${label}${marked}  `, strong: true }, { text: statement }, ...cited], { ...BODY, below: 2 });
  if (quote) pdf.text([{ text: quote.exact }], { size: 9, indent: 14, bar: true, colour: INK, below: 2 });
  const under = notes.filter(({ term }) => UNDER_CLAIM.has(term));
  const others = notes.filter(({ term }) => !UNDER_CLAIM.has(term));
  const words = [
    ...under.map(({ value }) => value),
    ...others.map(({ term, value }): Line => [ours(`${term}: `), ...value]),
  ];
  if (words.length === 0) return;
  const line = words.flatMap((each, index): Line => (index === 0 ? each : [ours(" · "), ...each]));
  pdf.text(pieces(line), { ...SMALL, indent: 14, direction: "ltr", below: 2 });
}

function drawSource(pdf: PdfDocument, { number, text, notes }: Extract<Block, { block: "source" }>): void {
  pdf.room(30);
  pdf.space(5);
  pdf.mark(`source-${number}`);
  pdf.text([{ text: `[${number}]  `, strong: true }, ...pieces(text)], { ...BODY, direction: "ltr", below: 1 });
  for (const { term, value } of notes)
    pdf.text([{ text: `${term}: ` }, ...pieces(value)], { ...SMALL, indent: 14, direction: "ltr" });
}

/** A timeline is wide: it stands across, on pages of its own. */
async function drawPicture(pdf: PdfDocument, { name, told, svg }: Extract<Block, { block: "picture" }>): Promise<void> {
  const png = await svgToPng(svg);
  const size = { width: png.readUInt32BE(16) / 2, height: png.readUInt32BE(20) / 2 };
  if (name === "timeline") pdf.page({ size: "across" });
  pdf.picture(png, size);
  pdf.text(pieces([said(told)]), { ...SMALL, below: 8 });
  if (name === "timeline") pdf.turnBack();
}
