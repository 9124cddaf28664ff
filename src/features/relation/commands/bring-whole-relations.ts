import { recordActivities } from "@/features/activity/commands/record-activities";
import { bringBlindly } from "@/features/claim/commands/bring-blindly";
import type { TxCtx } from "@/platform/context";
import { forbidden } from "@/platform/errors";
import { canJudge, canRule } from "../policy";
import { canonicalEnds, standingOf } from "../rules";
import type { ContradictionAbout, RelationFamily, RelationKind } from "../schema";
import { labelOf } from "./settle-relation";

type Said = {
  by: string;
  kind: RelationKind;
  /** It runs from `to` to `from`. */
  reversed: boolean;
  about: ContradictionAbout | null;
  rationale: string;
  createdAt: string;
  updatedAt: string;
};

/** A relation of a file from elsewhere, by the ids and people of this installation. */
export type WholeRelation = {
  id: string;
  from: { id: string; number: number };
  to: { id: string; number: number };
  family: RelationFamily;
  judgements: (Said & {
    id: string;
    confidence: "low" | "moderate" | "high" | null;
    blind: { kind: RelationKind; reversed: boolean } | null;
  })[];
  ruling: Said | null;
  createdAt: string;
};

/**
 * Stores pairs that nobody has related here yet, with the judgements and the ruling of whoever gave them; what stands is
 * worked out anew. A ruling comes with a lead only. The case is locked already.
 */
export async function bringWholeRelations(
  ctx: TxCtx,
  caseId: string,
  relations: readonly WholeRelation[],
): Promise<void> {
  if (!canJudge(ctx.actor)) throw forbidden();
  if (!canRule(ctx.actor) && relations.some(({ ruling }) => ruling)) throw forbidden();
  await insertRelations(ctx, caseId, relations);
  await insertJudgements(ctx, relations);
  await insertRulings(ctx, relations);
  await recordActivities(
    ctx,
    caseId,
    relations.map((relation) => ({
      verb: "relation.brought",
      subject: { type: "relation" as const, id: relation.id, label: labelOf(relation) },
      after: toldOf(relation),
    })),
  );
}

function toldOf({ from, to, judgements, ruling }: WholeRelation) {
  const told = ({ reversed, kind, about, rationale, by }: Said) => ({
    by,
    kind,
    from: `C-${(reversed ? to : from).number}`,
    about,
    rationale,
  });
  return {
    judgements: judgements.map((each) => ({ judgement: each.id, ...told(each), confidence: each.confidence })),
    ruling: ruling && told(ruling),
    standing: standingOf(judgements, ruling)?.standing ?? null,
  };
}

async function insertRelations(ctx: TxCtx, caseId: string, relations: readonly WholeRelation[]): Promise<void> {
  const rows = relations.map(({ id, from, to, family, judgements, ruling, createdAt }) => ({
    id,
    from: from.id,
    to: to.id,
    family,
    createdAt,
    ...canonicalEnds(from.id, to.id),
    ...standingOf(judgements, ruling),
  }));
  await ctx.tx.$executeRaw`
    INSERT INTO relation (team_id, id, case_id, family, from_claim_id, to_claim_id, low_claim_id, high_claim_id, standing,
      reversed, standing_about, created_at)
    SELECT ${ctx.teamId}::uuid, x.id, ${caseId}::uuid, x.family, x."from", x."to", x.low, x.high, x.standing,
      coalesce(x.reversed, FALSE), x.about, x."createdAt"
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS x(
      id uuid, family relation_family, "from" uuid, "to" uuid, low uuid, high uuid, standing standing_kind,
      reversed boolean, about contradiction_about, "createdAt" timestamptz)`;
}

async function insertJudgements(ctx: TxCtx, relations: readonly WholeRelation[]): Promise<void> {
  const rows = relations.flatMap(({ id, judgements }) => judgements.map((each) => ({ ...each, relationId: id })));
  await bringBlindly(ctx);
  await ctx.tx.$executeRaw`
    INSERT INTO judgement (team_id, id, relation_id, user_id, kind, reversed, about, rationale, confidence, blind_kind,
      blind_reversed, created_at, updated_at)
    SELECT ${ctx.teamId}::uuid, x.id, x."relationId", x.by, x.kind, x.reversed, x.about, x.rationale, x.confidence,
      (x.blind->>'kind')::relation_kind, coalesce((x.blind->>'reversed')::boolean, FALSE), x."createdAt", x."updatedAt"
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS x(
      id uuid, "relationId" uuid, by uuid, kind relation_kind, reversed boolean, about contradiction_about, rationale text,
      confidence confidence, blind jsonb, "createdAt" timestamptz, "updatedAt" timestamptz)`;
}

async function insertRulings(ctx: TxCtx, relations: readonly WholeRelation[]): Promise<void> {
  const rows = relations.flatMap(({ id, ruling }) => (ruling ? [{ ...ruling, relationId: id }] : []));
  await ctx.tx.$executeRaw`
    INSERT INTO ruling (team_id, relation_id, user_id, kind, reversed, about, rationale, created_at, updated_at)
    SELECT ${ctx.teamId}::uuid, x."relationId", x.by, x.kind, x.reversed, x.about, x.rationale, x."createdAt", x."updatedAt"
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS x(
      "relationId" uuid, by uuid, kind relation_kind, reversed boolean, about contradiction_about, rationale text,
      "createdAt" timestamptz, "updatedAt" timestamptz)`;
}
