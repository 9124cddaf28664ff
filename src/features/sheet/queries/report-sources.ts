import { type Ctx, db } from "@/platform/context";
import type { ReportSource } from "../rules/report/source-block";

/** Articles as a list of sources cites them, by their ids. */
export async function readReportSources(ctx: Ctx, ids: string[]): Promise<Map<string, ReportSource>> {
  const rows = await db(ctx).$queryRaw<ReportSource[]>`
    SELECT a.id::text, o.name AS outlet, a.title, a.author, a.url, a.published_on AS "publishedOn",
      a.published_on_words AS "publishedOnWords", a.language,
      (SELECT json_agg(json_build_object('ordinal', v.ordinal, 'sha256', v.sha256,
          'capturedAt', to_char(v.captured_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
          'held', v.text IS NOT NULL) ORDER BY v.ordinal)
        FROM article_version v WHERE v.team_id = a.team_id AND v.article_id = a.id) AS versions
    FROM article a JOIN outlet o ON o.team_id = a.team_id AND o.id = a.outlet_id
    WHERE a.team_id = ${ctx.teamId}::uuid AND a.id = ANY(${ids}::uuid[])`;
  return new Map(rows.map((row) => [row.id, row]));
}
