import { RELIABILITY_WORDS } from "@/features/outlet/rules";
import { ClaimFilter, ClaimSort } from "../schema";
import { CREDIBILITY_WORDS } from "./grade-wording";

/** What the address of a sheet may say, as a page is given it. */
export type AddressParams = Record<string, string | string[] | undefined>;

/** The fields of a filter in the order in which they read. */
const FIELDS = ["outlet", "article", "tag", "reliability", "credibility", "confidence", "status"] as const;
export type FilterField = (typeof FIELDS)[number] | "has";

/** The filter that an address holds. What it says wrongly is left out, so that the page shows what it filters by. */
export function readFilter(params: AddressParams): ClaimFilter {
  const filter: ClaimFilter = {};
  for (const field of [...FIELDS, "has", "q"] as const) {
    const given = params[field];
    // A tag may hold a comma: several are several parameters. The other values never do.
    const values = [given ?? []].flat().flatMap((value) => (field === "tag" ? [value] : value.split(",")));
    const present = values.map((value) => value.trim()).filter(Boolean);
    if (present.length === 0) continue;
    const whole = field === "has" || field === "q" ? present[0] : [...new Set(present)];
    const result = ClaimFilter.safeParse({ [field]: whole });
    if (result.success) Object.assign(filter, result.data);
  }
  return filter;
}

export function readSort(params: AddressParams): ClaimSort {
  return ClaimSort.safeParse(params.sort).data ?? "number";
}

/** The same as parameters of an address: the page's own, and the export's. */
export function filterParams(filter: ClaimFilter, sort: ClaimSort = "number"): URLSearchParams {
  const params = new URLSearchParams();
  for (const field of FIELDS) {
    const values = filter[field]?.map(String) ?? [];
    if (field === "tag") for (const tag of values) params.append("tag", tag);
    else if (values.length > 0) params.set(field, values.join(","));
  }
  if (filter.has) params.set("has", filter.has);
  if (filter.q?.trim()) params.set("q", filter.q.trim());
  if (sort !== "number") params.set("sort", sort);
  return params;
}

export const isFiltered = (filter: ClaimFilter) => filterParams(filter).size > 0;

/** One value of a field more, or one less where it is there already. */
export function toggled(filter: ClaimFilter, field: FilterField, value: string): ClaimFilter {
  const params: AddressParams = Object.fromEntries(
    [...FIELDS, "has" as const].map((each) => [each, valuesOf(filter, each)]),
  );
  const before = valuesOf(filter, field);
  const after = before.includes(value) ? before.filter((each) => each !== value) : [...before, value];
  return { ...readFilter({ ...params, [field]: after }), ...(filter.q && { q: filter.q }) };
}

export function without(filter: ClaimFilter, field: FilterField): ClaimFilter {
  const { [field]: _, ...rest } = filter;
  return rest;
}

export const valuesOf = (filter: ClaimFilter, field: FilterField): string[] =>
  field === "has" ? (filter.has ? [filter.has] : []) : (filter[field]?.map(String) ?? []);

export type Phrase = { field: FilterField; start: string; values: string[] };

/** Ids of outlets and articles as names. */
export type FilterNames = { outlets: ReadonlyMap<string, string>; articles: ReadonlyMap<string, string> };

/** The filter as a sentence in pieces: "outlet is", "Reuters" or "UTV"; "has a contradiction". */
export function phrasesOf(filter: ClaimFilter, { outlets, articles }: FilterNames): Phrase[] {
  const named = (names: ReadonlyMap<string, string>, other: string) => (id: string) => names.get(id) ?? other;
  const phrase = (field: FilterField, start: string, word: (value: string) => string): Phrase[] => {
    const values = valuesOf(filter, field);
    return values.length > 0 ? [{ field, start, values: values.map(word) }] : [];
  };
  const asIs = (value: string) => value;
  return [
    ...phrase("outlet", "outlet is", named(outlets, "an unknown outlet")),
    ...phrase("article", "article is", named(articles, "an unknown article")),
    ...phrase("has", "has a contradiction", () => "").map((each) => ({ ...each, values: [] })),
    ...phrase("tag", "tagged", asIs),
    ...phrase("reliability", "reliability is", asIs),
    ...phrase("credibility", "credibility is", asIs),
    ...phrase("confidence", "confidence is", asIs),
    ...phrase("status", "status is", asIs),
  ];
}

type Choice = { value: string; label: string; title: string };

const graded = (words: Record<string, string>): Choice[] =>
  Object.entries(words).map(([value, title]) => ({ value, label: value, title }));

const plain = (...values: string[]): Choice[] => values.map((value) => ({ value, label: value, title: value }));

/** The fields whose values are few enough to stand side by side. */
export const CHOICES: { field: FilterField; legend: string; choices: Choice[] }[] = [
  { field: "reliability", legend: "Reliability", choices: graded(RELIABILITY_WORDS) },
  { field: "credibility", legend: "Credibility", choices: graded(CREDIBILITY_WORDS) },
  { field: "confidence", legend: "Confidence", choices: plain("low", "moderate", "high") },
  { field: "status", legend: "Status", choices: plain("draft", "reviewed", "retracted") },
];
