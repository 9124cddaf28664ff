import { asciiDigits, foldWord, LEXICON, type Lexeme, LONGEST_PHRASE } from "./lexicon";

/** A piece of a date with its place in what was typed. `unknown` is what has no part in dates. */
export type Token = { text: string; start: number; end: number } & (
  | Lexeme
  | { is: "number"; value: number; digits: number; plural: boolean }
  | { is: "calendar"; year: number; month: number; day: number | null }
  | { is: "unclear"; message: string }
  | { is: "unknown" }
);

const RAW = new RegExp(
  [
    String.raw`\d{4}-\d{2}-\d{2}(?![\d-])`,
    String.raw`\d{4}([/.])\d{1,2}\1\d{1,2}(?!\d)`,
    String.raw`\d{4}-(?:0[1-9]|1[0-2])(?![\d-])`,
    String.raw`\d{1,2}([./-])\d{1,2}\2\d{2,4}(?!\d)`,
    String.raw`\d+(?:st|nd|rd|th|['’]?s)?(?![\p{L}\d])`,
    String.raw`\d+`,
    String.raw`\p{L}[\p{L}\p{M}]*(?:['’]\p{L}+)?`,
    String.raw`\S`,
  ].join("|"),
  "gu",
);

type Raw = { text: string; start: number; end: number };

export function tokenise(typed: string): Token[] {
  const text = asciiDigits(typed)
    .replace(/[–—−‑‒]/g, "-")
    .replace(/،/g, ",")
    .replace(/؟/g, "?");
  const raws = [...text.matchAll(RAW)].flatMap(({ 0: raw, index }) =>
    splitConjunction(foldWord(raw), index, raw.length),
  );
  const tokens: Token[] = [];
  for (let at = 0; at < raws.length; ) {
    const { token, length } = readAt(raws, at);
    tokens.push(token);
    at += length;
  }
  return tokens;
}

/** Arabic writes "and" as a letter before the word it joins. */
function splitConjunction(text: string, start: number, length: number): Raw[] {
  const whole = { text, start, end: start + length };
  if (!text.startsWith("و") || text === "و" || LEXICON.has(text)) return [whole];
  const rest = text.slice(1);
  const known = LEXICON.has(rest) || [...LEXICON.keys()].some((phrase) => phrase.startsWith(`${rest} `));
  if (!known) return [whole];
  return [
    { text: "و", start, end: start + 1 },
    { text: rest, start: start + 1, end: start + length },
  ];
}

function readAt(raws: readonly Raw[], at: number): { token: Token; length: number } {
  for (let length = Math.min(LONGEST_PHRASE, raws.length - at); length >= 1; length -= 1) {
    const phrase = raws.slice(at, at + length);
    const text = phrase.map((raw) => raw.text).join(" ");
    const lexeme = LEXICON.get(text);
    const first = phrase[0];
    const last = phrase.at(-1);
    if (lexeme && first && last) return { token: { text, start: first.start, end: last.end, ...lexeme }, length };
  }
  const raw = raws[at] ?? { text: "", start: 0, end: 0 };
  return { token: { ...raw, ...readNumber(raw.text) }, length: 1 };
}

function readNumber(text: string) {
  const calendar = /^(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?$/.exec(text);
  if (calendar) {
    const [, year, month, day] = calendar;
    return { is: "calendar", year: Number(year), month: Number(month), day: day ? Number(day) : null } as const;
  }
  const written = /^(\d{1,2})([./-])(\d{1,2})[./-](\d{2,4})$/.exec(text);
  if (written) return readWritten(text, Number(written[1]), Number(written[3]), written[4] ?? "", written[2] === ".");
  const compact = /^((?:19|20)\d\d)(\d\d)(\d\d)$/.exec(text);
  if (compact) {
    const [, year, month, day] = compact;
    return { is: "calendar", year: Number(year), month: Number(month), day: Number(day) } as const;
  }
  const number = /^(\d+)(st|nd|rd|th|'?s)?$/.exec(text);
  if (!number) return { is: "unknown" } as const;
  const [, digits = "", suffix = ""] = number;
  return { is: "number", value: Number(digits), digits: digits.length, plural: suffix.endsWith("s") } as const;
}

/** `25/10/2024` and `10/25/2024` say which is the day; `10/11/2024` does not. With dots the day always comes first. */
function readWritten(text: string, first: number, second: number, year: string, dotted: boolean) {
  if (year.length !== 4)
    return { is: "unclear", message: `has a year of two digits: write ${text} with all four` } as const;
  const dayFirst = dotted || first > 12 || first === second;
  if (!dayFirst && second <= 12) {
    return {
      is: "unclear",
      message: `${text} may begin with the day or with the month: write the month as a word`,
    } as const;
  }
  const [day, month] = dayFirst ? [first, second] : [second, first];
  return { is: "calendar", year: Number(year), month, day } as const;
}
