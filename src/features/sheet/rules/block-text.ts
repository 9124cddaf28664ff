/*
 * A block of cells as spreadsheets put it on the clipboard: tabs between cells, line breaks between rows, and quotation
 * marks around a cell that holds either, doubled inside it. Excel, LibreOffice and Google Sheets write and read this.
 */

/** Of a cell that a spreadsheet would otherwise take apart. */
const TELLING = /[\t\n\r"]/;

export const writeBlock = (rows: readonly (readonly string[])[]): string =>
  rows.map((cells) => cells.map(writeCell).join("\t")).join("\n");

const writeCell = (text: string) => (TELLING.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** Reads what `writeBlock` or a spreadsheet wrote; the line break at its end ends the last row and begins none. */
export function readBlock(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at < text.length) {
    const cell = text[at] === '"' ? readQuoted(text, at) : readPlain(text, at);
    row.push(cell.text);
    at = cell.end;
    if (text[at] === "\t") {
      at += 1;
      // A tab at the very end begins an empty cell.
      if (at === text.length) row.push("");
      continue;
    }
    rows.push(row);
    row = [];
    at += text.startsWith("\r\n", at) ? 2 : 1;
  }
  if (row.length > 0) rows.push(row);
  return rows.length > 0 ? rows : [[""]];
}

function readPlain(text: string, start: number): { text: string; end: number } {
  let end = start;
  while (end < text.length && !"\t\n\r".includes(text[end] as string)) end += 1;
  return { text: text.slice(start, end), end };
}

/** A cell in quotation marks; one that does not end as such a cell does is plain text that begins with the mark. */
function readQuoted(text: string, start: number): { text: string; end: number } {
  let end = start + 1;
  for (;;) {
    end = text.indexOf('"', end);
    if (end < 0) return readPlain(text, start);
    if (text[end + 1] !== '"') break;
    end += 2;
  }
  const next = text[end + 1];
  if (next !== undefined && !"\t\n\r".includes(next)) return readPlain(text, start);
  return { text: text.slice(start + 1, end).replaceAll('""', '"'), end: end + 1 };
}
