import PDFKit from "pdfkit";
import { FACES, fileOf, joins } from "./faces";
import { type Piece, type SetLine, setParagraph } from "./paragraph";

type About = { title: string; author: string; at: Date };
type Size = "upright" | "across";

/** A4 in points, and what is left free around the text. */
const A4 = { upright: [595.28, 841.89], across: [841.89, 595.28] } as const;
const MARGIN = { top: 64, bottom: 60, side: 62 };
export const INK = "#14181d";
export const QUIET = "#5b646e";
const LINK = "#1f3f94";
const RULE = "#c9cfc9";

export type Look = {
  /** In points. */
  size: number;
  /** Of a line, in sizes. */
  leading?: number;
  indent?: number;
  /** Free above and below. */
  above?: number;
  below?: number;
  colour?: string;
  direction?: "ltr" | "auto";
  /** A bar beside it, on the side where its lines begin. */
  bar?: boolean;
  /** Lines of what follows that must fit on the same page. */
  keep?: number;
};

/**
 * A PDF that is written page by page: what is on a finished page is handed on and forgotten. Only what a page cannot know
 * stays open to the end: how many there are.
 */
export class PdfDocument {
  private readonly pdf: PDFKit.PDFDocument;
  private readonly title: string;
  private readonly total: PdfReference;
  private waiting: Buffer[] = [];
  private over: Promise<void>;
  private pages = 0;
  private size: Size = "upright";
  private y = 0;
  /** Characters that no face has: they are set as empty boxes. */
  missing = 0;

  constructor({ title, author, at }: About) {
    this.title = title;
    this.pdf = new PDFKit({
      autoFirstPage: false,
      margin: 0,
      pdfVersion: "1.7",
      lang: "en",
      displayTitle: true,
      info: { Title: title, Author: author, Creator: "Crossbearing", Producer: "Crossbearing", CreationDate: at },
    });
    for (const face of FACES) this.pdf.registerFont(face, fileOf(face));
    this.pdf.on("data", (chunk: Buffer) => this.waiting.push(chunk));
    this.over = new Promise((resolve) => this.pdf.on("end", resolve));
    this.total = this.pdf.ref({ Type: "XObject", Subtype: "Form", FormType: 1 }) as PdfReference;
  }

  /** What was finished since it was last asked for. */
  take(): Buffer[] {
    const chunks = this.waiting;
    this.waiting = [];
    return chunks;
  }

  async end(): Promise<Buffer[]> {
    this.writeTotal();
    this.turnLigatures();
    this.pdf.end();
    await this.over;
    return this.take();
  }

  get width(): number {
    return A4[this.size][0] - 2 * MARGIN.side;
  }

  /** A new page; `bare` has neither head nor number. */
  page({ size = "upright", bare = false }: { size?: Size; bare?: boolean } = {}): void {
    this.size = size;
    this.pdf.addPage({ size: [...A4[size]], margin: 0 });
    this.pages += 1;
    this.y = MARGIN.top;
    if (!bare) this.dress();
  }

  /** What follows stands upright again, on a page of its own. */
  turnBack(): void {
    this.size = "upright";
    this.y = Number.POSITIVE_INFINITY;
  }

  /** So much room, on the next page where it is not on this one. */
  room(height: number): void {
    if (this.pages === 0 || this.y + height > this.bottom) this.page({ size: this.size });
  }

  space(height: number): void {
    if (this.y > MARGIN.top) this.y += height;
  }

  /** A place that links of the document lead to. */
  mark(name: string): void {
    this.pdf.addNamedDestination(name, "XYZ", null, Math.max(0, this.y - 6), null);
  }

  /** An entry in the outline beside the pages; `level` 1 stands at its edge. */
  outline(text: string, level: 1 | 2): void {
    const { outline } = this.pdf as unknown as { outline: Outline };
    if (level === 1) this.section = outline.addItem(text);
    else (this.section ?? outline).addItem(text);
  }
  private section: Outline | null = null;

  rule(colour = RULE): void {
    this.pdf
      .moveTo(MARGIN.side, this.y)
      .lineTo(MARGIN.side + this.width, this.y)
      .lineWidth(0.5)
      .strokeColor(colour)
      .stroke();
  }

  /** Text over the width of the page. */
  text(pieces: readonly Piece[], look: Look): void {
    const { size, indent = 0, above = 0, below = 0, direction = "auto", bar = false, keep = 0 } = look;
    const leading = size * (look.leading ?? 1.42);
    const inset = bar ? 10 : 0;
    const set = setParagraph(pieces, (this.width - indent - inset) / size, direction);
    this.missing += set.missing;
    this.space(above);
    this.room(leading * Math.min(set.lines.length, 2 + keep));
    for (const each of set.lines) {
      this.room(leading);
      const right = MARGIN.side + this.width;
      const x = set.fromRight ? right - inset - indent - each.width * size : MARGIN.side + indent + inset;
      if (bar) this.bar(set.fromRight ? right - indent : MARGIN.side + indent, leading);
      this.line(each, x, this.y, size, look.colour ?? INK);
      this.y += leading;
    }
    this.y += below;
  }

