import type { TxCtx } from "@/platform/context";
import { notFound } from "@/platform/errors";

export type LockedCase = { id: string; title: string; blind: boolean; secondSignature: boolean; version: number };

/**
 * Takes the case's row lock for the rest of the transaction; every command that writes in a case begins here.
 * Writers of one case queue behind each other, so numbers, sequences and what is derived from several rows stay right
 * at any isolation level. Throws NOT_FOUND for a case of another team.
 */
export async function lockCase(ctx: TxCtx, caseId: string): Promise<LockedCase> {
  const rows = await ctx.tx.$queryRaw<LockedCase[]>`
    SELECT id::text, title, blind, second_signature AS "secondSignature", version FROM "case"
    WHERE team_id = ${ctx.teamId}::uuid AND id = ${caseId}::uuid
    FOR NO KEY UPDATE`;
  if (!rows[0]) throw notFound("case");
  return rows[0];
}
