import { Readable } from "node:stream";
import type { Ctx } from "@/platform/context";
import { listActivity, requireCase, verifyHistory } from "../queries";
import type { HistoryCheck } from "../schema";

const BATCH = 500;

/** Every row of a case as the caller may see it, one JSON object a line, with its hash; read as fast as it is taken. */
export async function exportHistory(ctx: Ctx, caseId: string): Promise<Readable> {
  await requireCase(ctx, caseId);
  return Readable.from(lines(ctx, caseId));
}

async function* lines(ctx: Ctx, caseId: string): AsyncGenerator<Buffer> {
  for (let after = 0; ; ) {
    const { items } = await listActivity(ctx, caseId, { after, limit: BATCH });
    const last = items.at(-1);
    if (!last) return;
    yield Buffer.from(items.map((row) => `${JSON.stringify(row)}\n`).join(""));
    after = last.seq;
  }
}

/** Proves for a member of the team that nothing of the case's history, or of the team's own, was altered. */
export async function checkHistory(ctx: Ctx, { caseId }: { caseId: string | null }): Promise<HistoryCheck> {
  if (caseId) await requireCase(ctx, caseId);
  return verifyHistory(ctx, caseId);
}
