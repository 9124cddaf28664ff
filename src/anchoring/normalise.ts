/**
 * Text reduced to what matters for finding it again: case, accents, vowel marks, letter variants, digits, quotation
 * marks, dashes and spaces no longer differ. For search, outlet names and for *pointing at* where a quote may stand;
 * never for deciding that two quotes are the same words (keys of "10²" and "102" are equal).
 */
export function matchingKey(text: string): string {
  return normaliseWithMap(text).key;
}

/** A key whose every UTF-16 unit knows which stretch `[starts[i], ends[i])` of the original it came from. */
export type NormalisedText = { key: string; starts: Uint32Array; ends: Uint32Array };

/** `matchingKey` with the way back to the original offsets. */
export function normaliseWithMap(text: string): NormalisedText {
  const key = keyWriter(text.length);
  const known = new Map<string, string>();
  for (let at = 0; at < text.length; ) {
    const code = text.charCodeAt(at);
    // Nearly all of most texts: a plain letter with no mark after it.
    if (code < 0x80 && !(text.charCodeAt(at + 1) >= 0xad)) {
      key.write(PLAIN[code] ?? "", at, at + 1);
      at += 1;
      continue;
    }
    CLUSTER.lastIndex = at;
    const cluster = CLUSTER.exec(text)?.[0] ?? text.charAt(at);
    let folded = known.get(cluster);
    if (folded === undefined) {
      folded = foldCluster(cluster);
      known.set(cluster, folded);
    }
    key.write(folded, at, at + cluster.length);
    at += cluster.length;
  }
  return key.finish();
}

/** Puts a key together: one space for any stretch of them, none at the ends. */
function keyWriter(expectedLength: number) {
  let units = new Uint16Array(expectedLength + 16);
  let starts = new Uint32Array(units.length);
  let ends = new Uint32Array(units.length);
  let length = 0;
  let spaceAt = -1;
  let spaceEnd = -1;
  const push = (unit: number, start: number, end: number) => {
    if (length === units.length) {
      units = grown(units, new Uint16Array(2 * length));
      starts = grown(starts, new Uint32Array(2 * length));
      ends = grown(ends, new Uint32Array(2 * length));
    }
    units[length] = unit;
    starts[length] = start;
    ends[length] = end;
    length += 1;
  };
  return {
    write(folded: string, start: number, end: number): void {
      for (let i = 0; i < folded.length; i++) {
        const unit = folded.charCodeAt(i);
        if (unit === SPACE) {
          if (spaceAt < 0) spaceAt = start;
          spaceEnd = end;
          continue;
        }
        if (spaceAt >= 0 && length > 0) push(SPACE, spaceAt, spaceEnd);
        spaceAt = -1;
        push(unit, start, end);
      }
    },
    finish: (): NormalisedText => ({
      key: stringOf(units.subarray(0, length)),
      starts: starts.subarray(0, length),
      ends: ends.subarray(0, length),
    }),
  };
}

const SPACE = 0x20;

function grown<A extends Uint16Array | Uint32Array>(from: A, to: A): A {
  to.set(from);
  return to;
}

function stringOf(units: Uint16Array): string {
  const parts: string[] = [];
  for (let at = 0; at < units.length; at += 8_192) parts.push(String.fromCharCode(...units.subarray(at, at + 8_192)));
  return parts.join("");
}

/** The stretch of the original that the stretch `[from, to)` of the key came from. */
export function originalRange(map: NormalisedText, from: number, to: number): { start: number; end: number } {
  const start = map.starts[from];
  const end = map.ends[to - 1];
  if (start === undefined || end === undefined || to <= from) throw new RangeError("Not a stretch of the key");
  return { start, end };
}

// A character with its marks, or a Hangul syllable in parts. At most 30 marks: sorting thousands of them is quadratic.
const CLUSTER = /[\u1100-\u11FF]{1,30}|\P{M}(?:\p{Cf}{0,4}\p{M}){0,30}|\p{M}{1,30}/uy;

