import { CONFIDENCE_WORDS, gradeWording } from "@/features/claim/rules/grade-wording";
import type { Assessment, Claim } from "@/features/claim/schema";
import type { ContradictionAbout, StandingKind } from "@/features/relation/schema";
import { type ClaimEntry, type Fact, fact, joined, type Line, line, ours, said } from "./block";
import { tellDate, tellTime } from "./tell-date";

/** A standing relation as one of its claims tells it. `runs`: this claim is the one that the kind runs from. */
export type RelatedClaim = {
  number: number;
  kind: StandingKind;
  runs: boolean;
  about: ContradictionAbout | null;
  retracted: boolean;
};

/** The version of the article that the quote stands in. */
export type QuotedVersion = { ordinal: number; of: number; sha256: string | null; capturedAt: string; held: boolean };

export type ReportClaim = { claim: Claim; related: RelatedClaim[]; version: QuotedVersion | null };

type Place = {
  /** The number of its article among the sources. */
  source: number | null;
  /** It does not pass the filter and stands here because its conflict does. */
  outside: boolean;
};

export function claimEntry({ claim, related, version }: ReportClaim, { source, outside }: Place): ClaimEntry {
  const { quote, status } = claim;
  return {
    label: claim.claim,
    statement: claim.statement,
    marks: [...(status === "retracted" ? ["retracted"] : []), ...(outside ? ["outside the filter"] : [])],
    quote: quote && { exact: quote.exact, state: QUOTE_STATES[quote.state] },
    source,
    notes: [
      ...fact("Outlet", claim.outlet?.name),
      ...fact("Attribution", chain(claim)),
      ...fact("Reported", tellDate(claim.reportedOn, claim.reportedOnWords)),
      ...fact("Occurred", tellDate(claim.occurredOn, claim.occurredOnWords)),
      ...fact("Place", claim.place),
      ...fact("Quote", quote && tellQuote(quote, version)),
      ...grades(claim),
      ...(related.length > 0 ? [{ term: "Relations", value: tellRelated(related) }] : []),
      ...fact("Tags", claim.tags.join("; ")),
      ...fact("Note", claim.note),
      ...Object.entries(claim.extra).map(([term, value]) => ({ term: "Own column", value: line`${term}: ${value}` })),
      { term: "Entered", value: line`${claim.createdBy.name}, ${ours(tellTime(claim.createdAt))}, ${ours(status)}` },
    ],
  };
}

export const QUOTE_STATES: Record<NonNullable<Claim["quote"]>["state"], string> = {
  exact: "stands word for word in the version it was read in",
  moved: "stands unchanged, at another place, in a newer version",
  changed: "the newest version words it otherwise",
  orphaned: "not found in a text that is held",
};

/** In the order of credit; a source that is no outlet is told as one. */
const chain = ({ steps }: Claim): Line =>
  joined(
    steps.map(({ name, kind }) => (kind === "outlet" ? [said(name)] : line`${name} (source)`)),
    " > ",
  );

function tellQuote({ start, end, state }: NonNullable<Claim["quote"]>, version: QuotedVersion | null): Line {
  const at = start === null || end === null ? line`` : line`, characters ${start}–${end}`;
  if (!version) return line`${ours(QUOTE_STATES[state])}${at}`;
  const which = version.of > 1 ? line`; version ${version.ordinal} of ${version.of}` : line``;
  const held = version.held ? line`` : line`; its text is not held`;
  return line`${ours(QUOTE_STATES[state])}${at}${which}${held}`;
}

function grades(claim: Claim): Fact[] {
  const { reliability, credibility, confidence, assessments } = claim;
  const given = reliability || credibility ? ours(gradeWording(claim)) : null;
  return [
    ...fact("Grades", given && [given]),
    ...fact("Confidence", confidence && [ours(`${confidence} (${CONFIDENCE_WORDS[confidence]})`)]),
    ...fact("Assessed by", joined(assessments.map(tellAssessment), "; ")),
  ];
}

function tellAssessment({ user, reliability, credibility, confidence, reason, lead }: Assessment): Line {
  const given = [`${reliability ?? "–"}${credibility ?? "–"}`, confidence].filter(Boolean).join(", ");
  const why = reason ? line`: ${reason}` : line``;
  return line`${user.name}${ours(lead ? " (lead)" : "")} ${ours(given)}${why}`;
}

const VERBS: Record<StandingKind, [runs: string, isRun: string]> = {
  agrees: ["agrees with", "agrees with"],
  contradicts: ["contradicts", "contradicts"],
  qualifies: ["qualifies", "qualifies"],
  updates: ["updates", "is updated by"],
  repeats: ["repeats", "is repeated by"],
  unrelated: ["unrelated to", "unrelated to"],
  disputed: ["in dispute with", "in dispute with"],
};

const MOST_RELATED = 200;

/** By kind: "contradicts C-4 (number), C-7; is repeated by C-9". */
function tellRelated(related: RelatedClaim[]): Line {
  const byVerb = new Map<string, string[]>();
  for (const { kind, runs, number, about, retracted } of related.slice(0, MOST_RELATED)) {
    const verb = VERBS[kind][runs ? 0 : 1];
    const aside = [about, retracted ? "retracted" : null].filter(Boolean).join(", ");
    byVerb.set(verb, [...(byVerb.get(verb) ?? []), `C-${number}${aside ? ` (${aside})` : ""}`]);
  }
  const told = [...byVerb].map(([verb, claims]) => `${verb} ${claims.join(", ")}`).join("; ");
  const more = related.length - MOST_RELATED;
  return [ours(more > 0 ? `${told}; and ${more} more, which the claim sheet names` : told)];
}
