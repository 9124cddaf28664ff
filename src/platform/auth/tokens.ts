import type { Role } from "../actor";
import type { Ctx, TeamId } from "../context";
import { prisma } from "../db/client";
import { together } from "../together";
import { secondFactorWanted } from "./second-factor";
import { hashSecret } from "./secrets";

/** How stale `lastUsedAt` may grow before a request writes it again. */
const USED_EVERY_MS = 60_000;

export type TokenCtx = Ctx & { /** It may only read. */ readOnly: boolean };

type Row = {
  hash: string;
  id: string;
  teamId: string;
  userId: string;
  name: string;
  role: Role;
  scope: "read" | "write";
  lastUsedAt: Date | null;
  /** The team asks for a second factor, and the owner has none, nor a provider that asks for one. */
  barred: boolean;
};

/** Many open streams look at theirs at the same moment. */
const findToken = together(async (hashes): Promise<ReadonlyMap<string, Row>> => {
  const rows = await prisma().$queryRaw<Row[]>`
    SELECT t.token_hash AS hash, t.id::text, t.team_id::text AS "teamId", t.user_id::text AS "userId", u.name, m.role::text,
           t.scope::text, t.last_used_at AS "lastUsedAt",
           team.requires_second_factor
             AND NOT EXISTS (SELECT FROM second_factor f WHERE f.user_id = u.id AND f.confirmed_at IS NOT NULL)
             AND NOT EXISTS (SELECT FROM identity i WHERE i.user_id = u.id) AS barred
    FROM api_token t
    JOIN membership m ON m.team_id = t.team_id AND m.user_id = t.user_id
    JOIN "user" u ON u.id = t.user_id
    JOIN team ON team.id = t.team_id
    WHERE t.token_hash = ANY(${hashes}) AND t.revoked_at IS NULL AND (t.expires_at IS NULL OR t.expires_at > now())`;
  return new Map(rows.map((row) => [row.hash, row]));
});

/**
 * Who a bearer token acts for, or null where it is unknown, ended, revoked, or its owner has left the team. Throws FORBIDDEN
 * where the team asks for a second factor that its owner has not set up.
 */
export async function tokenCtx(secret: string): Promise<TokenCtx | null> {
  const token = await findToken(hashSecret(secret));
  if (!token) return null;
  if (token.barred) throw secondFactorWanted();
  const { teamId, id, userId, name, role } = token;
  const now = Date.now();
  if (now - (token.lastUsedAt?.getTime() ?? 0) > USED_EVERY_MS) {
    await prisma().apiToken.updateMany({ where: { teamId, id }, data: { lastUsedAt: new Date(now) } });
  }
  return { teamId: teamId as TeamId, actor: { userId, name, role }, via: "api", readOnly: token.scope === "read" };
}
