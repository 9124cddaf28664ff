import type { z } from "zod";
import { type Ctx, transact } from "@/platform/context";
import type { Prisma } from "@/platform/db/client";
import { notFound } from "@/platform/errors";
import type { LeaveCase, MarkPresence } from "../schema";

type Where = { caseId: string };

/**
 * Says where the caller is. It is no change of the case: nothing is recorded. The others are told when somebody came or
 * moved, not at every sign of life.
 */
export async function markPresence(
  ctx: Ctx,
  { caseId, tab, place }: z.output<typeof MarkPresence> & Where,
): Promise<null> {
  await transact(ctx, async (ctx) => {
    const { teamId, actor } = ctx;
    const found = await ctx.tx.case.findUnique({ where: { teamId_id: { teamId, id: caseId } }, select: { id: true } });
    if (!found) throw notFound("case");
    const [row] = await ctx.tx.$queryRaw<{ moved: boolean }[]>`
      WITH before AS (SELECT place, case_id, seen_at FROM presence WHERE team_id = ${teamId}::uuid AND id = ${tab}::uuid)
      INSERT INTO presence (team_id, id, case_id, user_id, place)
      VALUES (${teamId}::uuid, ${tab}::uuid, ${caseId}::uuid, ${actor.userId}::uuid, ${place})
      ON CONFLICT (team_id, id) DO UPDATE SET case_id = excluded.case_id, place = excluded.place, seen_at = now()
        WHERE presence.user_id = excluded.user_id
      RETURNING NOT EXISTS (SELECT FROM before WHERE before.place = ${place} AND before.case_id = ${caseId}::uuid
        AND before.seen_at > now() - interval '1 minute') AS moved`;
    if (row?.moved) await announce(ctx.tx, teamId, caseId);
  });
  return null;
}

/** The tab was closed, or went elsewhere. Tabs that ended without a word are taken away, too. */
export async function leaveCase(ctx: Ctx, { caseId, tab }: z.output<typeof LeaveCase> & Where): Promise<null> {
  await transact(ctx, async (ctx) => {
    const { teamId, actor } = ctx;
    const count = await ctx.tx.$executeRaw`
      DELETE FROM presence WHERE team_id = ${teamId}::uuid AND case_id = ${caseId}::uuid
        AND ((id = ${tab}::uuid AND user_id = ${actor.userId}::uuid) OR seen_at < now() - interval '10 minutes')`;
    if (count > 0) await announce(ctx.tx, teamId, caseId);
  });
  return null;
}

const announce = (tx: Prisma.TransactionClient, teamId: string, caseId: string) =>
  tx.$executeRaw`SELECT pg_notify('crossbearing_presence', ${JSON.stringify({ teamId, caseId })})`;
