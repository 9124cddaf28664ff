import { Logger, runOnce } from "graphile-worker";
import { prisma } from "@/platform/db/client";
import { type Tasks, taskListOf } from "@/platform/jobs";

const silent = new Logger(() => () => undefined);

/** Runs what waits in the queue as a serving process would, those that failed and are to wait at once, too. */
export async function runJobs(connectionString: string, tasks: Tasks): Promise<void> {
  await prisma().$executeRaw`UPDATE graphile_worker._private_jobs SET run_at = now() WHERE run_at > now()`;
  await runOnce({ connectionString, taskList: taskListOf(tasks), noHandleSignals: true, logger: silent });
}

/** What stands in the queue, as whoever has a copy of the database could read it. */
export const jobsInQueue = () =>
  prisma().$queryRaw<{ payload: unknown; attempts: number; error: string | null }[]>`
    SELECT payload, attempts::int, last_error AS error FROM graphile_worker._private_jobs ORDER BY id`;
