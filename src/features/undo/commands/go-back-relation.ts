import { getClaimOfCase } from "@/features/claim/queries";
import { judgeRelation } from "@/features/relation/commands/judge-relation";
import { ruleOnRelation } from "@/features/relation/commands/rule-on-relation";
import { withdrawJudgement } from "@/features/relation/commands/withdraw-judgement";
import { withdrawRuling } from "@/features/relation/commands/withdraw-ruling";
import { getRelation } from "@/features/relation/queries";
import { JudgeRelation, type Relation, RuleOnRelation } from "@/features/relation/schema";
import type { TxCtx } from "@/platform/context";
import { parseInput } from "@/platform/parse-input";

type Fields = Record<string, unknown>;
type Going = { caseId: string; id: string; before: Fields };

/** The caller's own judgement before a change of it; none, where the change was the first. */
export async function judgementAsBefore(ctx: TxCtx, going: Going): Promise<Relation> {
  const { id, before } = going;
  if (!("judgement" in before)) return withdrawJudgement(ctx, { relationId: id });
  const { judgements = [] } = await getRelation(ctx, id);
  const own = judgements.find(({ user }) => user.id === ctx.actor.userId);
  return judge(ctx, going, own ?? {});
}

export const judgementWithdrawn = (ctx: TxCtx, going: Going): Promise<Relation> => judge(ctx, going, {});

/** What history tells of a judgement that changed is only what changed: the rest is as it is now. */
async function judge(ctx: TxCtx, { caseId, id, before }: Going, now: Partial<JudgeRelation>): Promise<Relation> {
  const from = (await endOf(ctx, caseId, before.from)) ?? now.from;
  const { kind, about, rationale, confidence } = { ...now, ...before };
  const said = parseInput(JudgeRelation, { kind, about, rationale, confidence, ...(from && { from }) });
  return judgeRelation(ctx, { ...said, relationId: id });
}

export async function rulingAsBefore(ctx: TxCtx, going: Going): Promise<Relation> {
  return "kind" in going.before ? rulingWithdrawn(ctx, going) : withdrawRuling(ctx, { relationId: going.id });
}

export async function rulingWithdrawn(ctx: TxCtx, { caseId, id, before }: Going): Promise<Relation> {
  const { kind, about, rationale } = before;
  const from = await endOf(ctx, caseId, before.from);
  const said = parseInput(RuleOnRelation, { kind, about, rationale, ...(from && { from }) });
  return ruleOnRelation(ctx, { ...said, relationId: id });
}

/** History names the ends by their numbers. */
const endOf = async (ctx: TxCtx, caseId: string, label: unknown): Promise<string | undefined> =>
  typeof label === "string" ? (await getClaimOfCase(ctx, caseId, label)).id : undefined;
