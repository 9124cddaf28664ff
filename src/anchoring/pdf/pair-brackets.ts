const PAIRS = ["()", "[]", "{}", "«»", "‹›"] as const;

/**
 * In text from right to left a bracket is drawn as its mirror image, and many PDFs say which was drawn: there the first of a
 * kind closes and the last opens. Then all of that kind are turned round, else none: a list's "1)" closes nothing.
 */
export function pairBrackets(text: string): string {
  let paired = text;
  for (const [open = "", close = ""] of PAIRS) {
    const own = [...text].filter((letter) => letter === open || letter === close);
    if (own[0] !== close || own.at(-1) !== open) continue;
    paired = [...paired].map((letter) => (letter === open ? close : letter === close ? open : letter)).join("");
  }
  return paired;
}
