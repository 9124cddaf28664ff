import { prisma, type Tx } from "../db/client";
import { AppError } from "../errors";
import { isTotpCode, plainCode, totpStep } from "./one-time-code";
import { keyedHash, seal, unseal } from "./sealed";
import { isRecoveryCode } from "./secrets";

const PURPOSE = "second factor";
const RECOVERY = "recovery code";

export const sealTotp = (userId: string, secret: Uint8Array) => seal(PURPOSE, userId, secret);

/** The secret of a row. Fails where AUTH_SECRET is another than the one it was sealed with. */
export function openTotp(userId: string, sealed: Uint8Array): Buffer {
  const secret = unseal(PURPOSE, userId, sealed);
  if (secret) return secret;
  throw new AppError(
    "CONFLICT",
    "This second factor was set up under another AUTH_SECRET. An administrator can reset it from the command line.",
  );
}

export const hashRecoveryCode = (userId: string, code: string) => keyedHash(RECOVERY, userId, plainCode(code));

/** For who may not enter a team before they have one. */
export const secondFactorWanted = () =>
  new AppError("FORBIDDEN", "This team asks for a second factor. Set yours up in a browser, then come back.");

/** Whether this person signs in with a second factor. */
export async function hasSecondFactor(userId: string): Promise<boolean> {
  const row = await prisma().secondFactor.findFirst({ where: { userId, confirmedAt: { not: null } } });
  return row !== null;
}

/**
 * Takes a code of the app, or a recovery code, and uses it up: of two who send the same code at once, one gets in.
 * The caller limits the guesses.
 */
export async function takeCode(tx: Tx, userId: string, typed: string, at = Date.now()): Promise<boolean> {
  const code = plainCode(typed);
  if (isTotpCode(code)) return takeTotp(tx, userId, code, at);
  return isRecoveryCode(code) && takeRecoveryCode(tx, userId, code);
}

async function takeTotp(tx: Tx, userId: string, code: string, at: number) {
  const row = await tx.secondFactor.findUnique({ where: { userId } });
  if (!row?.confirmedAt) return false;
  const step = totpStep(openTotp(userId, row.secret), code, { at, lastStep: row.lastStep });
  if (step === null) return false;
  const { count } = await tx.secondFactor.updateMany({
    where: { userId, lastStep: { lt: step } },
    data: { lastStep: step },
  });
  return count === 1;
}

async function takeRecoveryCode(tx: Tx, userId: string, code: string) {
  const codeHash = hashRecoveryCode(userId, code);
  const { count } = await tx.recoveryCode.updateMany({
    where: { userId, codeHash, usedAt: null },
    data: { usedAt: new Date() },
  });
  return count === 1;
}
