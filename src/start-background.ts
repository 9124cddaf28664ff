import { INTAKE_TASK } from "@/features/article/commands/intake-task";
import { readIntake, resumeIntakes } from "@/features/article/commands/run-intake";
import { IMPORT_TASK } from "@/features/sheet/commands/import-task";
import { importSheet, resumeImports } from "@/features/sheet/commands/run-import";
import { startJobs } from "@/platform/jobs";

const RETRY_MS = 10_000;

/** Starts what a serving process does beside answering. A build has no database, and nothing to do. */
export async function startBackground(): Promise<void> {
  if (!process.env.DATABASE_URL || process.env.NEXT_PHASE === "phase-production-build") return;
  try {
    await startJobs({ [IMPORT_TASK]: importSheet, [INTAKE_TASK]: readIntake });
    await resumeImports();
    await resumeIntakes();
  } catch (error) {
    // A database that is not there yet must not keep the server from saying so on its pages.
    console.error("The job queue could not start; trying again.", error);
    setTimeout(startBackground, RETRY_MS).unref();
  }
}
