import { type Ctx, type TxCtx, transact } from "@/platform/context";
import type { Prisma } from "@/platform/db/client";
import { AppError, forbidden, invalid, notFound, stale } from "@/platform/errors";
import { enqueue } from "@/platform/jobs";
import { canCancelImport, canImport } from "../policy";
import { getImport } from "../queries";
import type { Mapping } from "../rules/mapping";
import type { Import } from "../schema";
import { IMPORT_TASK, importKey } from "./import-task";

type Which = { importId: string; version?: number | undefined };

const UNTOUCHED = { total: 0, done: 0, created: 0, updated: 0, unchanged: 0, failed: 0, errors: [], cancelledAt: null };

/** Says what a file's columns become; it is checked anew. Nothing is written before `writeImport`. */
export function mapImport(ctx: Ctx, { importId, version, mapping }: Which & { mapping: Mapping }): Promise<Import> {
  return transact(ctx, async (ctx) => {
    const found = await findOwn(ctx, { importId, version });
    if (!found.dryRun) throw invalid("importId", "is written already, or under way");
    return queueAgain(ctx, found, { mapping, phase: "reading" });
  });
}

/** Writes what was checked. */
export function writeImport(ctx: Ctx, which: Which): Promise<Import> {
  return transact(ctx, async (ctx) => {
    const found = await findOwn(ctx, which);
    if (!found.dryRun) throw invalid("importId", "is written already, or under way");
    if (found.status !== "done") throw invalid("importId", "has not been checked: nothing can be written yet");
    return queueAgain(ctx, found, { dryRun: false, phase: "reading" });
  });
}

/** Stops an import that waits or runs: nothing of it is written. One that is over stays as it is. */
export function cancelImport(ctx: Ctx, { importId, version }: Which): Promise<Import> {
  return transact(ctx, async (ctx) => {
    const { teamId } = ctx;
    const found = await getImport(ctx, importId);
    if (!canCancelImport(ctx.actor, found.startedBy)) throw forbidden();
    if (version !== undefined && version !== found.version) throw stale("import", found);
    const { count } = await ctx.tx.import.updateMany({
      where: { teamId, id: importId, status: { in: ["queued", "running"] } },
      data: {
        status: "failed",
        cancelledAt: new Date(),
        errors: [{ row: 0, column: "", message: `Cancelled by ${ctx.actor.name}; nothing was written.` }],
        version: { increment: 1 },
      },
    });
    if (count === 0)
      throw new AppError("CONFLICT", "This import is over: there is nothing to cancel.", { current: found });
    return getImport(ctx, importId);
  });
}

async function findOwn(ctx: TxCtx, { importId, version }: Which): Promise<Import> {
  const found = await getImport(ctx, importId);
  if (!canImport(ctx.actor)) throw forbidden();
  if (found.startedBy !== ctx.actor.userId) throw notFound("import of yours");
  if (version !== undefined && version !== found.version) throw stale("import", found);
  return found;
}

/** Under a new version, so that a run that is still at the old one gives up. */
async function queueAgain(
  ctx: TxCtx,
  { id, version }: Import,
  data: Pick<Prisma.ImportUpdateManyMutationInput, "mapping" | "dryRun" | "phase">,
): Promise<Import> {
  const { teamId } = ctx;
  const { count } = await ctx.tx.import.updateMany({
    where: { teamId, id, version },
    data: { ...UNTOUCHED, ...data, status: "queued", version: { increment: 1 } },
  });
  if (count === 0) throw stale("import", await getImport(ctx, id));
  await enqueue(ctx, IMPORT_TASK, { teamId, importId: id }, { key: importKey(id) });
  return getImport(ctx, id);
}
