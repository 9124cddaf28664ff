import type { Camp } from "../schema";

const LONGEST = 90;

/** What the first claims of two camps ask by themselves, for where nobody has put it into words: "A, or B?" */
export function proposedQuestion(camps: Pick<Camp, "claims">[]): string {
  const sides = camps.flatMap(({ claims }) => (claims[0] ? [inShort(claims[0].statement)] : []));
  const more = sides.length > 2 ? ", or something else" : "";
  return `${sides.slice(0, 2).join(" — or: ")}${more}?`;
}

/** Without the full stop, cut at a word. */
function inShort(statement: string): string {
  const words = statement.trim().replace(/[.!?؟。]+$/u, "");
  if (words.length <= LONGEST) return words;
  const cut = words.slice(0, LONGEST);
  return `${cut.slice(0, cut.lastIndexOf(" ") > 40 ? cut.lastIndexOf(" ") : LONGEST)}…`;
}
