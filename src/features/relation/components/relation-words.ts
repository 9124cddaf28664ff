import type { RelationOfClaim, StandingKind } from "../schema";

/** How a relation reads from one of its claims: a directed kind has a word for each side. */
const BACKWARD: Partial<Record<StandingKind, string>> = { updates: "is updated by", repeats: "is repeated by" };

export function wordOf(relation: Pick<RelationOfClaim, "kind" | "about" | "from" | "claimId">): string {
  const { kind, about, from, claimId } = relation;
  if (!kind) return "not judged yet";
  if (kind === "contradicts" && about) return `contradicts on ${about}`;
  return from === claimId ? kind : (BACKWARD[kind] ?? kind);
}

/** The keys of the verbs, as on the reader, the sheet and the claim's page. */
export const VERBS = [
  { keys: "=", kind: "agrees", label: "Agrees with…" },
  { keys: "x", kind: "contradicts", label: "Contradicts…" },
  { keys: "q", kind: "qualifies", label: "Qualifies…" },
  { keys: "u", kind: "updates", label: "Updates…" },
  { keys: "d", kind: "repeats", label: "Repeats (same origin)…" },
  { keys: "n", kind: "unrelated", label: "Not related to…" },
] as const;

export const ABOUTS = [
  { key: "1", about: "number" },
  { key: "2", about: "time" },
  { key: "3", about: "place" },
  { key: "4", about: "actor" },
  { key: "5", about: "cause" },
  { key: "6", about: "occurrence" },
  { key: "7", about: "attribution" },
] as const;
