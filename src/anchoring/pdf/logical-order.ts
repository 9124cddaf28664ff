import type { Item, Page } from "./page";

const WORD = /\p{Script=Arabic}{4,}/gu;
/** Figures alone decide: a text has the article at the beginning of its words many times as often as reversed at their end. */
const LEAST_SEEN = 8;
const SURE = 3;

/**
 * Some producers keep the letters of a right-to-left line as they are read, most as they stand on paper, and the reader of
 * PDFs turns all of them round. Whether that was wrong shows in the Arabic article, which begins words and ends none.
 */
export function isTurnedRound(pages: readonly Page[]): boolean {
  let right = 0;
  let reversed = 0;
  for (const { items } of pages) {
    for (const [text] of items) {
      for (const [word] of text.normalize("NFKC").matchAll(WORD)) {
        if (/^[وبفك]?(?:ال|لل)/.test(word)) right += 1;
        if (/لا[وبفك]?$/.test(word)) reversed += 1;
      }
    }
  }
  return reversed >= LEAST_SEEN && reversed > SURE * right;
}

const segments = new Intl.Segmenter("ar", { granularity: "grapheme" });

/** The letters of right-to-left stretches the other way round; figures within them keep their order. */
export function turnedBack(pages: readonly Page[]): Page[] {
  return pages.map((page) => ({ ...page, items: page.items.map(turnItem) }));
}

function turnItem(item: Item): Item {
  const [text, x, y, width, size, rtl] = item;
  if (!/\p{Script=Arabic}/u.test(text)) return item;
  const letters = [...segments.segment(text)]
    .map(({ segment }) => segment)
    .toReversed()
    .join("");
  return [
    letters.replace(/\p{N}[\p{N}.,٫٬/:-]*/gu, (figure) => [...figure].toReversed().join("")),
    x,
    y,
    width,
    size,
    rtl,
  ];
}
