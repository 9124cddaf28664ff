import { formatVagueDate } from "@/dates/format-vague-date";
import { claimLabel } from "@/features/claim/rules/claim-number";
import type { StandingKind } from "@/features/relation/schema";
import type { Change, FindingBasis } from "../schema";
import { matchCamps } from "./match-camps";
import { listWords } from "./origin-words";

type BasisClaim = FindingBasis["claims"][number];
type BasisRelation = FindingBasis["relations"][number];

type Options = {
  /** Numbers of claims that are retracted now: of these it is said why they are gone. */
  retracted?: number[];
  /** False in a blind case, where a basis remembers no grades. */
  grades?: boolean;
};

/**
 * What is no longer as it was when a finding was decided, in plain words. A claim that is reviewed, an outlet that is
 * called otherwise and a letter that moved on are not changes: the evidence is the same.
 */
export function findingChanges(then: FindingBasis, now: FindingBasis, options: Options = {}): Change[] {
  const { retracted = [], grades = true } = options;
  const camps = matchCamps(then.claims, now.claims);
  const before = new Map(then.claims.map((claim) => [claim.number, claim]));
  const both = now.claims.flatMap((claim) => {
    const old = before.get(claim.number);
    return old ? [{ old, claim }] : [];
  });
  const renamed = renamings(then, now);
  return [
    ...membership(then, now, camps, new Set(retracted)),
    ...relations(then, now),
    ...both.flatMap(({ old, claim }) => wording(old, claim)),
    ...both.flatMap(({ old, claim }) => dates(old, claim)),
    ...both.flatMap(({ old, claim }) => source(old, claim, renamed)),
    ...(grades ? both.flatMap(({ old, claim }) => graded(old, claim)) : []),
    ...origins(then, now, camps),
  ];
}

function membership(then: FindingBasis, now: FindingBasis, camps: Map<string, string>, retracted: Set<number>) {
  const before = new Map(then.claims.map((claim) => [claim.number, claim]));
  const known = new Set(camps.values());
  const found: string[] = [];
  for (const { number, camp } of now.claims) {
    const old = before.get(number);
    const from = old && (camps.get(old.camp) ?? old.camp);
    if (!old) found.push(`${claimLabel(number)} joined ${known.has(camp) ? "camp" : "the conflict, in camp"} ${camp}`);
    else if (camps.get(old.camp) === camp) continue;
    else if (from === camp) found.push(`${claimLabel(number)} moved to another camp, which is camp ${camp} now`);
    else found.push(`${claimLabel(number)} moved from camp ${from} to camp ${camp}`);
  }
  const present = new Set(now.claims.map(({ number }) => number));
  for (const { number } of then.claims) {
    if (present.has(number)) continue;
    found.push(
      `${claimLabel(number)} ${retracted.has(number) ? "was retracted" : "is no longer part of the conflict"}`,
    );
  }
  return found.map((words): Change => ({ what: "membership", words }));
}

/** Of relations to claims that joined or left nothing is said: that they did says it. */
function relations(then: FindingBasis, now: FindingBasis): Change[] {
  const between = ({ claims }: FindingBasis) => {
    const numbers = new Set(claims.map(({ number }) => number));
    return ({ from, to }: BasisRelation) => numbers.has(from) && numbers.has(to);
  };
  const old = new Map(then.relations.map((relation) => [relation.id, relation]));
  const present = new Set(now.relations.map(({ id }) => id));
  const found = now.relations.filter(between(then)).flatMap((relation) => {
    const was = old.get(relation.id);
    return was ? changedRelation(was, relation) : [`${says(relation, "now")}${on(relation)}`];
  });
  const gone = then.relations.filter(between(now)).filter(({ id }) => !present.has(id));
  return [...found, ...gone.map((relation) => says(relation, "no longer"))].map((words) => ({
    what: "relation",
    words,
  }));
}

const DIRECTED = new Set<StandingKind>(["updates", "repeats"]);

function changedRelation(was: BasisRelation, is: BasisRelation): string[] {
  if (was.kind !== is.kind) return [`${says(is, "now")}${on(is)}; it was: ${says(was, "")}${on(was)}`];
  if (DIRECTED.has(is.kind) && was.from !== is.from) return [`${says(is, "now")}, not the other way round`];
  if (was.about !== is.about)
    return [`${says(is, "")}${on(is) || " on nothing named"}, was${on(was) || " nothing named"}`];
  return [];
}

const VERBS: Record<StandingKind, string> = {
  agrees: "agrees with",
  contradicts: "contradicts",
  qualifies: "qualifies",
  updates: "updates",
  repeats: "repeats",
  unrelated: "has nothing to do with",
  disputed: "stands in dispute with",
};

