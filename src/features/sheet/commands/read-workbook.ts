import { Parser } from "htmlparser2";
import { readZip, UnreadableZip, type ZipFile } from "@/platform/zip/read-zip";
import { type DateFormat, dateFormat, textOfDate, textOfNumber } from "../rules/cell-formats";
import { type Merged, MergedCells, parseMerged } from "../rules/merged-cells";
import { unescapeCell } from "../rules/workbook-xml";
import { unreadable } from "./unreadable-sheet";

export type Workbook = {
  /** The sheets by name, hidden ones behind the others. */
  sheets: string[];
  /** A sheet's rows as texts; the first is row 1, blank ones among them. Read anew each time. */
  rows: (sheet: string) => AsyncGenerator<string[]>;
};

/** The most that one part may unpack to: twenty times the largest sheet that may be sent. */
const MAX_SHEET_BYTES = 2_000_000_000;
const MAX_STRINGS_BYTES = 400_000_000;
/** A column that no sheet of claims reaches, and a text that no cell holds. */
const MAX_COLUMNS = 1000;
const MAX_TEXT = 1_000_000;
/** The last row that spreadsheets have. */
const MAX_ROW = 1_048_576;
/** Merged cells of one sheet. */
const MAX_MERGED = 100_000;

/**
 * Opens an XLSX file, whoever wrote it: numbers and dates as they are shown, rich text as text, a cell merged downwards
 * in each of its rows, what a formula gave, hidden rows too. Macros, drawings and links outside are not looked at. Throws
 * `UnreadableSheet` where it is none.
 */
export async function openWorkbook(bytes: Uint8Array): Promise<Workbook> {
  try {
    const zip = readZip(bytes, { maxBytes: MAX_SHEET_BYTES });
    const { sheets, from1904, parts } = await readParts(zip);
    const formats = await readFormats(zip, parts.styles);
    const strings = parts.strings ? await readStrings(zip, parts.strings) : [];
    const shown = { formats, strings, from1904 };
    const rows = (name: string) => complaining(readRows(zip, sheets.get(name) ?? "", shown));
    return { sheets: [...sheets.keys()], rows };
  } catch (error) {
    throw asUnreadable(error);
  }
}

async function* complaining(rows: AsyncGenerator<string[]>): AsyncGenerator<string[]> {
  try {
    yield* rows;
  } catch (error) {
    throw asUnreadable(error);
  }
}

const asUnreadable = (error: unknown) => (error instanceof UnreadableZip ? unreadable(error.message) : error);

type Attributes = Record<string, string>;
type Handlers = {
  open: (name: string, attributes: Attributes) => void;
  text?: (text: string) => void;
  close?: (name: string) => void;
};

/** Reads a part of the archive as XML, piece by piece; after each piece the caller may take what has gathered. */
async function* parsing(zip: ZipFile, part: string, { open, text, close }: Handlers): AsyncGenerator<void> {
  const local = (name: string) => name.slice(name.indexOf(":") + 1);
  const parser = new Parser(
    {
      onopentag: (name, attributes) => open(local(name), attributes),
      ontext: text,
      onclosetag: (name) => close?.(local(name)),
    },
    { xmlMode: true, decodeEntities: true },
  );
  let decoder: TextDecoder | undefined;
  for await (const chunk of zip.open(part)) {
    decoder ??= new TextDecoder(chunk[0] === 0xff && chunk[1] === 0xfe ? "utf-16le" : "utf-8");
    parser.write(decoder.decode(chunk, { stream: true }));
    yield;
  }
  parser.end();
  yield;
}

async function parseWhole(zip: ZipFile, part: string, handlers: Handlers): Promise<void> {
  if (!zip.has(part)) return;
  for await (const _ of parsing(zip, part, handlers));
}

type Target = { type: string; part: string };

/** Where the parts lie that a part names. */
async function readTargets(zip: ZipFile, part: string): Promise<Map<string, Target>> {
  const folder = part.slice(0, part.lastIndexOf("/") + 1);
  const targets = new Map<string, Target>();
  await parseWhole(zip, `${folder}_rels/${part.slice(folder.length)}.rels`, {
    open: (name, { Id = "", Type = "", Target = "" }) => {
      if (name !== "Relationship") return;
      const path = new URL(Target, `zip:///${folder}`).pathname.slice(1);
      targets.set(Id, { type: Type.slice(Type.lastIndexOf("/") + 1), part: decodeURI(path) });
    },
  });
  return targets;
}

