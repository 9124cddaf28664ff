import type { Role } from "../actor";
import { hasSessionCookie } from "../auth/session-cookie";
import { tokenCtx } from "../auth/tokens";
import type { Ctx } from "../context";
import { prisma } from "../db/client";
import { env } from "../env";
import { AppError, forbidden } from "../errors";
import { together } from "../together";

export type Caller = {
  ctx: Ctx;
  /** Looks again: the same caller as they stand now, or null when token, session or membership have ended. */
  again: () => Promise<Ctx | null>;
};

const unauthenticated = (detail: string) => new AppError("UNAUTHENTICATED", detail);

/** Who sends this request: the bearer of a token, else the person signed in in the browser it comes from. */
export async function findCaller(request: Request): Promise<Caller> {
  const authorization = request.headers.get("authorization");
  if (authorization !== null) return bearer(request, authorization);
  if (!hasSessionCookie(request)) throw unauthenticated("Send a token: Authorization: Bearer xb_…");
  requireOwnPage(request);
  return browser(request);
}

async function bearer(request: Request, authorization: string): Promise<Caller> {
  const secret = /^Bearer +(\S+)\s*$/i.exec(authorization)?.[1];
  const ctx = secret ? await tokenCtx(secret) : null;
  if (!secret || !ctx) throw unauthenticated("This token is unknown, has ended, or was revoked.");
  if (ctx.readOnly && !READS.has(request.method)) throw forbidden("This token only reads. Make one that may write.");
  return { ctx, again: () => tokenCtx(secret).catch(nobodyIfRefused) };
}

function nobodyIfRefused(error: unknown): null {
  if (error instanceof AppError) return null;
  throw error;
}

/** Loaded only when needed: it reads the request through Next, which is there only while Next serves one. */
async function browser(request: Request): Promise<Caller> {
  const { currentUser, sessionCtx } = await import("../auth/session");
  const team = request.headers.get("x-team") ?? new URL(request.url).searchParams.get("team");
  const user = await currentUser();
  const ctx = user ? await sessionCtx(team) : null;
  if (!user) throw unauthenticated("This session has ended. Sign in again.");
  if (!ctx) throw new AppError("NOT_FOUND", "There is no such team.");
  return { ctx, again: () => liveSession(user.sid, ctx) };
}

type Live = { key: string; role: Role };

/** Many open streams look at theirs at the same moment. */
const findSession = together(async (keys): Promise<ReadonlyMap<string, Live>> => {
  const rows = await prisma().$queryRaw<Live[]>`
    SELECT x.key, m.role::text FROM unnest(${keys}::text[]) AS x(key)
    JOIN session s ON s.id = split_part(x.key, ' ', 1)::uuid AND s.expires_at > now()
    JOIN membership m ON m.team_id = split_part(x.key, ' ', 2)::uuid AND m.user_id = s.user_id
    JOIN team t ON t.id = m.team_id
    WHERE NOT t.requires_second_factor OR s.via_provider
       OR EXISTS (SELECT FROM second_factor f WHERE f.user_id = s.user_id AND f.confirmed_at IS NOT NULL)`;
  return new Map(rows.map((row) => [row.key, row]));
});

async function liveSession(sid: string, ctx: Ctx): Promise<Ctx | null> {
  const live = await findSession(`${sid} ${ctx.teamId}`);
  return live ? { ...ctx, actor: { ...ctx.actor, role: live.role } } : null;
}

const READS = new Set(["GET", "HEAD"]);

/** A cookie rides along with requests that other sites cause: with one, only our own pages may write. */
function requireOwnPage(request: Request): void {
  if (READS.has(request.method)) return;
  const site = request.headers.get("sec-fetch-site");
  const own = site === null ? ownOrigins(request).has(request.headers.get("origin") ?? "") : site === "same-origin";
  if (!own) throw forbidden("A browser's session may write from Crossbearing's own pages only. Scripts use a token.");
}

function ownOrigins(request: Request): Set<string> {
  const { PUBLIC_URL } = env();
  if (PUBLIC_URL) return new Set([new URL(PUBLIC_URL).origin]);
  const host = request.headers.get("host") ?? new URL(request.url).host;
  return new Set([`http://${host}`, `https://${host}`]);
}
