/** What Arabic writes together with the word that follows: and, in, like, the. */
const JOINED = ["", "ال", "وال", "فال", "بال", "كال", "لل", "و", "ف"];

/**
 * The query (`tsquery`, its text) for the claims that have a term of `termsOf` as a word or the beginning of one: a stem
 * is the beginning of its words but for what Arabic joins to them. Of a figure its longest run of digits is looked for;
 * the weighing after it compares the whole.
 */
export function wordQuery(term: string): string {
  return beginningsOf(term)
    .map((beginning) => `${quoted(beginning)}:*`)
    .join(" | ");
}

/** With what a word begins that is a form of the term. */
export function beginningsOf(term: string): string[] {
  if (/\p{N}/u.test(term)) {
    const runs = term.match(/\p{N}+/gu) ?? [];
    const longest = runs.toSorted((a, b) => b.length - a.length)[0] ?? term;
    // The day of a date is read as a number below zero.
    return [longest, `-${longest}`];
  }
  return /\p{Script=Arabic}/u.test(term) ? JOINED.map((before) => `${before}${term}`) : [term];
}

const quoted = (lexeme: string) => `'${lexeme.replace(/['\\]/g, "$&$&")}'`;
