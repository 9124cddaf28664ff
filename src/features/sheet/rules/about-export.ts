import type { ClaimFilter, ClaimSort } from "@/features/claim/schema";
import type { Tally } from "./tally";

/** What an export says of itself. */
export type AboutExport = {
  caseTitle: string;
  caseId: string;
  filter: ClaimFilter;
  sort: ClaimSort;
  blind: boolean;
  at: Date;
  by: string;
  version: string;
};

const ORDER_WORDS: Record<ClaimSort, string> = {
  number: "by number, lowest first",
  "-number": "by number, highest first",
  reportedOn: "by day reported, earliest first",
  "-reportedOn": "by day reported, latest first",
};

/** The filters as lines of name and value; one line saying so where there are none. */
export function tellFilters(filter: ClaimFilter): [string, string][] {
  const given = Object.entries(filter).filter(([, value]) => value !== undefined && String(value) !== "");
  if (given.length === 0) return [["filter", "none: the whole case, retracted claims included"]];
  const lines = given.map(([name, value]): [string, string] => [
    `filter: ${name}`,
    Array.isArray(value) ? value.join(", ") : String(value),
  ]);
  return filter.status?.length ? lines : [...lines, ["filter: status", "any, retracted claims included"]];
}

/** What a reader must know to tell what a file holds and what it leaves out: lines of name and value. */
export function tellExport(about: AboutExport, tally: Tally): [string, string][] {
  const { caseTitle, caseId, filter, sort, blind, at, by, version } = about;
  const counts = Object.entries(tally).map(([what, number]): [string, string] => [what, String(number)]);
  return [
    ["case", caseTitle],
    ["case id", caseId],
    ["exported at", at.toISOString()],
    ["exported by", by],
    ["product", `Crossbearing ${version}`],
    ...tellFilters(filter),
    ["order", ORDER_WORDS[sort]],
    ...counts,
    ...(blind ? [["blind case", BLIND] as [string, string]] : []),
  ];
}

const BLIND =
  "Grades and relations that others gave are left out where the exporting person has not judged the same claim or pair yet.";
