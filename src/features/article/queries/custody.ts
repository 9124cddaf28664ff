import { type Ctx, db } from "@/platform/context";
import { notFound } from "@/platform/errors";
import type { Custody } from "../schema";

/** The record of custody of an article: each time that it was read, the newest first. */
export const listCustody = (ctx: Ctx, articleId: string) => db(ctx).$queryRaw<Custody[]>`
  SELECT v.id::text AS "versionId", v.ordinal, v.text IS NOT NULL AS held, v.sha256,
         coalesce(k.captured_at, v.captured_at) AS "capturedAt", u.name AS by,
         CASE WHEN k.id IS NOT NULL THEN json_build_object('id', k.id, 'origin', k.origin, 'url', k.url,
           'filename', k.filename, 'contentType', k.content_type, 'sha256', k.sha256, 'bytes', length(k.bytes)) END AS capture
  FROM article_version v
  LEFT JOIN capture k ON k.team_id = v.team_id AND k.version_id = v.id
  JOIN "user" u ON u.id = coalesce(k.captured_by_id, v.captured_by_id)
  WHERE v.team_id = ${ctx.teamId}::uuid AND v.article_id = ${articleId}::uuid
  ORDER BY v.ordinal DESC, k.captured_at DESC, k.id DESC`;

export type CaptureFile = {
  bytes: Uint8Array;
  contentType: string;
  filename: string | null;
  title: string;
  ordinal: number;
};

/** The bytes of a capture as they came. */
export async function getCaptureFile(ctx: Ctx, captureId: string): Promise<CaptureFile> {
  const [file] = await db(ctx).$queryRaw<CaptureFile[]>`
    SELECT c.bytes, c.content_type AS "contentType", c.filename, a.title, v.ordinal
    FROM capture c
    JOIN article_version v ON v.team_id = c.team_id AND v.id = c.version_id
    JOIN article a ON a.team_id = v.team_id AND a.id = v.article_id
    WHERE c.team_id = ${ctx.teamId}::uuid AND c.id = ${captureId}::uuid`;
  if (!file) throw notFound("capture");
  return file;
}
