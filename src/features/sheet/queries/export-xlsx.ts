import { createHash, type Hash } from "node:crypto";
import { Readable } from "node:stream";
import type { PoolClient } from "pg";
import type { ClaimFilter, ClaimSort } from "@/features/claim/schema";
import type { Ctx } from "@/platform/context";
import { Prisma } from "@/platform/db/client";
import { PRODUCT_VERSION } from "@/platform/product-version";
import { writeZip, type ZipEntry } from "@/platform/zip/write-zip";
import { tellExport } from "../rules/about-export";
import { encodeCell } from "../rules/cells";
import { fitCell, type LongText } from "../rules/long-texts";
import { count, type Tally } from "../rules/tally";
import {
  ABOUT_SHEET,
  ARTICLE_SHEET,
  claimColumns,
  FINDING_SHEET,
  LONG_TEXT_SHEET,
  OUTLET_SHEET,
  RELATION_SHEET,
} from "../rules/workbook-columns";
import { linksPart, SheetXml, sheetPart, type WorkbookColumn, workbookParts } from "../rules/workbook-xml";
import { COLUMNS } from "../schema";
import { type ExportSource, exportSource } from "./export-source";
import { extraHeaders } from "./extra-headers";
import { selectSheet } from "./sheet-rows";
import { inSnapshot, readLots } from "./snapshot";
import { selectArticles, selectFindings, selectOutlets, selectRelations } from "./workbook-sheets";

type Rows = AsyncIterable<(string | null)[][]> | Iterable<(string | null)[][]>;
type Sheet = { name: string; columns: WorkbookColumn[]; rows: () => Rows; frozenColumns?: number };

/** The sheets of every workbook, in their order. */
const NAMES = ["Claims", "Relations", "Articles", "Outlets", "Findings", "About"];

/**
 * The case as a workbook, as the caller may see it, in one snapshot and in bounded memory: rows are packed while the
 * database makes the next. Texts are guarded as in CSV, so that both say the same cell by cell.
 */
export async function exportXlsx(
  ctx: Ctx,
  caseId: string,
  filter: ClaimFilter,
  sort: ClaimSort = "number",
  tally: Tally = {},
): Promise<Readable> {
  const source = await exportSource(ctx, caseId, filter, sort);
  const about = {
    caseTitle: source.found.title,
    caseId,
    filter,
    sort,
    blind: source.blind,
    at: new Date(),
    by: ctx.actor.name,
    version: PRODUCT_VERSION,
  };
  const read = (client: PoolClient) => {
    const book = new Workbook(client, ctx, source, tally);
    return writeZip(book.entries(() => tellExport(about, tally)));
  };
  return Readable.from(inSnapshot(read), { objectMode: false });
}

class Workbook {
  readonly #client: PoolClient;
  readonly #ctx: Ctx;
  readonly #source: ExportSource;
  readonly #tally: Tally;
  /** Of what the sheets hold, as it is written: anybody can hash the same bytes out of the file. */
  readonly #hash: Hash = createHash("sha256");
  readonly #long: LongText[] = [];

  constructor(client: PoolClient, ctx: Ctx, source: ExportSource, tally: Tally) {
    this.#client = client;
    this.#ctx = ctx;
    this.#source = source;
    this.#tally = tally;
  }

