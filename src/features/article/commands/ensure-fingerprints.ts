import { type Ctx, db } from "@/platform/context";
import { EDITION, fingerprintOf } from "../rules/fingerprint";

/** Texts read at once: what bounds the memory of a first look at a large case. */
const AT_ONCE = 20;

type Unread = { versionId: string; articleId: string; text: string };

/**
 * Makes the fingerprints that are missing of the newest held texts of these articles. What it writes follows from the
 * texts alone and may be made again at any time, so it leaves no activity and asks for no permission.
 */
export async function ensureFingerprints(ctx: Ctx, articleIds: readonly string[]): Promise<void> {
  for (let unread = await readUnread(ctx, articleIds); unread.length > 0; unread = await readUnread(ctx, articleIds)) {
    const rows = unread.map(({ text, ...version }) => ({ ...version, ...fingerprintOf(text) }));
    await db(ctx).$executeRaw`
      INSERT INTO article_fingerprint (team_id, version_id, article_id, edition, shingles, sketch, figures, credits)
      SELECT ${ctx.teamId}::uuid, x."versionId", x."articleId", ${EDITION}, x.shingles, x.sketch, x.figures, x.credits
      FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS x(
        "versionId" uuid, "articleId" uuid, shingles int, sketch int[], figures text[], credits jsonb)
      ON CONFLICT (team_id, version_id) DO UPDATE SET edition = excluded.edition, shingles = excluded.shingles,
        sketch = excluded.sketch, figures = excluded.figures, credits = excluded.credits`;
  }
}

const readUnread = (ctx: Ctx, articleIds: readonly string[]) => db(ctx).$queryRaw<Unread[]>`
  SELECT v.id::text AS "versionId", v.article_id::text AS "articleId", v.text
  FROM unnest(${[...articleIds]}::uuid[]) a(id)
  CROSS JOIN LATERAL (
    SELECT * FROM article_version v WHERE v.team_id = ${ctx.teamId}::uuid AND v.article_id = a.id AND v.text IS NOT NULL
    ORDER BY v.ordinal DESC LIMIT 1) v
  WHERE NOT EXISTS (SELECT 1 FROM article_fingerprint f
    WHERE f.team_id = v.team_id AND f.version_id = v.id AND f.edition = ${EDITION})
  LIMIT ${AT_ONCE}`;
