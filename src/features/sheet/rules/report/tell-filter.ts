import type { ClaimFilter, ClaimSort } from "@/features/claim/schema";
import { joined, type Line, line, ours, said } from "./block";

const FIELD_WORDS: Record<string, string> = {
  outlet: "outlet",
  article: "article",
  status: "status",
  credibility: "credibility",
  reliability: "reliability",
  confidence: "confidence",
  tag: "tag",
  q: "with the words",
};

export const SORT_WORDS: Record<ClaimSort, string> = {
  number: "number",
  "-number": "number, the highest first",
  reportedOn: "date of report",
  "-reportedOn": "date of report, the newest first",
};

/** A filter in words, outlets and articles by `names`; null where everything passes. A field without words of its own is told by its name. */
export function tellFilter(filter: ClaimFilter, names: ReadonlyMap<string, string>): Line | null {
  const fields = Object.entries(filter).flatMap(([field, given]) => {
    const values = [given ?? []].flat().filter((value) => value !== "");
    if (values.length === 0) return [];
    if (field === "has") return [line`in conflict`];
    const told = values.map((value) => [said(names.get(String(value)) ?? String(value))]);
    return [line`${ours(FIELD_WORDS[field] ?? field)} ${joined(told, " or ")}`];
  });
  return fields.length > 0 ? joined(fields, ", ") : null;
}
