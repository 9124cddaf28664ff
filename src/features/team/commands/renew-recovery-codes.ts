import type { z } from "zod";
import { forgetAttempts, spendAttempt } from "@/platform/auth/attempts";
import { hashRecoveryCode, takeCode } from "@/platform/auth/second-factor";
import { makeRecoveryCode } from "@/platform/auth/secrets";
import { prisma, type Tx } from "@/platform/db/client";
import { invalid } from "@/platform/errors";
import type { RenewRecoveryCodes } from "../schema";
import { tellTeams } from "./tell-teams";

const CODES = 10;

type Person = { id: string; name: string; email: string };

/** Ten new codes; those made before work no more. Takes a code, so that a browser left open gives none away. */
export async function renewRecoveryCodes(
  user: Person,
  { code }: z.output<typeof RenewRecoveryCodes>,
): Promise<{ codes: string[] }> {
  await spendAttempt(user.email, undefined, "code");
  const codes = await prisma().$transaction(async (tx) => {
    if (!(await takeCode(tx, user.id, code))) throw invalid("code", "is wrong, or was used already");
    await tellTeams(tx, user, "second_factor.codes_renewed");
    return writeRecoveryCodes(tx, user.id);
  });
  await forgetAttempts(user.email, "code");
  return { codes };
}

/** They are shown once; what is kept does not tell them. */
export async function writeRecoveryCodes(tx: Tx, userId: string): Promise<string[]> {
  const codes = Array.from({ length: CODES }, makeRecoveryCode);
  await tx.recoveryCode.deleteMany({ where: { userId } });
  await tx.recoveryCode.createMany({
    data: codes.map((code) => ({ userId, codeHash: hashRecoveryCode(userId, code) })),
  });
  return codes;
}
