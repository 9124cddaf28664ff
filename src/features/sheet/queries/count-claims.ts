import type { ClaimFilter } from "@/features/claim/schema";
import { type Ctx, db } from "@/platform/context";
import { Prisma } from "@/platform/db/client";
import { exportSource, viewed } from "./export-source";

/** How many claims an export would hold, retracted ones among them. */
export async function countClaims(ctx: Ctx, caseId: string, filter: ClaimFilter): Promise<number> {
  const source = await exportSource(ctx, caseId, filter);
  const [found] = await db(ctx).$queryRaw<{ claims: number }[]>(
    Prisma.sql`WITH ${viewed(ctx, source)} SELECT count(*)::int AS claims FROM view`,
  );
  return found?.claims ?? 0;
}
