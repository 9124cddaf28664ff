import type { Role } from "../actor";
import type { Ctx, TeamId } from "../context";
import { prisma } from "../db/client";
import { together } from "../together";
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
};

/** Many open streams look at theirs at the same moment. */
const findToken = together(async (hashes): Promise<ReadonlyMap<string, Row>> => {
  const rows = await prisma().$queryRaw<Row[]>`
    SELECT t.token_hash AS hash, t.id::text, t.team_id::text AS "teamId", t.user_id::text AS "userId", u.name, m.role::text,
           t.scope::text, t.last_used_at AS "lastUsedAt"
    FROM api_token t
    JOIN membership m ON m.team_id = t.team_id AND m.user_id = t.user_id
    JOIN "user" u ON u.id = t.user_id
    WHERE t.token_hash = ANY(${hashes}) AND t.revoked_at IS NULL AND (t.expires_at IS NULL OR t.expires_at > now())`;
  return new Map(rows.map((row) => [row.hash, row]));
});

/** Who a bearer token acts for, or null where it is unknown, ended, revoked, or its owner has left the team. */
export async function tokenCtx(secret: string): Promise<TokenCtx | null> {
  const token = await findToken(hashSecret(secret));
  if (!token) return null;
  const { teamId, id, userId, name, role } = token;
  const now = Date.now();
  if (now - (token.lastUsedAt?.getTime() ?? 0) > USED_EVERY_MS) {
    await prisma().apiToken.updateMany({ where: { teamId, id }, data: { lastUsedAt: new Date(now) } });
  }
  return { teamId: teamId as TeamId, actor: { userId, name, role }, via: "api", readOnly: token.scope === "read" };
}
