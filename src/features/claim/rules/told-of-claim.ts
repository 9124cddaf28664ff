import type { Claim, Quote } from "../schema";

type Told = Pick<
  Claim,
  | "statement"
  | "attribution"
  | "reportedOn"
  | "reportedOnWords"
  | "occurredOn"
  | "occurredOnWords"
  | "place"
  | "tags"
  | "note"
  | "status"
> & {
  article: { title: string } | null;
  outlet: { name: string } | null;
  quote: Pick<Quote, "exact" | "start" | "end" | "versionId"> | null;
};

/** What the history tells of a claim: its own fields by their API names. Grades stand apart, as `assessment`. */
export function toldOfClaim(claim: Told) {
  const { quote } = claim;
  return {
    statement: claim.statement,
    article: claim.article?.title ?? null,
    quote: quote && { exact: quote.exact, start: quote.start, end: quote.end, versionId: quote.versionId },
    attribution: claim.attribution,
    outlet: claim.outlet?.name ?? null,
    reportedOn: claim.reportedOn,
    reportedOnWords: claim.reportedOnWords,
    occurredOn: claim.occurredOn,
    occurredOnWords: claim.occurredOnWords,
    place: claim.place,
    tags: claim.tags,
    note: claim.note,
    status: claim.status,
  };
}
