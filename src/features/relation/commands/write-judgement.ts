import { changedFields } from "@/features/activity/rules";
import type { TxCtx } from "@/platform/context";
import { stale } from "@/platform/errors";
import { getRelation } from "../queries";
import { isDirected } from "../rules";
import type { JudgeRelation, Relation } from "../schema";
import type { Held, HeldJudgement } from "./hold-relation";
import { settleRelation, told } from "./settle-relation";

type Said = Omit<JudgeRelation, "from" | "version">;
type Options = {
  /** The end that a directed kind runs from. */
  from: string;
  /** The relation's version that the caller saw, where it says so. */
  version?: number | undefined;
};

/** Writes the caller's judgement on a held relation. The same judgement again changes nothing, whatever the version. */
export async function writeJudgement(
  ctx: TxCtx,
  held: Held,
  said: Said,
  { from, version }: Options,
): Promise<Relation> {
  const prior = held.judgements.find((each) => each.userId === ctx.actor.userId) ?? null;
  const wanted = merged(prior, said, isDirected(said.kind) && from !== held.from.id);
  const before = prior && history(held, prior);
  const change = changedFields(before ?? {}, history(held, { ...wanted, id: prior?.id ?? "" }));
  if (prior && !change) return getRelation(ctx, held.id);
  if (version !== undefined && version !== held.version) throw stale("relation", await getRelation(ctx, held.id));
  const id = await store(ctx, held, prior, wanted);
  const verb = "relation.judged";
  const views = { ...held, judgements: [...held.judgements.filter((each) => each !== prior), wanted] };
  if (!prior || !change) {
    return settleRelation(ctx, held, views, { verb, before: null, after: history(held, { ...wanted, id }) });
  }
  // The judgement's id goes along: known only to those who may see it, it keeps the row's hash from being guessed.
  const named = { judgement: id };
  return settleRelation(ctx, held, views, {
    verb,
    before: { ...named, ...change.before },
    after: { ...named, ...change.after },
  });
}

type Wanted = Omit<HeldJudgement, "id" | "userId">;

/** Where the kind stays, what was not said again stays too; a reason given for another kind does not carry over. */
function merged(prior: HeldJudgement | null, said: Said, reversed: boolean): Wanted {
  const kept = prior && prior.kind === said.kind && prior.reversed === reversed ? prior : null;
  return {
    kind: said.kind,
    reversed,
    about: said.about === undefined ? (kept?.about ?? null) : said.about,
    rationale: said.rationale ?? kept?.rationale ?? "",
    confidence: said.confidence === undefined ? (kept?.confidence ?? null) : said.confidence,
  };
}

export const history = (held: Held, judgement: Omit<HeldJudgement, "userId">) => ({
  judgement: judgement.id,
  ...told(held, judgement),
  confidence: judgement.confidence,
});

async function store(ctx: TxCtx, held: Held, prior: HeldJudgement | null, wanted: Wanted): Promise<string> {
  const { teamId } = ctx;
  const select = { id: true };
  if (prior) {
    const data = { ...wanted, version: { increment: 1 } };
    await ctx.tx.judgement.update({ where: { teamId_id: { teamId, id: prior.id } }, data, select });
    return prior.id;
  }
  const data = { teamId, relationId: held.id, userId: ctx.actor.userId, ...wanted };
  return (await ctx.tx.judgement.create({ data, select })).id;
}