async function readParts(zip: ZipFile) {
  const root = [...(await readTargets(zip, "")).values()].find(({ type }) => type === "officeDocument");
  const book = root?.part ?? "xl/workbook.xml";
  if (!zip.has(book)) throw unreadable("The file is an archive, but no workbook (.xlsx).");
  const targets = await readTargets(zip, book);
  const shown = new Map<string, string>();
  const hidden = new Map<string, string>();
  let from1904 = false;
  await parseWhole(zip, book, {
    open: (name, attributes) => {
      if (name === "workbookPr") from1904 = ["1", "true"].includes(attributes.date1904 ?? "");
      if (name !== "sheet") return;
      const id = Object.entries(attributes).find(([key]) => key.endsWith(":id"))?.[1] ?? "";
      const target = targets.get(id);
      if (target?.type !== "worksheet" || !zip.has(target.part)) return;
      const isHidden = (attributes.state ?? "visible") !== "visible";
      (isHidden ? hidden : shown).set(unescapeCell(attributes.name ?? ""), target.part);
    },
  });
  const partOf = (type: string) => [...targets.values()].find((target) => target.type === type)?.part;
  const sheets = new Map([...shown, ...hidden]);
  if (sheets.size === 0) throw unreadable("The workbook has no sheet with cells.");
  return { sheets, from1904, parts: { styles: partOf("styles"), strings: partOf("sharedStrings") } };
}

/** By style, how exact it shows a date. */
async function readFormats(zip: ZipFile, part: string | undefined): Promise<(DateFormat | null)[]> {
  const codes = new Map<number, string>();
  const formats: (DateFormat | null)[] = [];
  let inCells = false;
  await parseWhole(zip, part ?? "", {
    open: (name, { numFmtId = "0", formatCode = "" }) => {
      if (name === "numFmt") codes.set(Number(numFmtId), formatCode);
      if (name === "cellXfs") inCells = true;
      if (name === "xf" && inCells) formats.push(dateFormat(Number(numFmtId), codes.get(Number(numFmtId))));
    },
    close: (name) => {
      if (name === "cellXfs") inCells = false;
    },
  });
  return formats;
}

/** The text within `t` elements, without the readings (`rPh`) that East Asian spreadsheets keep beside it. */
class TextGatherer {
  #text = "";
  #inText = false;
  #inReading = false;

  open(name: string) {
    if (name === "rPh") this.#inReading = true;
    else if (name === "t") this.#inText = !this.#inReading;
  }

