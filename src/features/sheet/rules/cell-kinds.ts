import { SheetRow } from "../schema";
import { readFigures } from "./date-order";
import { readLoosely, readPair } from "./read-loosely";

/** What the cells of a column read as: of how many, how many are each. */
export type CellKinds = {
  filled: number;
  distinct: number;
  dates: number;
  addresses: number;
  letters: number;
  figures: number;
  pairs: number;
  confidence: number;
  status: number;
  labels: number;
  numberLists: number;
  numbers: number;
  languages: number;
  guids: number;
  outlets: number;
  /** Their middle length in characters. */
  length: number;
};

const reads = (
  column: "reported_on" | "article_url" | "reliability" | "credibility" | "confidence" | "status",
  cell: string,
) => {
  if (SheetRow.shape[column].safeDecode(cell).success) return true;
  return readLoosely(column, cell, { dates: "day-first", pair: false }) !== null;
};

const isNumber = (cell: string) => /^-?\d+(?:[.,]\d+)?$/.test(cell);
/** A year or a month alone reads as a date, but so does any number of four figures. */
const isDate = (cell: string) =>
  readFigures(cell) !== null ||
  (/\d/.test(cell) && !/^\d{1,3}$/.test(cell) && cell.length <= 60 && reads("reported_on", cell));

/** Looks through the cells of a column; `isOutlet` knows the team's names. */
export function countKinds(cells: readonly string[], isOutlet: (name: string) => boolean): CellKinds {
  const filled = cells.map((cell) => cell.trim()).filter((cell) => cell !== "" && cell !== "-");
  const count = (test: (cell: string) => boolean) => filled.reduce((sum, cell) => sum + (test(cell) ? 1 : 0), 0);
  const lengths = filled.map((cell) => cell.length).sort((a, b) => a - b);
  return {
    filled: filled.length,
    distinct: new Set(filled).size,
    dates: count(isDate),
    addresses: count(
      (cell) => /^https?:\/\//i.test(cell) || (!isNumber(cell) && cell.includes(".") && reads("article_url", cell)),
    ),
    letters: count((cell) => reads("reliability", cell)),
    figures: count((cell) => reads("credibility", cell)),
    pairs: count((cell) => readPair(cell) !== null),
    confidence: count((cell) => reads("confidence", cell)),
    status: count((cell) => reads("status", cell)),
    labels: count((cell) => /^c-\d{1,8}$/i.test(cell)),
    numberLists: count((cell) => /^(?:c?-?\d{1,8})(?:\s*[;,]\s*c?-?\d{1,8})*$/i.test(cell)),
    numbers: count(isNumber),
    languages: count(
      (cell) =>
        /^[a-z]{2,3}(?:-[A-Za-z]{2,4})?$/.test(cell) ||
        readLoosely("article_language", cell, { dates: null, pair: false }) !== null,
    ),
    guids: count((cell) => /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(cell)),
    outlets: count(isOutlet),
    length: lengths[lengths.length >> 1] ?? 0,
  };
}
