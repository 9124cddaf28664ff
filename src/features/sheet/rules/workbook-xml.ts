/*
 * The XML of a workbook (ECMA-376), written as text: what a sheet consists of here is small and fixed, and a hundred
 * thousand rows have to go out as fast as the database gives them.
 */

/** How a column's cells are shown: what is neither number nor date nor address is text, whatever it looks like. */
export type CellKind = "text" | "number" | "date" | "moment" | "link";
export type WorkbookColumn = { header: string; kind: CellKind; width: number };

/** The longest text a cell holds, in UTF-16 units. */
export const CELL_LIMIT = 32_767;
/** The most links that spreadsheets take on one sheet. */
const MAX_LINKS = 65_000;
/** Days that a sheet remembers the numbers of. */
const MAX_DAYS = 5000;

/** Places in `cellXfs` of the style sheet below. Text is the first, which need not be named: most cells are text. */
const STYLE = { text: 0, header: 1, rtl: 2, number: 3, date: 4, moment: 5, link: 6 };

/** Whatever a cell's text may have that needs a closer look: most have nothing of it. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: that is what is looked for
const NOTABLE = /[&<>"\u0000-\u001f\u0590-\u08ff\ud800-\udfff\ufb1d-\ufdff\ufe70-\uffff]|_x/;

const SPECIAL = /[&<>"]/;
// XML takes no other control characters, and reads a carriage return as a line feed: spreadsheets write them as _x000D_.
// biome-ignore lint/suspicious/noControlCharactersInRegex: that is what is looked for
const UNWRITABLE = /[\u0000-\u0008\u000b-\u001f\ufffe\uffff]|_(?=x[0-9a-fA-F]{4}_)/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: as above
const HAS_UNWRITABLE = /[\u0000-\u0008\u000b-\u001f\ufffe\uffff]|_x[0-9a-fA-F]{4}_/;

/** A text as the content or attribute of an element. */
export function escapeXml(text: string): string {
  const whole = text.isWellFormed() ? text : text.toWellFormed();
  if (!SPECIAL.test(whole)) return whole;
  return whole.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}

const escapeCell = (text: string) =>
  escapeXml(
    HAS_UNWRITABLE.test(text)
      ? text.replace(UNWRITABLE, (mark) => `_x${mark.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`)
      : text,
  );

