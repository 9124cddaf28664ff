import type { TxCtx } from "@/platform/context";

/** Replaces whom a comment mentions; returns who is mentioned for the first time. Only members can be. */
export async function writeMentions(ctx: TxCtx, commentId: string, people: readonly string[]): Promise<string[]> {
  const { teamId } = ctx;
  await ctx.tx.$executeRaw`
    DELETE FROM comment_mention WHERE team_id = ${teamId}::uuid AND comment_id = ${commentId}::uuid
      AND user_id <> ALL(${people}::uuid[])`;
  const rows = await ctx.tx.$queryRaw<{ id: string }[]>`
    INSERT INTO comment_mention (team_id, comment_id, user_id)
    SELECT m.team_id, ${commentId}::uuid, m.user_id FROM membership m
    WHERE m.team_id = ${teamId}::uuid AND m.user_id = ANY(${people}::uuid[])
    ON CONFLICT DO NOTHING RETURNING user_id::text AS id`;
  return rows.map(({ id }) => id);
}
