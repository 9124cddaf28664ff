import { matchingKey } from "@/anchoring/normalise";

/** Words that join sentences and tell no two claims apart; letters as `matchingKey` leaves them. */
const JOINING = new Set(
  `that this with from they them their have been were will would said says after before about against which while when
   into more most other than over under also only some such between during where there these those according reported
   claim claimed told على الى التي الذي هذا هذه بين كان كانت بعد قبل حول عند وقد ايضا ذلك ضد`.split(/\s+/),
);

/** The words most likely to be shared only by claims about the same thing: names, numbers and long words, at most 10. */
export function tellingWords(text: string): string[] {
  const words = matchingKey(text)
    .split(/[^\p{L}\p{N}-]+/u)
    .filter((word) => !JOINING.has(word) && (word.length > 3 || /\d{2}/.test(word)));
  return [...new Set(words)].sort((a, b) => b.length - a.length).slice(0, 10);
}
