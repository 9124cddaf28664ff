import { getCase } from "@/features/case/queries";
import type { Case } from "@/features/case/schema";
import { claimConditions } from "@/features/claim/queries/claim-filter";
import { isFiltered } from "@/features/claim/rules/sheet-address";
import { type ClaimFilter, type ClaimSort, ClaimStatus } from "@/features/claim/schema";
import type { Ctx } from "@/platform/context";
import { Prisma } from "@/platform/db/client";

/** What an export is made of: the claims a filter names, as conditions on `c` and its outlet `o`, and their order. */
export type ExportSource = {
  caseId: string;
  blind: boolean;
  where: Prisma.Sql;
  order: Prisma.Sql;
  /** True where no filter was given: the whole case is exported. */
  whole: boolean;
  found: Case;
};

const ORDER: Record<ClaimSort, Prisma.Sql> = {
  number: Prisma.sql`ORDER BY c.number`,
  "-number": Prisma.sql`ORDER BY c.number DESC`,
  reportedOn: Prisma.sql`ORDER BY c.reported_min NULLS LAST, c.number`,
  "-reportedOn": Prisma.sql`ORDER BY c.reported_min DESC NULLS LAST, c.number DESC`,
};

/** Claims of every status, retracted ones too, unless the filter names some. */
export async function exportSource(
  ctx: Ctx,
  caseId: string,
  filter: ClaimFilter,
  sort: ClaimSort = "number",
): Promise<ExportSource> {
  const found = await getCase(ctx, caseId);
  const { blind } = found;
  const status = filter.status?.length ? filter.status : ClaimStatus.options;
  const where = claimConditions(ctx, caseId, blind, { ...filter, status });
  const whole = !isFiltered(filter);
  return { caseId, blind, where, order: ORDER[sort], whole, found };
}

/** The claims to be exported as a table `view`, for what is told beside them. */
export const viewed = (ctx: Ctx, { caseId, where }: ExportSource): Prisma.Sql => Prisma.sql`view AS MATERIALIZED (
  SELECT c.id, c.article_id, c.outlet_id, c.number
  FROM claim c LEFT JOIN outlet o ON o.team_id = c.team_id AND o.id = c.outlet_id
  WHERE c.team_id = ${ctx.teamId}::uuid AND c.case_id = ${caseId}::uuid AND ${where})`;
