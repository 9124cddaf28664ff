import type { z } from "zod";
import { parseClaimNumber } from "@/features/claim/rules/claim-number";
import { isDirected } from "@/features/relation/rules";
import { RecordRelation, RelationKind } from "@/features/relation/schema";
import { decodeCell } from "./cells";

/** What a workbook says of a relation beyond its kind. */
const Detail = RecordRelation.pick({ about: true, rationale: true, confidence: true });
export type RelationDetail = z.output<typeof Detail>;

type Column = "from" | "to" | "kind" | "about" | "rationale" | "confidence" | "judge";
const COLUMNS: readonly Column[] = ["from", "to", "kind", "about", "rationale", "confidence", "judge"];
type Said = Record<Column, string>;
type Known = { judge: string; detail: RelationDetail };

/**
 * The sheet `Relations` of a workbook: why somebody related two claims, what a contradiction is about, how sure they were.
 * It adds to relations that the sheet of claims asks for and asks for none itself. Of several people's reasons, those of
 * the importing person count, else the first.
 */
export class RelationDetails {
  readonly #own: string;
  readonly #said = new Map<string, Known>();
  #places: Map<Column, number> | null = null;
  #row = 0;
  /** What could not be read, by the row of the sheet. */
  readonly faults: { row: number; message: string }[] = [];

  constructor(importer: string) {
    this.#own = importer;
  }

  /** Takes the next row; the first names the columns. A sheet without from, to and kind says nothing here. */
  add(record: readonly string[]): void {
    this.#row += 1;
    this.#places ??= placesOf(record);
    if (this.#row === 1) return;
    const places = this.#places;
    const cell = (column: Column) => decodeCell(record[places.get(column) ?? -1] ?? "").trim();
    const said = Object.fromEntries(COLUMNS.map((column) => [column, cell(column)])) as Said;
    const key = keyOf(parseClaimNumber(said.from), parseClaimNumber(said.to), said.kind.toLowerCase());
    if (key !== null) this.#keep(key, said);
  }

  find(from: number, to: number, kind: RelationKind): RelationDetail | undefined {
    return this.#said.get(keyOf(from, to, kind) ?? "")?.detail;
  }

  #keep(key: string, said: Said): void {
    const known = this.#said.get(key);
    if (known && (known.judge === this.#own || said.judge !== this.#own)) return;
    const { about, rationale, confidence } = said;
    const read = Detail.safeParse({
      ...(about !== "" && { about: about.toLowerCase() }),
      ...(rationale !== "" && { rationale }),
      ...(confidence !== "" && { confidence: confidence.toLowerCase() }),
    });
    if (read.success) this.#said.set(key, { judge: said.judge, detail: read.data });
    else this.faults.push({ row: this.#row, message: messageOf(read.error, said) });
  }
}

function placesOf(header: readonly string[]): Map<Column, number> {
  const names = header.map((heading) => heading.trim().toLowerCase());
  return new Map(COLUMNS.map((column) => [column, names.indexOf(column)]));
}

function keyOf(from: number | null, to: number | null, kind: string): string | null {
  const known = RelationKind.safeParse(kind);
  if (from === null || to === null || !known.success) return null;
  const ends = isDirected(known.data) ? [from, to] : [from, to].toSorted((a, b) => a - b);
  return `${ends.join(" ")} ${known.data}`;
}

function messageOf({ issues }: z.ZodError, said: Said): string {
  const column = COLUMNS.find((each) => each === issues[0]?.path[0]) ?? "about";
  const cell = said[column].length > 40 ? `${said[column].slice(0, 40)}…` : said[column];
  return `${column} “${cell}” cannot be read (${issues[0]?.message ?? "invalid"}), so the relation is recorded without what this row says beyond its kind`;
}
