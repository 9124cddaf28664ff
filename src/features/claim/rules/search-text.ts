import { matchingKey } from "@/anchoring/normalise";

type Searchable = {
  statement: string;
  quote: string | null;
  /** The steps of the attribution that are no outlets: outlets are found by their own filter, under any of their names. */
  sources: readonly string[];
  place: string | null;
  note: string;
  tags: readonly string[];
};

/** What the search of the sheet looks through: one folded line, so that case, accents and letter variants do not matter. */
export function searchText({ statement, quote, sources, place, note, tags }: Searchable): string {
  return matchingKey([statement, quote ?? "", ...sources, place ?? "", note, ...tags].join(" ")).trim();
}

/** The words of a search, folded the same way. Each must occur; where, does not matter. */
export const searchWords = (q: string): string[] => [...new Set(matchingKey(q).split(" ").filter(Boolean))];

/** A pattern for LIKE that matches the text anywhere. */
export const likePattern = (text: string) => `%${text.replace(/[\\%_]/g, "\\$&")}%`;
