import { matchingKey } from "@/anchoring/normalise";

/** A number with its separators, that is no part of a date, a time, a word or an address. */
const NUMBER = /(?<![\p{L}\p{N}./:_+-])\d+(?:[.,]\d+)*(?![\p{L}\p{N}/:_-])/gu;
const GROUPED = /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/;
/** From here on two texts do not have a figure in common by chance. */
const TELLING_DIGITS = 3;
const MOST = 200;

/** The figures of a text that are too particular to be shared by chance, in either script's digits, at most 200. */
export function rareFigures(text: string): string[] {
  const found = new Set<string>();
  for (const [raw] of matchingKey(text).matchAll(NUMBER)) {
    const figure = GROUPED.test(raw) ? raw.replaceAll(",", "") : raw;
    if (isTelling(figure) && !(isYear(figure) && figure === raw)) found.add(figure);
    if (found.size === MOST) break;
  }
  return [...found].sort();
}

/** Zeros at either end say how large it is, not which. */
const isTelling = (figure: string) =>
  figure.replace(/[.,]/g, "").replace(/^0+|0+$/g, "").length >= TELLING_DIGITS && figure.length <= 20;

const isYear = (figure: string) => /^(?:1[5-9]|20)\d\d$/.test(figure);
