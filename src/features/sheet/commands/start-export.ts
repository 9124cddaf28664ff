import { createHash } from "node:crypto";
import { Readable } from "node:stream";
import { recordActivity } from "@/features/activity/commands/record-activity";
import type { ClaimFilter, ClaimSort } from "@/features/claim/schema";
import { type Ctx, db, type TxCtx } from "@/platform/context";
import { Prisma, prisma } from "@/platform/db/client";
import { invalid } from "@/platform/errors";
import { newId } from "@/platform/new-id";
import { countClaims } from "../queries/count-claims";
import { EXPORT_FORMATS } from "../queries/export-formats";
import { SILENT_SECONDS } from "../queries/exports";
import type { Tally } from "../rules/tally";
import type { ExportFormat } from "../schema";

type Input = {
  caseId: string;
  format: ExportFormat;
  filter: ClaimFilter;
  sort?: ClaimSort | undefined;
  /** The id to record it under, made up by who wants to follow it. */
  exportId?: string | undefined;
};

export type StartedExport = {
  id: string;
  file: Readable;
  contentType: string;
  extension: string;
  /** When it stands in the history: after the last byte, and after whatever else is being written into the case. */
  recorded: Promise<void>;
};

/**
 * Begins an export and records it: who, when, what, how far, and in the end how much it was and the hash of the file as it
 * was sent. Whoever reads the file to its end has not to wait for the history.
 */
export async function startExport(ctx: Ctx, input: Input): Promise<StartedExport> {
  const { caseId, format, filter, sort = "number" } = input;
  const total = await countClaims(ctx, caseId, filter);
  const id = await register(ctx, { ...input, sort, total });
  const { write, contentType, extension } = EXPORT_FORMATS[format];
  const tally: Tally = {};
  const progress = new Progress(ctx, { id, caseId, format, filtered: isFiltered(filter) }, tally);
  try {
    const source = await write(ctx, caseId, filter, sort, tally);
    const file = Readable.from(progress.follow(source), { objectMode: false });
    return { id, file, contentType, extension, recorded: progress.recorded };
  } catch (error) {
    await progress.end("broken_off");
    throw error;
  }
}

const isFiltered = (filter: ClaimFilter) => Object.values(filter).some((value) => value !== undefined);

async function register(
  ctx: Ctx,
  { caseId, format, filter, sort, total, exportId }: Input & { total: number },
): Promise<string> {
  const id = exportId ?? newId();
  const { teamId } = ctx;
  const created = await db(ctx).export.createMany({
    data: { teamId, id, caseId, format, filter, sort: sort ?? "number", total, createdById: ctx.actor.userId },
    skipDuplicates: true,
  });
  if (created.count === 0) throw invalid("exportId", "is the id of another export");
  return id;
}

const TELL_EVERY_MS = 1000;
/** Also where nothing was written, since the reader is slow: others take a silent writer for dead. */
const STILL_THERE_MS = (SILENT_SECONDS * 1000) / 4;
/** However long an import holds the case. */
const TRANSACTION = { maxWait: 60_000, timeout: 3_600_000 };

type About = { id: string; caseId: string; format: string; filtered: boolean };

/** Counts and hashes a file on its way out, and tells the record of it. */
class Progress {
  readonly #ctx: Ctx;
  readonly #about: About;
  readonly #tally: Tally;
  readonly #hash = createHash("sha256");
  #bytes = 0;
  #told = { bytes: -1, at: 0 };
  #telling: Promise<void> = Promise.resolve();
  #done: () => void = () => undefined;
  readonly recorded: Promise<void>;

  constructor(ctx: Ctx, about: About, tally: Tally) {
    this.#ctx = ctx;
    this.#about = about;
    this.#tally = tally;
    this.recorded = new Promise((resolve) => {
      this.#done = resolve;
    });
  }

  async *follow(source: Readable): AsyncGenerator<Buffer> {
    let whole = false;
    const timer = setInterval(() => {
      this.#telling = this.#tell(source);
    }, TELL_EVERY_MS).unref();
    try {
      for await (const chunk of source) {
        const bytes = Buffer.from(chunk);
        this.#hash.update(bytes);
        this.#bytes += bytes.length;
        yield bytes;
      }
      whole = true;
    } finally {
      clearInterval(timer);
      void this.#telling.then(() => this.end(whole ? "done" : "broken_off"));
    }
  }

  /** Tells how far it is; learns of it where somebody has ended the export. */
  async #tell(source: Readable): Promise<void> {
    const now = Date.now();
    if (this.#bytes === this.#told.bytes && now - this.#told.at < STILL_THERE_MS) return;
    this.#told = { bytes: this.#bytes, at: now };
    const found = await prisma()
      .export.updateMany({
        where: { teamId: this.#ctx.teamId, id: this.#about.id, status: "running" },
        data: { bytes: this.#bytes, counts: { ...this.#tally } },
      })
      .catch(() => ({ count: 1 }));
    if (found.count === 0) source.destroy(new Error("the export was cancelled"));
  }

  async end(status: "done" | "broken_off"): Promise<void> {
    const { id } = this.#about;
    try {
      await prisma().$transaction((tx) => this.#record({ ...this.#ctx, tx }, status), TRANSACTION);
    } catch (error) {
      console.error(`the end of export ${id} could not be recorded`, error);
    } finally {
      this.#done();
    }
  }

  async #record(ctx: TxCtx, status: "done" | "broken_off"): Promise<void> {
    const { id, caseId, format, filtered } = this.#about;
    const sha256 = status === "done" ? this.#hash.digest("hex") : null;
    const bytes = this.#bytes;
    await ctx.tx.$executeRaw(Prisma.sql`
      UPDATE "export" SET status = ${status}::export_status, bytes = ${bytes}, counts = ${JSON.stringify(this.#tally)}::jsonb,
        sha256 = ${sha256}, finished_at = now(), updated_at = now(), version = version + 1
      WHERE team_id = ${ctx.teamId}::uuid AND id = ${id}::uuid`);
    const claims = this.#tally.claims;
    const after = { format, status, filtered, bytes, sha256, ...(claims !== undefined && { claims }) };
    const subject = { type: "export" as const, id, label: `the sheet as ${format.toUpperCase()}` };
    await recordActivity(ctx, { caseId, verb: "sheet.exported", subject, after });
  }
}
