/*
 * Whoever may name something (themselves, a team, a case) may put their words into a mail that this installation sends
 * and its reader trusts. So such words stand in quotation marks that they cannot close, on one line, cut, and broken
 * where a mail reader would make a link of them: a space is seen, an invisible character is not minded by every reader.
 */

const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

/** Everything that Unicode does not show, but the two joiners that Persian and Indic words are written with. */
const UNSEEN = /(?![\u200c\u200d])\p{Cf}/gu;

/** A full stop before anything but a space: not between two digits, unless that may be an address of numbers. */
const STOP = /(?<!\d)\.(?=\S)|\.(?=[^\s\d])|(?<=\.\d+)\.(?=\d)/gu;
/** What other scripts have for full stops, colons and at signs. */
const LIKE_THEM = /[@\u2024\u3002\uff0e\uff1a\uff20\uff61\ufe52\ufe55\ufe6b](?=\S)/gu;
const COLON = /(?<!\d):(?=\S)|:(?=[^\s\d])/gu;

/** What a person wrote, to stand in a mail. */
export function quoted(words: string, max = 80): string {
  const line = words
    .toWellFormed()
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ")
    .replace(UNSEEN, "")
    .replace(/["“”„‟«»]/g, "'")
    .replace(STOP, ". ")
    .replace(COLON, ": ")
    .replace(LIKE_THEM, "$& ")
    .replace(/\s+/gu, " ")
    .trim();
  const letters = [...line];
  const cut = letters.length > max ? `${letters.slice(0, max - 1).join("")}…` : line;
  return RIGHT_TO_LEFT.test(cut) ? `“\u2068${cut}\u2069”` : `“${cut}”`;
}
