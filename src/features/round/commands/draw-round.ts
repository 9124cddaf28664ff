import { recordActivity } from "@/features/activity/commands/record-activity";
import { lockCase } from "@/features/case/commands/lock-case";
import { canonicalEnds } from "@/features/relation/rules";
import { type Ctx, type TxCtx, transact } from "@/platform/context";
import { AppError, forbidden, invalid } from "@/platform/errors";
import { newId } from "@/platform/new-id";
import { canDrawRound, canTakeTask } from "../policy";
import { getRound } from "../queries";
import type { DrawRound, Round } from "../schema";

type Unit = { claimId: string; otherId: string | null };

/** Draws what is to be judged, by whom; in a blind case only, for elsewhere everybody sees what the others say. */
export async function drawRound(ctx: Ctx, { caseId, ...input }: DrawRound & { caseId: string }): Promise<Round> {
  if (!canDrawRound(ctx.actor)) throw forbidden();
  return transact(ctx, async (ctx) => {
    const { blind } = await lockCase(ctx, caseId);
    if (!blind) throw new AppError("CONFLICT", "Make the case blind first: otherwise judges see what the others say.");
    const judges = await findJudges(ctx, input.judges);
    if (judges.length < input.perUnit) throw invalid("perUnit", `is more than the ${judges.length} judges`);
    const id = newId();
    const units = await chooseUnits(ctx, caseId, id, input);
    if (units.length === 0)
      throw invalid(input.of, "There is nothing to judge: no pair was related yet, or no claim entered.");
    await insert(ctx, { id, caseId, ...input }, judges, units);
    await recordActivity(ctx, {
      caseId,
      verb: "round.drawn",
      subject: { type: "round", id, label: input.title },
      after: { of: input.of, units: units.length, perUnit: input.perUnit, judges, until: input.until ?? null },
    });
    return getRound(ctx, id);
  });
}

async function findJudges(ctx: TxCtx, wanted: readonly string[]): Promise<string[]> {
  const rows = await ctx.tx.membership.findMany({
    where: { teamId: ctx.teamId, userId: { in: [...wanted] } },
    select: { userId: true, role: true },
  });
  const able = rows.filter(({ userId, role }) => canTakeTask({ userId, name: "", role })).map(({ userId }) => userId);
  if (able.length < new Set(wanted).size) throw invalid("judges", "names somebody who is no analyst of this team");
  return able;
}

/** Those that are named, else a sample: chance, but the same again for the same round. */
async function chooseUnits(ctx: TxCtx, caseId: string, seed: string, input: DrawRound): Promise<Unit[]> {
  const { teamId } = ctx;
  const named = input.of === "claims" ? input.claims : input.pairs;
  if (named) return namedUnits(ctx, caseId, input);
  if (input.of === "claims")
    return ctx.tx.$queryRaw<Unit[]>`
      SELECT id::text AS "claimId", NULL AS "otherId" FROM claim
      WHERE team_id = ${teamId}::uuid AND case_id = ${caseId}::uuid AND status <> 'retracted'
      ORDER BY md5(id::text || ${seed}) LIMIT ${input.sample}`;
  return ctx.tx.$queryRaw<Unit[]>`
    SELECT low::text AS "claimId", high::text AS "otherId" FROM (
      SELECT DISTINCT r.low_claim_id AS low, r.high_claim_id AS high FROM relation r
      JOIN claim l ON l.team_id = r.team_id AND l.id = r.low_claim_id AND l.status <> 'retracted'
      JOIN claim h ON h.team_id = r.team_id AND h.id = r.high_claim_id AND h.status <> 'retracted'
      WHERE r.team_id = ${teamId}::uuid AND r.case_id = ${caseId}::uuid AND r.standing IS NOT NULL) pair
    ORDER BY md5(low::text || high::text || ${seed}) LIMIT ${input.sample}`;
}

async function namedUnits(ctx: TxCtx, caseId: string, { of, claims = [], pairs = [] }: DrawRound): Promise<Unit[]> {
  const units: Unit[] =
    of === "claims"
      ? [...new Set(claims)].map((claimId) => ({ claimId, otherId: null }))
      : pairs.map(({ from, to }) => {
          const { low, high } = canonicalEnds(from.toLowerCase(), to.toLowerCase());
          return { claimId: low, otherId: high };
        });
  if (units.some(({ claimId, otherId }) => claimId === otherId)) throw invalid("pairs", "pairs a claim with itself");
  const ids = [...new Set(units.flatMap(({ claimId, otherId }) => (otherId ? [claimId, otherId] : [claimId])))];
  const found = await ctx.tx.claim.count({
    where: { teamId: ctx.teamId, caseId, id: { in: ids }, status: { not: "retracted" } },
  });
  if (found < ids.length) throw invalid(of, "names a claim that is not in this case, or was retracted");
  return [...new Map(units.map((unit) => [`${unit.claimId} ${unit.otherId}`, unit])).values()];
}

type Drawn = DrawRound & { id: string; caseId: string };

async function insert(ctx: TxCtx, round: Drawn, judges: readonly string[], units: readonly Unit[]): Promise<void> {
  const { teamId, actor } = ctx;
  const { id, caseId, title, of, perUnit, until } = round;
  await ctx.tx.round.create({
    data: { teamId, id, caseId, title, of, perUnit, until: until ? new Date(until) : null, createdById: actor.userId },
  });
  await ctx.tx.roundJudge.createMany({ data: judges.map((userId) => ({ teamId, roundId: id, userId })) });
  const rows = units.map((unit, position) => ({ ...unit, position, id: newId() }));
  await ctx.tx.$executeRaw`
    INSERT INTO round_unit (team_id, id, round_id, case_id, position, claim_id, other_id)
    SELECT ${teamId}::uuid, x.id, ${id}::uuid, ${caseId}::uuid, x.position, x."claimId", x."otherId"
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS x(id uuid, position int, "claimId" uuid, "otherId" uuid)`;
}
