import { INTAKE_TASK } from "@/features/article/commands/intake-task";
import { readIntake, resumeIntakes } from "@/features/article/commands/run-intake";
import {
  DIGEST_TASK,
  DIGESTS_CRON,
  DIGESTS_TASK,
  mailDigest,
  queueDigests,
} from "@/features/case/commands/mail-digests";
import { refreshOwnConflicts } from "@/features/conflict/commands/refresh-conflicts";
import { IMPORT_TASK } from "@/features/sheet/commands/import-task";
import { importSheet, resumeImports } from "@/features/sheet/commands/run-import";
import { MAIL_INVITE_TASK, mailInvite } from "@/features/team/commands/mail-invite";
import { startJobs } from "@/platform/jobs";

const RETRY_MS = 10_000;

/** Starts what a serving process does beside answering. A build has no database, and nothing to do. */
export async function startBackground(): Promise<void> {
  if (!process.env.DATABASE_URL || process.env.NEXT_PHASE === "phase-production-build") return;
  try {
    const freshen = refreshOwnConflicts;
    await startJobs([
      { tasks: { [IMPORT_TASK]: importSheet } },
      {
        tasks: {
          [INTAKE_TASK]: readIntake,
          [MAIL_INVITE_TASK]: mailInvite,
          [DIGESTS_TASK]: queueDigests,
          [DIGEST_TASK]: (payload, attempt) => mailDigest(payload, attempt, { freshen }),
        },
        crontab: DIGESTS_CRON,
      },
    ]);
    await resumeImports();
    await resumeIntakes();
  } catch (error) {
    // A database that is not there yet must not keep the server from saying so on its pages.
    console.error("The job queue could not start; trying again.", error);
    setTimeout(startBackground, RETRY_MS).unref();
  }
}
