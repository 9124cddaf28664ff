/** The environment of the commands, checked before anything is installed: plain Node, no dependency. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parseMailServer, parseSender } from "../platform/mail/mail-server.mjs";
import { root } from "./project.mjs";
import { Stop } from "./stop.mjs";

/**
 * @typedef {object} Settings
 * @property {number} port
 * @property {string} host
 * @property {string} dataDir
 * @property {string | null} databaseUrl  null means the embedded PostgreSQL
 * @property {string | null} directUrl  around a pooler, for what needs a session of its own
 * @property {string | null} publicUrl
 * @property {string} address  where a browser on this machine finds the server
 */

/**
 * @param {Record<string, string | undefined>} env
 * @returns {Settings}
 */
export function readSettings(env = process.env) {
  requireNode();
  const port = readPort(env.PORT);
  const host = readHost(env.HOST);
  const databaseUrl = readDatabaseUrl("DATABASE_URL", env.DATABASE_URL);
  const publicUrl = readPublicUrl(env.PUBLIC_URL);
  if (databaseUrl && !env.AUTH_SECRET)
    throw new Stop("AUTH_SECRET is missing: with DATABASE_URL it has to be set, to at least 16 random characters.");
  if (env.AUTH_SECRET && env.AUTH_SECRET.length < 16)
    throw new Stop("AUTH_SECRET is too short: it must have at least 16 characters.");
  const pool = env.DATABASE_POOL ?? "";
  if (pool !== "" && !(/^\d{1,3}$/.test(pool) && Number(pool) >= 1 && Number(pool) <= 200))
    throw new Stop(`DATABASE_POOL is "${pool}", but must be a number of connections from 1 to 200.`);
  requireAllowances(env.CROSSBEARING_FETCH_ALLOW);
  requireOidc(env);
  requireSmtp(env);
  return {
    port,
    host,
    databaseUrl,
    directUrl: readDatabaseUrl("DATABASE_DIRECT_URL", env.DATABASE_DIRECT_URL),
    publicUrl,
    dataDir: path.resolve(root, env.CROSSBEARING_DATA_DIR || ".data"),
    address: publicUrl ?? `http://${browserHost(host)}:${port}`,
  };
}

/**
 * What next-auth and the app read. The secret of the embedded default is made once and kept beside its data.
 * @param {Settings} settings
 * @param {Record<string, string | undefined>} env
 */
export function authEnvironment(settings, env = process.env) {
  const secret = env.AUTH_SECRET || keptSecret(path.join(settings.dataDir, "auth-secret"));
  const origin = settings.publicUrl ? { NEXTAUTH_URL: settings.publicUrl } : { AUTH_TRUST_HOST: "true" };
  return { AUTH_SECRET: secret, NEXTAUTH_SECRET: secret, ...origin };
}

function keptSecret(file) {
  if (existsSync(file)) return readFileSync(file, "utf8").trim();
  const secret = Buffer.from(crypto.getRandomValues(new Uint8Array(32))).toString("base64url");
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o711 });
  writeFileSync(file, `${secret}\n`, { mode: 0o600 });
  return secret;
}

function requireNode() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major < 20 || (major === 20 && minor < 19))
    throw new Stop(`Node ${process.versions.node} is too old: version 20.19 or newer is needed.`);
}

function readPort(value = "") {
  if (value === "") return 3000;
  const port = Number(value);
  if (!/^\d+$/.test(value) || port < 1 || port > 65_535)
    throw new Stop(`PORT is "${value}", but must be a number from 1 to 65535.`);
  return port;
}

function readHost(value = "") {
  if (value === "") return "127.0.0.1";
  const bare = /^\[(.*)\]$/.exec(value)?.[1] ?? value;
  if (!/^[A-Za-z0-9.:_-]+$/.test(bare))
    throw new Stop(`HOST is "${value}", but must be an address or a host name to listen on.`);
  return bare;
}

function readDatabaseUrl(name, value = "") {
  if (value === "") return null;
  if (!/^postgres(ql)?:\/\//.test(value) || !URL.canParse(value))
    throw new Stop(`${name} must be an address like postgresql://user:password@host:5432/database.`);
  return value;
}

/** The app reads it more closely (`platform/fetch/allowances.ts`); here it stops the start before anything is installed. */
function requireAllowances(value = "") {
  const entries = value.split(",").map((entry) => entry.trim());
  if (entries.some((entry) => entry && !/^(\[[\da-f:.]+\]|[^\s:/\\@?#%*[\]]+):\d{1,5}$/i.test(entry)))
    throw new Stop(
      `CROSSBEARING_FETCH_ALLOW is "${value}", but must be a list of host:port, such as wiki.internal:8080,10.0.0.5:443.`,
    );
}

/** The app reads them again (`platform/env.ts`); here they stop the start with a sentence. */
function requireOidc(env) {
  const { OIDC_ISSUER: issuer = "", OIDC_JOIN_ROLE: role = "", OIDC_TRUST_EMAIL: trust = "" } = env;
  const others = ["OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET"];
  if (issuer === "") {
    const alone = [...others, "OIDC_JOIN_TEAM", "OIDC_ALLOWED_DOMAINS"].find((name) => env[name]);
    if (alone) throw new Stop(`OIDC_ISSUER is missing: ${alone} means nothing without it.`);
    return;
  }
  const url = URL.canParse(issuer) ? new URL(issuer) : null;
  const near = url && /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(url.hostname);
  if (!url || !(url.protocol === "https:" || (near && url.protocol === "http:")) || url.search || url.hash)
    throw new Stop(`OIDC_ISSUER is "${issuer}", but must be an address like https://login.example.org/realms/desk.`);
  const missing = others.find((name) => !env[name]);
  if (missing) throw new Stop(`${missing} is missing: with OIDC_ISSUER it has to be set, as the provider gave it.`);
  if (!["", "viewer", "analyst", "lead"].includes(role))
    throw new Stop(`OIDC_JOIN_ROLE is "${role}", but must be viewer, analyst or lead.`);
  if (!["", "true", "false"].includes(trust))
    throw new Stop(`OIDC_TRUST_EMAIL is "${trust}", but must be true or false.`);
}

/** A password never stands in a sentence. */
function requireSmtp({ SMTP_URL: server = "", SMTP_FROM: sender = "", PUBLIC_URL: publicUrl = "" }) {
  if (server === "" && sender === "") return;
  if (server === "") throw new Stop("SMTP_URL is missing: SMTP_FROM means nothing without it.");
  if (!parseMailServer(server))
    throw new Stop("SMTP_URL must be an address like smtps://user:password@mail.example.org:465, without a path.");
  if (sender === "") throw new Stop("SMTP_FROM is missing: with SMTP_URL it has to say whom mail is from.");
  if (!parseSender(sender))
    throw new Stop(
      `SMTP_FROM is "${sender}", but must be like claims@example.org or Claims desk <claims@example.org>.`,
    );
  if (publicUrl === "")
    throw new Stop("PUBLIC_URL is missing: with SMTP_URL it has to be set, for the links in mails.");
}

function readPublicUrl(value = "") {
  if (value === "") return null;
  const url = URL.canParse(value) ? new URL(value) : null;
  const bare = url && /^https?:$/.test(url.protocol) && url.pathname === "/" && !url.search && !url.hash;
  if (!bare) throw new Stop(`PUBLIC_URL is "${value}", but must be like https://claims.example.org, without a path.`);
  return url.origin;
}

function browserHost(host) {
  if (["0.0.0.0", "::"].includes(host)) return "localhost";
  return host.includes(":") ? `[${host}]` : host;
}
