const PAIRS = ["()", "[]", "{}", "«»", "‹›"] as const;

/**
 * In text from right to left a bracket is drawn as its mirror image, and many PDFs say which was drawn: there a closing one
 * stands before what it should open. Such pairs are turned round; all others stay.
 */
export function pairBrackets(text: string): string {
  const letters = [...text];
  for (const pair of PAIRS) {
    const [open, close] = [pair[0] ?? "", pair[1] ?? ""];
    const opened: number[] = [];
    let closedFirst: number | null = null;
    for (const [at, letter] of letters.entries()) {
      if (letter === close && opened.length === 0 && closedFirst === null) closedFirst = at;
      else if (letter === close) opened.pop();
      else if (letter === open && closedFirst !== null) {
        letters[closedFirst] = open;
        letters[at] = close;
        closedFirst = null;
      } else if (letter === open) opened.push(at);
    }
  }
  return letters.join("");
}
