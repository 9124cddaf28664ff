import { z } from "zod";
import { recordActivity } from "@/features/activity/commands/record-activity";
import { lockCase } from "@/features/case/commands/lock-case";
import { getCase } from "@/features/case/queries";
import { refreshConflicts } from "@/features/conflict/commands/refresh-conflicts";
import { vouchFor } from "@/platform/auth/vouch";
import { type Ctx, type TxCtx, transact } from "@/platform/context";
import { begin, prisma } from "@/platform/db/client";
import { AppError, forbidden } from "@/platform/errors";
import { enqueue } from "@/platform/jobs";
import { canImport } from "../policy";
import { checkQuotes } from "../queries/check-quotes";
import { findAround } from "../queries/find-around";
import { findWorld } from "../queries/find-world";
import { Mapping } from "../rules/mapping";
import { planSheet } from "../rules/plan";
import { type PreviewRow, previewRows } from "../rules/preview";
import { headingFinder } from "../rules/reading";
import { RelationDetails } from "../rules/relation-details";
import type { Row } from "../rules/row";
import type { ImportError } from "../schema";
import { applyPlan } from "./apply-plan";
import { importCase } from "./import-case";
import { progress, type Run, Superseded, tell } from "./import-progress";
import { IMPORT_TASK, importKey } from "./import-task";
import { keepRows } from "./keep-rows";
import type { SheetFile } from "./open-sheet-file";
import { parseRows, type ReadSheet, readSheet } from "./parse-sheet";
import { isJson, type ReadCaseFile, readCaseFile } from "./read-case-file";
import { findMapping, rememberMapping } from "./remember-mapping";
import { UnreadableSheet } from "./unreadable-sheet";

const Payload = z.object({ teamId: z.guid(), importId: z.guid() });
type Payload = z.infer<typeof Payload>;

/** All of a sheet lands in one transaction, however long that takes. */
const TRANSACTION = { maxWait: 60_000, timeout: 3_600_000 };
/** Errors that are kept; whoever has more of them has one cause. */
const MAX_ERRORS = 1000;
const BUSY_RETRY_SECONDS = 30;

/** The job: runs an import that was started, as the person who started it. */
export const importSheet = (payload: unknown): Promise<void> => runImport(Payload.parse(payload));

/**
 * Runs an import to its end, exactly once: everything it does lands together with `done`, so one that was cut off has
 * done nothing and can run again, and one that is done, cancelled or to be read otherwise does nothing more.
 */
export async function runImport(wanted: Payload): Promise<void> {
  const found = await findUnfinished(wanted);
  if (!found) return;
  const run = { ...wanted, version: found.version };
  try {
    const ctx = await importerCtx(wanted, found);
    if (!canImport(ctx.actor)) throw forbidden();
    await tell(run, { status: "running", phase: "reading", total: 0, done: 0 });
    if (isJson(found.bytes)) {
      const read = readCaseFile(found.bytes);
      const ran = await begin((tx) => importWhole({ ...ctx, tx }, run, found, read), TRANSACTION);
      await afterRun(ctx, wanted, found, ran);
      return;
    }
    const sheet = await readFile(ctx, found);
    await tell(run, { reading: sheet.reading });
    const rows = await parseRows(sheet, progress(run).at);
    const details = await readDetails(ctx, sheet);
    const ran = await begin((tx) => importRows({ ...ctx, tx }, run, found, { sheet, rows, details }), TRANSACTION);
    await afterRun(ctx, wanted, found, ran);
  } catch (error) {
    if (error instanceof Superseded) return;
    await tell(run, { status: "failed", errors: failureOf(error) }).catch((late) => {
      if (!(late instanceof Superseded)) throw late;
    });
  }
}

async function afterRun(ctx: Ctx, wanted: Payload, found: Found, ran: boolean): Promise<void> {
  if (!ran) await later(ctx, wanted, found);
  else if (!found.dryRun) await deriveConflicts(ctx, found.caseId);
}

