import { disjoint } from "@/dates/compare";
import { formatVagueDate } from "@/dates/format-vague-date";
import { claimLabel } from "@/features/claim/rules/claim-number";
import { gradesFarApart } from "@/features/claim/rules/grade-distance";
import { CREDIBILITY_WORDS } from "@/features/claim/rules/grade-wording";
import { outletKey, RELIABILITY_WORDS } from "@/features/outlet/rules";
import type { OutletRef, Reliability } from "@/features/outlet/schema";
import type { ConflictLink, Origin, Origins, WarnedClaim, Warning } from "../schema";
import { factsHash } from "./facts-hash";
import { listWords, originWords } from "./origin-words";
import { ADVICE, LESSONS } from "./warning-lessons";
import { type Subject, subjectKey } from "./warning-subject";

/** A warning before anybody let it be. */
export type Raised = Omit<Warning, "dismissal">;

export type CountedCamp = { claims: number[]; joins: ConflictLink[]; origins: Origins; why: string; roots: Origin[] };

type Parts = Pick<Raised, "kind" | "title" | "about" | "claims"> & {
  subject: Subject;
  why?: string;
  article?: Raised["article"];
  relations?: string[];
  facts: object;
};

function raise({ subject, why = "", article = null, relations = [], facts, ...parts }: Parts): Raised {
  return {
    ...parts,
    subject: subjectKey(subject),
    lesson: LESSONS[parts.kind],
    why,
    advice: ADVICE[parts.kind],
    article,
    relations,
    facts: factsHash(facts),
  };
}

const labels = (numbers: number[]) => listWords(numbers.map(claimLabel));

/** Credibility 1 is a statement of independence: two origins at the least must stand behind the claim's camp. */
export function confirmedAlone(claim: WarnedClaim, credibility: number | null, camp: CountedCamp): Raised | null {
  const { origins } = camp;
  if (credibility !== 1 || origins.min >= 2) return null;
  const roots = camp.roots.map(({ kind, name, outletId, established, claims }) => ({
    kind,
    ...(outletId ? { outletId } : { name }),
    established,
    claims,
  }));
  return raise({
    kind: "confirmed_alone",
    subject: { claim: claim.number },
    title: `${claim.claim} is called confirmed, with ${originWords(origins)}`,
    why: camp.why,
    about: [claim],
    claims: camp.claims,
    relations: camp.joins.map(({ id }) => id),
    facts: { camp: camp.claims, origins: { min: origins.min, max: origins.max }, roots },
  });
}

type Graded = { reliability: Reliability | null; credibility: number | null };

/** Reliability and credibility that lie far apart: perhaps right, often a slip. */
export function farApartGrades(claim: WarnedClaim, { reliability, credibility }: Graded): Raised | null {
  if (!reliability || !credibility || !gradesFarApart(reliability, credibility)) return null;
  return raise({
    kind: "far_apart_grades",
    subject: { claim: claim.number },
    title: `${claim.claim} is graded ${reliability}${credibility}: “${RELIABILITY_WORDS[reliability]}”, yet “${CREDIBILITY_WORDS[credibility]}”`,
    about: [claim],
    claims: [claim.number],
    facts: { reliability, credibility },
  });
}

export type DatedClaim = WarnedClaim & { occurredOn: string; occurredMin: string | null; occurredMax: string | null };

const bounds = ({ occurredMin, occurredMax }: DatedClaim) => ({ min: occurredMin, max: occurredMax });

/**
 * A contradiction between claims about different times. Where they contradict each other on the time itself, that the
 * times differ says nothing new.
 */
export function maybeUpdate(contradiction: ConflictLink, a: DatedClaim, b: DatedClaim, tolerance = 0): Raised | null {
  if (contradiction.about === "time" || !disjoint(bounds(a), bounds(b), tolerance)) return null;
  const [later, earlier] = (a.occurredMin ?? "") > (b.occurredMin ?? "") ? [a, b] : [b, a];
  const dated = [earlier, later].map(({ claim, occurredOn }) => `${claim} ${formatVagueDate(occurredOn)}`);
  return raise({
    kind: "maybe_update",
    subject: { pair: [a.number, b.number] },
    title: `${later.claim} may be an update of ${earlier.claim}, not a contradiction`,
    why: `When it happened: ${dated.join("; ")}.`,
    about: [later, earlier].map(plain),
    claims: [earlier.number, later.number].sort((x, y) => x - y),
    relations: [contradiction.id],
    facts: { times: [earlier, later].map(({ number, occurredOn }) => ({ number, occurredOn })) },
  });
}

