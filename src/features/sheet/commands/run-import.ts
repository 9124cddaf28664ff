import { z } from "zod";
import { recordActivity } from "@/features/activity/commands/record-activity";
import { lockCase } from "@/features/case/commands/lock-case";
import { refreshConflicts } from "@/features/conflict/commands/refresh-conflicts";
import { vouchFor } from "@/platform/auth/vouch";
import { type Ctx, type TxCtx, transact } from "@/platform/context";
import { prisma } from "@/platform/db/client";
import { AppError, forbidden } from "@/platform/errors";
import { enqueue } from "@/platform/jobs";
import { canImport } from "../policy";
import { checkQuotes } from "../queries/check-quotes";
import { findAround } from "../queries/find-around";
import { findWorld } from "../queries/find-world";
import { planSheet } from "../rules/plan";
import type { Row } from "../rules/row";
import type { ImportError } from "../schema";
import { applyPlan } from "./apply-plan";

import { parseRows, readSheet } from "./parse-sheet";
import { UnreadableSheet } from "./unreadable-sheet";

export const IMPORT_TASK = "import-sheet";
export const importKey = (importId: string) => `import ${importId}`;

const Payload = z.object({ teamId: z.guid(), importId: z.guid() });
type Payload = z.infer<typeof Payload>;

/** All of a sheet lands in one transaction, however long that takes. */
const TRANSACTION = { maxWait: 60_000, timeout: 3_600_000 };
/** Errors that are kept; whoever has more of them has one cause. */
const MAX_ERRORS = 1000;
const PROGRESS_EVERY_MS = 500;
const BUSY_RETRY_SECONDS = 30;

/** The job: runs an import that was started, as the person who started it. */
export const importSheet = (payload: unknown): Promise<void> => runImport(Payload.parse(payload));

/**
 * Runs an import to its end, exactly once: everything it does lands together with `done`, so one that was cut off has
 * done nothing and can run again, and one that is done does nothing more.
 */
export async function runImport(wanted: Payload): Promise<void> {
  const found = await findUnfinished(wanted);
  if (!found) return;
  try {
    const ctx = await importerCtx(found);
    if (!canImport(ctx.actor)) throw forbidden();
    const file = { bytes: found.file, contentType: found.contentType, filename: found.filename };
    const rows = await parseRows(await readSheet(file, { around: await findAround(ctx, found.caseId) }));
    const ran = await prisma().$transaction((tx) => importRows({ ...ctx, tx }, wanted, found, rows), TRANSACTION);
    if (!ran) await later(ctx, wanted);
    else if (!found.dryRun) await deriveConflicts(ctx, found.caseId);
  } catch (error) {
    await tell(wanted, { status: "failed", errors: failureOf(error) });
  }
}

/** What a large sheet brings takes a while to derive: better here than while somebody waits for the conflicts. */
async function deriveConflicts(ctx: Ctx, caseId: string): Promise<void> {
  // The import is done whatever becomes of this: the next reader would derive them.
  await refreshConflicts(ctx, caseId).catch((error) =>
    console.error("conflicts were not derived after an import", error),
  );
}

/** Puts every import back into the queue that a process left unfinished when it ended. */
export async function resumeImports(): Promise<void> {
  const unfinished = await prisma().import.findMany({
    where: { status: { in: ["queued", "running"] } },
    select: { teamId: true, id: true, createdById: true },
  });
  for (const { teamId, id, createdById } of unfinished) {
    const ctx = vouchFor({ teamId, userId: createdById, name: "", role: "viewer" }, "import");
    await transact(ctx, (ctx) => enqueue(ctx, IMPORT_TASK, { teamId, importId: id }, { key: importKey(id) }));
  }
}

type Found = {
  teamId: string;
  caseId: string;
  filename: string;
  contentType: string;
  dryRun: boolean;
  file: Uint8Array;
  createdById: string;
};

async function findUnfinished({ teamId, importId }: Payload): Promise<Found | null> {
  return prisma().import.findFirst({
    where: { teamId, id: importId, status: { in: ["queued", "running"] } },
    select: {
      teamId: true,
      caseId: true,
      filename: true,
      contentType: true,
      dryRun: true,
      file: true,
      createdById: true,
    },
  });
}

