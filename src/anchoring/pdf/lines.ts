import { around, boxOf, type Item, type Line } from "./page";

const RTL = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u;
const LTR = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Han}]/u;
/** Letters as shapes, and ligatures, which stand for the letters they show. */
const SHAPES = /[\uFB00-\uFB4F\uFB50-\uFDCF\uFDF0-\uFDFF\uFE70-\uFEFC]+/g;

/** White between two stretches, in letters' heights, from which on they are two words. */
const WORD_GAP = 0.17;

/** The lines of an area from top to bottom, each in reading order. */
export function linesOf(items: readonly Item[]): Line[] {
  const rows: Item[][] = [];
  for (const item of items.toSorted((a, b) => b[2] - a[2])) {
    const last = rows.at(-1);
    const base = last?.[0];
    // Marks set higher or lower than their line (footnotes, exponents) belong to it.
    if (last && base && base[2] - item[2] < 0.5 * Math.max(Math.min(base[4], item[4]), 4)) last.push(item);
    else rows.push([item]);
  }
  return rows.map(lineOf).filter(({ text }) => text !== "");
}

function lineOf(items: Item[]): Line {
  const letters = items.map(([text]) => text).join("");
  const rtl = count(letters, RTL) > count(letters, LTR);
  const filled = items.filter(([text]) => text.trim() !== "");
  const stretches = items.map(stretchOf);
  return {
    ...around((filled.length > 0 ? filled : items).map(boxOf)),
    text: rtl ? joined(rightToLeft(stretches), gapToLeft) : joined(leftToRight(stretches), gapToRight),
    size: sizeOf(items),
    rtl,
  };
}

const count = (text: string, kind: RegExp) => [...text].filter((letter) => kind.test(letter)).length;

/** Words with the place that they take on their line. */
type Stretch = { text: string; left: number; right: number; size: number };

const stretchOf = ([text, x, , width, size]: Item): Stretch => ({ text, left: x, right: x + width, size });
const leftToRight = (all: readonly Stretch[]) => all.toSorted((a, b) => a.left - b.left);

const isNeutral = ({ text }: Stretch) => !/[\p{L}\p{N}]/u.test(text);
const isBracket = ({ text }: Stretch | undefined = BLANK) => /^[()[\]{}«»‹›<>"“”]$/u.test(text.trim());
const BLANK: Stretch = { text: "", left: 0, right: 0, size: 1 };

/**
 * From right to left, but for words and figures of other scripts, which run on from left to right among them: each run of
 * those becomes one stretch, with the brackets around it.
 */
function rightToLeft(all: readonly Stretch[]): Stretch[] {
  const ordered: Stretch[] = [];
  let run: Stretch[] = [];
  const flush = () => {
    const last = run.findLastIndex((each) => !isNeutral(each));
    const closed = isBracket(run[0]) && isBracket(run[last + 1]) ? last + 1 : last;
    const [own, rest] = [run.slice(0, closed + 1), run.slice(closed + 1)];
    if (own.length > 0) ordered.push(merged(leftToRight(own)));
    ordered.push(...rest);
    run = [];
  };
  for (const each of all.toSorted((a, b) => b.right - a.right)) {
    if (RTL.test(each.text)) {
      flush();
      ordered.push(each);
    } else if (run.length > 0 || !isNeutral(each)) {
      const before = ordered.at(-1);
      if (run.length === 0 && before && isBracket(before) && gapToLeft(before, each) < WORD_GAP * each.size)
        run.push(...ordered.splice(-1));
      run.push(each);
    } else ordered.push(each);
  }
  flush();
  return ordered;
}

const merged = (run: Stretch[]): Stretch => ({
  text: joined(run, gapToRight),
  left: Math.min(...run.map(({ left }) => left)),
  right: Math.max(...run.map(({ right }) => right)),
  size: run[0]?.size ?? 1,
});

const gapToRight = (before: Stretch, next: Stretch) => next.left - before.right;
const gapToLeft = (before: Stretch, next: Stretch) => before.left - next.right;

function joined(stretches: readonly Stretch[], gap: (before: Stretch, next: Stretch) => number): string {
  let text = "";
  let before: Stretch | undefined;
  for (const each of stretches) {
    if (before && gap(before, each) > WORD_GAP * Math.min(before.size, each.size)) text += " ";
    text += each.text;
    if (each.text.trim() !== "" || each.right > each.left) before = each;
  }
  return plainLetters(text).replace(/\s+/g, " ").trim();
}

/** Letters instead of their shapes; every other character stays as it is. */
export const plainLetters = (text: string): string => text.replace(SHAPES, (shapes) => shapes.normalize("NFKC"));

/** The size in which most of it is set. */
function sizeOf(items: readonly Item[]): number {
  const lengths = new Map<number, number>();
  for (const [text, , , , size] of items) lengths.set(size, (lengths.get(size) ?? 0) + text.length);
  return [...lengths].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
}
