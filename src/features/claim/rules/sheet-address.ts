import { formatVagueDate } from "@/dates/format-vague-date";
import { RELIABILITY_WORDS } from "@/features/outlet/rules";
import { ClaimFilter, ClaimSort, type Has, type Lacks } from "../schema";
import { CREDIBILITY_WORDS } from "./grade-wording";

/** What the address of a sheet may say, as a page is given it. */
export type AddressParams = Record<string, string | string[] | undefined>;

/** The fields whose values are alternatives, or several at once, in the order in which they read. */
const FIELDS = [
  "outlet",
  "article",
  "tag",
  "reliability",
  "credibility",
  "confidence",
  "status",
  "enteredBy",
  "has",
  "lacks",
] as const;
export type FilterField = (typeof FIELDS)[number];

/** The fields that hold one value each. */
const SINGLE = ["reported", "occurred", "place", "minRelations", "maxRelations", "q"] as const;
export type SingleField = (typeof SINGLE)[number];

/** The filter that an address holds. What it says wrongly is left out, so that the page shows what it filters by. */
export function readFilter(params: AddressParams): ClaimFilter {
  const filter: ClaimFilter = {};
  const take = (field: FilterField | SingleField, value: unknown) => {
    const result = ClaimFilter.safeParse({ [field]: value });
    if (result.success) Object.assign(filter, result.data);
  };
  for (const field of FIELDS) {
    // A tag may hold a comma: several are several parameters. The other values never do.
    const values = given(params, field).flatMap((value) => (field === "tag" ? [value] : value.split(",")));
    const present = values.map((value) => value.trim()).filter(Boolean);
    if (present.length > 0) take(field, [...new Set(present)]);
  }
  for (const field of SINGLE) {
    const [value = ""] = given(params, field);
    if (value.trim()) take(field, value.trim());
  }
  return filter;
}

const given = (params: AddressParams, field: string): string[] => [params[field] ?? []].flat();

export function readSort(params: AddressParams): ClaimSort {
  return ClaimSort.safeParse(params.sort).data ?? "number";
}

/** The same as parameters of an address: the page's own, and the export's. */
export function filterParams(filter: ClaimFilter, sort: ClaimSort = "number"): URLSearchParams {
  const params = new URLSearchParams();
  for (const field of FIELDS) {
    const values = valuesOf(filter, field);
    if (field === "tag") for (const tag of values) params.append("tag", tag);
    else if (values.length > 0) params.set(field, values.join(","));
  }
  for (const field of SINGLE) {
    const value = String(filter[field] ?? "").trim();
    if (value) params.set(field, value);
  }
  if (sort !== "number") params.set("sort", sort);
  return params;
}

export const isFiltered = (filter: ClaimFilter) => filterParams(filter).size > 0;

/** One value of a field more, or one less where it is there already. */
export function toggled(filter: ClaimFilter, field: FilterField, value: string): ClaimFilter {
  const before = valuesOf(filter, field);
  const after = before.includes(value) ? before.filter((each) => each !== value) : [...before, value];
  const { [field]: _, ...rest } = filter;
  return { ...rest, ...readFilter({ [field]: after }) };
}

/** A field of one value set anew; empty or unreadable text takes it out. */
export function withValue(filter: ClaimFilter, field: SingleField, value: string): ClaimFilter {
  const { [field]: _, ...rest } = filter;
  return { ...rest, ...readFilter({ [field]: value }) };
}

/** The filter without what one of its phrases says. */
export function without(filter: ClaimFilter, field: Phrase["field"]): ClaimFilter {
  const { [field]: _, ...rest } = filter;
  return rest;
}

export const valuesOf = (filter: ClaimFilter, field: FilterField): string[] => filter[field]?.map(String) ?? [];

/** Where `together`, all of the values hold, not one of them. */
export type Phrase = {
  field: FilterField | Exclude<SingleField, "q">;
  start: string;
  values: string[];
  together?: true;
};

/** Ids of outlets, articles and people as names. */
export type FilterNames = {
  outlets: ReadonlyMap<string, string>;
  articles: ReadonlyMap<string, string>;
  people?: ReadonlyMap<string, string>;
};

const HAS_WORDS: Record<Has, string> = {
  conflict: "a contradiction",
  changedQuote: "a quote that changed",
  lostQuote: "a quote whose words are gone",
};

const LACKS_WORDS: Record<Lacks, string> = { quote: "a quote", grade: "a grade", relation: "a relation" };

/** The filter as a sentence in pieces: "outlet is", "Reuters" or "UTV"; "has", "a contradiction". */
export function phrasesOf(filter: ClaimFilter, { outlets, articles, people }: FilterNames): Phrase[] {
  const named = (names: ReadonlyMap<string, string> | undefined, other: string) => (id: string) =>
    names?.get(id) ?? other;
  const phrase = (field: FilterField, start: string, word: (value: string) => string = asIs): Phrase[] => {
    const values = valuesOf(filter, field);
    return values.length > 0 ? [{ field, start, values: values.map(word) }] : [];
  };
  const single = (field: Phrase["field"], start: string, word: (value: string) => string = asIs): Phrase[] =>
    filter[field] === undefined ? [] : [{ field, start, values: [word(String(filter[field]))] }];
  const together = (phrases: Phrase[]) => phrases.map((each) => ({ ...each, together: true as const }));
  return [
    ...phrase("outlet", "outlet is", named(outlets, "an unknown outlet")),
    ...phrase("article", "article is", named(articles, "an unknown article")),
    ...together(phrase("has", "has", (value) => HAS_WORDS[value as Has])),
    ...together(phrase("lacks", "lacks", (value) => LACKS_WORDS[value as Lacks])),
    ...single("minRelations", "related at least", times),
    ...single("maxRelations", "related at most", times),
    ...phrase("tag", "tagged"),
    ...single("reported", "reported", formatVagueDate),
    ...single("occurred", "happened", formatVagueDate),
    ...single("place", "place has"),
    ...phrase("reliability", "reliability is"),
    ...phrase("credibility", "credibility is"),
    ...phrase("confidence", "confidence is"),
    ...phrase("status", "status is"),
    ...phrase("enteredBy", "entered by", named(people, "somebody who left")),
  ];
}

const asIs = (value: string) => value;
const times = (count: string) => (count === "1" ? "once" : `${count} times`);

type Choice = { value: string; label: string; title: string };

const graded = (words: Record<string, string>): Choice[] =>
  Object.entries(words).map(([value, title]) => ({ value, label: value, title }));

const plain = (...values: string[]): Choice[] => values.map((value) => ({ value, label: value, title: value }));

const worded = (words: Record<string, string>): Choice[] =>
  Object.entries(words).map(([value, label]) => ({ value, label, title: label }));

/** The fields whose values are few enough to stand side by side. */
export const CHOICES: { field: FilterField; legend: string; choices: Choice[] }[] = [
  { field: "reliability", legend: "Reliability", choices: graded(RELIABILITY_WORDS) },
  { field: "credibility", legend: "Credibility", choices: graded(CREDIBILITY_WORDS) },
  { field: "confidence", legend: "Confidence", choices: plain("low", "moderate", "high") },
  { field: "status", legend: "Status", choices: plain("draft", "reviewed", "retracted") },
];

/** The same for what can only be ticked: each of them must hold. */
export const TICKS: { field: FilterField; legend: string; choices: Choice[] }[] = [
  { field: "has", legend: "Has", choices: worded(HAS_WORDS) },
  { field: "lacks", legend: "Lacks", choices: worded(LACKS_WORDS) },
];