const HARAKAT = "\u0610-\u061A\u0640\u064B-\u065F\u0670\u06D6-\u06DC\u06DF-\u06E8\u06EA-\u06ED\u08D3-\u08FF";
const NIQQUD = "\u0591-\u05BD\u05BF\u05C1\u05C2\u05C4\u05C5\u05C7";
const INVISIBLE = "\\p{Cf}\u115F\u1160\uFE00-\uFE0F\u{E0100}-\u{E01EF}";
const DROPPED = new RegExp(`[${HARAKAT}${NIQQUD}${INVISIBLE}]`, "gu");
const ACCENTS = /[\u0300-\u036F\u1AB0-\u1AFF\u1DC0-\u1DFF\u20D0-\u20F0\uFE20-\uFE2F]/g;
// In Cyrillic the breve of й and the dots of ї make another letter; those of ё are left out by most writers.
const CYRILLIC_ACCENTS = /[\u0300-\u0305\u0307\u0309-\u036F]|(?<=е)\u0308/g;

/** The ASCII characters folded. */
const PLAIN = Array.from({ length: 0x80 }, (_, code) => {
  if (code <= 0x20 || code === 0x7f) return " ";
  return code === 0x60 ? "'" : String.fromCharCode(code).toLowerCase();
});

function foldCluster(cluster: string): string {
  if (cluster.length === 1) {
    const code = cluster.charCodeAt(0);
    if (code < 0x80) return PLAIN[code] ?? "";
    if (code >= 0xd800 && code <= 0xdfff) return "\uFFFD";
  }
  if (/^[\s\p{Zs}\p{Cc}]/u.test(cluster)) return " ";
  const known = LETTERS.get(cluster);
  if (known !== undefined) return known;
  const decomposed = cluster.normalize("NFKD");
  // Spacing accents ("¨") decompose to a space with a mark on it, but part no words.
  if (decomposed.startsWith(" ")) return "";
  const plain = decomposed.toLowerCase().replace(DROPPED, "");
  const accents = /\p{Script=Cyrillic}/u.test(plain) ? CYRILLIC_ACCENTS : ACCENTS;
  let folded = "";
  for (const letter of plain.replace(accents, "")) folded += LETTERS.get(letter) ?? letter;
  return folded.normalize("NFC").replace(/[\s\p{Cc}]/gu, " ");
}

/** Pairs of "these characters" → "this one", after decomposition and lower case. */
const LETTERS = new Map<string, string>(
  (
    [
      ["ٱٲٳٵ", "ا"],
      ["ىیےۍېؽ", "ي"],
      ["ةەہۂۃھۀ", "ه"],
      ["ک", "ك"],
      ["ٶۆۇۈۋ", "و"],
      ["،٬", ","],
      ["٫", "."],
      ["؛", ";"],
      ["؟", "?"],
      ["٪", "%"],
      ["‘’‚‛ʼʻʹʾʿˈ`´′‵‹›׳＇", "'"],
      ["“”„‟«»″‶״＂〃", '"'],
      ["‐‑‒–—―−﹘﹣－־⁃", "-"],
      ["⁄∕", "/"],
      ["ς", "σ"],
      ["ß", "ss"],
      ["æ", "ae"],
      ["œ", "oe"],
      ["øɵ", "o"],
      ["łƚ", "l"],
      ["đðɖ", "d"],
      ["þ", "th"],
      ["ħ", "h"],
      ["ŧ", "t"],
      ["ıɨ", "i"],
      ["ŋ", "n"],
      ["ə", "e"],
    ] satisfies [string, string][]
  ).flatMap(([from, to]) => [...from].map((letter): [string, string] => [letter, to])),
);
for (const zero of ["٠", "۰"]) {
  for (let digit = 0; digit <= 9; digit++) {
    LETTERS.set(String.fromCharCode(zero.charCodeAt(0) + digit), String(digit));
  }
}
