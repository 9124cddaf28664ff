import { recordActivity } from "@/features/activity/commands/record-activity";
import type { TxCtx } from "@/platform/context";
import { newId } from "@/platform/new-id";
import { presentRelation } from "../queries/relation-row";
import { canonicalEnds, familyOf } from "../rules";
import type { JudgeRelation, Relation } from "../schema";
import type { End, Held } from "./hold-relation";
import { labelOf } from "./settle-relation";
import { history } from "./write-judgement";

/**
 * The first judgement of a pair that nobody has related: what it says stands. In one statement with the relation itself,
 * and answered without reading either again, for this is what analysts do most.
 */
export async function recordFreshRelation(
  ctx: TxCtx,
  { from, to }: { from: End; to: End },
  said: Omit<JudgeRelation, "from" | "version">,
): Promise<Relation> {
  const { kind, about = null, rationale = "", confidence = null } = said;
  const held = newlyHeld(from, to, familyOf(kind));
  const judgement = { id: newId(), kind, reversed: false, about, rationale, confidence };
  const at = await insert(ctx, held, judgement);
  await recordActivity(ctx, {
    caseId: held.caseId,
    verb: "relation.judged",
    subject: { type: "relation", id: held.id, label: labelOf(held) },
    after: { ...history(held, judgement), standing: kind },
  });
  const user = { id: ctx.actor.userId, name: ctx.actor.name };
  return presentRelation({
    id: held.id,
    caseId: held.caseId,
    from: from.id,
    to: to.id,
    fromNumber: from.number,
    toNumber: to.number,
    family: held.family,
    standing: kind,
    reversed: false,
    about,
    version: 1,
    createdAt: at,
    updatedAt: at,
    visible: true,
    judgements: [{ ...judgement, user, version: 1, updatedAt: at.toISOString() }],
    ruling: null,
  });
}

/** A pair as it is held before anybody has judged it. */
export function newlyHeld(from: End, to: End, family: Held["family"]): Held {
  const blank = { standing: null, version: 1, judgements: [], ruling: null };
  return { id: newId(), caseId: from.caseId, family, from, to, fresh: true, ...blank };
}

type Judgement = Parameters<typeof history>[1];

/** When it was stored. */
async function insert(ctx: TxCtx, held: Held, { id, kind, about, rationale, confidence }: Judgement): Promise<Date> {
  const { low, high } = canonicalEnds(held.from.id, held.to.id);
  const [made] = await ctx.tx.$queryRaw<{ at: Date }[]>`
    WITH made AS (
      INSERT INTO relation (team_id, id, case_id, family, from_claim_id, to_claim_id, low_claim_id, high_claim_id, standing,
                            standing_about)
      VALUES (${ctx.teamId}::uuid, ${held.id}::uuid, ${held.caseId}::uuid, ${held.family}::relation_family,
              ${held.from.id}::uuid, ${held.to.id}::uuid, ${low}::uuid, ${high}::uuid, ${kind}::standing_kind,
              ${about}::contradiction_about)
      RETURNING created_at AS at),
    judged AS (
      INSERT INTO judgement (team_id, id, relation_id, user_id, kind, about, rationale, confidence)
      VALUES (${ctx.teamId}::uuid, ${id}::uuid, ${held.id}::uuid, ${ctx.actor.userId}::uuid, ${kind}::relation_kind,
              ${about}::contradiction_about, ${rationale}, ${confidence}::confidence))
    SELECT at FROM made`;
  if (!made) throw new Error("a relation was not stored");
  return made.at;
}
