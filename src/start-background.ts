import { INTAKE_TASK } from "@/features/article/commands/intake-task";
import { readIntake, resumeIntakes } from "@/features/article/commands/run-intake";
import { DIGEST_CRON, DIGEST_TASK, mailDigests } from "@/features/case/commands/mail-digests";
import { refreshOwnConflicts } from "@/features/conflict/commands/refresh-conflicts";
import { IMPORT_TASK } from "@/features/sheet/commands/import-task";
import { importSheet, resumeImports } from "@/features/sheet/commands/run-import";
import { startJobs } from "@/platform/jobs";
import { MAIL_TASK, sendQueuedMail } from "@/platform/mail/mail-task";

const RETRY_MS = 10_000;

/** Starts what a serving process does beside answering. A build has no database, and nothing to do. */
export async function startBackground(): Promise<void> {
  if (!process.env.DATABASE_URL || process.env.NEXT_PHASE === "phase-production-build") return;
  try {
    const digests = async () => void (await mailDigests(refreshOwnConflicts));
    await startJobs(
      {
        [IMPORT_TASK]: importSheet,
        [INTAKE_TASK]: readIntake,
        [MAIL_TASK]: sendQueuedMail,
        [DIGEST_TASK]: digests,
      },
      DIGEST_CRON,
    );
    await resumeImports();
    await resumeIntakes();
  } catch (error) {
    // A database that is not there yet must not keep the server from saying so on its pages.
    console.error("The job queue could not start; trying again.", error);
    setTimeout(startBackground, RETRY_MS).unref();
  }
}