/** As it was said to be read; else as the team said of the same headings; else as it looks. */
async function readFile(ctx: Ctx, { caseId, mapping, ...file }: Found): Promise<ReadSheet> {
  const around = await findAround(ctx, caseId);
  const given = Mapping.safeParse(mapping).data ?? null;
  const sheet = await readSheet(file, { mapping: given, around });
  const known = given ? null : await findMapping(ctx, sheet.reading);
  return known ? readSheet(file, { mapping: known, around }) : sheet;
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

type Found = SheetFile & {
  caseId: string;
  dryRun: boolean;
  version: number;
  mapping: unknown;
  createdById: string;
};

async function findUnfinished({ teamId, importId }: Payload): Promise<Found | null> {
  const found = await prisma().import.findFirst({
    where: { teamId, id: importId, status: { in: ["queued", "running"] } },
    select: {
      caseId: true,
      filename: true,
      contentType: true,
      file: true,
      dryRun: true,
      version: true,
      mapping: true,
      createdById: true,
    },
  });
  if (!found) return null;
  const { file: bytes, ...rest } = found;
  return { ...rest, bytes };
}

async function isWanted({ teamId, importId, version }: Run): Promise<boolean> {
  const where = { teamId, id: importId, version, status: { in: ["queued" as const, "running" as const] } };
  return (await prisma().import.count({ where })) > 0;
}

/** The person who started it, with the role they have now. */
async function importerCtx({ teamId }: Payload, { createdById: userId }: Found): Promise<Ctx> {
  const membership = await prisma().membership.findUnique({
    where: { teamId_userId: { teamId, userId } },
    select: { role: true, user: { select: { name: true } } },
  });
  if (!membership) throw new AppError("FORBIDDEN", "Whoever started this import is no longer in the team.");
  return vouchFor({ teamId, userId, name: membership.user.name, role: membership.role }, "import");
}

async function takeTurn(ctx: TxCtx, { importId }: Run): Promise<boolean> {
  const [lock] = await ctx.tx.$queryRaw<{ taken: boolean }[]>`
    SELECT pg_try_advisory_xact_lock(hashtextextended(${importKey(importId)}, 0)) AS taken`;
  return lock?.taken === true;
}

/** The same of a whole case: what is here already is left alone, all that is new lands together. */
async function importWhole(
  ctx: TxCtx,
  run: Run,
  { caseId, filename, dryRun }: Found,
  read: ReadCaseFile,
): Promise<boolean> {
  if (!(await takeTurn(ctx, run))) return false;
  if (!(await isWanted(run))) return true;
  const total = read.file.claims.length;
  await tell(run, { phase: dryRun ? "checking" : "writing", total, done: 0 });
  const subject = { type: "import" as const, id: run.importId, label: filename };
  const { blind } = dryRun ? await getCase(ctx, caseId) : await lockCase(ctx, caseId);
  if (!dryRun) await recordActivity(ctx, { caseId, verb: "import.started", subject, after: { filename, rows: total } });
  const done = await importCase(ctx, { caseId, blind, dryRun }, read, progress(run).add);
  await keepRows(ctx, run.importId, dryRun ? done.rows : done.rows.map(written));
  const after = { ...done.counts, ...done.beside };
  if (!dryRun) await recordActivity(ctx, { caseId, verb: "import.finished", subject, after });
  await finish(ctx, run, { ...done.counts, updated: 0, done: total, errors: done.errors.slice(0, MAX_ERRORS) });
  return true;
}

async function readDetails(ctx: Ctx, { opened }: ReadSheet): Promise<RelationDetails> {
  const details = new RelationDetails(ctx.actor.name);
  if (opened.relations) for await (const record of opened.relations()) details.add(record);
  return details;
}

type Read = { sheet: ReadSheet; rows: Row[]; details: RelationDetails };

/** False where another process is at it: its lock ends with its connection, so a process that is killed holds none. */
async function importRows(
  ctx: TxCtx,
  run: Run,
  { caseId, filename, dryRun, mapping }: Found,
  { sheet: { reading }, rows, details }: Read,
): Promise<boolean> {
  if (!(await takeTurn(ctx, run))) return false;
  if (!(await isWanted(run))) return true;
  await tell(run, { phase: "checking", total: rows.length, done: 0 });
  const subject = { type: "import" as const, id: run.importId, label: filename };
  if (!dryRun) {
    await lockCase(ctx, caseId);
    await recordActivity(ctx, { caseId, verb: "import.started", subject, after: { filename, rows: rows.length } });
  }
  const world = await findWorld(ctx, caseId, rows);
  const first = planSheet(rows, world, details);
  const faults = await checkQuotes(ctx, first);
  const plan = faults.length === 0 ? first : planSheet(rows, world, details, faults);
  const left = plan.refused.size + plan.unchanged;
  await tell(run, { phase: dryRun ? "checking" : "writing", done: dryRun ? 0 : left });
  const outcome = dryRun
    ? { created: plan.creates.length, updated: plan.updates.length, failed: new Set<number>(), errors: [] }
    : await applyPlan(ctx, caseId, { plan, world, rows }, progress(run, left).add);
  const beside = details.faults.map(({ row, message }) => ({
    row: 0,
    column: "",
    message: `Relations, row ${row}: ${message}`,
  }));
  const errors = [...beside, ...plan.errors, ...outcome.errors].toSorted((a, b) => a.row - b.row);
  const counts = {
    created: outcome.created,
    updated: outcome.updated,
    unchanged: plan.unchanged,
    failed: plan.refused.size + outcome.failed.size,
  };
  const kept = previewRows(rows, plan, errors).map((row) =>
    outcome.failed.has(row.row) ? { ...row, outcome: "failed" as const } : row,
  );
  await keepRows(ctx, run.importId, dryRun ? kept : kept.map(written), dryRun ? progress(run).add : undefined);
  if (!dryRun) {
    await recordActivity(ctx, { caseId, verb: "import.finished", subject, after: counts });
    const said = Mapping.safeParse(mapping).data;
    if (said) await rememberMapping(ctx, reading, said);
  }
  const headingOf = headingFinder(reading);
  const shown = errors.slice(0, MAX_ERRORS).map((error) => ({ ...error, column: headingOf(error.column) }));
  await finish(ctx, run, { ...counts, done: rows.length, errors: shown });
  return true;
}

/** Once they are written, the cells of good rows are the case's own. */
const written = (row: PreviewRow): PreviewRow => (row.outcome === "failed" ? row : { ...row, cells: {} });

type Counts = Record<"created" | "updated" | "unchanged" | "failed" | "done", number> & { errors: ImportError[] };

/** Who cancels waits for this row or comes first: never do both come true. */
async function finish(ctx: TxCtx, { importId: id, version }: Run, counts: Counts): Promise<void> {
  const { count } = await ctx.tx.import.updateMany({
    where: { teamId: ctx.teamId, id, version, status: { in: ["queued", "running"] } },
    data: { ...counts, status: "done", version: { increment: 1 } },
  });
  if (count === 0) throw new Superseded();
}

/** A check that is in the way of another was overtaken by it and gives up soon; a write takes as long as it takes. */
const later = (ctx: Ctx, payload: Payload, { dryRun }: Found) =>
  transact(ctx, (ctx) =>
    enqueue(ctx, IMPORT_TASK, payload, {
      key: importKey(payload.importId),
      inSeconds: dryRun ? 1 : BUSY_RETRY_SECONDS,
    }),
  );

function failureOf(error: unknown): ImportError[] {
  if (error instanceof UnreadableSheet) return error.errors;
  if (error instanceof AppError) return [{ row: 0, column: "", message: error.message }];
  console.error(error);
  return [{ row: 0, column: "", message: "Something went wrong on the server; nothing was imported. Try it again." }];
}
