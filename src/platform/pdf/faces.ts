import { createRequire } from "node:module";
import path from "node:path";
import type { Font } from "fontkit";
import { openSync } from "fontkit";

export type Face = "regular" | "bold" | "arabic" | "arabic-bold";

const FILES: Record<Face, [name: string, file: string]> = {
  regular: ["@expo-google-fonts/ibm-plex-sans", "400Regular/IBMPlexSans_400Regular.ttf"],
  bold: ["@expo-google-fonts/ibm-plex-sans", "600SemiBold/IBMPlexSans_600SemiBold.ttf"],
  arabic: ["@expo-google-fonts/ibm-plex-sans-arabic", "400Regular/IBMPlexSansArabic_400Regular.ttf"],
  "arabic-bold": ["@expo-google-fonts/ibm-plex-sans-arabic", "600SemiBold/IBMPlexSansArabic_600SemiBold.ttf"],
};

export const FACES = Object.keys(FILES) as Face[];

/** Where a face lies: found from the project's folder, for a bundle holds no fonts, and its own place says nothing. */
export function fileOf(face: Face): string {
  const require = createRequire(path.join(process.cwd(), "package.json"));
  const [name, file] = FILES[face];
  return path.join(path.dirname(require.resolve(`${name}/package.json`)), file);
}

const fonts = new Map<Face, Font>();

/** The face as the shaping engine reads it, for what it has letters for and how wide they are. */
export function fontOf(face: Face): Font {
  const known = fonts.get(face);
  if (known) return known;
  const font = openSync(fileOf(face)) as Font;
  fonts.set(face, font);
  return font;
}

const ARABIC = /[\p{Script=Arabic}]/u;
/** Blanks and marks of direction are never set. */
const INVISIBLE = /[\s\p{Cf}]/u;

/** The face that a character is set in. One that none of them has is set as an empty box. */
export function faceOf(character: string, strong: boolean): { face: Face; missing: boolean } {
  const wanted: Face[] = strong ? ["bold", "arabic-bold"] : ["regular", "arabic"];
  const faces = ARABIC.test(character) ? wanted.toReversed() : wanted;
  const codePoint = character.codePointAt(0) ?? 0;
  const found = faces.find((face) => hasLetter(face, codePoint));
  return { face: found ?? faces[0] ?? "regular", missing: found === undefined && !INVISIBLE.test(character) };
}

const LETTERS = new Map<number, boolean>();

function hasLetter(face: Face, codePoint: number): boolean {
  const key = codePoint * FACES.length + FACES.indexOf(face);
  const known = LETTERS.get(key);
  if (known !== undefined) return known;
  const has = fontOf(face).hasGlyphForCodePoint(codePoint);
  LETTERS.set(key, has);
  return has;
}

const WIDTHS = new Map<string, number>();
const MOST_WIDTHS = 100_000;

/** How wide a stretch is when set, in ems. Letters that do not join are set word by word, so that each word is known. */
export function widthOf(text: string, face: Face): number {
  if (joins(text)) return wordWidth(text, face);
  let width = 0;
  for (const word of text.split(BEHIND_BLANK)) width += wordWidth(word, face);
  return width;
}

/** Whether it has to be set as a whole: letters of its script take their form from those beside them. */
export const joins = (text: string): boolean => ARABIC.test(text);

const BEHIND_BLANK = /(?<= )/;

function wordWidth(text: string, face: Face): number {
  const key = `${face} ${text}`;
  const known = WIDTHS.get(key);
  if (known !== undefined) return known;
  const font = fontOf(face);
  const width = font.layout(text).advanceWidth / font.unitsPerEm;
  if (WIDTHS.size >= MOST_WIDTHS) WIDTHS.clear();
  WIDTHS.set(key, width);
  return width;
}