const says = ({ from, to, kind }: BasisRelation, when: "now" | "no longer" | "") =>
  [claimLabel(from), when, VERBS[kind], claimLabel(to)].filter(Boolean).join(" ");

const on = ({ about }: BasisRelation) => (about ? ` on ${about}` : "");

function wording(old: BasisClaim, claim: BasisClaim): Change[] {
  const label = claimLabel(claim.number);
  const found: string[] = [];
  if (old.statement !== claim.statement) found.push(`the statement of ${label} was changed`);
  if (old.quote !== claim.quote) {
    const how = old.quote === null ? "added" : claim.quote === null ? "taken away" : "changed";
    found.push(`the quote of ${label} was ${how}`);
  }
  return found.map((words) => ({ what: "words", words }));
}

function dates(old: BasisClaim, claim: BasisClaim): Change[] {
  const label = claimLabel(claim.number);
  const day = (edtf: string | null) => (edtf === null ? "not given" : formatVagueDate(edtf));
  const found: string[] = [];
  for (const [field, name] of [
    ["occurredOn", "when it happened"],
    ["reportedOn", "when it was reported"],
  ] as const) {
    if (old[field] !== claim[field]) found.push(`${label}, ${name}: ${day(claim[field])}, was ${day(old[field])}`);
  }
  return found.map((words) => ({ what: "dates", words }));
}

type Renamed = ReadonlyMap<string, string>;

/** What outlets are called now, by what they were called then. */
function renamings(then: FindingBasis, now: FindingBasis): Renamed {
  const names = new Map(outletsOf(now).map(({ id, name }) => [id, name]));
  return new Map(outletsOf(then).map(({ id, name }) => [name, names.get(id) ?? name]));
}

const outletsOf = ({ claims, camps }: FindingBasis) => [
  ...claims.flatMap(({ outlet }) => outlet ?? []),
  ...camps.flatMap(({ roots }) => roots.flatMap(({ outletId, name }) => (outletId ? [{ id: outletId, name }] : []))),
];

function source(old: BasisClaim, claim: BasisClaim, renamed: Renamed): Change[] {
  const label = claimLabel(claim.number);
  if (old.outlet?.id !== claim.outlet?.id) {
    const words = `${label} is credited to ${claim.outlet?.name ?? "no outlet"}, was ${old.outlet?.name ?? "no outlet"}`;
    return [{ what: "source", words }];
  }
  const chain = old.attribution.map((step) => renamed.get(step) ?? step);
  if (chain.join("\n") === claim.attribution.join("\n")) return [];
  return [{ what: "source", words: `the attribution of ${label} was changed` }];
}

function graded(old: BasisClaim, claim: BasisClaim): Change[] {
  return (["reliability", "credibility", "confidence"] as const)
    .filter((grade) => old[grade] !== claim[grade])
    .map((grade) => ({
      what: "grades",
      words: `the ${grade} of ${claimLabel(claim.number)} is ${claim[grade] ?? "not given"}, was ${old[grade] ?? "not given"}`,
    }));
}

function origins(then: FindingBasis, now: FindingBasis, matched: Map<string, string>): Change[] {
  const known = new Set(then.claims.map(({ number }) => number));
  const common = new Set(now.claims.flatMap(({ number }) => (known.has(number) ? [number] : [])));
  const present = new Map(now.camps.map((camp) => [camp.letter, camp]));
  return then.camps.flatMap((was): Change[] => {
    const is = present.get(matched.get(was.letter) ?? "");
    if (!is) return [];
    const [range, old] = [rangeOf(is), rangeOf(was)];
    if (range !== old) return [{ what: "origins", words: `origins of camp ${is.letter}: ${range}, were ${old}` }];
    if (rootKeys(was, common) === rootKeys(is, common)) return [];
    const names = listWords(is.roots.map(({ name }) => name));
    return [{ what: "origins", words: `camp ${is.letter} goes back to others than it did: now ${names}` }];
  });
}

type BasisCamp = FindingBasis["camps"][number];

const rangeOf = ({ origins: { min, max } }: BasisCamp) => (min === max ? `${min}` : `${min}–${max}`);

/** The roots as far as claims that were there before and after go back to them. */
function rootKeys({ roots }: BasisCamp, common: ReadonlySet<number>): string {
  return roots
    .map(({ kind, name, outletId, established, claims }) => ({
      key: `${kind} ${outletId ?? name} ${established}`,
      claims: claims.filter((claim) => common.has(claim)).sort((a, b) => a - b),
    }))
    .filter(({ claims }) => claims.length > 0)
    .map(({ key, claims }) => `${key} ${claims}`)
    .sort()
    .join("\n");
}
