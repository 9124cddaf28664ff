/*
 * How wide a text will be, near enough to leave room for it: a picture is laid out where no font can be asked. Widths
 * are those of IBM Plex Sans Arabic, in parts of the type size, rounded up.
 */

const WIDTHS: [RegExp, number][] = [
  [/[\p{M}\u200b-\u200f\u2060-\u206f]/u, 0],
  [/[ijlI.,:;'|!()[\]]/, 0.32],
  [/[ftr\s-]/, 0.4],
  [/[mwMW@%]/, 0.9],
  [/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Extended_Pictographic}]/u, 1.05],
  [/\p{Script=Arabic}/u, 0.58],
  [/\p{Lu}/u, 0.68],
];
const OTHER = 0.58;

const widthOf = (character: string) => WIDTHS.find(([pattern]) => pattern.test(character))?.[1] ?? OTHER;

/** The width of a line of text in pixels, rather too much than too little. */
export function textWidth(text: string, size: number): number {
  let width = 0;
  for (const character of text) width += widthOf(character);
  return width * size;
}

/** The text, cut so that it fits with an ellipsis at its end. */
export function cutToWidth(text: string, width: number, size: number): string {
  // No line of a picture is as long: what follows would be measured for nothing.
  const line = text.slice(0, 2000);
  if (line === text && textWidth(line, size) <= width) return line;
  const room = width - textWidth("…", size);
  let used = 0;
  let kept = "";
  for (const { segment } of new Intl.Segmenter("en", { granularity: "grapheme" }).segment(line)) {
    used += textWidth(segment, size);
    if (used > room) break;
    kept += segment;
  }
  return `${kept.trimEnd()}…`;
}