/** The person who started it, with the role they have now. */
async function importerCtx({ teamId, createdById: userId }: Found): Promise<Ctx> {
  const membership = await prisma().membership.findUnique({
    where: { teamId_userId: { teamId, userId } },
    select: { role: true, user: { select: { name: true } } },
  });
  if (!membership) throw new AppError("FORBIDDEN", "Whoever started this import is no longer in the team.");
  return vouchFor({ teamId, userId, name: membership.user.name, role: membership.role }, "import");
}

/** False where another process is at it: its lock ends with its connection, so a process that is killed holds none. */
async function importRows(
  ctx: TxCtx,
  wanted: Payload,
  { caseId, filename, dryRun }: Found,
  rows: Row[],
): Promise<boolean> {
  const [lock] = await ctx.tx.$queryRaw<{ taken: boolean }[]>`
    SELECT pg_try_advisory_xact_lock(hashtextextended(${importKey(wanted.importId)}, 0)) AS taken`;
  if (!lock?.taken) return false;
  if (!(await findUnfinished(wanted))) return true;
  await tell(wanted, { status: "running", total: rows.length, done: 0 });
  const subject = { type: "import" as const, id: wanted.importId, label: filename };
  if (!dryRun) {
    await lockCase(ctx, caseId);
    await recordActivity(ctx, { caseId, verb: "import.started", subject, after: { filename, rows: rows.length } });
  }
  const world = await findWorld(ctx, caseId, rows);
  const first = planSheet(rows, world);
  const faults = await checkQuotes(ctx, first);
  const plan = faults.length === 0 ? first : planSheet(rows, world, faults);
  const left = plan.refused.size + plan.unchanged;
  const outcome = dryRun
    ? { created: plan.creates.length, updated: plan.updates.length, failed: 0, errors: [] }
    : await applyPlan(ctx, caseId, { plan, world, rows }, progress(wanted, left));
  const errors = [...plan.errors, ...outcome.errors].toSorted((a, b) => a.row - b.row);
  const counts = {
    created: outcome.created,
    updated: outcome.updated,
    unchanged: plan.unchanged,
    failed: plan.refused.size + outcome.failed,
  };
  if (!dryRun) await recordActivity(ctx, { caseId, verb: "import.finished", subject, after: counts });
  await finish(ctx, wanted, { ...counts, done: rows.length, errors: errors.slice(0, MAX_ERRORS) });
  return true;
}

/** Progress shows while the rows are not yet there for others: it is told outside the import's transaction. */
function progress(wanted: Payload, before: number): (rows: number) => Promise<void> {
  let done = before;
  let told = Date.now();
  return async (rows) => {
    done += rows;
    if (Date.now() - told < PROGRESS_EVERY_MS) return;
    told = Date.now();
    await tell(wanted, { done });
  };
}

type Progress = { status?: "running" | "failed"; total?: number; done?: number; errors?: ImportError[] };

async function tell({ teamId, importId }: Payload, data: Progress): Promise<void> {
  await prisma().import.updateMany({ where: { teamId, id: importId, status: { not: "done" } }, data });
}

type Counts = Record<"created" | "updated" | "unchanged" | "failed" | "done", number> & { errors: ImportError[] };

async function finish(ctx: TxCtx, { importId: id }: Payload, counts: Counts): Promise<void> {
  await ctx.tx.import.update({
    where: { teamId_id: { teamId: ctx.teamId, id } },
    data: { ...counts, status: "done", version: { increment: 1 } },
    select: { id: true },
  });
}

const later = (ctx: Ctx, payload: Payload) =>
  transact(ctx, (ctx) =>
    enqueue(ctx, IMPORT_TASK, payload, { key: importKey(payload.importId), inSeconds: BUSY_RETRY_SECONDS }),
  );

function failureOf(error: unknown): ImportError[] {
  if (error instanceof UnreadableSheet) return error.errors;
  if (error instanceof AppError) return [{ row: 0, column: "", message: error.message }];
  console.error(error);
  return [{ row: 0, column: "", message: "Something went wrong on the server; nothing was imported. Try it again." }];
}
