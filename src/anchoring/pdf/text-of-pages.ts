import { assemble, type CanonicalText, cleanCharacters, type Piece } from "../canonical-text";
import { areasOf } from "./columns";
import { linesOf } from "./lines";
import { isTurnedRound, turnedBack } from "./logical-order";
import { around, type Line, type Page } from "./page";
import { joinLines, piecesOf, type Setting, settingOf } from "./paragraphs";
import { runningHeads } from "./running-heads";

/**
 * The text of a PDF's pages. What a PDF holds are letters at places: which of them make a line, a column, a paragraph, and
 * which stand on every page, is told from where they stand. Never throws; takes time linear in the number of items.
 */
export function textOfPages(pages: readonly Page[]): CanonicalText {
  const upright = isTurnedRound(pages) ? turnedBack(pages) : pages;
  const areas = upright.map(({ items }) => areasOf(items, isRtl(items.map(([text]) => text).join(""))).map(linesOf));
  const heads = runningHeads(
    upright,
    areas.map((own) => own.flat()),
  );
  const body = areas.map((own) => own.map((lines) => lines.filter((line) => !heads.has(line))).filter(isFilled));
  const setting = settingOf(body.flat());
  const pieces = body.map((own) => own.flatMap((lines) => piecesOf(lines, setting)));
  return assemble(acrossPages(pieces, body, setting).map((piece) => ({ ...piece, text: cleanCharacters(piece.text) })));
}

const isFilled = (lines: readonly Line[]) => lines.length > 0;

function isRtl(text: string): boolean {
  const rtl = text.match(/[\p{Script=Arabic}\p{Script=Hebrew}]/gu)?.length ?? 0;
  return rtl > (text.match(/\p{Script=Latin}/gu)?.length ?? 0);
}

/** A paragraph that the end of a page or column cuts is one: it neither ended there nor begins anew here. */
function acrossPages(pages: readonly Piece[][], lines: readonly Line[][][], setting: Setting): Piece[] {
  const joined: Piece[] = [];
  for (const [page, pieces] of pages.entries()) {
    for (const [index, piece] of pieces.entries()) {
      const last = joined.at(-1);
      if (index === 0 && page > 0 && last && goesOn(last, piece, lines[page]?.[0] ?? []))
        joined[joined.length - 1] = { ...last, text: joinLines([last.text, piece.text], setting.words) };
      else joined.push(piece);
    }
  }
  return joined;
}

function goesOn(last: Piece, next: Piece, lines: readonly Line[]): boolean {
  if (next.kind !== "paragraph" || (last.kind !== "paragraph" && last.kind !== "list-item")) return false;
  if (/[.!?…؟۔。:»”"]$/u.test(last.text)) return false;
  // al-/Khazali: what ends within a word goes on, however it begins.
  if (/\p{L}[-‐]$/u.test(last.text) || /^\p{Ll}/u.test(next.text)) return true;
  const [first] = lines;
  const { left, right } = around(lines);
  const indent = first ? (first.rtl ? right - first.right : first.left - left) : 0;
  return /^[\p{Script=Arabic}\p{Script=Hebrew}\p{N}(“"«]/u.test(next.text) && indent < 0.8 * (first?.size ?? 0);
}
