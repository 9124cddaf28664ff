import { readClaims } from "@/features/claim/queries/claim-rows";
import { seesRelation } from "@/features/claim/queries/visible-relations";
import { type Ctx, db } from "@/platform/context";
import { Prisma } from "@/platform/db/client";
import { groupBy } from "../rules/group-by";
import type { QuotedVersion, RelatedClaim, ReportClaim } from "../rules/report/claim-entry";

/** Claims with what a report tells of them, in the order of their ids: a lot at a time. */
export async function readReportClaims(ctx: Ctx, ids: string[], blind: boolean): Promise<ReportClaim[]> {
  const page = Prisma.sql`SELECT c.id FROM claim c
    WHERE c.team_id = ${ctx.teamId}::uuid AND c.id = ANY(${ids}::uuid[])`;
  const rows = await readClaims(ctx, page, Prisma.empty);
  const claims = new Map(rows.map(({ claim }) => [claim.id, claim]));
  const related = await relatedTo(ctx, ids, blind);
  const versions = await versionsOf(
    ctx,
    rows.flatMap(({ claim }) => claim.quote?.versionId ?? []),
  );
  return ids.flatMap((id) => {
    const claim = claims.get(id);
    if (!claim) return [];
    return [{ claim, related: related.get(id) ?? [], version: versions.get(claim.quote?.versionId ?? "") ?? null }];
  });
}

type RelatedRow = RelatedClaim & { claimId: string };

async function relatedTo(ctx: Ctx, ids: string[], blind: boolean): Promise<Map<string, RelatedRow[]>> {
  const rows = await db(ctx).$queryRaw<RelatedRow[]>`
    SELECT e.own::text AS "claimId", other.number, r.standing::text AS kind, e.is_from <> r.reversed AS runs,
      r.standing_about::text AS about, other.status = 'retracted' AS retracted
    FROM unnest(${ids}::uuid[]) x(id) CROSS JOIN LATERAL (
      SELECT x.id AS own, r.id, r.to_claim_id AS other, TRUE AS is_from FROM relation r
      WHERE r.team_id = ${ctx.teamId}::uuid AND r.from_claim_id = x.id
      UNION ALL SELECT x.id, r.id, r.from_claim_id, FALSE FROM relation r
      WHERE r.team_id = ${ctx.teamId}::uuid AND r.to_claim_id = x.id OFFSET 0) e
    JOIN relation r ON r.team_id = ${ctx.teamId}::uuid AND r.id = e.id
    JOIN claim other ON other.team_id = r.team_id AND other.id = e.other
    WHERE r.standing IS NOT NULL AND ${seesRelation(ctx, blind)}
    ORDER BY r.standing, other.number`;
  return groupBy(rows, ({ claimId }) => claimId);
}

type VersionRow = Omit<QuotedVersion, "capturedAt"> & { id: string; capturedAt: Date };

async function versionsOf(ctx: Ctx, ids: string[]): Promise<Map<string, QuotedVersion>> {
  const rows = await db(ctx).$queryRaw<VersionRow[]>`
    SELECT v.id::text, v.ordinal, v.sha256, v.captured_at AS "capturedAt", v.text IS NOT NULL AS held,
      (SELECT count(*)::int FROM article_version n WHERE n.team_id = v.team_id AND n.article_id = v.article_id) AS of
    FROM article_version v WHERE v.team_id = ${ctx.teamId}::uuid AND v.id = ANY(${ids}::uuid[])`;
  return new Map(rows.map(({ id, capturedAt, ...row }) => [id, { ...row, capturedAt: capturedAt.toISOString() }]));
}
