import { getCase } from "@/features/case/queries";
import { type Ctx, type TxCtx, transact } from "@/platform/context";
import { AppError, forbidden } from "@/platform/errors";
import { enqueue } from "@/platform/jobs";
import { canImport } from "../policy";
import { getImport } from "../queries";
import type { Mapping } from "../rules/mapping";
import { type Import, MAX_FILE_BYTES } from "../schema";
import { IMPORT_TASK, importKey } from "./import-task";

type Input = {
  caseId: string;
  filename: string;
  contentType: string;
  bytes: Uint8Array;
  dryRun: boolean;
  mapping?: Mapping | undefined;
};

type Options = {
  /** False where the caller runs the import itself, as the command line does. */
  queue?: boolean;
};

/** Takes a file in and queues its import. A dry run tells what would change and writes nothing into the case. */
export function startImport(ctx: Ctx, input: Input, { queue = true }: Options = {}): Promise<Import> {
  if (!canImport(ctx.actor)) throw forbidden();
  const { caseId, filename, contentType, bytes, dryRun, mapping } = input;
  if (bytes.byteLength > MAX_FILE_BYTES) {
    throw new AppError("TOO_LARGE", `A sheet may have at most ${MAX_FILE_BYTES / 1_000_000} MB.`);
  }
  return transact(ctx, async (ctx) => {
    // Not the case's lock: who waits for another import to end would not learn that this one is queued.
    await getCase(ctx, caseId);
    await forgetOldChecks(ctx);
    const { teamId } = ctx;
    const file = new Uint8Array(bytes);
    const { id } = await ctx.tx.import.create({
      data: {
        teamId,
        caseId,
        filename,
        contentType,
        file,
        dryRun,
        createdById: ctx.actor.userId,
        ...(mapping && { mapping }),
      },
      select: { id: true },
    });
    if (queue) await enqueue(ctx, IMPORT_TASK, { teamId, importId: id }, { key: importKey(id) });
    return getImport(ctx, id);
  });
}

const KEPT_DAYS = 14;

/** What a check found is of no use for ever, and a file may have many rows. The file itself stays, and can be checked anew. */
async function forgetOldChecks(ctx: TxCtx): Promise<void> {
  await ctx.tx.$executeRaw`
    DELETE FROM import_row r USING import i
    WHERE r.team_id = ${ctx.teamId}::uuid AND i.team_id = r.team_id AND i.id = r.import_id AND i.dry_run
      AND i.updated_at < now() - make_interval(days => ${KEPT_DAYS}::int)`;
}
