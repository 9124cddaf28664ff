import { z } from "zod";
import { type Ctx, db } from "@/platform/context";
import { cutPage, decodeCursor } from "@/platform/cursor";
import { Prisma } from "@/platform/db/client";
import { forbidden, notFound } from "@/platform/errors";
import type { Page, PageQuery } from "@/platform/fields";
import { labelOf, type PreviewRow } from "../rules/preview";
import type { ImportRow, RowOutcome } from "../schema";

/**
 * What becomes of the rows of a file, in their order. Only for who brought it: in a blind case it shows what that person
 * has judged.
 */
export async function listImportRows(
  ctx: Ctx,
  importId: string,
  { outcome, limit, cursor }: PageQuery & { outcome?: RowOutcome | undefined },
): Promise<Page<ImportRow>> {
  await requireOwnImport(ctx, importId);
  const after = decodeCursor(z.tuple([z.int()]), cursor)?.[0] ?? 0;
  const rows = await db(ctx).$queryRaw<PreviewRow[]>`
    SELECT row, outcome::text, number, coalesce(cells, '{}') AS cells, changes, faults AS errors FROM import_row
    WHERE team_id = ${ctx.teamId}::uuid AND import_id = ${importId}::uuid AND row > ${after}
      ${outcome ? Prisma.sql`AND outcome = ${outcome}::row_outcome` : Prisma.empty}
    ORDER BY row LIMIT ${limit + 1}`;
  const page = cutPage(rows, limit, (last) => [last.row]);
  return {
    items: page.items.map(({ number, ...row }) => ({ ...row, claim: labelOf(number) })),
    nextCursor: page.nextCursor,
  };
}

/** Throws unless the caller started this import. */
export async function requireOwnImport(ctx: Ctx, importId: string): Promise<void> {
  const found = await db(ctx).import.findUnique({
    where: { teamId_id: { teamId: ctx.teamId, id: importId } },
    select: { createdById: true },
  });
  if (!found) throw notFound("import");
  if (found.createdById !== ctx.actor.userId) throw forbidden("Only who brought the file sees its rows.");
}
