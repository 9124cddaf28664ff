import { lockCase } from "@/features/case/commands/lock-case";
import type { TxCtx } from "@/platform/context";
import { invalid, notFound, refuse } from "@/platform/errors";
import { getRelation } from "../queries";
import { canonicalEnds, familyOf, refuseRelation, type Vote } from "../rules";
import type { Judgement, Relation, RelationFamily, RelationKind, StandingKind } from "../schema";

export type End = { id: string; caseId: string; number: number; status: string };
export type HeldJudgement = Vote & Pick<Judgement, "id" | "rationale" | "confidence"> & { userId: string };
export type HeldRuling = Vote & { rationale: string; userId: string };

/** A relation under its case's lock: nobody else changes it before this transaction ends. */
export type Held = {
  id: string;
  caseId: string;
  family: RelationFamily;
  from: End;
  to: End;
  standing: StandingKind | null;
  version: number;
  /** Made in this transaction: its first writing is version 1. */
  fresh: boolean;
  judgements: HeldJudgement[];
  ruling: HeldRuling | null;
};

export async function holdRelation(ctx: TxCtx, relationId: string): Promise<Held> {
  const where = { teamId_id: { teamId: ctx.teamId, id: relationId } };
  const found = await ctx.tx.relation.findUnique({ where, select: { caseId: true } });
  if (!found) throw notFound("relation");
  await lockCase(ctx, found.caseId);
  return { ...(await readHeld(ctx, relationId)), fresh: false };
}

/** The pair's relation of one family; made where there is none. The case is locked already. */
export async function holdPair(ctx: TxCtx, from: End, to: End, family: RelationFamily): Promise<Held> {
  const { teamId } = ctx;
  const { low, high } = canonicalEnds(from.id, to.id);
  const pair = { teamId, lowClaimId: low, highClaimId: high, family };
  const where = { teamId_lowClaimId_highClaimId_family: pair };
  const found = await ctx.tx.relation.findUnique({ where, select: { id: true } });
  if (found) return { ...(await readHeld(ctx, found.id)), fresh: false };
  const data = { ...pair, caseId: from.caseId, fromClaimId: from.id, toClaimId: to.id };
  const { id, version } = await ctx.tx.relation.create({ data, select: { id: true, version: true } });
  const blank = { standing: null, judgements: [], ruling: null, fresh: true };
  return { id, caseId: from.caseId, family, from, to, version, ...blank };
}

/** In one statement: a transaction has one connection, and what Prisma includes it would ask for side by side. */
export async function readHeld(ctx: TxCtx, relationId: string): Promise<Omit<Held, "fresh">> {
  const [row] = await ctx.tx.$queryRaw<Omit<Held, "fresh">[]>`
    SELECT r.id::text, r.case_id::text AS "caseId", r.family::text, r.standing::text, r.version,
      json_build_object('id', f.id, 'caseId', f.case_id, 'number', f.number, 'status', f.status) AS "from",
      json_build_object('id', t.id, 'caseId', t.case_id, 'number', t.number, 'status', t.status) AS "to",
      (SELECT coalesce(json_agg(json_build_object('id', j.id, 'userId', j.user_id, 'kind', j.kind,
          'reversed', j.reversed, 'about', j.about, 'rationale', j.rationale, 'confidence', j.confidence)), '[]')
        FROM judgement j WHERE j.team_id = r.team_id AND j.relation_id = r.id) AS judgements,
      (SELECT json_build_object('userId', w.user_id, 'kind', w.kind, 'reversed', w.reversed, 'about', w.about,
          'rationale', w.rationale)
        FROM ruling w WHERE w.team_id = r.team_id AND w.relation_id = r.id) AS ruling
    FROM relation r
    JOIN claim f ON f.team_id = r.team_id AND f.id = r.from_claim_id
    JOIN claim t ON t.team_id = r.team_id AND t.id = r.to_claim_id
    WHERE r.team_id = ${ctx.teamId}::uuid AND r.id = ${relationId}::uuid`;
  if (!row) throw notFound("relation");
  return row;
}

/** Two claims of a case, null where it has no such claim, and what relates them in the family of a kind. */
export async function findPair(
  ctx: TxCtx,
  caseId: string,
  { from, to, kind }: { from: string; to: string; kind: RelationKind },
): Promise<{ from: End | null; to: End | null; relationId: string | null }> {
  const { low, high } = canonicalEnds(from.toLowerCase(), to.toLowerCase());
  const rows = await ctx.tx.$queryRaw<(End & { relationId: string | null })[]>`
    SELECT c.id::text, c.case_id::text AS "caseId", c.number, c.status::text, (
      SELECT r.id::text FROM relation r WHERE r.team_id = ${ctx.teamId}::uuid AND r.low_claim_id = ${low}::uuid
        AND r.high_claim_id = ${high}::uuid AND r.family = ${familyOf(kind)}::relation_family) AS "relationId"
    FROM claim c
    WHERE c.team_id = ${ctx.teamId}::uuid AND c.case_id = ${caseId}::uuid AND c.id IN (${low}::uuid, ${high}::uuid)`;
  const find = (id: string) => {
    const found = rows.find((row) => row.id === id.toLowerCase());
    return found ? { id: found.id, caseId: found.caseId, number: found.number, status: found.status } : null;
  };
  return { from: find(from), to: find(to), relationId: rows[0]?.relationId ?? null };
}

type Said = { kind: RelationKind; about?: Vote["about"]; from?: string };

/**
 * The relation that a view on `held` belongs to, with its direction. A kind of the other family belongs to the pair's
 * other relation: who sees what this one is about is told so; who does not must not learn it from a refusal.
 */
export async function holdFor(ctx: TxCtx, held: Held, current: Relation, said: Said) {
  const ends = [held.from, held.to];
  const from = ends.find((end) => end.id === (said.from ?? current.from).toLowerCase());
  const to = ends.find((end) => end !== from);
  if (!from || !to) throw invalid("from", "is not one of this relation's two claims");
  refuse(refuseRelation(from, to, said));
  const family = familyOf(said.kind);
  if (family === held.family) return { target: held, from };
  if (current.family !== undefined) throw invalid("kind", otherFamily(said.kind));
  return { target: await holdPair(ctx, from, to, family), from };
}

const otherFamily = (kind: RelationKind) =>
  kind === "repeats"
    ? "says where a claim comes from, not what it says: record it as a relation of its own"
    : "says what the claims say of each other, not where one comes from: record it as a relation of its own";

/** The relation as the caller may see it, for the answer and for a refusal of a stale write. */
export const present = (ctx: TxCtx, held: Held): Promise<Relation> => getRelation(ctx, held.id);