/** The text of a cell again: `_x000D_` is a carriage return, `_x005F_` an underscore. */
export const unescapeCell = (text: string): string =>
  text.includes("_x")
    ? text.replace(/_x([0-9a-fA-F]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : text;

const RTL_LETTER = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;
/** Whether a text runs from the right: by its first letter, as browsers tell it. */
export const runsFromTheRight = (text: string): boolean =>
  RTL_LETTER.test(text) && /^\P{L}*[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/u.test(text);

/** `1` → `A`, `28` → `AB`. */
export function columnName(place: number): string {
  let name = "";
  for (let rest = place; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  }
  return name;
}

/** Days since the last of 1899. Spreadsheets take 1900 for a leap year: before March of it a day is left as text. */
const EPOCH = Date.UTC(1899, 11, 30);
const FIRST_DAY = "1900-03-01";
const DAY_MS = 86_400_000;

function serial(text: string, shape: RegExp): number | null {
  if (!shape.test(text) || text < FIRST_DAY) return null;
  const time = Date.parse(text);
  // A day that no month has is read as one of the next month: it stays the text it is.
  if (Number.isNaN(time) || !new Date(time).toISOString().startsWith(text.slice(0, 10))) return null;
  return (time - EPOCH) / DAY_MS;
}

const A_DAY = /^\d{4}-\d\d-\d\d$/;
const A_MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/;
const A_NUMBER = /^(?:0|[1-9]\d{0,14})$/;

/** A day or moment as spreadsheets number them; null where it is known only roughly, or before they count right. */
export const dayNumber = (text: string) => serial(text, A_DAY);
export const momentNumber = (text: string) => serial(text, A_MOMENT);

/** Back from a spreadsheet's number: a moment to the millisecond, in UTC. Null where no calendar has it. */
export function momentOfSerial(number: number, from1904 = false): string | null {
  const time = Math.round((number + (from1904 ? 1462 : 0)) * DAY_MS) + EPOCH;
  if (!Number.isFinite(time) || number < 0 || time > LAST_MOMENT) return null;
  return new Date(time).toISOString();
}

const LAST_MOMENT = Date.UTC(9999, 11, 31, 23, 59, 59, 999);

/** What may become a link: nothing but the web, and no longer than a spreadsheet takes. */
export const isLink = (text: string): boolean =>
  /^https?:\/\/[^\s]+$/i.test(text) && text.length <= 2000 && URL.canParse(text);

const plainCell = (at: string, style: number, content: string): string =>
  `<c r="${at}"${style === 0 ? "" : ` s="${style}"`} t="inlineStr"><is><t${isPadded(content) ? SPACE : ""}>${content}</t></is></c>`;

const notableCell = (at: string, style: number, value: string): string =>
  plainCell(at, style === STYLE.text && runsFromTheRight(value) ? STYLE.rtl : style, escapeCell(value));

/** Space at an end is lost unless the file says that it counts. */
const isPadded = (text: string) => text.charCodeAt(0) <= 32 || text.charCodeAt(text.length - 1) <= 32;
const SPACE = ' xml:space="preserve"';

type Link = { at: string; url: string };

/** Writes one sheet, row by row; what its links need is kept beside it. */
export class SheetXml {
  readonly #columns: readonly WorkbookColumn[];
  readonly #names: string[];
  readonly #links: Link[] = [];
  readonly #days = new Map<string, number | null>();
  #row = 0;

  constructor(columns: readonly WorkbookColumn[]) {
    this.#columns = columns;
    this.#names = columns.map((_, index) => columnName(index + 1));
  }

  /** What stands before the first row: widths, and the header that stays while the rest scrolls. */
  open({ frozenColumns = 0 } = {}): string {
    const widths = this.#columns.map(
      ({ width }, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
    );
    const corner = `${columnName(frozenColumns + 1)}2`;
    const split = frozenColumns > 0 ? ` xSplit="${frozenColumns}"` : "";
    const pane = frozenColumns > 0 ? "bottomRight" : "bottomLeft";
    return (
      `${DECLARATION}<worksheet xmlns="${MAIN}" xmlns:r="${RELATIONS}">` +
      `<sheetViews><sheetView workbookViewId="0"><pane${split} ySplit="1" topLeftCell="${corner}" activePane="${pane}" state="frozen"/></sheetView></sheetViews>` +
      `<sheetFormatPr defaultRowHeight="15"/><cols>${widths.join("")}</cols><sheetData>` +
      this.#write(
        this.#columns.map(({ header }) => header),
        true,
      )
    );
  }

  row(values: readonly (string | null)[]): string {
    return this.#write(values, false);
  }

  #write(values: readonly (string | null)[], header: boolean): string {
    this.#row += 1;
    let cells = "";
    for (let place = 0; place < values.length; place++) {
      const value = values[place];
      if (value === null || value === undefined || value === "") continue;
      cells += this.#cell(
        `${this.#names[place]}${this.#row}`,
        header ? "header" : (this.#columns[place]?.kind ?? "text"),
        value,
      );
    }
    return `<row r="${this.#row}">${cells}</row>`;
  }

  #cell(at: string, kind: CellKind | "header", value: string): string {
    if (kind === "number" && A_NUMBER.test(value)) return `<c r="${at}" s="${STYLE.number}"><v>${value}</v></c>`;
    if (kind === "date" || kind === "moment") {
      const number = this.#numberOf(kind, value);
      if (number !== null) return `<c r="${at}" s="${STYLE[kind]}"><v>${number}</v></c>`;
    }
    const link = kind === "link" && this.#links.length < MAX_LINKS && isLink(value);
    if (link) this.#links.push({ at, url: new URL(value).href });
    const style = link ? STYLE.link : kind === "header" ? STYLE.header : STYLE.text;
    return NOTABLE.test(value) ? notableCell(at, style, value) : plainCell(at, style, value);
  }

  /** Many rows share a day, and those of one import its moment. */
  #numberOf(kind: "date" | "moment", value: string): number | null {
    const known = this.#days.get(value);
    if (known !== undefined) return known;
    const number = kind === "date" ? dayNumber(value) : momentNumber(value);
    if (this.#days.size >= MAX_DAYS) this.#days.clear();
    this.#days.set(value, number);
    return number;
  }

  close({ filter = true } = {}): string {
    const last = `${this.#names.at(-1)}${this.#row}`;
    const links = this.#links.map(({ at }, index) => `<hyperlink ref="${at}" r:id="rId${index + 1}"/>`);
    return (
      `</sheetData>${filter ? `<autoFilter ref="A1:${last}"/>` : ""}` +
      `${links.length > 0 ? `<hyperlinks>${links.join("")}</hyperlinks>` : ""}</worksheet>`
    );
  }

  /** The part that says where the sheet's links lead; empty where it has none. */
  *links(): Generator<string> {
    if (this.#links.length === 0) return;
    yield `${DECLARATION}<Relationships xmlns="${PACKAGE}">`;
    for (const [index, { url }] of this.#links.entries()) {
      yield `<Relationship Id="rId${index + 1}" Type="${RELATIONS}/hyperlink" Target="${escapeXml(url)}" TargetMode="External"/>`;
    }
    yield "</Relationships>";
  }

  get hasLinks(): boolean {
    return this.#links.length > 0;
  }
}

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships";
const TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml";

export const sheetPart = (place: number) => `xl/worksheets/sheet${place}.xml`;
export const linksPart = (place: number) => `xl/worksheets/_rels/sheet${place}.xml.rels`;

/** The parts that make sheets a workbook. */
export function workbookParts(names: readonly string[]): { name: string; content: string }[] {
  const places = names.map((name, index) => ({ name, place: index + 1 }));
  const overrides = places.map(
    ({ place }) => `<Override PartName="/${sheetPart(place)}" ContentType="${TYPE}.worksheet+xml"/>`,
  );
  const sheets = places.map(
    ({ name, place }) => `<sheet name="${escapeXml(name)}" sheetId="${place}" r:id="rId${place}"/>`,
  );
  const targets = places.map(
    ({ place }) =>
      `<Relationship Id="rId${place}" Type="${RELATIONS}/worksheet" Target="worksheets/sheet${place}.xml"/>`,
  );
  const styles = `<Relationship Id="rId${names.length + 1}" Type="${RELATIONS}/styles" Target="styles.xml"/>`;
  return [
    {
      name: "[Content_Types].xml",
      content:
        `${DECLARATION}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
        `<Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/>` +
        `<Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/>${overrides.join("")}</Types>`,
    },
    {
      name: "_rels/.rels",
      content: `${DECLARATION}<Relationships xmlns="${PACKAGE}"><Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    },
    {
      name: "xl/workbook.xml",
      content: `${DECLARATION}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><bookViews><workbookView activeTab="0"/></bookViews><sheets>${sheets.join("")}</sheets></workbook>`,
    },
    {
      name: "xl/_rels/workbook.xml.rels",
      content: `${DECLARATION}<Relationships xmlns="${PACKAGE}">${targets.join("")}${styles}</Relationships>`,
    },
    { name: "xl/styles.xml", content: STYLES },
  ];
}

const TOP = '<alignment vertical="top"/>';
const WRAPPED = '<alignment vertical="top" wrapText="1"/>';
const FROM_RIGHT = '<alignment horizontal="right" vertical="top" wrapText="1" readingOrder="2"/>';
/** Format 49 is "text": what is typed into such a cell is never run as a formula either. */
const xf = (format: number, font: number, fill: number, alignment: string) =>
  `<xf numFmtId="${format}" fontId="${font}" fillId="${fill}" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyAlignment="1">${alignment}</xf>`;

const FORMATS = [
  xf(49, 0, 0, WRAPPED),
  xf(49, 1, 2, WRAPPED),
  xf(49, 0, 0, FROM_RIGHT),
  xf(1, 0, 0, TOP),
  xf(164, 0, 0, TOP),
  xf(165, 0, 0, TOP),
  xf(49, 2, 0, WRAPPED),
];

const STYLES =
  `${DECLARATION}<styleSheet xmlns="${MAIN}"><numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/><numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd\\ hh:mm:ss"/></numFmts>` +
  '<fonts count="3"><font><sz val="11"/><name val="Calibri"/><family val="2"/></font><font><b/><sz val="11"/><name val="Calibri"/><family val="2"/></font><font><u/><sz val="11"/><color rgb="FF1F4E9E"/><name val="Calibri"/><family val="2"/></font></fonts>' +
  '<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFE8ECF2"/><bgColor indexed="64"/></patternFill></fill></fills>' +
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  `<cellXfs count="${FORMATS.length}">${FORMATS.join("")}</cellXfs>` +
  '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>';
