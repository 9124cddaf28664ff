/*
 * A report as data: what it says, before anything says how it looks. Markdown, DOCX and PDF are written from the same
 * blocks, one after the other, so that none of them holds a whole case.
 */

/** A run of text with what it is. */
export type Span = {
  text: string;
  /** Words of people and articles: of any script and direction, and never markup. */
  said?: true;
  strong?: true;
  /** Where it leads: an http or https address. */
  url?: string;
};
export type Line = readonly Span[];

export type Fact = { term: string; value: Line };

/** One claim with its citation, its quote and all that a footnote holds. */
export type ClaimEntry = {
  /** `C-12`. */
  label: string;
  statement: string;
  /** What sets it apart, in a word or two: "retracted". */
  marks: string[];
  quote: { exact: string; state: string } | null;
  /** The number of its source. */
  source: number | null;
  notes: Fact[];
};

export type Block =
  | { block: "cover"; title: string; description: string; facts: Fact[]; warnings: Line[] }
  /** `id` is unique in the report; levels 1 and 2 make the table of contents. */
  | { block: "heading"; level: 1 | 2 | 3; id: string; text: Line }
  | { block: "paragraph"; text: Line; quiet?: true }
  | { block: "list"; items: Line[] }
  | { block: "facts"; facts: Fact[] }
  /** `widths` are shares of the line. */
  | { block: "table"; head: string[]; widths: number[]; rows: Line[][] }
  | { block: "claim"; claim: ClaimEntry }
  | { block: "source"; number: number; text: Line; notes: Fact[] }
  /** `told` says in words what it shows, and what is left out of it. */
  | { block: "picture"; name: "matrix" | "timeline"; told: string; svg: string };

type Part = string | number | Span | Line | null | undefined;

/** What stands in the template are our own words, what is put into it is said by others unless it says what it is. */
export function line(words: TemplateStringsArray, ...parts: Part[]): Line {
  const spans = words.flatMap((ours, index): Line => [{ text: ours }, ...spansOf(parts[index])]);
  return spans.filter(({ text }) => text !== "");
}

function spansOf(part: Part): Line {
  if (part === null || part === undefined) return [];
  if (typeof part === "string") return [said(part)];
  if (typeof part === "number") return [{ text: String(part) }];
  return "text" in part ? [part] : part;
}

export const said = (text: string): Span => ({ text, said: true });
export const ours = (text: string): Span => ({ text });
export const strong = (text: string): Span => ({ text, strong: true });

/** Lines as one, with our own words between them. */
export const joined = (lines: readonly Line[], between: string): Line =>
  lines.flatMap((each, index) => (index === 0 ? each : [ours(between), ...each]));

export const plainText = (text: Line): string => text.map((span) => span.text).join("");

/** A fact unless nothing is known of it. */
export const fact = (term: string, value: Line | string | null | undefined): Fact[] => {
  if (value === null || value === undefined || value.length === 0) return [];
  return [{ term, value: typeof value === "string" ? [said(value)] : value }];
};
