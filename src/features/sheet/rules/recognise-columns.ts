import { COLUMNS, type Column, relationColumns } from "../schema";
import { type CellKinds, countKinds } from "./cell-kinds";
import { columnNamed } from "./columns";
import { type DateOrders, findDateOrder } from "./date-order";
import { type Meaning, nameScore } from "./heading-words";
import type { Target } from "./mapping";

/** A column of a file: what it becomes, and why. */
export type Recognised = {
  heading: string;
  to: Target[];
  /** False where a person had better look: until then it is kept under its own heading. */
  sure: boolean;
  /** What it may be, where that is not sure. */
  perhaps: Target[];
  why: string;
};

export type Recognition = { columns: Recognised[]; dates: DateOrders };

export type Sample = { headings: readonly string[]; records: readonly (readonly string[])[] };

/** What is known where the sheet goes to. */
export type Around = { isOutlet: (name: string) => boolean; caseIsEmpty: boolean };

const SURE = 0.78;
const PERHAPS = 0.4;

/**
 * Recognises the columns of a file by their names and their cells. A file in the sheet's own columns maps to itself, and
 * what it has beside them stays its own.
 */
export function recogniseColumns({ headings, records }: Sample, around: Around): Recognition {
  const cells = headings.map((_, index) => records.map((record) => record[index] ?? ""));
  const kinds = cells.map((column) => countKinds(column, around.isOutlet));
  const named = headings.map(columnNamed);
  const ours = isOurs(headings, named);
  const own = firstOfEach(
    ours ? named : named.map((column, index) => column && reallyIs(column, headings, kinds[index])),
  );
  const fixed = new Set(own.flatMap((column) => column ?? []));
  const candidates = ours ? [] : candidatesOf(headings, kinds, own, around);
  const taken = takeBest(candidates, fixed);
  const columns = headings.map((heading, index): Recognised => {
    const column = own[index];
    if (column) return { heading, to: [column], sure: true, perhaps: [], why: "is the sheet’s own name" };
    const best = taken.get(index);
    const twin = named[index];
    if (twin && ours)
      return { heading, to: ["extra"], sure: false, perhaps: [twin], why: `another column is ${twin} already` };
    if (!best) return left(heading, kinds[index], ours);
    const to = targetsOf(best.meaning);
    return best.score >= SURE
      ? { heading, to, sure: true, perhaps: [], why: best.why }
      : { heading, to: ["extra"], sure: false, perhaps: to, why: best.why };
  });
  const dated = columns.flatMap(({ to, perhaps }, index) =>
    [...to, ...perhaps].some(isDateColumn) ? (cells[index] ?? []) : [],
  );
  return { columns: ours ? columns : together(columns), dates: findDateOrder(dated) };
}

const isDateColumn = (target: Target) =>
  target === "reported_on" || target === "occurred_on" || target === "article_published_on";

/** A second column of the same name is not the first one: it is kept as its own until somebody says what it is. */
const firstOfEach = (columns: readonly (Column | undefined)[]): (Column | undefined)[] =>
  columns.map((column, index) => (columns.indexOf(column) === index ? column : undefined));

/** Columns whose names in a sheet of somebody else's mean something else: its own numbers and its own people. */
const NOT_OF_OTHERS: readonly Column[] = ["version", "entered_by", "entered_at", "quote_start", "quote_end"];

/** In a sheet of somebody else's a column may be named like one of ours and be another: "Claim" holds sentences there. */
function reallyIs(column: Column, headings: readonly string[], kinds: CellKinds | undefined): Column | undefined {
  if (NOT_OF_OTHERS.includes(column)) return undefined;
  if (!kinds || kinds.filled === 0) return column;
  if (column === "id") return share(kinds.guids, kinds) >= 0.5 ? column : undefined;
  if (column === "claim") {
    const stated = headings.some((heading) => columnNamed(heading) === "statement");
    return share(stated ? kinds.numberLists : kinds.labels, kinds) >= 0.5 ? column : undefined;
  }
  const form = formOf(column, kinds);
  return !form || share(form.count, kinds) >= 0.3 ? column : undefined;
}

