import { recordActivities } from "@/features/activity/commands/record-activities";
import { lockCase } from "@/features/case/commands/lock-case";
import { type ClaimRef, findClaimRefs } from "@/features/claim/queries";
import type { TxCtx } from "@/platform/context";
import { forbidden, refuse } from "@/platform/errors";
import { newId } from "@/platform/new-id";
import { canJudge } from "../policy";
import { canonicalEnds, familyOf, refuseRelation } from "../rules";
import type { RecordRelation, RelationFamily } from "../schema";
import type { Held } from "./hold-relation";
import { newlyHeld } from "./record-fresh-relation";
import { recordRelation } from "./record-relation";
import { labelOf } from "./settle-relation";
import { history } from "./write-judgement";

export type RelationEntry = RecordRelation;

type Fresh = { entry: RelationEntry; held: Held };

/**
 * Records the caller's judgements of many pairs at once: what `recordRelation` would record one by one. Pairs that
 * nobody has related yet take a fixed number of queries; the others go one by one. All or none.
 */
export async function recordRelations(ctx: TxCtx, caseId: string, entries: readonly RelationEntry[]): Promise<void> {
  if (!canJudge(ctx.actor)) throw forbidden();
  await lockCase(ctx, caseId);
  const refs = await findClaimRefs(ctx, [...new Set(entries.flatMap(({ from, to }) => [from, to]))]);
  const related = await findRelated(ctx, caseId, entries);
  const fresh = new Map<string, Fresh>();
  const others: RelationEntry[] = [];
  for (const entry of entries) {
    const key = pairKey(entry.from, entry.to, familyOf(entry.kind));
    if (related.has(key) || fresh.has(key)) others.push(entry);
    else fresh.set(key, { entry, held: holdNew(caseId, entry, refs) });
  }
  await insertFresh(ctx, caseId, [...fresh.values()]);
  for (const entry of others) await recordRelation(ctx, { ...entry, caseId });
}

const pairKey = (a: string, b: string, family: RelationFamily) => {
  const { low, high } = canonicalEnds(a, b);
  return `${low} ${high} ${family}`;
};

async function findRelated(ctx: TxCtx, caseId: string, entries: readonly RelationEntry[]): Promise<Set<string>> {
  const lows = entries.map(({ from, to }) => canonicalEnds(from, to).low);
  const rows = await ctx.tx.$queryRaw<{ low: string; high: string; family: RelationFamily }[]>`
    SELECT low_claim_id::text AS low, high_claim_id::text AS high, family::text FROM relation
    WHERE team_id = ${ctx.teamId}::uuid AND case_id = ${caseId}::uuid AND low_claim_id = ANY(${lows}::uuid[])`;
  return new Set(rows.map(({ low, high, family }) => pairKey(low, high, family)));
}

function holdNew(caseId: string, { from, to, ...said }: RelationEntry, refs: ReadonlyMap<string, ClaimRef>): Held {
  const end = (id: string) => {
    const ref = refs.get(id);
    return ref?.caseId === caseId ? ref : null;
  };
  const ends = { from: end(from), to: end(to) };
  refuse(refuseRelation(ends.from, ends.to, said));
  if (!ends.from || !ends.to) throw new Error("a relation without ends was not refused");
  return newlyHeld(ends.from, ends.to, familyOf(said.kind));
}

async function insertFresh(ctx: TxCtx, caseId: string, fresh: readonly Fresh[]): Promise<void> {
  const rows = fresh.map(({ entry: { about = null, rationale = "", confidence = null, ...entry }, held }) => ({
    ...canonicalEnds(entry.from, entry.to),
    ...entry,
    about,
    rationale,
    confidence,
    id: held.id,
    family: held.family,
    judgement: newId(),
  }));
  const json = JSON.stringify(rows);
  await ctx.tx.$executeRaw`
    INSERT INTO relation (team_id, id, case_id, family, from_claim_id, to_claim_id, low_claim_id, high_claim_id, standing,
                          standing_about)
    SELECT ${ctx.teamId}::uuid, x.id, ${caseId}::uuid, x.family, x."from", x."to", x.low, x.high, x.kind, x.about
    FROM jsonb_to_recordset(${json}::jsonb) AS x(
      id uuid, family relation_family, "from" uuid, "to" uuid, low uuid, high uuid, kind standing_kind,
      about contradiction_about)`;
  await ctx.tx.$executeRaw`
    INSERT INTO judgement (team_id, id, relation_id, user_id, kind, about, rationale, confidence)
    SELECT ${ctx.teamId}::uuid, x.judgement, x.id, ${ctx.actor.userId}::uuid, x.kind, x.about, x.rationale, x.confidence
    FROM jsonb_to_recordset(${json}::jsonb) AS x(
      id uuid, judgement uuid, kind relation_kind, about contradiction_about, rationale text, confidence confidence)`;
  await recordActivities(
    ctx,
    caseId,
    fresh.map(({ entry: { kind, about = null, rationale = "", confidence = null }, held }, index) => {
      const said = { id: rows[index]?.judgement ?? "", kind, reversed: false, about, rationale, confidence };
      return {
        verb: "relation.judged",
        subject: { type: "relation" as const, id: held.id, label: labelOf(held) },
        after: { ...history(held, said), standing: kind },
      };
    }),
  );
}
