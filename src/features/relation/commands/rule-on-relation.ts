import { changedFields } from "@/features/activity/rules";
import { notify } from "@/features/case/commands/notify";
import { type Ctx, type TxCtx, transact } from "@/platform/context";
import { forbidden, stale } from "@/platform/errors";
import { canRule } from "../policy";
import { isDirected, readsAs } from "../rules";
import type { Relation, RuleOnRelation } from "../schema";
import { type Held, type HeldRuling, holdFor, holdRelation, present } from "./hold-relation";
import { labelOf, settleRelation, told } from "./settle-relation";

/** Decides what stands of a pair, against any number of judgements; a later ruling replaces it. */
export async function ruleOnRelation(
  ctx: Ctx,
  { relationId, version, ...said }: RuleOnRelation & { relationId: string },
): Promise<Relation> {
  if (!canRule(ctx.actor)) throw forbidden();
  return transact(ctx, async (ctx) => {
    const held = await holdRelation(ctx, relationId);
    const kept = held.ruling?.kind === said.kind ? held.ruling : null;
    const way = kept && readsAs({ from: held.from.id, to: held.to.id }, kept.reversed).from;
    const current = await present(ctx, held);
    const { target, from } = await holdFor(ctx, held, current, { ...said, from: said.from ?? way ?? undefined });
    const wanted = merged(target, said, isDirected(said.kind) && from.id !== target.from.id);
    if (isSame(ctx, target, wanted)) return present(ctx, target);
    if (target === held && version !== undefined && version !== held.version) throw stale("relation", current);
    return store(ctx, target, wanted);
  });
}

type Wanted = Omit<HeldRuling, "userId">;

function merged({ ruling }: Held, said: RuleOnRelation, reversed: boolean): Wanted {
  const kept = ruling && ruling.kind === said.kind && ruling.reversed === reversed ? ruling : null;
  return {
    kind: said.kind,
    reversed,
    about: said.about === undefined ? (kept?.about ?? null) : said.about,
    rationale: said.rationale ?? kept?.rationale ?? "",
  };
}

function isSame(ctx: TxCtx, held: Held, wanted: Wanted): boolean {
  if (held.ruling?.userId !== ctx.actor.userId) return false;
  return changedFields(told(held, held.ruling), told(held, wanted)) === null;
}

async function store(ctx: TxCtx, held: Held, wanted: Wanted): Promise<Relation> {
  const { teamId } = ctx;
  const decided = { ...wanted, userId: ctx.actor.userId };
  await ctx.tx.ruling.upsert({
    where: { teamId_relationId: { teamId, relationId: held.id } },
    create: { teamId, relationId: held.id, ...decided },
    update: decided,
  });
  const before = held.ruling && told(held, held.ruling);
  const change = { verb: "relation.ruled" as const, before, after: told(held, wanted) };
  const settled = await settleRelation(ctx, held, { ...held, ruling: wanted }, change);
  // Who judged otherwise should hear of it: that is how a team comes to mean the same by its words.
  const overruled = held.judgements.filter(
    ({ kind, reversed }) => kind !== wanted.kind || reversed !== wanted.reversed,
  );
  await notify(ctx, {
    caseId: held.caseId,
    kind: "ruled",
    subject: { type: "relation", id: held.id, label: labelOf(held) },
    people: overruled.map(({ userId }) => userId),
  });
  return settled;
}
