import { consoleLogFactory, Logger, type Runner, run, runMigrations, type TaskList } from "graphile-worker";
import pg from "pg";
import type { TxCtx } from "./context";
import { Prisma } from "./db/client";
import { env } from "./env";

/** `last`: if this one fails too, nobody takes the job up again, and it stays in the queue for ever. */
export type Attempt = { last: boolean };

/** What a job does with its payload, which it checks itself: it was written by an earlier version, perhaps. */
export type Task = (payload: unknown, attempt: Attempt) => Promise<void>;
export type Tasks = Record<string, Task>;

type When = {
  /** Jobs of one key stand once in the queue; the newest replaces what is not yet running. */
  key: string;
  inSeconds?: number;
  /** How often it is tried, each time after a longer while. */
  attempts?: number;
};

/** Puts a job into the queue in the caller's transaction: it runs when that commits, and never without it. */
export async function enqueue(
  ctx: TxCtx,
  task: string,
  payload: object,
  { key, inSeconds = 0, attempts = 25 }: When,
): Promise<void> {
  await prepareQueue();
  await ctx.tx.$executeRaw(Prisma.sql`SELECT FROM graphile_worker.add_job(
    identifier => ${task}, payload => ${JSON.stringify(payload)}::json, job_key => ${key},
    run_at => now() + make_interval(secs => ${inSeconds}::float8), max_attempts => ${attempts}::int)`);
}

const logger = new Logger((scope) => {
  const log = consoleLogFactory(scope);
  return (level, message) => {
    if (level === "error" || level === "warning") log(level, message);
  };
});

const kept = globalThis as typeof globalThis & {
  crossbearingJobs?: Promise<Runner>;
  crossbearingQueue?: { url: string; ready: Promise<void> };
};

/** The queue keeps its own schema up to date; a process that only enqueues may be the first to need it. */
function prepareQueue(): Promise<void> {
  const url = queueUrl();
  if (kept.crossbearingQueue?.url !== url) {
    const ready = runMigrations({ connectionString: url, logger, noHandleSignals: true });
    kept.crossbearingQueue = { url, ready };
    ready.catch(() => {
      kept.crossbearingQueue = undefined;
    });
  }
  return kept.crossbearingQueue.ready;
}

/** The queue listens, which takes a session of its own: not through a transaction pooler. */
const queueUrl = () => env().DATABASE_DIRECT_URL ?? env().DATABASE_URL;

/**
 * Runs jobs in this process until it ends, and at the times of `crontab` (UTC) those that it names: once, however many
 * processes there are. Called again, it gives the same runner.
 */
export function startJobs(tasks: Tasks, crontab: string): Promise<Runner> {
  kept.crossbearingJobs ??= runJobs(tasks, crontab);
  return kept.crossbearingJobs;
}

/** The tasks as the queue calls them. */
export const taskListOf = (tasks: Tasks): TaskList =>
  Object.fromEntries(
    Object.entries(tasks).map(([name, task]) => [
      name,
      (payload, { job }) => task(payload, { last: job.attempts >= job.max_attempts }),
    ]),
  );

async function runJobs(tasks: Tasks, crontab: string): Promise<Runner> {
  await prepareQueue();
  const pool = new pg.Pool({ connectionString: queueUrl(), max: 4 });
  const tell = (error: Error) => console.error(`the job queue lost a connection: ${error.message}`);
  pool.on("error", tell);
  // One that is lost while it works fails its job, which is taken up again; it must not end the process.
  pool.on("connect", (client) => client.on("error", tell));
  const runner = await run({
    pgPool: pool,
    taskList: taskListOf(tasks),
    crontab,
    concurrency: 2,
    pollInterval: 5000,
    noHandleSignals: true,
    logger,
  });
  const end = () => {
    void runner.stop().catch(() => {});
  };
  process.once("SIGTERM", end);
  process.once("SIGINT", end);
  runner.promise.finally(() => pool.end()).catch((error) => console.error("the job queue stopped", error));
  return runner;
}
