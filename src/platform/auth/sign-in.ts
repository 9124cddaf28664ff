import { cookies } from "next/headers";
import Credentials from "next-auth/providers/credentials";
import { prisma } from "../db/client";
import { AppError } from "../errors";
import { DEVICE_COOKIE, deviceCookie, forgetAttempts, type Guessed, spendAttempt } from "./attempts";
import { openSession } from "./open-session";
import { passwordMatches } from "./passwords";
import { hasSecondFactor, takeCode } from "./second-factor";

const YEAR = 365 * 86_400;

/** Signing in by address and password, and by a code where the person set a second factor up. */
export const passwordProvider = Credentials({
  credentials: { email: { type: "email" }, password: { type: "password" }, code: { type: "text" } },
  authorize: (given) => signIn(given?.email ?? "", given?.password ?? "", given?.code ?? ""),
});

/**
 * Guesses of codes have a budget of their own. That a code is wanted is told only to who knows
 * the password. An error's message is what the form hears (`sign-in-form`).
 */
async function signIn(givenEmail: string, password: string, code: string) {
  const email = givenEmail.trim().toLowerCase();
  if (!email || !password || password.length > 200 || code.length > 100) return null;
  const jar = await cookies();
  const device = jar.get(DEVICE_COOKIE)?.value;
  await spend(email, device, "password");
  const user = await prisma().user.findUnique({ where: { email } });
  if (!(await passwordMatches(password, user?.passwordHash)) || !user) return null;
  await requireCode(user.id, { email, device, code });
  await forgetAttempts(email);
  jar.set(DEVICE_COOKIE, deviceCookie(email), { httpOnly: true, sameSite: "lax", path: "/", maxAge: YEAR });
  const session = await openSession(user.id, { viaProvider: false });
  return { id: user.id, sid: session.id };
}

async function spend(email: string, device: string | undefined, what: Guessed) {
  try {
    await spendAttempt(email, device, what);
  } catch (refusal) {
    throw refusal instanceof AppError ? new Error("TooManyAttempts") : refusal;
  }
}

type Given = { email: string; device: string | undefined; code: string };

async function requireCode(userId: string, { email, device, code }: Given) {
  if (!(await hasSecondFactor(userId))) return;
  if (!code.trim()) throw new Error("CodeWanted");
  await spend(email, device, "code");
  const taken = await takeCode(prisma(), userId, code).catch((refusal: unknown) => {
    throw refusal instanceof AppError ? new Error("CodeUnreadable") : refusal;
  });
  if (!taken) throw new Error("CodeWrong");
  await forgetAttempts(email, "code");
}
