const RIGHT_TO_LEFT =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u;
const CONTROLS = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;
const FIRST_STRONG_ISOLATE = "\u2068";
const POP_ISOLATE = "\u2069";

export const isRightToLeft = (text: string): boolean => {
  const first = /\p{L}/u.exec(text)?.[0];
  return first !== undefined && RIGHT_TO_LEFT.test(first);
};

/**
 * One line of somebody's words, such that its direction turns nothing round but itself: isolated where it has any, with
 * what it opens closed inside. A stray end of an isolate, which would end ours, is left out: it means nothing.
 */
export function isolated(text: string): string {
  if (!RIGHT_TO_LEFT.test(text) && !CONTROLS.test(text)) return text;
  let open = 0;
  let inner = "";
  for (const character of text) {
    if (character === POP_ISOLATE && open === 0) continue;
    if (character === POP_ISOLATE) open -= 1;
    else if (/[\u2066-\u2068]/.test(character)) open += 1;
    inner += character;
  }
  return FIRST_STRONG_ISOLATE + inner + POP_ISOLATE.repeat(open + 1);
}
