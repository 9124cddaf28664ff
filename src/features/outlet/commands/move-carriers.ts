import type { TxCtx } from "@/platform/context";
import { Prisma } from "@/platform/db/client";
import type { Moved } from "../rules/moved";

type Way = { from: string; to: string };
type Side = "carriers" | "carries";

/** The column of the outlet itself, and that of the outlet at the other end. */
const COLUMNS = {
  carriers: [Prisma.sql`outlet_id`, Prisma.sql`carrier_id`],
  carries: [Prisma.sql`carrier_id`, Prisma.sql`outlet_id`],
} as const;

/** Moves the carriers of an outlet, or those whom it carries, to another. An outlet never comes to carry itself. */
export async function moveCarriers(ctx: TxCtx, { from, to }: Way, side: Side): Promise<Moved[Side]> {
  const [own, other] = COLUMNS[side];
  const rows = await ctx.tx.$queryRaw<Moved[Side]>`
    DELETE FROM outlet_carrier m WHERE m.team_id = ${ctx.teamId}::uuid AND m.${own} = ${from}::uuid
    RETURNING m.${other}::text AS id, EXISTS (
      SELECT 1 FROM outlet_carrier h WHERE h.team_id = m.team_id AND h.${own} = ${to}::uuid AND h.${other} = m.${other}) AS had`;
  const ids = rows.map(({ id }) => id).filter((id) => id !== to);
  await ctx.tx.$executeRaw`
    INSERT INTO outlet_carrier (team_id, ${own}, ${other})
    SELECT ${ctx.teamId}::uuid, ${to}::uuid, id FROM unnest(${ids}::uuid[]) AS id ON CONFLICT DO NOTHING`;
  return rows;
}

/** Moves back what still stands of it. The other's row stays where it had one of its own. */
export async function returnCarriers(ctx: TxCtx, { from, to }: Way, side: Side, moved: Moved[Side]): Promise<void> {
  const [own, other] = COLUMNS[side];
  const json = JSON.stringify(moved);
  await ctx.tx.$executeRaw`
    INSERT INTO outlet_carrier (team_id, ${own}, ${other})
    SELECT ${ctx.teamId}::uuid, ${to}::uuid, x.id FROM jsonb_to_recordset(${json}::jsonb) AS x(id uuid)
    WHERE x.id = ${from}::uuid OR EXISTS (
      SELECT 1 FROM outlet_carrier h
      WHERE h.team_id = ${ctx.teamId}::uuid AND h.${own} = ${from}::uuid AND h.${other} = x.id)
    ON CONFLICT DO NOTHING`;
  await ctx.tx.$executeRaw`
    DELETE FROM outlet_carrier h USING jsonb_to_recordset(${json}::jsonb) AS x(id uuid, had boolean)
    WHERE h.team_id = ${ctx.teamId}::uuid AND h.${own} = ${from}::uuid AND h.${other} = x.id AND NOT x.had`;
}
