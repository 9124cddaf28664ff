import { cookies, headers } from "next/headers";
import type { NextAuthOptions } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { prisma } from "../db/client";
import { AppError } from "../errors";
import { DEVICE_COOKIE, deviceCookie, forgetAttempts, spendAttempt } from "./attempts";
import { passwordMatches } from "./passwords";
import { announceRevocation } from "./revocation";

const DAY = 86_400;
export const SESSION_SECONDS = 30 * DAY;
/** How stale `lastSeenAt` may grow before a request writes it again. */
const SEEN_EVERY_MS = 300_000;

/** Credentials give JWT cookies; each names a row of `session`, and a cookie whose row is gone is worth nothing. */
export const authOptions: NextAuthOptions = {
  session: { strategy: "jwt", maxAge: SESSION_SECONDS },
  pages: { signIn: "/sign-in" },
  providers: [
    Credentials({
      credentials: { email: { type: "email" }, password: { type: "password" } },
      authorize: (given) => signIn(given?.email ?? "", given?.password ?? ""),
    }),
  ],
  callbacks: {
    async jwt({ token, user }) {
      if (user) return { sub: user.id, sid: user.sid };
      await requireLiveSession(token.sid);
      return token;
    },
    session({ session, token }) {
      return { ...session, user: { id: token.sub }, sid: token.sid };
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

async function signIn(givenEmail: string, password: string) {
  const email = givenEmail.trim().toLowerCase();
  if (!email || !password || password.length > 200) return null;
  const jar = await cookies();
  try {
    await spendAttempt(email, jar.get(DEVICE_COOKIE)?.value);
  } catch (refusal) {
    if (refusal instanceof AppError) throw new Error("TooManyAttempts");
    throw refusal;
  }
  const user = await prisma().user.findUnique({ where: { email } });
  if (!(await passwordMatches(password, user?.passwordHash)) || !user) return null;
  await forgetAttempts(email);
  jar.set(DEVICE_COOKIE, deviceCookie(email), { httpOnly: true, sameSite: "lax", path: "/", maxAge: 365 * DAY });
  const session = await openSession(user.id);
  return { id: user.id, sid: session.id };
}

async function openSession(userId: string) {
  const userAgent = ((await headers()).get("user-agent") ?? "").slice(0, 300);
  return prisma().session.create({
    data: { userId, userAgent, expiresAt: new Date(Date.now() + SESSION_SECONDS * 1000) },
  });
}

async function requireLiveSession(sid: unknown) {
  const now = new Date();
  const row = typeof sid === "string" ? await prisma().session.findUnique({ where: { id: sid } }) : null;
  if (!row || row.expiresAt < now) throw new Error("This session has ended.");
  if (now.getTime() - row.lastSeenAt.getTime() < SEEN_EVERY_MS) return;
  const expiresAt = new Date(now.getTime() + SESSION_SECONDS * 1000);
  await prisma().session.updateMany({ where: { id: row.id }, data: { lastSeenAt: now, expiresAt } });
}
