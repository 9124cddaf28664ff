import type { ClaimCard } from "@/features/relation/schema";
import type { ConflictLink } from "../schema";
import { type Difference, type Opposed, tellingDifferences } from "./telling-differences";

export type Marks = { statement: Difference[]; quote: Difference[] };

/** Where the words of each claim differ from those of the claims that it contradicts, by number. */
export function differencesOfClaims(claims: ClaimCard[], links: ConflictLink[]): Map<number, Marks> {
  const cards = new Map(claims.map((claim) => [claim.number, claim]));
  const opposed = (number: number) =>
    links.flatMap(({ kind, from, to, about }): Opposed[] => {
      if (kind !== "contradicts" || (from !== number && to !== number)) return [];
      const other = cards.get(from === number ? to : from);
      return other ? [{ texts: textsOf(other), saidOn: other.reportedOn, about }] : [];
    });
  return new Map(claims.map((claim) => [claim.number, marksOf(claim, opposed(claim.number))]));
}

const textsOf = ({ statement, quote }: ClaimCard) => (quote ? [statement, quote.exact] : [statement]);

const marksOf = ({ statement, quote, reportedOn }: ClaimCard, opposed: Opposed[]): Marks => ({
  statement: tellingDifferences(statement, reportedOn, opposed),
  quote: quote ? tellingDifferences(quote.exact, reportedOn, opposed) : [],
});
