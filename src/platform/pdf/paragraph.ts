import { type Face, faceOf, widthOf } from "./faces";
import { levelsOf, type VisualRun, visualRuns } from "./visual-runs";

/** A run of text in reading order. `goTo` leads to a place of the document, `url` out of it. */
export type Piece = { text: string; strong?: boolean; url?: string | undefined; goTo?: string; quiet?: boolean };

export type Style = { face: Face; piece: Piece };
/** A line as it is set, from the left to the right; its width in ems. */
export type SetLine = { runs: (VisualRun<Style> & { width: number })[]; width: number };
export type Paragraph = { lines: SetLine[] /** It begins at the right edge. */; fromRight: boolean; missing: number };

type Direction = "ltr" | "rtl" | "auto";

/**
 * Breaks text into lines of at most `width` ems and puts each in the order in which it is seen. Lines break after blanks,
 * in scripts without them between words, and inside a word only where it is longer than a line.
 */
export function setParagraph(pieces: readonly Piece[], width: number, direction: Direction): Paragraph {
  const set: Paragraph = { lines: [], fromRight: direction === "rtl", missing: 0 };
  for (const hard of hardLines(pieces)) {
    const text = hard.map((piece) => piece.text).join("");
    const { styles, missing } = stylesOf(hard);
    const { levels, fromRight } = levelsOf(text, direction);
    if (set.lines.length === 0 && direction === "auto") set.fromRight = fromRight;
    set.missing += missing;
    for (const [start, end] of breaks(text, styles, width)) {
      const shown = text.slice(start, end).trimEnd();
      const runs = visualRuns(
        shown,
        levels.subarray(start, start + shown.length),
        (unit) => styles[start + unit] as Style,
      );
      const measured = runs.map((run) => ({ ...run, width: widthOf(run.text, run.style.face) }));
      set.lines.push({ runs: measured, width: measured.reduce((sum, run) => sum + run.width, 0) });
    }
  }
  return set;
}

/** Parted where somebody began a new line. */
function hardLines(pieces: readonly Piece[]): Piece[][] {
  const lines: Piece[][] = [[]];
  for (const piece of pieces) {
    for (const [index, text] of piece.text.split(/\r\n|[\n\r\u2028\u2029]/).entries()) {
      if (index > 0) lines.push([]);
      if (text !== "") lines.at(-1)?.push({ ...piece, text: text.replaceAll("\t", " ") });
    }
  }
  return lines;
}

/** What each UTF-16 unit is set in: the same object for the same style, so that runs can be told apart by it. */
function stylesOf(pieces: readonly Piece[]): { styles: Style[]; missing: number } {
  const styles: Style[] = [];
  let missing = 0;
  for (const piece of pieces) {
    const own = new Map<Face, Style>();
    for (const character of piece.text) {
      const found = faceOf(character, piece.strong === true);
      if (found.missing) missing += 1;
      // A blank, or a mark that both faces have, stays with the letters before it, so that they join.
      const before = styles.at(-1);
      const face = isCommon(character) && before?.piece === piece ? before.face : found.face;
      const style = own.get(face) ?? { face, piece };
      own.set(face, style);
      for (let unit = 0; unit < character.length; unit++) styles.push(style);
    }
  }
  return { styles, missing };
}

const isCommon = (character: string) => /[ \u00a0\p{Cf}]/u.test(character);

const words = new Intl.Segmenter("und", { granularity: "word" });
const graphemes = new Intl.Segmenter("und", { granularity: "grapheme" });

/** Where lines begin and end. */
function* breaks(text: string, styles: readonly Style[], width: number): Generator<[number, number]> {
  if (text === "") {
    yield [0, 0];
    return;
  }
  let start = 0;
  let used = 0;
  for (const token of tokens(text)) {
    const wide = measure(text, token.start, token.end, styles);
    const bare = token.blank > 0 ? measure(text, token.start, token.end - token.blank, styles) : wide;
    if (used + bare > width && token.start > start) {
      yield [start, token.start];
      [start, used] = [token.start, 0];
    }
    if (bare > width) {
      for (const [from, to] of pieces(text, token, styles, width)) {
        if (to === token.end) [start, used] = [from, measure(text, from, to, styles)];
        else yield [from, to];
      }
    } else used += wide;
  }
  yield [start, text.length];
}

type Token = { start: number; end: number /** How many blanks it ends with. */; blank: number };

/** Words with the marks and blanks behind them: between two of these a line may break. */
function* tokens(text: string): Generator<Token> {
  let start = 0;
  let blank = 0;
  let before = "";
  for (const { segment, index, isWordLike } of words.segment(text)) {
    const isBlank = segment.trim() === "";
    const mayBreak = blank > 0 || (isWordLike === true && IDEOGRAPHS.test(segment) && IDEOGRAPHS.test(before));
    if (!isBlank && mayBreak && index > start) {
      yield { start, end: index, blank };
      [start, blank] = [index, 0];
    }
    blank = isBlank ? blank + segment.length : 0;
    before = segment;
  }
  if (start < text.length) yield { start, end: text.length, blank };
}

const IDEOGRAPHS = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

/** A word that is longer than a line, in pieces that are not. */
function* pieces(text: string, token: Token, styles: readonly Style[], width: number): Generator<[number, number]> {
  let from = token.start;
  let at = token.start;
  for (const { segment } of graphemes.segment(text.slice(token.start, token.end))) {
    const next = at + segment.length;
    if (at > from && measure(text, from, next, styles) > width) {
      yield [from, at];
      from = at;
    }
    at = next;
  }
  yield [from, token.end];
}

function measure(text: string, start: number, end: number, styles: readonly Style[]): number {
  let width = 0;
  let from = start;
  for (let unit = start + 1; unit <= end; unit++) {
    if (unit < end && styles[unit]?.face === styles[from]?.face) continue;
    width += widthOf(text.slice(from, unit), styles[from]?.face ?? "regular");
    from = unit;
  }
  return width;
}
