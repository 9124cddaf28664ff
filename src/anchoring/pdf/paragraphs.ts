import type { Piece } from "../canonical-text";
import { around, type Line, median } from "./page";
import { pairBrackets } from "./pair-brackets";

/** From how much more white than usual between two lines, in letters' heights, the second begins a paragraph. */
const EXTRA_LEADING = 0.35;
const INDENT = 0.8;
/** What begins further in is set apart by more than an indent. */
const DEEPEST_INDENT = 5;
/** How far before the edge a line may end, in letters' heights, and still be full. */
const RAGGED = 5;
const HEADING_SIZE = 1.12;
const LONGEST_HEADING = 250;

const BULLET = /^(?:[\u{E000}-\u{F8FF}•‣◦▪●■–—*-]|\(?\d{1,3}[.)]|\(?[a-z][.)])\s+(?=\S)/u;
const ENDS = /[.!?…:;؟۔。！？»”"’)\]]$/u;

type Group = { lines: Line[]; heading: boolean };

export type Setting = {
  /** The size of the body text. */
  body: number;
  /** The sizes of headings, largest first. */
  headings: readonly number[];
  /** The distance between its lines, in letters' heights. */
  leading: number;
  /** Words of the document, for words that a line's end cuts in two. */
  words: ReadonlySet<string>;
};

/** What the areas of all pages have in common: which size is the text, how far its lines stand apart, which sizes head it. */
export function settingOf(areas: readonly (readonly Line[])[]): Setting {
  const lines = areas.flat();
  const lengths = new Map<number, number>();
  for (const { size, text } of lines) lengths.set(rounded(size), (lengths.get(rounded(size)) ?? 0) + text.length);
  const body = [...lengths].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
  const headings = [...lengths.keys()].filter((size) => size >= HEADING_SIZE * body).toSorted((a, b) => b - a);
  const words = new Set(lines.flatMap(({ text }) => text.toLowerCase().match(/[\p{L}\p{M}-]+/gu) ?? []));
  const leading =
    body > 0 ? usualLeading(areas.map((own) => own.filter(({ size }) => rounded(size) === body))) / body : 0;
  return { body, leading, headings, words };
}

const rounded = (size: number) => Math.round(size * 2) / 2;

/** The lines of one area as paragraphs, headings and list items. */
export function piecesOf(lines: readonly Line[], setting: Setting): Piece[] {
  return groupsOf(lines, setting).map((group) => pieceOf(group, setting));
}

function groupsOf(lines: readonly Line[], setting: Setting): Group[] {
  const { left, right } = around(lines);
  const leading = leadingOf(lines, right - left, setting);
  const groups: Group[] = [];
  for (const line of lines) {
    const heading = isHeading(line, setting);
    const last = groups.at(-1);
    const before = last?.lines.at(-1);
    if (last && before && last.heading === heading && follows(before, line, { leading, left, right, heading }))
      last.lines.push(line);
    else groups.push({ lines: [line], heading });
  }
  return groups;
}

const isHeading = ({ size, text }: Line, { body }: Setting) =>
  rounded(size) >= HEADING_SIZE * body && text.length <= LONGEST_HEADING;

/** The distance from one baseline to the next that is usual in these areas. */
function usualLeading(areas: readonly (readonly Line[])[]): number {
  const steps = areas.flatMap((lines) =>
    lines.slice(1).map((line, index) => (lines[index]?.bottom ?? 0) - line.bottom),
  );
  return median(steps.filter((step) => step > 0));
}

/**
 * The distance between the lines of an area. Where few lines are full it holds paragraphs of a line each, and what stands
 * between them is no leading: then it is that of the document.
 */
function leadingOf(lines: readonly Line[], width: number, { body, leading }: Setting): number {
  const own = usualLeading([lines]);
  const usual = leading * body;
  const full = lines.filter(({ left, right, size }) => right - left > width - RAGGED * size).length;
  return own > usual + EXTRA_LEADING * body && full * 2 < lines.length ? usual : own;
}

type Around = { leading: number; left: number; right: number; heading: boolean };

/** Whether a line goes on with what the one before it says. */
function follows(before: Line, line: Line, { leading, left, right, heading }: Around): boolean {
  if (Math.abs(before.size - line.size) > 0.12 * line.size) return false;
  const step = before.bottom - line.bottom;
  // Its own leading where it is set larger than the rest.
  const usual = heading ? 1.6 * line.size : leading || 1.3 * line.size;
  if (step > usual + EXTRA_LEADING * line.size) return false;
  if (heading) return true;
  if (BULLET.test(line.text)) return false;
  const start = (each: Line) => (each.rtl ? right - each.right : each.left - left);
  const rest = line.rtl ? before.left - left : right - before.right;
  const full = rest < RAGGED * line.size;
  const further = (start(line) - start(before)) / line.size;
  // Lines hanging under a mark are indented all alike.
  if (full && further > INDENT && further < DEEPEST_INDENT && !BULLET.test(before.text)) return false;
  return full || !ENDS.test(before.text);
}

function pieceOf({ lines, heading }: Group, setting: Setting): Piece {
  const whole = joinLines(
    lines.map((line) => line.text),
    setting.words,
  );
  const text = lines[0]?.rtl ? pairBrackets(whole) : whole;
  if (heading) {
    const rank = setting.headings.indexOf(rounded(lines[0]?.size ?? 0));
    return { kind: "heading", text, level: Math.min(6, Math.max(1, rank + 1)) };
  }
  const marker = BULLET.exec(text)?.[0];
  if (marker && lines.length > 0) {
    const ordered = /\p{N}/u.test(marker);
    return { kind: "list-item", text: text.slice(marker.length), marker, level: 1, ordered };
  }
  return { kind: "paragraph", text };
}

/** Lines as one text. A word that a hyphen cuts is whole again only where the document has it whole elsewhere. */
export function joinLines(lines: readonly string[], words: ReadonlySet<string>): string {
  let text = "";
  for (const line of lines) {
    if (text === "") text = line;
    else if (text.endsWith("\u00AD")) text = text.slice(0, -1) + line;
    else if (/\p{Ll}-$/u.test(text) && /^\p{Ll}/u.test(line))
      text = isWhole(text, line, words) ? text.slice(0, -1) + line : text + line;
    // A dash or hyphen without a blank before it has none after it: al-/Khazali.
    else if (/[^\s—–-][—–-]$/u.test(text)) text += line;
    else text += ` ${line}`;
  }
  return text.replaceAll("\u00AD", "");
}

function isWhole(text: string, line: string, words: ReadonlySet<string>): boolean {
  const head = /[\p{L}\p{M}-]+$/u.exec(text)?.[0].toLowerCase() ?? "";
  const tail = /^[\p{L}\p{M}-]+/u.exec(line)?.[0].toLowerCase() ?? "";
  return words.has(head.slice(0, -1) + tail) && !words.has(head + tail);
}