  add(text: string) {
    if (!this.#inText) return;
    this.#text += text;
    if (this.#text.length > MAX_TEXT) throw unreadable("A cell holds more text than any spreadsheet takes.");
  }

  close(name: string) {
    if (name === "rPh") this.#inReading = false;
    else if (name === "t") this.#inText = false;
  }

  take(): string {
    const text = unescapeCell(this.#text);
    this.#text = "";
    return text;
  }
}

async function readStrings(zip: ZipFile, part: string): Promise<string[]> {
  const strings: string[] = [];
  const gathered = new TextGatherer();
  let size = 0;
  await parseWhole(zip, part, {
    open: (name) => gathered.open(name),
    text: (text) => gathered.add(text),
    close: (name) => {
      gathered.close(name);
      if (name !== "si") return;
      const text = gathered.take();
      size += text.length + 20;
      if (size > MAX_STRINGS_BYTES) throw unreadable("The workbook holds more text than a sheet of claims.");
      strings.push(text);
    },
  });
  return strings;
}

type Shown = { formats: (DateFormat | null)[]; strings: string[]; from1904: boolean };

async function* readRows(zip: ZipFile, part: string, shown: Shown): AsyncGenerator<string[]> {
  const merged = new MergedCells(await readMerged(zip, part));
  const sheet = new SheetReader(shown);
  let row = 0;
  for await (const _ of parsing(zip, part, sheet)) {
    for (const { number, cells } of sheet.take()) {
      for (row += 1; row < number; row++) yield merged.fill(row, []);
      yield merged.fill(row, cells);
    }
  }
}

/** Which cells are merged is said behind the rows: the end of the sheet is looked at first. */
async function readMerged(zip: ZipFile, part: string): Promise<Merged[]> {
  const merged: Merged[] = [];
  let tail = "";
  for await (const chunk of zip.open(part)) {
    // Letters of any script may be cut apart here; what is looked for is ASCII.
    const text = tail + chunk.toString("latin1");
    for (const [, ref = ""] of text.matchAll(/<(?:\w+:)?mergeCell\s[^>]*?ref="([A-Z0-9:]+)"[^>]*>/g)) {
      const each = parseMerged(ref);
      if (each && each.column <= MAX_COLUMNS && merged.length < MAX_MERGED) merged.push(each);
    }
    tail = text.slice(Math.max(text.lastIndexOf(">") + 1, text.length - 200));
  }
  return merged;
}

type ReadRow = { number: number; cells: string[] };

/** Takes a sheet's XML and gives its rows. */
class SheetReader {
  readonly #shown: Shown;
  readonly #gathered = new TextGatherer();
  #rows: ReadRow[] = [];
  #number = 0;
  #cells: string[] = [];
  #column = 0;
  #type = "";
  #style = 0;
  #value = "";
  #inValue = false;

  constructor(shown: Shown) {
    this.#shown = shown;
  }

  take(): ReadRow[] {
    const rows = this.#rows;
    this.#rows = [];
    return rows;
  }

  open = (name: string, attributes: Attributes) => {
    if (name === "c") this.#openCell(attributes);
    else if (name === "v") this.#inValue = true;
    else if (name === "row") {
      this.#number = Math.max(this.#number + 1, Number(attributes.r ?? 0) || 0);
      if (this.#number > MAX_ROW) throw unreadable("The sheet has more rows than any spreadsheet.");
      this.#cells = [];
      this.#column = 0;
    } else this.#gathered.open(name);
  };

  text = (text: string) => {
    if (this.#inValue) this.#value += text;
    else this.#gathered.add(text);
    if (this.#value.length > MAX_TEXT) throw unreadable("A cell holds more text than any spreadsheet takes.");
  };

  close = (name: string) => {
    if (name === "c") this.#closeCell();
    else if (name === "v") this.#inValue = false;
    else if (name === "row") this.#rows.push({ number: this.#number, cells: this.#cells });
    else this.#gathered.close(name);
  };

  #openCell({ r, t = "n", s = "0" }: Attributes) {
    this.#column = r ? columnOf(r) : this.#column + 1;
    this.#type = t;
    this.#style = Number(s);
    this.#value = "";
  }

  #closeCell() {
    const text = this.#textOf();
    if (text === "") return;
    if (this.#column > MAX_COLUMNS) throw unreadable(`The sheet has more than ${MAX_COLUMNS} columns.`);
    while (this.#cells.length < this.#column - 1) this.#cells.push("");
    this.#cells[this.#column - 1] = text;
  }

  #textOf(): string {
    const { strings, formats, from1904 } = this.#shown;
    const inline = this.#gathered.take();
    switch (this.#type) {
      case "s":
        return strings[Number(this.#value)] ?? "";
      case "inlineStr":
        return inline;
      case "str":
        return unescapeCell(this.#value);
      case "b":
        return this.#value === "1" ? "TRUE" : "FALSE";
      case "e":
      case "d":
        return this.#value;
      default: {
        const format = formats[this.#style];
        const date = format && this.#value !== "" ? textOfDate(Number(this.#value), format, from1904) : null;
        return date ?? textOfNumber(this.#value);
      }
    }
  }
}

/** `AB12` → 28. */
function columnOf(reference: string): number {
  let column = 0;
  for (let at = 0; at < reference.length; at++) {
    const letter = reference.charCodeAt(at) - 64;
    if (letter < 1 || letter > 26) break;
    column = column * 26 + letter;
  }
  return column;
}
