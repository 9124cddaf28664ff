import { type Ctx, db } from "@/platform/context";
import { Prisma } from "@/platform/db/client";
import { refreshConflicts } from "../commands/refresh-conflicts";
import { conflictGroups } from "../rules/camps";
import { standingLinks } from "./standing-links";

/**
 * Which conflict each claim of a case stands in, as a query of `(number, key)`: from what was last derived, or in a blind
 * case from what the caller may know.
 */
export async function conflictKeys(ctx: Ctx, caseId: string, blind: boolean): Promise<Prisma.Sql> {
  if (blind) return keysForCaller(ctx, caseId);
  const [touched] = await db(ctx).$queryRaw<unknown[]>`
    SELECT 1 FROM conflict_touch WHERE team_id = ${ctx.teamId}::uuid AND case_id = ${caseId}::uuid LIMIT 1`;
  if (touched) await refreshConflicts(ctx, caseId);
  return Prisma.sql`
    SELECT mc.number, m.key FROM conflict_member m JOIN claim mc ON mc.team_id = m.team_id AND mc.id = m.claim_id
    WHERE m.team_id = ${ctx.teamId}::uuid AND m.case_id = ${caseId}::uuid`;
}

async function keysForCaller(ctx: Ctx, caseId: string): Promise<Prisma.Sql> {
  const groups = conflictGroups(await standingLinks(ctx, caseId));
  const numbers = groups.flatMap(({ claims }) => claims);
  const keys = groups.flatMap(({ key, claims }) => claims.map(() => key));
  return Prisma.sql`SELECT * FROM unnest(${numbers}::int[], ${keys}::int[]) AS m(number, key)`;
}
