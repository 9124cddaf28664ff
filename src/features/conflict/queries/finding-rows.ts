import { visibleRelations } from "@/features/claim/queries/visible-relations";
import { type Ctx, db } from "@/platform/context";
import { Prisma } from "@/platform/db/client";
import type { Group } from "../rules/camps";
import { campHolding, withoutBasisGrades } from "../rules/finding-basis";
import type { Change, Finding, FindingBasis, FindingRecord, FindingStatus } from "../schema";

export type FindingRow = Omit<
  Finding,
  "preferredCamp" | "claims" | "changes" | "signedAt" | "createdAt" | "updatedAt"
> & {
  statusBefore: FindingStatus | null;
  basis: FindingBasis;
  blind: boolean;
  signedAt: Date | null;
  createdAt: Date;
  updatedAt: Date;
};

/**
 * The findings over any of these claims of a case, the newest first. In a blind case only those are read of which the
 * caller has judged every pair that they were decided on.
 */
export function readFindings(
  ctx: Ctx,
  caseId: string,
  numbers: number[],
  statuses: FindingStatus[],
): Promise<FindingRow[]> {
  return db(ctx).$queryRaw<FindingRow[]>`
    SELECT f.id::text, f.question, f.outcome::text, f.preferred, f.rationale, f.likelihood::text, f.confidence::text,
      f.status::text, f.status_before::text AS "statusBefore", f.basis, k.blind, f.version,
      json_build_object('id', ua.id, 'name', ua.name) AS author,
      CASE WHEN us.id IS NOT NULL THEN json_build_object('id', us.id, 'name', us.name) END AS signer,
      f.signed_at AS "signedAt", f.created_at AS "createdAt", f.updated_at AS "updatedAt"
    FROM finding f
    JOIN "case" k ON k.team_id = f.team_id AND k.id = f.case_id
    JOIN "user" ua ON ua.id = f.author_id
    LEFT JOIN "user" us ON us.id = f.signer_id
    WHERE f.team_id = ${ctx.teamId}::uuid AND f.case_id = ${caseId}::uuid
      AND f.status = ANY(${statuses}::finding_status[])
      AND f.id IN (SELECT fc.finding_id FROM finding_claim fc
        JOIN claim c ON c.team_id = fc.team_id AND c.id = fc.claim_id
        WHERE c.team_id = ${ctx.teamId}::uuid AND c.case_id = ${caseId}::uuid AND c.number = ANY(${numbers}::int[]))
      AND ${decidedOnWhatIsVisible(ctx)}
    ORDER BY f.id DESC`;
}

/** The caller may see every pair that the finding `f` of the case `k` was decided on. */
export const decidedOnWhatIsVisible = (ctx: Ctx) => Prisma.sql`(NOT k.blind OR NOT EXISTS (
  SELECT 1 FROM jsonb_array_elements(f.basis -> 'relations') decided
  JOIN relation r ON r.team_id = f.team_id AND r.id = (decided ->> 'id')::uuid
  WHERE NOT ${visibleRelations(ctx)}))`;

/** Where it stands in the conflict as that is now, with what has changed since. */
export function presentFinding(row: FindingRow, camps: Group["camps"], changes: Change[]): Finding {
  const { statusBefore: _, basis, blind: __, ...rest } = row;
  return {
    ...rest,
    preferredCamp: campHolding(camps, row.preferred),
    claims: basis.claims.map(({ number }) => number).sort((a, b) => a - b),
    changes,
    signedAt: row.signedAt?.toISOString() ?? null,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  };
}

export const presentRecord = (row: FindingRow, camps: Group["camps"], changes: Change[]): FindingRecord => ({
  ...presentFinding(row, camps, changes),
  basis: row.blind ? withoutBasisGrades(row.basis) : row.basis,
});
