import { getCase } from "@/features/case/queries";
import { type Ctx, transact } from "@/platform/context";
import { AppError, forbidden } from "@/platform/errors";
import { enqueue } from "@/platform/jobs";
import { canImport } from "../policy";
import { getImport } from "../queries";
import { type Import, MAX_FILE_BYTES } from "../schema";
import { IMPORT_TASK, importKey } from "./run-import";

type Input = { caseId: string; filename: string; contentType: string; bytes: Uint8Array; dryRun: boolean };

type Options = {
  /** False where the caller runs the import itself, as the command line does. */
  queue?: boolean;
};

/** Takes a file in and queues its import. A dry run tells what would change and writes nothing into the case. */
export function startImport(ctx: Ctx, input: Input, { queue = true }: Options = {}): Promise<Import> {
  if (!canImport(ctx.actor)) throw forbidden();
  const { caseId, filename, contentType, bytes, dryRun } = input;
  if (bytes.byteLength > MAX_FILE_BYTES) {
    throw new AppError("TOO_LARGE", `A sheet may have at most ${MAX_FILE_BYTES / 1_000_000} MB.`);
  }
  return transact(ctx, async (ctx) => {
    // Not the case's lock: who waits for another import to end would not learn that this one is queued.
    await getCase(ctx, caseId);
    const { teamId } = ctx;
    const file = new Uint8Array(bytes);
    const { id } = await ctx.tx.import.create({
      data: { teamId, caseId, filename, contentType, file, dryRun, createdById: ctx.actor.userId },
      select: { id: true },
    });
    if (queue) await enqueue(ctx, IMPORT_TASK, { teamId, importId: id }, { key: importKey(id) });
    return getImport(ctx, id);
  });
}
