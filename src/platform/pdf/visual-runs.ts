import bidiFactory from "bidi-js";

const bidi = bidiFactory();

/** Characters that say which way text runs, and have no looks of their own. */
const CONTROLS = /[\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;
const RIGHT_TO_LEFT =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u;

/** A stretch of a line that is set in one go, from the left to the right. */
export type VisualRun<Style> = { text: string; style: Style };

/** The level of each UTF-16 unit by the Unicode bidirectional algorithm (UAX 9): even runs from the left, odd from the right. */
export function levelsOf(text: string, direction: "ltr" | "rtl" | "auto"): { levels: Uint8Array; fromRight: boolean } {
  const { levels, paragraphs } = bidi.getEmbeddingLevels(text, direction);
  return { levels, fromRight: ((paragraphs[0]?.level ?? 0) & 1) === 1 };
}

/**
 * A line in the order in which it is seen. `styleAt` gives what a unit is set in; a change of it parts a run. What is
 * handed on is in reading order inside each run, as a shaping engine wants letters that join; marks that have a mirror
 * image are turned, and what is no such letter is reversed here.
 */
export function visualRuns<Style>(
  text: string,
  levels: Uint8Array,
  styleAt: (unit: number) => Style,
): VisualRun<Style>[] {
  const runs = partsOf(text, levels, styleAt);
  const highest = Math.max(0, ...runs.map(({ level }) => level));
  // Rule L2: from the highest level down to the lowest odd one, whatever is at that level or above is turned round.
  for (let level = highest; level > 0; level--) turn(runs, level);
  return runs.flatMap(({ text, style, level }) => {
    const seen = (level & 1 ? turned(text) : text).replace(CONTROLS, "");
    return seen === "" ? [] : [{ text: seen, style }];
  });
}

type Part<Style> = { text: string; style: Style; level: number };

function partsOf<Style>(text: string, levels: Uint8Array, styleAt: (unit: number) => Style): Part<Style>[] {
  const parts: Part<Style>[] = [];
  for (let unit = 0; unit < text.length; unit++) {
    const [level, style] = [levels[unit] ?? 0, styleAt(unit)];
    const last = parts.at(-1);
    if (last && last.level === level && last.style === style) last.text += text[unit];
    else parts.push({ text: text[unit] ?? "", style, level });
  }
  return parts;
}

function turn<Style>(parts: Part<Style>[], level: number): void {
  for (let start = 0; start < parts.length; start++) {
    if ((parts[start]?.level ?? 0) < level) continue;
    let end = start;
    while ((parts[end + 1]?.level ?? -1) >= level) end += 1;
    parts.splice(start, end - start + 1, ...parts.slice(start, end + 1).reverse());
    start = end;
  }
}

/** A run from the right: the shaping engine turns letters of such a script itself, but neither mirrors nor turns others. */
function turned(text: string): string {
  const mirrored = [...text].map((character) => bidi.getMirroredCharacter(character) ?? character);
  return RIGHT_TO_LEFT.test(text) ? mirrored.join("") : mirrored.reverse().join("");
}
