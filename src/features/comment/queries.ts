import { z } from "zod";
import { getCase } from "@/features/case/queries";
import { judgedAround, judgedPair } from "@/features/claim/queries/visible-relations";
import { type Ctx, db } from "@/platform/context";
import { cutPage, decodeCursor } from "@/platform/cursor";
import { Prisma } from "@/platform/db/client";
import { notFound } from "@/platform/errors";
import type { Page } from "@/platform/fields";
import type { Comment, CommentSubject, ListComments } from "./schema";

/**
 * In a blind case what is said of a claim or a pair is for those who have graded or judged it, of a conflict for those who
 * have judged all around it, for it may tell how others did; one's own is one's own, and what is said of an article tells
 * nothing. Names the comment `m` of case `k`.
 */
export const seesComment = (ctx: Ctx): Prisma.Sql => {
  const me = Prisma.sql`${ctx.actor.userId}::uuid`;
  return Prisma.sql`(NOT k.blind OR m.author_id = ${me} OR m."on" = 'article'
    OR (m."on" = 'claim' AND EXISTS (
      SELECT 1 FROM assessment own WHERE own.team_id = m.team_id AND own.claim_id = m.claim_id AND own.user_id = ${me}))
    OR (m."on" = 'conflict' AND ${judgedAround(ctx, Prisma.sql`m.team_id`, Prisma.sql`m.claim_id`)})
    OR (m."on" = 'relation' AND EXISTS (
      SELECT 1 FROM relation r WHERE r.team_id = m.team_id AND r.id = m.relation_id AND ${judgedPair(
        ctx,
        Prisma.sql`r.team_id`,
        Prisma.sql`r.low_claim_id`,
        Prisma.sql`r.high_claim_id`,
      )})))`;
};

const person = (alias: string) => Prisma.raw(`json_build_object('id', ${alias}.id, 'name', ${alias}.name)`);

const columns = Prisma.sql`
  m.id::text, m.case_id::text AS "caseId",
  json_build_object('type', m."on", 'id', coalesce(m.claim_id, m.relation_id, m.article_id)) AS "on",
  m.parent_id::text AS parent, CASE WHEN m.retracted_at IS NULL THEN m.body ELSE '' END AS body, ${person("a")} AS author,
  (SELECT coalesce(json_agg(${person("mu")} ORDER BY mu.name, mu.id), '[]') FROM comment_mention cm
    JOIN "user" mu ON mu.id = cm.user_id WHERE cm.team_id = m.team_id AND cm.comment_id = m.id) AS mentions,
  m.edited_at IS NOT NULL AS edited, m.retracted_at IS NOT NULL AS retracted,
  CASE WHEN m.resolved_at IS NOT NULL THEN json_build_object('by', ${person("ru")}, 'at',
    to_char(m.resolved_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) END AS resolved,
  m.version, m.created_at AS "createdAt", m.updated_at AS "updatedAt"`;

const from = Prisma.sql`
  FROM comment m JOIN "case" k ON k.team_id = m.team_id AND k.id = m.case_id
  JOIN "user" a ON a.id = m.author_id LEFT JOIN "user" ru ON ru.id = m.resolved_by_id`;

type Row = Omit<Comment, "createdAt" | "updatedAt"> & { createdAt: Date; updatedAt: Date };

const present = (row: Row): Comment => ({
  ...row,
  createdAt: row.createdAt.toISOString(),
  updatedAt: row.updatedAt.toISOString(),
});

/** The claims of the same conflict count as one subject: `claims` are their ids. */
export type Subjects = Pick<CommentSubject, "type"> & { ids: readonly string[] };

/** What was said of a thing, in the order in which it was said; answers name what they answer. */
export async function listComments(
  ctx: Ctx,
  caseId: string,
  { on, limit, cursor }: ListComments,
  ids: readonly string[],
): Promise<Page<Comment>> {
  await getCase(ctx, caseId);
  const after = decodeCursor(z.tuple([z.guid()]), cursor);
  const rows = await readComments(ctx, caseId, { type: on, ids }, limit + 1, after?.[0]);
  return cutPage(rows, limit, (last) => [last.id]);
}

/** All of it, as a page shows it. */
export const commentsOn = (ctx: Ctx, caseId: string, on: Subjects): Promise<Comment[]> =>
  readComments(ctx, caseId, on, 500);

const COLUMN = {
  claim: Prisma.sql`m.claim_id`,
  conflict: Prisma.sql`m.claim_id`,
  relation: Prisma.sql`m.relation_id`,
  article: Prisma.sql`m.article_id`,
};

async function readComments(
  ctx: Ctx,
  caseId: string,
  { type, ids }: Subjects,
  limit: number,
  after?: string,
): Promise<Comment[]> {
  const rows = await db(ctx).$queryRaw<Row[]>`
    SELECT ${columns} ${from}
    WHERE m.team_id = ${ctx.teamId}::uuid AND m.case_id = ${caseId}::uuid AND m."on" = ${type}::comment_on
      AND ${COLUMN[type]} = ANY(${ids}::uuid[]) AND ${seesComment(ctx)}
      ${after ? Prisma.sql`AND m.id > ${after}::uuid` : Prisma.empty}
    ORDER BY m.id LIMIT ${limit}`;
  return rows.map(present);
}

/** A comment that the caller may see. */
export async function getComment(ctx: Ctx, commentId: string): Promise<Comment> {
  const [row] = await db(ctx).$queryRaw<Row[]>`
    SELECT ${columns} ${from}
    WHERE m.team_id = ${ctx.teamId}::uuid AND m.id = ${commentId}::uuid AND ${seesComment(ctx)}`;
  if (!row) throw notFound("comment");
  return present(row);
}
