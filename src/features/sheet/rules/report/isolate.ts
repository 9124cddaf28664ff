const RIGHT_TO_LEFT =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u;
const CONTROLS = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;
const FIRST_STRONG_ISOLATE = "\u2068";
const POP_ISOLATE = "\u2069";
const POP_EMBEDDING = "\u202c";

/** What ends it, for a character that turns text round until it is ended. */
const END: Record<string, string> = {
  "\u202a": POP_EMBEDDING,
  "\u202b": POP_EMBEDDING,
  "\u202d": POP_EMBEDDING,
  "\u202e": POP_EMBEDDING,
  "\u2066": POP_ISOLATE,
  "\u2067": POP_ISOLATE,
  "\u2068": POP_ISOLATE,
};

export const hasRightToLeft = (text: string): boolean => RIGHT_TO_LEFT.test(text);

/** By its first letter, as `dir="auto"` does. */
export const isRightToLeft = (text: string): boolean => {
  const first = /\p{L}/u.exec(text)?.[0];
  return first !== undefined && RIGHT_TO_LEFT.test(first);
};

/**
 * One line of somebody's words with everything closed that it opens. A stray end, which would end something of ours, is
 * left out: it means nothing.
 */
export function closed(text: string): string {
  if (!CONTROLS.test(text)) return text;
  const open: string[] = [];
  let inner = "";
  for (const character of text) {
    const end = END[character];
    if (end !== undefined) open.push(end);
    else if (character === POP_ISOLATE || character === POP_EMBEDDING) {
      if (open.at(-1) !== character) continue;
      open.pop();
    }
    inner += character;
  }
  return inner + open.reverse().join("");
}

/** The same, such that its direction turns nothing round but itself: isolated where it has any. */
export function isolated(text: string): string {
  if (!RIGHT_TO_LEFT.test(text) && !CONTROLS.test(text)) return text;
  return FIRST_STRONG_ISOLATE + closed(text) + POP_ISOLATE;
}
