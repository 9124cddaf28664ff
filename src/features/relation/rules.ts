import type { Refusal } from "@/platform/errors";
import type { ContradictionAbout, RelationFamily, RelationKind, StandingKind } from "./schema";

export const familyOf = (kind: RelationKind): RelationFamily => (kind === "repeats" ? "descent" : "content");

/** These two run from the later claim to the earlier; the others read the same both ways. */
export const isDirected = (kind: StandingKind) => kind === "updates" || kind === "repeats";

/** The pair in the order in which it is unique. Ids are compared as Postgres compares UUIDs: lower-case hex. */
export function canonicalEnds(a: string, b: string): { low: string; high: string } {
  return a < b ? { low: a, high: b } : { low: b, high: a };
}

type End = { id: string; caseId: string; number: number; status: string };
type Said = { kind: RelationKind; about?: ContradictionAbout | null };

/** Why these two claims cannot be related so, or null. `from` and `to` are null where the case has no such claim. */
export function refuseRelation(from: End | null, to: End | null, said: Said): Refusal | null {
  return (
    refuseEnd("from", from) ??
    refuseEnd("to", to) ??
    (from && from.id === to?.id ? { path: "to", message: "is the same claim; a relation needs two" } : null) ??
    (from && from.caseId !== to?.caseId ? { path: "to", message: "is a claim of another case" } : null) ??
    refuseAbout(said)
  );
}

function refuseEnd(path: string, end: End | null): Refusal | null {
  if (!end) return { path, message: "is not a claim of this case" };
  if (end.status === "retracted") return { path, message: `is C-${end.number}, which is retracted; restore it first` };
  return null;
}

/** What a judgement or ruling says must fit its kind. A contradiction should say what it is about, but need not. */
export function refuseAbout({ kind, about }: Said): Refusal | null {
  if (about == null || kind === "contradicts") return null;
  return { path: "about", message: "belongs to a contradiction only" };
}

export type Vote = { kind: RelationKind; reversed: boolean; about: ContradictionAbout | null };
export type Standing = { standing: StandingKind; reversed: boolean; about: ContradictionAbout | null };

/**
 * What stands of a pair: the ruling, else the most frequent judgement, where opposite directions of a directed kind are
 * different votes. A tie stands as `disputed`. What a contradiction is about is put to the vote among those who said
 * "contradicts" and named something; a ruling that names nothing leaves that vote as it is.
 */
export function standingOf(judgements: Vote[], ruling: Vote | null): Standing | null {
  const won = ruling ? voteKey(ruling) : mostFrequent(judgements.map(voteKey));
  if (won === undefined) return null;
  const winner = ruling ?? judgements.find((each) => voteKey(each) === won);
  if (!winner) return { standing: "disputed", reversed: false, about: null };
  const named = judgements.flatMap((each) => (each.kind === "contradicts" && each.about ? [each.about] : []));
  const about = winner.kind === "contradicts" ? (ruling?.about ?? mostFrequent(named) ?? null) : null;
  return { standing: winner.kind, reversed: isDirected(winner.kind) && winner.reversed, about };
}

const voteKey = ({ kind, reversed }: Vote) => (isDirected(kind) && reversed ? `${kind} reversed` : kind);

/** The value that occurs most often; null where several do, undefined where there is none. */
function mostFrequent<T>(values: T[]): T | null | undefined {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const most = Math.max(0, ...counts.values());
  const leaders = [...counts].filter(([, count]) => count === most);
  return leaders.length > 1 ? null : leaders[0]?.[0];
}

/** The ends as the standing kind reads. */
export const readsAs = <T>(ends: { from: T; to: T }, reversed: boolean) =>
  reversed ? { from: ends.to, to: ends.from } : { from: ends.from, to: ends.to };
