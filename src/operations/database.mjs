/** Gives a command its database: the one that DATABASE_URL names, or the embedded PostgreSQL under the data folder. */
import { existsSync, rmSync } from "node:fs";
import path from "node:path";
import pg from "pg";
import { isDataInUse, lockData } from "./lock-data.mjs";
import { ensureDatabase, runningServerUrl, startServer } from "./postgres/server.mjs";
import { Stop } from "./stop.mjs";

const databaseName = "crossbearing";
const oldestVersion = 15;

/**
 * @typedef {object} Database
 * @property {string} url
 * @property {string} directUrl  for migrations and LISTEN, which need a session of their own
 * @property {boolean} embedded
 * @property {Promise<string>} ended  resolves, with the reason, if the embedded server ends by itself
 * @property {() => Promise<void>} close
 */

const never = new Promise(() => {});

/** For the server: starts PostgreSQL, and makes the database. The caller holds the lock. @returns {Promise<Database>} */
export async function openDatabase(settings) {
  if (settings.databaseUrl) return openExternal(settings);
  const server = await startServer({ dataDir: serverFolder(settings) });
  try {
    if (existsSync(unfinishedDemo(settings))) await dropUnfinished(server, settings);
    await ensureDatabase(server, databaseName);
  } catch (error) {
    await server.stop();
    throw error;
  }
  const url = server.url(databaseName);
  return { url, directUrl: url, embedded: true, ended: server.ended, close: server.stop };
}

/** For a command beside the server: uses the embedded PostgreSQL that `npm start` keeps running, else starts it for a while. */
export async function joinDatabase(settings) {
  if (settings.databaseUrl) return openExternal(settings);
  if (isDataInUse(settings)) {
    const url = runningServerUrl(serverFolder(settings), databaseName);
    if (!url) throw new Stop("Crossbearing is just starting: try again in a moment.");
    return { url, directUrl: url, embedded: true, ended: never, close: async () => {} };
  }
  const lock = lockData(settings);
  try {
    const database = await openDatabase(settings);
    const close = async () => {
      await database.close();
      lock.release();
    };
    return { ...database, close };
  } catch (error) {
    lock.release();
    throw error;
  }
}

/** Stands while the demo is being loaded: a database found with it holds half a demo and nothing else. */
export function unfinishedDemo(settings) {
  return path.join(settings.dataDir, "demo-unfinished");
}

async function openExternal(settings) {
  const directUrl = settings.directUrl ?? settings.databaseUrl;
  const client = new pg.Client({ connectionString: directUrl, connectionTimeoutMillis: 10_000 });
  try {
    await client.connect();
    const { rows } = await client.query("SELECT current_setting('server_version_num')::int / 10000 AS version");
    if (rows[0].version < oldestVersion)
      throw new Stop(
        `DATABASE_URL leads to PostgreSQL ${rows[0].version}: version ${oldestVersion} or newer is needed.`,
      );
  } catch (error) {
    if (error instanceof Stop) throw error;
    throw new Stop(`The database of DATABASE_URL cannot be reached: ${error.message || error.code}.`);
  } finally {
    await client.end().catch(() => {});
  }
  return { url: settings.databaseUrl, directUrl, embedded: false, ended: never, close: async () => {} };
}

async function dropUnfinished(server, settings) {
  const client = new pg.Client({ connectionString: server.url("postgres") });
  await client.connect();
  await client.query(`DROP DATABASE IF EXISTS ${pg.escapeIdentifier(databaseName)} WITH (FORCE)`);
  await client.end();
  rmSync(unfinishedDemo(settings));
}

function serverFolder(settings) {
  return path.join(settings.dataDir, "postgres");
}
