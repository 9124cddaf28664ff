import { type Layout, MAX_EXTRA, readHeadings } from "../rules/columns";
import { findDateOrder } from "../rules/date-order";
import { findHeader, HEADER_WITHIN } from "../rules/find-header";
import { layoutOf, type Mapping, type Target } from "../rules/mapping";
import { type Reading, withoutFaultColumn } from "../rules/reading";
import { type Around, type Recognition, recogniseColumns } from "../rules/recognise-columns";
import { type Row, readRow } from "../rules/row";
import { MAX_ROWS } from "../schema";
import { type OpenedFile, openSheetFile, type SheetFile } from "./open-sheet-file";
import { UnreadableSheet, unreadable } from "./unreadable-sheet";

export type Wanted = { mapping?: Mapping | null; around: Around };

/** Rows by which columns are recognised. */
const LOOKED_AT = 500;
const SAMPLES = 4;
const STEP = 2000;

/** Reads how a file is made, without its rows. Throws `UnreadableSheet` where the file itself is broken. */
export async function readSheet(file: SheetFile, { mapping, around }: Wanted): Promise<ReadSheet> {
  const opened = await openSheetFile(file, mapping ?? {});
  const head = await firstRecords(opened, HEADER_WITHIN + LOOKED_AT);
  const at = findHeader(head);
  if (at === null) throw unreadable("The file is empty: its first row must name the columns.");
  const records = head.slice(at + 1, at + 1 + LOOKED_AT);
  const headings = readHeadings(head[at] ?? [], (index) =>
    records.some((record) => (record[index] ?? "").trim() !== ""),
  );
  const recognition = withoutFaultColumn(
    recogniseColumns({ headings, records }, around),
    records.map((record) => record[headings.length - 1] ?? ""),
  );
  const columns = recognition.columns.map((column, index) => ({
    ...asWanted(column, mapping?.columns),
    samples: samplesOf(records, index),
  }));
  const dates = await settleDates(opened, at, columns, recognition.dates, mapping?.dates);
  const { encoding, encodingSure, delimiter } = opened;
  const reading: Reading = { encoding, encodingSure, delimiter, header: at + 1, columns, dates };
  return { opened, reading };
}

const UNSURE =
  "The file is not in UTF-8, and its letters fit several encodings: say in which it is, or save it in UTF-8.";

export type ReadSheet = { opened: OpenedFile; reading: Reading };

/**
 * The rows of a file that was read, each with what is wrong in it. `step` is told now and then how many there are so far.
 */
export async function parseRows(
  { opened, reading }: ReadSheet,
  step: (rows: number) => Promise<void> = async () => {},
): Promise<Row[]> {
  if (!reading.encodingSure) throw unreadable(UNSURE);
  const layout = requireLayout(reading);
  const rows: Row[] = [];
  let number = 0;
  for await (const record of opened.records()) {
    number += 1;
    if (number <= reading.header) continue;
    const row = readRow(number, record, layout);
    if (row) rows.push(row);
    if (number % STEP === 0) await step(rows.length);
    if (rows.length > MAX_ROWS)
      throw unreadable(`The sheet has more than ${MAX_ROWS.toLocaleString("en")} rows.`, number);
  }
  return rows;
}

/** Where each column stands; throws what stands in the way of that. */
function requireLayout({ columns, header, dates }: Reading): Layout {
  const result = layoutOf(columns, dates.chosen);
  if ("problems" in result) {
    throw new UnreadableSheet(
      result.problems.map(({ heading, message }) => ({ row: header, column: heading, message })),
    );
  }
  if (result.layout.extra.size > MAX_EXTRA) {
    throw unreadable(`The sheet has more than ${MAX_EXTRA} columns that are not known here.`, header);
  }
  return result.layout;
}

type Column = Recognition["columns"][number];

function asWanted(column: Column, wanted: Record<string, Target[]> | undefined): Column {
  const to = wanted?.[column.heading];
  if (!to) return column;
  const same = to.length === column.to.length && to.every((target) => column.to.includes(target));
  return { ...column, to, sure: true, perhaps: [], why: same && column.sure ? column.why : "chosen" };
}

function samplesOf(records: readonly string[][], index: number): string[] {
  const samples = new Set<string>();
  for (const record of records) {
    const cell = (record[index] ?? "").trim();
    if (cell !== "") samples.add(cell.length > 120 ? `${cell.slice(0, 119)}…` : cell);
    if (samples.size >= SAMPLES) break;
  }
  return [...samples];
}

/** Where the rows looked at leave the order of days and months open, all are asked. */
async function settleDates(
  opened: OpenedFile,
  header: number,
  columns: readonly Column[],
  found: Recognition["dates"],
  wanted: Layout["dates"] | undefined,
): Promise<Reading["dates"]> {
  const dated = columns.flatMap(({ to, perhaps }, index) => ([...to, ...perhaps].some(isDate) ? [index] : []));
  if (wanted || found.order || found.ambiguous === 0) return { ...found, chosen: wanted ?? found.order };
  const cells: string[] = [];
  let number = 0;
  for await (const record of opened.records()) {
    number += 1;
    if (number <= header + 1) continue;
    for (const index of dated) if (/^\s*\d{1,2}[/.-]/.test(record[index] ?? "")) cells.push(record[index] ?? "");
  }
  const all = findDateOrder(cells);
  return { ...all, chosen: all.order };
}

const isDate = (target: Target) => ["reported_on", "occurred_on", "article_published_on"].includes(target);

async function firstRecords(opened: OpenedFile, count: number): Promise<string[][]> {
  const records: string[][] = [];
  for await (const record of opened.records()) {
    records.push(record);
    if (records.length >= count) break;
  }
  return records;
}
