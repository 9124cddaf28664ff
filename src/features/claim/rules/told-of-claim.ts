import type { Claim } from "../schema";

/** What the history tells of a claim: its own fields by their API names. Grades stand apart, as `assessment`. */
export function toldOfClaim(claim: Claim) {
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
