/** Next calls this once when a server process starts: from here on the process also works the job queue. */
export async function register(): Promise<void> {
  // Written so that the build for the edge runtime leaves the import out.
  if (process.env.NEXT_RUNTIME === "nodejs") {
    const { startBackground } = await import("./start-background");
    await startBackground();
  }
}
