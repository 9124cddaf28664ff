import type { SubjectType } from "@/features/activity/schema";
import type { TxCtx } from "@/platform/context";
import { notFound } from "@/platform/errors";
import type { CommentSubject } from "../schema";

export type FoundSubject = { type: SubjectType; id: string; label: string };

/** What is commented on, as the history calls it; it has to be of this case. */
export async function findSubject(ctx: TxCtx, caseId: string, { type, id }: CommentSubject): Promise<FoundSubject> {
  const { teamId } = ctx;
  const rows =
    type === "article"
      ? await ctx.tx.$queryRaw<{ label: string }[]>`
          SELECT title AS label FROM article
          WHERE team_id = ${teamId}::uuid AND case_id = ${caseId}::uuid AND id = ${id}::uuid`
      : type === "relation"
        ? await ctx.tx.$queryRaw<{ label: string }[]>`
            SELECT 'C-' || least(f.number, t.number) || ' · C-' || greatest(f.number, t.number) AS label FROM relation r
            JOIN claim f ON f.team_id = r.team_id AND f.id = r.from_claim_id
            JOIN claim t ON t.team_id = r.team_id AND t.id = r.to_claim_id
            WHERE r.team_id = ${teamId}::uuid AND r.case_id = ${caseId}::uuid AND r.id = ${id}::uuid`
        : await ctx.tx.$queryRaw<{ label: string }[]>`
            SELECT 'C-' || number AS label FROM claim
            WHERE team_id = ${teamId}::uuid AND case_id = ${caseId}::uuid AND id = ${id}::uuid`;
  const [row] = rows;
  if (!row) throw notFound(type);
  return { type, id, label: row.label };
}

/** Where a comment's row names what it is on; of a conflict one of its claims. */
export const subjectColumns = ({ type, id }: CommentSubject) => ({
  on: type,
  claimId: type === "claim" || type === "conflict" ? id : null,
  relationId: type === "relation" ? id : null,
  articleId: type === "article" ? id : null,
});