/** In the columns of the sheet: half of the headings or more are its own, and one says what the rows are about. */
function isOurs(headings: readonly string[], named: readonly (Column | undefined)[]): boolean {
  const outright = headings.filter((heading, index) => named[index] === heading.trim());
  const about = named.some((column) => column === "statement" || column === "id" || column === "claim");
  return about && outright.length * 2 >= headings.length;
}

type Candidate = { index: number; meaning: Meaning; score: number; why: string };

const MEANINGS: readonly Meaning[] = [
  ...COLUMNS.filter(
    (column) =>
      !["id", "version", "entered_by", "entered_at", "article_sha256", "quote_start", "quote_end"].includes(column),
  ),
  "grade",
];

function candidatesOf(
  headings: readonly string[],
  kinds: readonly CellKinds[],
  own: readonly (Column | undefined)[],
  around: Around,
): Candidate[] {
  return headings.flatMap((heading, index) => {
    const found = kinds[index];
    if (own[index] || !found) return [];
    return MEANINGS.flatMap((meaning) => {
      const judged = judge(heading, meaning, found, around);
      return judged && judged.score >= PERHAPS ? [{ index, meaning, ...judged }] : [];
    });
  });
}

/** One column, one meaning: the surest first. A pair of grades takes both. */
function takeBest(candidates: readonly Candidate[], fixed: ReadonlySet<Column>): Map<number, Candidate> {
  const taken = new Set<Target>(fixed);
  const chosen = new Map<number, Candidate>();
  for (const candidate of candidates.toSorted((a, b) => b.score - a.score || a.index - b.index)) {
    const targets = targetsOf(candidate.meaning);
    if (chosen.has(candidate.index) || targets.some((target) => taken.has(target))) continue;
    chosen.set(candidate.index, candidate);
    // What is only perhaps meant stands in nobody's way, and comes after all that is surer.
    for (const target of targets) taken.add(target);
  }
  return chosen;
}

const targetsOf = (meaning: Meaning): Target[] => (meaning === "grade" ? ["reliability", "credibility"] : [meaning]);

const share = (count: number, { filled }: CellKinds) => (filled === 0 ? 0 : count / filled);

/** How many of a column's cells have the form that its meaning asks for; null where any text will do. */
function formOf(meaning: Meaning, kinds: CellKinds): { count: number; what: string } | null {
  if ((relationColumns as string[]).includes(meaning)) return { count: kinds.numberLists, what: "numbers of claims" };
  switch (meaning) {
    case "reported_on":
    case "occurred_on":
    case "article_published_on":
      return { count: kinds.dates, what: "dates" };
    case "article_url":
      return { count: kinds.addresses, what: "addresses" };
    case "reliability":
      return { count: kinds.letters, what: "grades from A to F" };
    case "credibility":
      return { count: kinds.figures, what: "grades from 1 to 6" };
    case "grade":
      return { count: kinds.pairs, what: "grades such as B2" };
    case "confidence":
      return { count: kinds.confidence, what: "words for low, moderate or high" };
    case "status":
      return { count: kinds.status, what: "words for draft, reviewed or retracted" };
    case "article_language":
      return { count: kinds.languages, what: "languages" };
    case "claim":
      return { count: kinds.labels, what: "claim numbers" };
    default:
      return null;
  }
}

/** Meanings that cells alone can suggest, where the heading says nothing: how strongly. */
const BY_CELLS: Partial<Record<Meaning, number>> = {
  article_url: 0.8,
  grade: 0.85,
  claim: 0.8,
  confidence: 0.6,
  reliability: 0.55,
  reported_on: 0.5,
};

function judge(
  heading: string,
  meaning: Meaning,
  kinds: CellKinds,
  around: Around,
): { score: number; why: string } | null {
  const named = nameScore(heading, meaning);
  const form = formOf(meaning, kinds);
  const name = named > 0 ? `named “${heading}”` : "";
  if (!form) return judgeText(meaning, named, name, kinds);
  const part = share(form.count, kinds);
  const cells = kinds.filled > 0 ? `${form.count} of ${kinds.filled} cells are ${form.what}` : "it has no cells";
  const why = [name, cells].filter(Boolean).join("; ");
  if (meaning === "claim" && named > 0 && part < 0.5) return judgeNumbers(named, why, kinds, around);
  if (named > 0) {
    if (kinds.filled === 0) return { score: named, why };
    if (part < 0.3) return null;
    return { score: part < 0.6 ? 0.5 : Math.min(1, named + (part >= 0.8 ? 0.25 : 0)), why };
  }
  const alone = BY_CELLS[meaning];
  return alone && kinds.filled >= 2 && part >= 0.9 ? { score: alone, why: cells } : null;
}

