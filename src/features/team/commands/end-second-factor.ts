import type { z } from "zod";
import { forgetAttempts, spendAttempt } from "@/platform/auth/attempts";
import { announceRevocation } from "@/platform/auth/revocation";
import { takeCode } from "@/platform/auth/second-factor";
import type { Via } from "@/platform/context";
import { prisma, type Tx } from "@/platform/db/client";
import { AppError, invalid, notFound } from "@/platform/errors";
import type { EndSecondFactor } from "../schema";
import { checkPassword } from "./check-password";
import { tellTeams } from "./tell-teams";

type Person = { id: string; name: string; email: string };

/** Back to the password alone. Takes both, and is refused while a team asks for a second factor. */
export async function endSecondFactor(
  user: Person,
  { password, code }: z.output<typeof EndSecondFactor>,
): Promise<null> {
  await checkPassword(user.id, password, "password");
  await spendAttempt(user.email, undefined, "code");
  await prisma().$transaction(async (tx) => {
    const asking = await tx.team.findFirst({
      where: { requiresSecondFactor: true, memberships: { some: { userId: user.id } } },
      select: { name: true },
    });
    if (asking) throw new AppError("CONFLICT", `The team ${asking.name} asks for a second factor.`);
    if (!(await takeCode(tx, user.id, code))) throw invalid("code", "is wrong, or was used already");
    await removeSecondFactor(tx, user);
    await tellTeams(tx, user, "second_factor.ended");
  });
  await forgetAttempts(user.email, "code");
  return null;
}

/** For who lost the app and the codes: whoever holds the database lets them sign in by password alone again. */
export function resetSecondFactor(email: string, via: Via): Promise<{ had: boolean }> {
  return prisma().$transaction(async (tx) => {
    const user = await tx.user.findUnique({ where: { email: email.trim().toLowerCase() } });
    if (!user) throw notFound("account");
    const had = await removeSecondFactor(tx, user);
    if (had) await tellTeams(tx, user, "second_factor.reset", via);
    return { had };
  });
}

async function removeSecondFactor(tx: Tx, { id }: Pick<Person, "id">) {
  const { count } = await tx.secondFactor.deleteMany({ where: { userId: id } });
  await tx.recoveryCode.deleteMany({ where: { userId: id } });
  await announceRevocation(tx, id);
  return count > 0;
}
