import { z } from "zod";
import { type Ctx, db } from "@/platform/context";
import { cutPage, decodeCursor } from "@/platform/cursor";
import type { Page } from "@/platform/fields";
import type { ConflictSummary, ListConflicts } from "../schema";
import { readGroups } from "./read-groups";
import { summarise } from "./summarise";

/**
 * The conflicts of a case by their lowest claim number. `outlet` keeps those in which a claim is attributed to it.
 * One query reads what stands in the case, the rules run in memory, a second reads the claims of the page alone.
 */
export async function listConflicts(
  ctx: Ctx,
  caseId: string,
  { limit, cursor, outlet }: ListConflicts,
): Promise<Page<ConflictSummary>> {
  const after = decodeCursor(z.tuple([z.int()]), cursor)?.[0] ?? 0;
  const { lineage, groups } = await readGroups(ctx, caseId);
  const wanted = outlet ? await claimsOfOutlet(ctx, caseId, outlet) : null;
  const rest = groups.filter(
    ({ key, claims }) => key > after && (!wanted || claims.some((claim) => wanted.has(claim))),
  );
  const { items, nextCursor } = cutPage(rest.slice(0, limit + 1), limit, (last) => [last.key]);
  return { items: await summarise(ctx, caseId, items, lineage), nextCursor };
}

async function claimsOfOutlet(ctx: Ctx, caseId: string, outletId: string): Promise<Set<number>> {
  const rows = await db(ctx).$queryRaw<{ number: number }[]>`
    SELECT number FROM claim
    WHERE team_id = ${ctx.teamId}::uuid AND case_id = ${caseId}::uuid AND outlet_id = ${outletId}::uuid`;
  return new Set(rows.map(({ number }) => number));
}
