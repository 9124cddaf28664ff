import { claimLabel } from "@/features/claim/rules/claim-number";
import type { Ctx } from "@/platform/context";
import { db } from "@/platform/context";
import { forbidden, notFound } from "@/platform/errors";
import { canJudge } from "../policy";
import { areSameWords } from "../rules/same-words";
import { recordRelation } from "./record-relation";

/** Which claim was found to be repeated, and the relation that says so. */
export type Repeated = { relationId: string; claim: string; outlet: string | null };

type Own = { caseId: string; exact: string; originalId: string };
type Theirs = { id: string; number: number; exact: string; outlet: string | null };

/**
 * Records that a claim repeats the one on the same words of the article that its own is said to copy; null where there is
 * none, or where its article copies nothing. It is the caller's own judgement, as if they had recorded it by hand.
 */
export async function repeatOriginal(ctx: Ctx, { claimId }: { claimId: string }): Promise<Repeated | null> {
  if (!canJudge(ctx.actor)) throw forbidden();
  const [claim] = await db(ctx).$queryRaw<(Partial<Own> & { caseId: string })[]>`
    SELECT c.case_id::text AS "caseId", q.exact, a.repeats_id::text AS "originalId"
    FROM claim c
    LEFT JOIN quote q ON q.team_id = c.team_id AND q.claim_id = c.id
    LEFT JOIN article a ON a.team_id = c.team_id AND a.id = c.article_id
    WHERE c.team_id = ${ctx.teamId}::uuid AND c.id = ${claimId}::uuid`;
  if (!claim) throw notFound("claim");
  const { caseId, exact, originalId } = claim;
  if (!exact || !originalId) return null;
  const found = await findSameWords(ctx, { caseId, exact, originalId });
  if (!found) return null;
  const { id: relationId } = await recordRelation(ctx, { caseId, from: claimId, to: found.id, kind: "repeats" });
  return { relationId, claim: claimLabel(found.number), outlet: found.outlet };
}

/** In a blind case only among one's own: that there is such a claim would tell what others entered. */
async function findSameWords(ctx: Ctx, { exact, originalId }: Own): Promise<Theirs | undefined> {
  const claims = await db(ctx).$queryRaw<Theirs[]>`
    SELECT c.id::text, c.number, q.exact, o.name AS outlet
    FROM claim c
    JOIN "case" k ON k.team_id = c.team_id AND k.id = c.case_id
    JOIN quote q ON q.team_id = c.team_id AND q.claim_id = c.id
    LEFT JOIN outlet o ON o.team_id = c.team_id AND o.id = c.outlet_id
    WHERE c.team_id = ${ctx.teamId}::uuid AND c.article_id = ${originalId}::uuid AND c.status <> 'retracted'
      AND (NOT k.blind OR c.created_by_id = ${ctx.actor.userId}::uuid)
    ORDER BY c.number`;
  return claims.find((each) => areSameWords(exact, each.exact));
}
