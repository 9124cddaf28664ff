const RETRY_MS = 10_000;

/** Next calls this once when a server process starts: from here on the process also works the job queue. */
export async function register(): Promise<void> {
  const serves = process.env.NEXT_RUNTIME === "nodejs" && process.env.NEXT_PHASE !== "phase-production-build";
  if (serves && process.env.DATABASE_URL) await startBackground();
}

/** A database that is not there yet must not keep the server from saying so on its pages. */
async function startBackground(): Promise<void> {
  try {
    const [{ startJobs }, { IMPORT_TASK, importSheet, resumeImports }] = await Promise.all([
      import("@/platform/jobs"),
      import("@/features/sheet/commands/run-import"),
    ]);
    await startJobs({ [IMPORT_TASK]: importSheet });
    await resumeImports();
  } catch (error) {
    console.error("The job queue could not start; trying again.", error);
    setTimeout(startBackground, RETRY_MS).unref();
  }
}
