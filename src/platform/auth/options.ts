import type { NextAuthOptions } from "next-auth";
import { prisma } from "../db/client";
import { SESSION_SECONDS } from "./open-session";
import { announceRevocation } from "./revocation";
import { passwordProvider } from "./sign-in";

/** How stale `lastSeenAt` may grow before a request writes it again. */
const SEEN_EVERY_MS = 300_000;

/**
 * Cookies are JWTs; each names a row of `session`, and a cookie whose row is gone is worth nothing. The route of next-auth
 * adds the identity provider, for whom it lets in is the teams' business.
 */
export const authOptions: NextAuthOptions = {
  session: { strategy: "jwt", maxAge: SESSION_SECONDS },
  pages: { signIn: "/sign-in", error: "/sign-in" },
  providers: [passwordProvider],
  callbacks: {
    async jwt({ token, user }) {
      if (user) return { sub: user.id, sid: user.sid, viaProvider: user.viaProvider === true };
      await requireLiveSession(token.sid);
      return token;
    },
    session({ session, token }) {
      return { ...session, user: { id: token.sub }, sid: token.sid, viaProvider: token.viaProvider };
    },
  },
  events: {
    async signOut({ token }) {
      if (typeof token?.sid !== "string" || !token.sub) return;
      await prisma().session.deleteMany({ where: { id: token.sid } });
      await announceRevocation(prisma(), token.sub);
    },
  },
};

async function requireLiveSession(sid: unknown) {
  const now = new Date();
  const row = typeof sid === "string" ? await prisma().session.findUnique({ where: { id: sid } }) : null;
  if (!row || row.expiresAt < now) throw new Error("This session has ended.");
  if (now.getTime() - row.lastSeenAt.getTime() < SEEN_EVERY_MS) return;
  // A provider's word is good for so long and no longer, however busy the session is.
  const expiresAt = row.viaProvider ? row.expiresAt : new Date(now.getTime() + SESSION_SECONDS * 1000);
  await prisma().session.updateMany({ where: { id: row.id }, data: { lastSeenAt: now, expiresAt } });
}
