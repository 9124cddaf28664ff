import { canonicalEnds } from "@/features/relation/rules";
import type { RelationFamily } from "@/features/relation/schema";
import type { TxCtx } from "@/platform/context";

/** Which of these numbers claims of the case have. */
export async function findTakenNumbers(ctx: TxCtx, caseId: string, numbers: readonly number[]): Promise<number[]> {
  const rows = await ctx.tx.$queryRaw<{ number: number }[]>`
    SELECT number FROM claim WHERE team_id = ${ctx.teamId}::uuid AND case_id = ${caseId}::uuid
      AND number = ANY(${[...numbers]}::int[]) ORDER BY number`;
  return rows.map(({ number }) => number);
}

type Pair = { from: string; to: string; family: RelationFamily };

export const pairKey = ({ from, to, family }: Pair) => {
  const { low, high } = canonicalEnds(from, to);
  return `${low} ${high} ${family}`;
};

/** By pair and family, the relations of these claims that the case has. */
export async function findTakenPairs(ctx: TxCtx, caseId: string, pairs: readonly Pair[]): Promise<Map<string, string>> {
  const lows = pairs.map(({ from, to }) => canonicalEnds(from, to).low);
  const rows = await ctx.tx.$queryRaw<(Pair & { id: string })[]>`
    SELECT id::text, low_claim_id::text AS "from", high_claim_id::text AS "to", family::text FROM relation
    WHERE team_id = ${ctx.teamId}::uuid AND case_id = ${caseId}::uuid AND low_claim_id = ANY(${[...new Set(lows)]}::uuid[])`;
  return new Map(rows.map((row) => [pairKey(row), row.id]));
}
