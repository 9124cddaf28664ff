import pg from "pg";
import { env } from "../env";

const kept = globalThis as typeof globalThis & { crossbearingPool?: pg.Pool };

/** The one pool of this process, shared by Prisma, raw queries and COPY. Made on first use from `DATABASE_URL`. */
export function pool(): pg.Pool {
  kept.crossbearingPool ??= makePool();
  return kept.crossbearingPool;
}

function makePool(): pg.Pool {
  const made = new pg.Pool({ connectionString: env().DATABASE_URL, max: env().DATABASE_POOL });
  // An idle connection that the server ends must not end the process: the next query opens another.
  const lost = (error: Error) => console.error(`database connection lost: ${error.message}`);
  made.on("error", lost);
  made.on("connect", (client) => client.on("error", lost));
  return made;
}

export async function closePool(): Promise<void> {
  const open = kept.crossbearingPool;
  kept.crossbearingPool = undefined;
  await open?.end();
}