/** Plain numbers of a foreign sheet: in a case that has claims they would name those. */
function judgeNumbers(named: number, why: string, kinds: CellKinds, { caseIsEmpty }: Around) {
  if (share(kinds.numbers, kinds) < 0.9) return null;
  return caseIsEmpty
    ? { score: named, why }
    : { score: 0.5, why: `${why}; this case has claims with numbers of its own` };
}

function judgeText(meaning: Meaning, named: number, name: string, kinds: CellKinds) {
  if (meaning === "outlet" || meaning === "article_outlet") return judgeOutlet(meaning, named, name, kinds);
  if (named === 0) {
    return meaning === "statement" && kinds.length >= 40 && share(kinds.addresses, kinds) < 0.2
      ? {
          score: 0.6 + Math.min(kinds.length, 400) / 10_000,
          why: `its cells are sentences, ${kinds.length} characters in the middle`,
        }
      : null;
  }
  const foreign = share(kinds.addresses, kinds) > 0.5 || share(kinds.dates, kinds) > 0.5;
  if (kinds.filled > 0 && (foreign || share(kinds.numbers, kinds) > 0.5)) return null;
  if (meaning === "statement" || meaning === "quote") {
    const long = kinds.filled === 0 || kinds.length >= 15;
    return { score: long ? named + (kinds.length >= 40 ? 0.03 : 0) : named - 0.4, why: name };
  }
  const outlets = share(kinds.outlets, kinds);
  // A person's column that is full of outlets is one of outlets.
  if (meaning === "attribution") return { score: named - (outlets > 0.5 ? 0.1 : 0.01), why: name };
  return { score: named, why: name };
}

function judgeOutlet(meaning: "outlet" | "article_outlet", named: number, name: string, kinds: CellKinds) {
  if (meaning === "article_outlet") return null;
  if (kinds.filled > 0 && (share(kinds.addresses, kinds) > 0.5 || share(kinds.numbers, kinds) > 0.5)) return null;
  if (kinds.length > 100) return null;
  const known = kinds.outlets > 0 ? `${kinds.outlets} of ${kinds.filled} cells are outlets of this team` : "";
  const why = [name, known].filter(Boolean).join("; ");
  if (named > 0) return { score: Math.min(1, named + (share(kinds.outlets, kinds) >= 0.3 ? 0.1 : 0)), why };
  return kinds.filled >= 2 && share(kinds.outlets, kinds) >= 0.6 ? { score: 0.8, why } : null;
}

function left(heading: string, kinds: CellKinds | undefined, ours: boolean): Recognised {
  const empty = !kinds || kinds.filled === 0;
  const why = empty ? "has no cells" : ours ? "is none of the sheet’s columns" : "is not known here";
  return { heading, to: ["extra"], sure: true, perhaps: [], why };
}

/** What columns mean beside each other. */
function together(columns: readonly Recognised[]): Recognised[] {
  const has = (target: Target) => columns.some(({ to }) => to.includes(target));
  const article = has("article") || has("article_url");
  return columns.map((column) => {
    const [first] = column.to;
    if (first === "quote" && !article) {
      return has("statement")
        ? {
            ...column,
            to: ["extra"],
            perhaps: ["quote"],
            sure: false,
            why: `${column.why}; but a quote needs its article: a title or a link`,
          }
        : { ...column, to: ["statement"], why: `${column.why}; no other column says what is claimed` };
    }
    if (first === "outlet" && article && !has("article_outlet")) {
      return { ...column, to: ["outlet", "article_outlet"], why: `${column.why}; it published the article too` };
    }
    if (first === "article_url" && !has("article")) {
      return {
        ...column,
        to: ["article_url", "article"],
        why: `${column.why}; it stands for the title, which no column has`,
      };
    }
    return column;
  });
}
