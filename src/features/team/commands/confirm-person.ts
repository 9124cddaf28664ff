import type { z } from "zod";
import { forgetAttempts, spendAttempt } from "@/platform/auth/attempts";
import { hasSecondFactor, takeCode } from "@/platform/auth/second-factor";
import { prisma } from "@/platform/db/client";
import { invalid } from "@/platform/errors";
import type { ConfirmPerson } from "../schema";
import { checkPassword } from "./check-password";

type Person = { id: string; email: string };

/** Asks who is signed in to show once more that it is they: by the password, and by a code where they have one. */
export async function confirmPerson(
  { id, email }: Person,
  { password, code }: z.output<typeof ConfirmPerson>,
): Promise<null> {
  await checkPassword(id, password, "password");
  if (!(await hasSecondFactor(id))) return null;
  await spendAttempt(email, undefined, "code");
  if (!(await takeCode(prisma(), id, code))) throw invalid("code", "is wrong, or was used already");
  await forgetAttempts(email, "code");
  return null;
}
