import { cache } from "react";
import type { ClaimFilter } from "@/features/claim/schema";
import { pageCtx } from "@/platform/auth/session";
import { AppError } from "@/platform/errors";
import { Id } from "@/platform/fields";
import { idFromAddress, orNotFoundPage } from "@/platform/page";
import { getImport, listImports } from "./queries";
import { countClaims } from "./queries/count-claims";
import { listGridRows } from "./queries/grid-rows";
import { outlineSheet } from "./queries/outline";
import { findColumns, listSavedViews } from "./queries/saved-views";
import { columnsToRead } from "./rules/view-columns";
import { type Import, OUTLINE_STEP, type SavedView, type SheetView } from "./schema";

/** The length of the sheet, and the rows that stand at its beginning. */
export async function loadSheet(team: string, caseId: string, { filter, sort, group, columns }: SheetView) {
  const ctx = await pageCtx(team);
  const id = idFromAddress(caseId);
  const list = { ...filter, sort, group, columns: columnsToRead(columns), limit: OUTLINE_STEP };
  const [outline, { items }] = await orNotFoundPage(
    Promise.all([outlineSheet(ctx, id, { ...filter, sort, group }), listGridRows(ctx, id, list)]),
  );
  return { outline, rows: items };
}

/** The views that one may choose from: the team's and one's own, by name. */
export async function loadViews(team: string, caseId: string): Promise<SavedView[]> {
  const ctx = await pageCtx(team);
  const { items } = await orNotFoundPage(listSavedViews(ctx, idFromAddress(caseId), { limit: 200 }));
  return items.sort((a, b) => a.name.localeCompare(b.name));
}

/** How one left the columns of a case's sheet, where no view says which. */
export const loadColumns = async (team: string, caseId: string) =>
  orNotFoundPage(findColumns(await pageCtx(team), idFromAddress(caseId)));

/** The imports into a case, newest first. A page starts one by sending the file to the API. */
export const loadImports = cache(async (team: string, caseId: string, cursor?: string) =>
  orNotFoundPage(listImports(await pageCtx(team), idFromAddress(caseId), { limit: 50, cursor })),
);

/** An import of this case; null where nothing goes by that id, or it belongs to another. */
export async function loadImport(team: string, caseId: string, importId: string): Promise<Import | null> {
  const ctx = await pageCtx(team);
  if (!Id.safeParse(importId).success) return null;
  try {
    const found = await getImport(ctx, importId);
    return found.caseId === caseId ? found : null;
  } catch (error) {
    if (error instanceof AppError && error.code === "NOT_FOUND") return null;
    throw error;
  }
}

/** How many claims an export with this filter would hold. */
export const loadExportCount = async (team: string, caseId: string, filter: ClaimFilter) =>
  orNotFoundPage(countClaims(await pageCtx(team), idFromAddress(caseId), filter));
