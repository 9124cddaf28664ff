import { textWords } from "@/features/article/rules/text-words";
import type { ConflictLink, Signal, SuspicionStatus } from "../schema";
import { weightOfSignals } from "./copy-signals";
import { pairOf } from "./lineage";

export type SuspectClaim = {
  id: string;
  number: number;
  statement: string;
  articleId: string;
  /** The outlets that it names as where it comes from. */
  credits: string[];
};

/** What speaks for one article being a copy of another, and of which texts that was found. */
export type FoundCopy = {
  later: { articleId: string; versionId: string };
  earlier: { articleId: string; versionId: string; outletId: string };
  signals: Signal[];
};

export type KnownSuspicion = {
  id: string;
  from: number;
  to: number;
  status: SuspicionStatus;
  fromVersionId: string;
  toVersionId: string;
  signals: Signal[];
  version: number;
};

export type Proposal = {
  from: number;
  to: number;
  fromVersionId: string;
  toVersionId: string;
  signals: Signal[];
};

export type Proposals = {
  make: Proposal[];
  /** Known ones that now rest on something else, or are to be asked again. */
  renew: (Proposal & { id: string; version: number })[];
  /** Open ones for which nothing speaks any more. */
  drop: string[];
};

type Given = {
  claims: SuspectClaim[];
  copies: FoundCopy[];
  known: KnownSuspicion[];
  /** What stands between the claims. In a blind case nothing: what others judged must not show in what is proposed. */
  links: ConflictLink[];
};

/**
 * What to suspect among the claims of one camp. For each claim whose origin nobody has recorded, the claim of the article
 * that most speaks for; what was rejected is not proposed again unless a text has changed.
 */
export function proposeSuspicions({ claims, copies, known, links }: Given): Proposals {
  const possible = possiblePairs(claims, copies, links);
  const byPair = new Map(possible.map((pair) => [pairOf(pair.from, pair.to), pair]));
  const result: Proposals = { make: [], renew: [], drop: [] };
  const asked = new Set(links.filter(({ kind }) => kind === "repeats").map(({ from }) => from));
  for (const row of known) {
    const now = byPair.get(pairOf(row.from, row.to));
    if (row.status === "open" && !now) result.drop.push(row.id);
    else if (now && isToBeAsked(row, now, links.length > 0))
      result.renew.push({ ...now, id: row.id, version: row.version });
    if (row.status !== "rejected" && now) asked.add(now.from);
  }
  const pairs = new Set(known.map(({ from, to }) => pairOf(from, to)));
  const texts = new Set(known.filter(({ status }) => status === "rejected").map(textsOf));
  for (const pair of possible) {
    if (asked.has(pair.from) || pairs.has(pairOf(pair.from, pair.to)) || texts.has(textsOf(pair))) continue;
    asked.add(pair.from);
    result.make.push(pair);
  }
  return result;
}

/** A rejection speaks of the claim and both texts, whichever claim of the earlier text was named. */
const textsOf = ({ from, fromVersionId, toVersionId }: Proposal | KnownSuspicion) =>
  `${from} ${fromVersionId} ${toVersionId}`;

/** A confirmation that left no relation behind was withdrawn; a rejection holds for the texts that it was given on. */
function isToBeAsked(row: KnownSuspicion, now: Proposal, knowsRelations: boolean): boolean {
  if (row.status === "rejected") return textsOf(row) !== textsOf(now);
  if (row.status === "confirmed") return knowsRelations;
  return textsOf(row) !== textsOf(now) || inWords(row.signals) !== inWords(now.signals);
}

/** The database keeps fields in an order of its own. */
const inWords = (signals: Signal[]) => JSON.stringify(signals.map((signal) => Object.entries(signal).sort()));

/** Every pair that could be suspected: for each later claim one of each earlier article, the most telling first. */
function possiblePairs(claims: SuspectClaim[], copies: FoundCopy[], links: ConflictLink[]): Proposal[] {
  const byArticle = new Map<string, SuspectClaim[]>();
  for (const claim of claims) byArticle.set(claim.articleId, [...(byArticle.get(claim.articleId) ?? []), claim]);
  const linked = new Set(links.map(({ from, to }) => pairOf(from, to)));
  const isAnswered = ({ kind, family }: ConflictLink) => kind === "contradicts" || family === "descent";
  const answered = new Set(links.filter(isAnswered).map(({ from, to }) => pairOf(from, to)));
  const strongest = [...copies].sort((a, b) => weightOfSignals(b.signals) - weightOfSignals(a.signals));
  return strongest.flatMap(({ later, earlier, signals }) =>
    (byArticle.get(later.articleId) ?? []).flatMap((claim) => {
      if (claim.credits.includes(earlier.outletId)) return [];
      const others = (byArticle.get(earlier.articleId) ?? []).filter(
        ({ number }) => !answered.has(pairOf(claim.number, number)),
      );
      const other = counterpartOf(claim, others, linked);
      if (!other) return [];
      const versions = { fromVersionId: later.versionId, toVersionId: earlier.versionId };
      return [{ from: claim.number, to: other.number, ...versions, signals }];
    }),
  );
}

/** Which claim of the earlier article says the same: one that was found to agree, else the one in the most alike words. */
function counterpartOf(claim: SuspectClaim, others: SuspectClaim[], linked: ReadonlySet<string>) {
  const words = wordsIn(claim);
  const score = (other: SuspectClaim) =>
    (linked.has(pairOf(claim.number, other.number)) ? 1 : 0) + shared(words, wordsIn(other));
  return others.toSorted((a, b) => score(b) - score(a) || a.number - b.number)[0];
}

const wordsIn = ({ statement }: SuspectClaim) => new Set(textWords(statement).map(({ key }) => key));

const shared = (a: ReadonlySet<string>, b: ReadonlySet<string>) =>
  [...a].filter((word) => b.has(word)).length / Math.max(1, a.size + b.size);
