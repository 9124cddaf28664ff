import { LongTexts } from "../rules/long-texts";
import { openWorkbook, type Workbook } from "./read-workbook";

export type ClaimSheet = {
  records: () => AsyncIterable<string[]>;
  relations?: () => AsyncIterable<string[]>;
};

/** The sheet of a workbook that holds the claims: `Claims` as in an export, else the first that can be seen. */
export async function openClaimSheet(bytes: Uint8Array): Promise<ClaimSheet> {
  const book = await openWorkbook(bytes);
  const claims = sheetOf(book, "claims") ?? book.sheets[0] ?? "";
  const relations = sheetOf(book, "relations");
  const long = await readLongTexts(book);
  return {
    records: () => joined(book.rows(claims), long),
    ...(relations !== undefined && { relations: () => joined(book.rows(relations), long) }),
  };
}

const sheetOf = ({ sheets }: Workbook, wanted: string) => sheets.find((name) => name.trim().toLowerCase() === wanted);

async function readLongTexts(book: Workbook): Promise<LongTexts> {
  const texts = new LongTexts();
  const name = sheetOf(book, "long texts");
  if (name === undefined) return texts;
  for await (const cells of book.rows(name)) texts.add(cells);
  return texts;
}

/** The rows with the texts whole again that no cell holds. */
async function* joined(rows: AsyncIterable<string[]>, long: LongTexts): AsyncGenerator<string[]> {
  let row = 0;
  for await (const cells of rows) {
    row += 1;
    yield cells.map((cell) => long.join(cell, row));
  }
}
