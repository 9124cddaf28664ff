import type { z } from "zod";
import { spendAttempt } from "@/platform/auth/attempts";
import { plainCode, totpStep } from "@/platform/auth/one-time-code";
import { announceRevocation } from "@/platform/auth/revocation";
import { openTotp } from "@/platform/auth/second-factor";
import { prisma } from "@/platform/db/client";
import { AppError, invalid } from "@/platform/errors";
import type { ConfirmSecondFactor } from "../schema";
import { writeRecoveryCodes } from "./renew-recovery-codes";
import { tellTeams } from "./tell-teams";

type Person = { id: string; name: string; email: string; sid: string };

/** Puts the second factor in force with its first code; ends the sessions that were opened without it. */
export async function confirmSecondFactor(
  user: Person,
  { code }: z.output<typeof ConfirmSecondFactor>,
  at = Date.now(),
): Promise<{ codes: string[]; ended: number }> {
  await spendAttempt(user.email, undefined, "code");
  return prisma().$transaction(async (tx) => {
    const row = await tx.secondFactor.findUnique({ where: { userId: user.id } });
    if (!row) throw new AppError("CONFLICT", "Begin again: there is nothing to confirm.");
    const step = totpStep(openTotp(user.id, row.secret), plainCode(code), { at, lastStep: 0 });
    if (step === null) throw invalid("code", "is not what the app shows now; is its clock right?");
    const { count } = await tx.secondFactor.updateMany({
      where: { userId: user.id, confirmedAt: null, secret: row.secret },
      data: { confirmedAt: new Date(at), lastStep: step },
    });
    if (count === 0) throw new AppError("CONFLICT", "Your second factor is set up already.");
    const codes = await writeRecoveryCodes(tx, user.id);
    await tellTeams(tx, user, "second_factor.set_up");
    const { count: ended } = await tx.session.deleteMany({ where: { userId: user.id, id: { not: user.sid } } });
    await announceRevocation(tx, user.id);
    return { codes, ended };
  });
}
