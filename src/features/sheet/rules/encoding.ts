import { z } from "zod";

export const Encoding = z.enum(["utf-8", "utf-16le", "utf-16be", "windows-1252", "windows-1256", "windows-1251"]);
export type Encoding = z.infer<typeof Encoding>;

/** How a file's bytes are read; `sure` is false where the bytes fit more than one encoding. */
export type FoundEncoding = { encoding: Encoding; sure: boolean };

/** Bytes that are looked at to tell the encodings of one byte a letter apart. */
const LOOKED_AT = 200_000;

/** Finds the encoding of a text file: by its mark, as UTF-8 if it is valid, else by the letters that its bytes make. */
export function findEncoding(bytes: Uint8Array): FoundEncoding {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return { encoding: "utf-8", sure: true };
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { encoding: "utf-16le", sure: true };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { encoding: "utf-16be", sure: true };
  const wide = findWide(bytes);
  if (wide) return { encoding: wide, sure: true };
  if (isUtf8(bytes)) return { encoding: "utf-8", sure: true };
  return findByLetters(bytes.subarray(0, LOOKED_AT));
}

/** UTF-16 without a mark: every other byte of its separators and Latin letters is nought. */
function findWide(bytes: Uint8Array): Encoding | null {
  const length = Math.min(bytes.length, 4096) & ~1;
  if (length < 8) return null;
  let [even, odd] = [0, 0];
  for (let at = 0; at < length; at += 2) {
    if (bytes[at] === 0) even += 1;
    if (bytes[at + 1] === 0) odd += 1;
  }
  const few = length / 2 / 20;
  if (odd > few && even === 0) return "utf-16le";
  return even > few && odd === 0 ? "utf-16be" : null;
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

const CANDIDATES = [
  { encoding: "windows-1252", letter: /[À-ÖØ-öø-ÿŒœŠšŽžŸß]/, common: /[éèêàâçñáíóúäöüßÄÖÜÉãõåæø]/ },
  { encoding: "windows-1251", letter: /[А-яЁёІіЇїЄєҐґ]/, common: /[оеаинтсрвлкмдпуя]/ },
  { encoding: "windows-1256", letter: /[\u0621-\u0652پچگژڤ]/, common: /[اليمنوترهبدعسةأ]/ },
] as const satisfies readonly { encoding: Encoding; letter: RegExp; common: RegExp }[];

/**
 * Western text has single accented letters between plain ones, Russian and Arabic have words of nothing else: how many of
 * the high bytes are letters that the language uses much, standing as its words stand.
 */
function findByLetters(bytes: Uint8Array): FoundEncoding {
  const runs = runsOfHigh(bytes);
  const scored = CANDIDATES.map(({ encoding, letter, common }) => {
    const text = new TextDecoder(encoding).decode(bytes);
    let [high, letters, often] = [0, 0, 0];
    for (const char of text) {
      if (char.charCodeAt(0) < 0x80) continue;
      high += 1;
      if (letter.test(char)) letters += 1;
      if (common.test(char)) often += 1;
    }
    const stands = encoding === "windows-1252" ? (runs < 2.2 ? 1 : 0.35) : runs >= 2.2 ? 1 : 0.35;
    return { encoding, score: high === 0 ? 0 : ((letters + 2 * often) / (3 * high)) * stands };
  }).sort((a, b) => b.score - a.score);
  const [best, second] = scored;
  if (!best) return { encoding: "windows-1252", sure: false };
  return { encoding: best.encoding, sure: best.score >= 0.5 && best.score > 1.25 * (second?.score ?? 0) };
}

/** The mean length of stretches of bytes above ASCII. */
function runsOfHigh(bytes: Uint8Array): number {
  let [runs, high] = [0, 0];
  let before = false;
  for (const byte of bytes) {
    const is = byte >= 0x80;
    if (is) high += 1;
    if (is && !before) runs += 1;
    before = is;
  }
  return runs === 0 ? 0 : high / runs;
}