  /** Cells side by side; `widths` are shares of the line. A row is not parted unless it is higher than a page. */
  row(cells: readonly (readonly Piece[])[], widths: readonly number[], look: Look): void {
    const { size } = look;
    const leading = size * 1.35;
    const columns = cells.map((pieces, index) => {
      const width = this.width * (widths[index] ?? 0) - 8;
      return { width, set: setParagraph(pieces, width / size, "auto") };
    });
    const most = Math.max(1, ...columns.map(({ set }) => set.lines.length));
    for (const { set } of columns) this.missing += set.missing;
    this.room(Math.min(most * leading + 7, this.bottom - MARGIN.top));
    let from = 0;
    while (from < most) {
      const fits = Math.max(1, Math.min(most - from, Math.floor((this.bottom - this.y - 7) / leading)));
      let x = MARGIN.side;
      for (const [index, { width, set }] of columns.entries()) {
        for (const [at, each] of set.lines.slice(from, from + fits).entries()) {
          const start = set.fromRight ? x + width - each.width * size : x;
          this.line(each, start, this.y + 3 + at * leading, size, look.colour ?? INK);
        }
        x += this.width * (widths[index] ?? 0);
      }
      this.y += fits * leading + 7;
      from += fits;
      if (from < most) this.page({ size: this.size });
    }
    this.rule();
  }

  /** A picture as wide as the page, or as high as it where that is less. */
  picture(png: Buffer, { width, height }: { width: number; height: number }): void {
    const most = this.bottom - MARGIN.top - 40;
    const scale = Math.min(this.width / width, most / height, 0.75);
    this.room(height * scale);
    this.pdf.image(png, MARGIN.side, this.y, { width: width * scale });
    this.y += height * scale + 10;
  }

  private get bottom(): number {
    return A4[this.size][1] - MARGIN.bottom;
  }

  private bar(x: number, height: number): void {
    this.pdf
      .rect(x - 1, this.y - 2, 2, height)
      .fillColor("#8ea2d6")
      .fill();
  }

  private line({ runs }: SetLine, x: number, y: number, size: number, colour: string): void {
    let at = x;
    for (const { text, style, width } of runs) {
      const { piece, face } = style;
      const linked = piece.url ?? piece.goTo;
      this.pdf
        .font(face)
        .fontSize(size)
        .fillColor(linked ? LINK : piece.quiet ? QUIET : colour);
      // The base line of both faces alike, though one is higher than the other.
      // With features, even none, a run is shaped as a whole and not word by word.
      const whole = joins(text) ? { features: [] } : {};
      this.pdf.text(text, at, y + size, { lineBreak: false, baseline: "alphabetic", ...whole });
      if (piece.url) this.pdf.link(at, y, width * size, size * 1.3, piece.url);
      else if (piece.goTo) this.pdf.goTo(at, y, width * size, size * 1.3, piece.goTo);
      at += width * size;
    }
  }

  /** The title above and the number below. */
  private dress(): void {
    const [wide, high] = A4[this.size];
    const head = setParagraph([{ text: this.title }], this.width / 8, "auto");
    const [first] = head.lines;
    if (first) this.line(first, head.fromRight ? wide - MARGIN.side - first.width * 8 : MARGIN.side, 34, 8, QUIET);
    this.pdf
      .moveTo(MARGIN.side, 50)
      .lineTo(wide - MARGIN.side, 50)
      .lineWidth(0.5)
      .strokeColor(RULE)
      .stroke();
    const own = `${this.pages} / `;
    this.pdf.font("regular").fontSize(8).fillColor(QUIET);
    const width = this.pdf.widthOfString(own);
    const x = wide - MARGIN.side - TOTAL_WIDTH - width;
    this.pdf.text(own, x, high - 36, { lineBreak: false, baseline: "alphabetic" });
    const page = this.pdf.page as unknown as { xobjects: Record<string, unknown> };
    page.xobjects.Total = this.total;
    this.pdf.addContent(`q 1 0 0 -1 ${(x + width).toFixed(2)} ${(high - 36).toFixed(2)} cm /Total Do Q`);
  }

  /**
   * Who copies text out of a PDF gets letters from the right in the order in which they are seen, and turns them round, one
   * by one: a glyph that stands for several of them has to name these in the order in which they are seen, too.
   */
  private turnLigatures(): void {
    const { _fontFamilies } = this.pdf as unknown as { _fontFamilies: Record<string, PdfFont> };
    for (const { unicode } of new Set(Object.values(_fontFamilies))) {
      for (const [glyph, letters] of unicode?.entries() ?? [])
        if (letters && letters.length > 1 && letters.every(isArabic)) unicode?.splice(glyph, 1, letters.toReversed());
    }
  }

  /** Written once, when it is known, and shown on every page. */
  private writeTotal(): void {
    this.pdf.font("regular").fontSize(8);
    const font = (this.pdf as unknown as { _font: PdfFont })._font;
    const [glyphs] = font.encode(String(this.pages), []);
    Object.assign(this.total.data, {
      BBox: [0, -4, TOTAL_WIDTH + 10, 12],
      Resources: { Font: { [font.id]: font.ref() } },
    });
    const grey = hexToRgb(QUIET);
    this.total.end(`BT ${grey} rg /${font.id} 8 Tf <${glyphs.join("")}> Tj ET`);
  }
}

/** Room for as many figures as a number of pages has. */
const TOTAL_WIDTH = 26;

type PdfReference = PDFKit.PDFKitReference & { data: Record<string, unknown>; end: (content: string) => void };
const isArabic = (codePoint: number) => /\p{Script=Arabic}/u.test(String.fromCodePoint(codePoint));

type PdfFont = {
  id: string;
  /** The code points that each glyph of the subset stands for. */
  unicode?: (number[] | undefined)[];
  ref: () => unknown;
  encode: (text: string, features: unknown[]) => [string[], unknown];
};
type Outline = { addItem: (title: string) => Outline };

const hexToRgb = (hex: string) =>
  [1, 3, 5].map((at) => (Number.parseInt(hex.slice(at, at + 2), 16) / 255).toFixed(3)).join(" ");
