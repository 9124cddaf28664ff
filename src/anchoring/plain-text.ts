import { assemble, type CanonicalText, cleanCharacters, type Piece } from "@/anchoring/canonical-text";

type Marker = { kind: Piece["kind"]; marker: string; rest: string; level?: number; ordered?: boolean; number?: number };

const MAY_BE_MARKED = /^\s*[-*•‣◦▪●·#>0-9٠-٩۰-۹]/;
const BULLET = /^(\s*)([-*•‣◦▪●·])\s+(?=\S)/;
const NUMBER = /^(\s*)([0-9٠-٩۰-۹]{1,3})([.)-])\s+(?=\S)/;
const HEADING = /^(#{1,6})\s+(?=\S)/;
const QUOTATION = /^((?:> ?)*>) (?=\S)/;
const ENDS_SENTENCE = /[.!?…؟۔:;][\p{Pe}\p{Pf}"'”’»]*$/u;
const ENDS_QUOTED_SENTENCE = /[.!?…؟۔][\p{Pe}\p{Pf}"'”’»]+$/u;

/**
 * Canonical text from pasted or uploaded plain text.
 *
 * Blank lines part paragraphs. Lines without a blank line between them are one paragraph where they look hard-wrapped
 * (e-mail, old terminals), else a paragraph each (what most web pages give when copied). Lines that start with a
 * bullet, a number in sequence, "> " or "# " are list items, quotations and headings. A short line without a full stop
 * right before a long paragraph is set as a heading, the first one of the text as its title; no character changes.
 */
export function fromPlainText(input: string): CanonicalText {
  const lines = cleanCharacters(input)
    .split("\n")
    .map((line) => line.trimEnd());
  const markers = readMarkers(lines);
  const pieces: Piece[] = [];
  let run: string[] = [];
  const flush = () => {
    for (const piece of paragraphs(run)) pieces.push(piece);
    run = [];
  };
  let item: Piece | undefined;
  for (const [index, line] of lines.entries()) {
    const marker = markers[index];
    if (marker) {
      flush();
      const { rest, number: _number, ...piece } = marker;
      item = { ...piece, text: rest };
      pieces.push(item);
    } else if (line === "") {
      flush();
      item = undefined;
    } else if (item?.kind === "list-item" && /^(\t| {2})/.test(line)) {
      item.text += `\n${line}`;
    } else {
      item = undefined;
      run.push(line.trimStart());
    }
  }
  flush();
  return assemble(withHeadings(pieces));
}

function withHeadings(pieces: Piece[]): Piece[] {
  return pieces.map((piece, index) => {
    const next = pieces[index + 1];
    const previous = pieces[index - 1];
    const stacked = previous !== undefined && isHeadingLike(previous);
    if (!next || stacked || !isHeadingLike(piece) || !opensSection(next, piece)) return piece;
    return { kind: "heading", text: piece.text, level: index === 0 ? 1 : 2 };
  });
}

function isHeadingLike({ kind, text }: Piece): boolean {
  return (
    kind === "paragraph" &&
    text.length <= 100 &&
    text.split(" ").length <= 16 &&
    /^["'“‘«]?[\p{Lu}\p{Lt}\p{Lo}\p{N}]/u.test(text) &&
    /[\p{L}\p{M}\p{N}\p{Pe}\p{Pf}?؟"']$/u.test(text) &&
    !ENDS_QUOTED_SENTENCE.test(text)
  );
}

function opensSection(next: Piece, heading: Piece): boolean {
  if (next.kind === "list-item") return true;
  return (
    next.kind === "paragraph" && next.text.length >= Math.max(80, heading.text.length) && ENDS_SENTENCE.test(next.text)
  );
}

function paragraphs(lines: string[]): Piece[] {
  if (looksWrapped(lines)) return [{ kind: "paragraph", text: lines.join("\n") }];
  return lines.map((text) => ({ kind: "paragraph", text }));
}

/** Hard-wrapped text has lines of nearly one width that mostly end in the middle of a sentence. */
function looksWrapped(lines: readonly string[]): boolean {
  const full = lines.slice(0, -1);
  const last = lines.at(-1);
  if (full.length === 0 || last === undefined) return false;
  let narrowest = Number.POSITIVE_INFINITY;
  let widest = 0;
  let finished = 0;
  for (const line of full) {
    narrowest = Math.min(narrowest, line.length);
    widest = Math.max(widest, line.length);
    if (ENDS_SENTENCE.test(line.slice(-8))) finished += 1;
  }
  const evenWidth = narrowest >= 45 && widest <= 120 && narrowest >= widest * 0.7;
  return evenWidth && last.length <= widest * 1.1 && finished * 4 <= full.length;
}

/** The markers by line. A number counts only beside its neighbour: "12. May" opening a line alone is a date. */
function readMarkers(lines: readonly string[]): (Marker | undefined)[] {
  const markers = lines.map(readMarker);
  const written = lines.flatMap((line, index) => (line === "" ? [] : [index]));
  const numberAt = (position: number) => {
    const index = written[position];
    return index === undefined ? undefined : markers[index]?.number;
  };
  const alone = written.filter((_, position) => {
    const number = numberAt(position);
    if (number === undefined) return false;
    return numberAt(position - 1) !== number - 1 && numberAt(position + 1) !== number + 1;
  });
  for (const index of alone) markers[index] = undefined;
  return markers;
}

function readMarker(line: string): Marker | undefined {
  if (!MAY_BE_MARKED.test(line)) return undefined;
  const quotation = QUOTATION.exec(line);
  if (quotation) return { kind: "quotation", marker: `${quotation[1]} `, rest: line.slice(quotation[0].length) };
  const heading = HEADING.exec(line);
  if (heading) {
    const level = heading[1]?.length ?? 1;
    return { kind: "heading", level, marker: `${heading[1]} `, rest: line.slice(heading[0].length) };
  }
  const bullet = BULLET.exec(line);
  if (bullet) return listItem(line, bullet, bullet[2] ?? "", false);
  const numbered = NUMBER.exec(line);
  if (!numbered) return undefined;
  const item = listItem(line, numbered, `${numbered[2]}${numbered[3]}`, true);
  return { ...item, number: Number(asciiDigits(numbered[2] ?? "")) };
}

function listItem(line: string, match: RegExpExecArray, sign: string, ordered: boolean): Marker {
  const indent = (match[1] ?? "").replace(/\t/g, "  ").length;
  const level = Math.min(9, 1 + (indent >> 1));
  const rest = line.slice(match[0].length);
  return { kind: "list-item", level, ordered, marker: `${"  ".repeat(level - 1)}${sign} `, rest };
}

function asciiDigits(digits: string): string {
  return digits.replace(/[٠-٩۰-۹]/g, (digit) => String(digit.charCodeAt(0) & 0xf));
}
