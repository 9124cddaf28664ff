import { forgetAttempts, spendAttempt } from "@/platform/auth/attempts";
import { passwordMatches } from "@/platform/auth/passwords";
import { prisma } from "@/platform/db/client";
import { invalid, notFound } from "@/platform/errors";

/** Asks once more for the present password, out of the same budget of guesses as signing in. Returns its hash. */
export async function checkPassword(userId: string, password: string, field: string): Promise<string> {
  const user = await prisma().user.findUnique({ where: { id: userId } });
  if (!user) throw notFound("account");
  await spendAttempt(user.email, undefined);
  if (!(await passwordMatches(password, user.passwordHash)) || !user.passwordHash)
    throw invalid(field, "is not your present password");
  await forgetAttempts(user.email);
  return user.passwordHash;
}