const plain = ({ id, number, claim, statement, outlet }: WarnedClaim): WarnedClaim => ({
  id,
  number,
  claim,
  statement,
  outlet,
});

export type OwnedClaim = WarnedClaim & { owner: string | null };

/** Several outlets in one camp, and one owner behind all of them. */
export function oneOwnerCamp(camp: { claims: number[]; joins: ConflictLink[] }, claims: OwnedClaim[]): Raised | null {
  const outlets = new Map(claims.flatMap(({ outlet }) => (outlet ? [[outlet.id, outlet.name] as const] : [])));
  const owners = new Set(claims.map(({ owner }) => owner && outletKey(owner)));
  const [owner] = claims.map((claim) => claim.owner);
  const [lowest] = camp.claims;
  if (outlets.size < 2 || owners.size !== 1 || !owner || lowest === undefined) return null;
  const names = [...outlets.values()];
  return raise({
    kind: "one_owner_camp",
    subject: { camp: lowest },
    title: `${listWords(names)} agree, and ${names.length === 2 ? "both" : "all"} belong to ${owner}`,
    about: claims.slice(0, 3).map(plain),
    claims: camp.claims,
    relations: camp.joins.map(({ id }) => id),
    facts: { camp: camp.claims, outlets: [...outlets.keys()].sort(), owner: outletKey(owner) },
  });
}

export type CreditedArticle = {
  id: string;
  title: string;
  publisher: OutletRef;
  /** What all of its claims are attributed to. */
  outlet: OutletRef;
  /** A claim names a person or an unnamed source. */
  namesSource: boolean;
  claims: number[];
  about: WarnedClaim[];
};

/** All claims of an article come from one outlet: another, which it passes on, or its own, and nobody else is named. */
export function soleSource(article: CreditedArticle): Raised | null {
  const { id, title, publisher, outlet, claims } = article;
  const own = publisher.id === outlet.id;
  if (claims.length < 2 || (own && article.namesSource)) return null;
  const which = claims.length === 2 ? "both" : "all";
  return raise({
    kind: "sole_source",
    subject: { article: id },
    title: own
      ? `An article of ${publisher.name} names nobody but ${publisher.name} itself`
      : `An article of ${publisher.name} only passes on ${outlet.name}`,
    why: own
      ? `For ${which} of its claims (${labels(claims)}) nothing says where the outlet has it from: nobody can look behind it.`
      : `It credits ${outlet.name} with ${which} of its claims (${labels(claims)}): it adds a report, and no origin.`,
    about: article.about,
    article: { id, title },
    claims,
    facts: { publisher: publisher.id, outlet: outlet.id, claims },
  });
}

export type Dispute = { relation: string; version: number; since: Date; ends: readonly [WarnedClaim, WarnedClaim] };

/** How long the judgements of a pair may tie before somebody is reminded. */
export const UNDECIDED_DAYS = 14;

export function leftUndecided({ relation, version, since, ends }: Dispute, now: Date): Raised | null {
  const days = Math.floor((now.getTime() - since.getTime()) / 86_400_000);
  if (days < UNDECIDED_DAYS) return null;
  const [a, b] = ends;
  return raise({
    kind: "left_undecided",
    subject: { pair: [a.number, b.number] },
    title: `How ${a.claim} and ${b.claim} stand to each other has been undecided since ${formatVagueDate(since.toISOString().slice(0, 10))}`,
    about: [...ends],
    claims: [a.number, b.number].sort((x, y) => x - y),
    relations: [relation],
    facts: { relation, version },
  });
}

export type LostQuote = { state: "changed" | "orphaned"; versionId: string; contradictions: string[] };

/** A claim of a conflict whose words are not in the newest text of its article. */
export function lostWords(claim: WarnedClaim, { state, versionId, contradictions }: LostQuote): Raised {
  return raise({
    kind: "lost_words",
    subject: { claim: claim.number },
    title: `${claim.claim} stands in a conflict on words that ${state === "changed" ? "its article has changed" : "are not found in its article"}`,
    about: [claim],
    claims: [claim.number],
    relations: contradictions,
    facts: { state, versionId },
  });
}
