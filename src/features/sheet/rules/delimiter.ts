import { countKnown } from "./columns";
import { isKnownHeading } from "./heading-words";

export const DELIMITERS = [",", ";", "\t", "|"] as const;
export type Delimiter = (typeof DELIMITERS)[number];

/** Lines that are looked at, and their characters. */
const LINES = 30;
const LOOKED_AT = 60_000;

/**
 * The separator of a file: the comma of RFC 4180, unless a line names more columns when it is cut at semicolons, tabs or
 * bars, as spreadsheets of many countries write them; where no line names any, the one that cuts the lines alike.
 */
export function pickDelimiter(text: string): Delimiter {
  const lines = linesOf(text.slice(0, LOOKED_AT).replace(/^\uFEFF/, "")).slice(0, LINES);
  const cut = (line: string, delimiter: Delimiter) =>
    outsideQuotes(line, delimiter).map((cell) => cell.trim().replace(/^"|"$/g, ""));
  const named = (delimiter: Delimiter) => Math.max(0, ...lines.map((line) => nameCount(cut(line, delimiter))));
  const even = (delimiter: Delimiter) => evenness(lines.map((line) => cut(line, delimiter).length));
  return DELIMITERS.reduce((best, each) => {
    const [mine, its] = [named(each), named(best)];
    if (mine !== its) return mine > its ? each : best;
    return mine === 0 && even(each) > even(best) ? each : best;
  });
}

const nameCount = (cells: string[]) => 2 * countKnown(cells) + cells.filter(isKnownHeading).length;

/** In how many lines a separator makes the commonest number of cells, where that is more than one. */
function evenness(counts: number[]): number {
  const several = counts.filter((count) => count > 1);
  const most = Math.max(0, ...several.map((count) => several.filter((each) => each === count).length));
  return most;
}

/** Lines of the file, those inside quotation marks not counted. */
function linesOf(text: string): string[] {
  const lines: string[] = [];
  let start = 0;
  let quoted = false;
  for (let at = 0; at <= text.length; at++) {
    const char = text[at];
    if (char === '"') quoted = !quoted;
    if (at === text.length || (!quoted && (char === "\n" || char === "\r"))) {
      if (at > start) lines.push(text.slice(start, at));
      start = at + 1;
    }
  }
  return lines;
}

function outsideQuotes(line: string, delimiter: string): string[] {
  const cells: string[] = [];
  let start = 0;
  let quoted = false;
  for (let at = 0; at < line.length; at++) {
    if (line[at] === '"') quoted = !quoted;
    else if (!quoted && line[at] === delimiter) {
      cells.push(line.slice(start, at));
      start = at + 1;
    }
  }
  return [...cells, line.slice(start)];
}