  async *entries(tell: () => [string, string][]): AsyncGenerator<ZipEntry> {
    for (const [index, sheet] of (await this.#sheets()).entries()) yield* this.#sheet(sheet, index + 1);
    const digest = this.#hash.digest("hex");
    yield* this.#sheet(this.#about([...tell(), ...this.#notes(digest)]), 6);
    if (this.#long.length > 0) yield* this.#sheet(this.#longTexts(), 7);
    // Last, since only now it is known which sheets there are.
    const names = this.#long.length > 0 ? [...NAMES, "Long texts"] : NAMES;
    for (const { name, content } of workbookParts(names)) yield { name, parts: [content] };
  }

  async #sheets(): Promise<Sheet[]> {
    const extra = await extraHeaders(this.#client, this.#ctx, this.#source);
    const lots = (sql: Prisma.Sql) => () => readLots(this.#client, sql);
    return [
      {
        name: "Claims",
        columns: claimColumns(extra),
        rows: lots(selectClaims(this.#ctx, this.#source, extra)),
        frozenColumns: 1,
      },
      { name: "Relations", columns: RELATION_SHEET, rows: lots(selectRelations(this.#ctx, this.#source)) },
      { name: "Articles", columns: ARTICLE_SHEET, rows: lots(selectArticles(this.#ctx, this.#source)) },
      { name: "Outlets", columns: OUTLET_SHEET, rows: lots(selectOutlets(this.#ctx, this.#source)) },
      { name: "Findings", columns: FINDING_SHEET, rows: lots(selectFindings(this.#ctx, this.#source)) },
    ];
  }

  async *#sheet(sheet: Sheet, place: number): AsyncGenerator<ZipEntry> {
    const xml = new SheetXml(sheet.columns.map(({ header, ...rest }) => ({ ...rest, header: encodeCell(header) })));
    yield { name: sheetPart(place), parts: this.#parts(sheet, xml, place) };
    if (xml.hasLinks) yield { name: linksPart(place), parts: xml.links() };
  }

  async *#parts({ name, columns, rows, frozenColumns }: Sheet, xml: SheetXml, place: number): AsyncGenerator<string> {
    const told = place <= 5;
    const note = (part: string) => {
      if (told) this.#hash.update(part);
      return part;
    };
    yield note(xml.open({ frozenColumns }));
    let row = 1;
    for await (const lot of rows()) {
      let part = "";
      for (const values of lot) {
        row += 1;
        part += xml.row(values.map((value, at) => this.#cell(value, name, row, columns[at]?.header ?? "")));
      }
      if (told) count(this.#tally, name.toLowerCase(), lot.length);
      yield note(part);
    }
    if (told) count(this.#tally, name.toLowerCase(), 0);
    yield note(xml.close());
  }

  #cell(value: string | null, sheet: string, row: number, column: string): string | null {
    if (value === null || value === "") return null;
    const { cell, parts } = fitCell(value, { sheet, row, column });
    for (const part of parts) this.#long.push(part);
    return cell;
  }

  #notes(digest: string): [string, string][] {
    return [
      ["longest text of a cell", LIMIT_NOTE],
      ["texts continued", String(this.#long.filter(({ part }) => part === 1).length)],
      ["times", "In UTC."],
      ["sha-256", digest],
      ["sha-256 is of", HASH_NOTE],
    ];
  }

  #about(lines: [string, string][]): Sheet {
    return { name: "About", columns: ABOUT_SHEET, rows: () => [lines] };
  }

  #longTexts(): Sheet {
    const rows = this.#long.map(({ sheet, row, column, part, text }) => [
      sheet,
      String(row),
      column,
      String(part),
      text,
    ]);
    return { name: "Long texts", columns: LONG_TEXT_SHEET, rows: () => [rows] };
  }
}

const LIMIT_NOTE =
  "32,767 characters, as spreadsheets have it. A longer text ends in its cell with a note and stands whole on the sheet “Long texts”, in parts; an import puts it together again.";
const HASH_NOTE =
  "The sheets Claims, Relations, Articles, Outlets and Findings as they stand in this file, one after the other: unzip -p FILE xl/worksheets/sheet[1-5].xml | sha256sum. A spreadsheet that saves the file writes them anew.";

function selectClaims(ctx: Ctx, source: ExportSource, extra: readonly string[]): Prisma.Sql {
  const columns = COLUMNS.map((column) => Prisma.raw(`s.${column}`));
  const own = extra.map((header) => Prisma.sql`s.extra->>${header}`);
  return Prisma.sql`SELECT ${Prisma.join([...columns, ...own])} FROM (${selectSheet(ctx, source)}) s`;
}
