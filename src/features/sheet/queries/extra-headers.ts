import type { PoolClient } from "pg";
import type { Ctx } from "@/platform/context";
import { Prisma } from "@/platform/db/client";

/** The columns that imported sheets brought along, by name: the claims to be exported decide which. */
export async function extraHeaders(
  client: PoolClient,
  ctx: Ctx,
  { caseId, where }: { caseId: string; where: Prisma.Sql },
): Promise<string[]> {
  const sql = Prisma.sql`
    SELECT DISTINCT header FROM claim c LEFT JOIN outlet o ON o.team_id = c.team_id AND o.id = c.outlet_id
    CROSS JOIN LATERAL jsonb_object_keys(c.extra) AS header
    WHERE c.team_id = ${ctx.teamId}::uuid AND c.case_id = ${caseId}::uuid AND c.extra <> '{}' AND ${where}`;
  const { rows } = await client.query<{ header: string }>(sql.text, sql.values);
  return rows.map(({ header }) => header).sort();
}
