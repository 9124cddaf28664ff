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
  crossbearingJobs?: Promise<Runner[]> | undefined;
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

/** Tasks that share the places of one runner: two of them at a time, whatever else waits. */
export type Lane = {
  tasks: Tasks;
  /** The times (UTC) at which some of them begin by themselves: once, however many processes there are. */
  crontab?: string;
};

/**
 * Runs jobs in this process until it ends. What takes long has a lane of its own, so that it never holds up what somebody
 * waits for. Called again, it gives the same runners; after a failure it begins anew.
 */
export function startJobs(lanes: readonly Lane[]): Promise<Runner[]> {
  kept.crossbearingJobs ??= runJobs(lanes).catch((error) => {
    kept.crossbearingJobs = undefined;
    throw error;
  });
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

async function runJobs(lanes: readonly Lane[]): Promise<Runner[]> {
  await prepareQueue();
  const pool = new pg.Pool({ connectionString: queueUrl(), max: 4 * lanes.length });
  const tell = (error: Error) => console.error(`the job queue lost a connection: ${error.message}`);
  pool.on("error", tell);
  // One that is lost while it works fails its job, which is taken up again; it must not end the process.
  pool.on("connect", (client) => client.on("error", tell));
  const runners: Runner[] = [];
  const end = () => {
    for (const runner of runners) void runner.stop().catch(() => {});
  };
  try {
    for (const lane of lanes) runners.push(await runLane(pool, lane));
  } catch (error) {
    end();
    await pool.end();
    throw error;
  }
  process.once("SIGTERM", end);
  process.once("SIGINT", end);
  Promise.all(runners.map(({ promise }) => promise))
    .finally(() => pool.end())
    .catch((error) => console.error("the job queue stopped", error));
  return runners;
}

const runLane = (pool: pg.Pool, { tasks, crontab = "" }: Lane) =>
  run({
    pgPool: pool,
    taskList: taskListOf(tasks),
    crontab,
    concurrency: 2,
    pollInterval: 5000,
    noHandleSignals: true,
    logger,
  });
