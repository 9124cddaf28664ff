import { encode } from "uqr";
import type { z } from "zod";
import { makeTotpSecret, totpAddress } from "@/platform/auth/one-time-code";
import { sealTotp } from "@/platform/auth/second-factor";
import { prisma } from "@/platform/db/client";
import { AppError } from "@/platform/errors";
import type { BeginSecondFactor, NewSecondFactor } from "../schema";
import { checkPassword } from "./check-password";

type Person = { id: string; email: string };

/** Makes a secret for an authenticator app. It counts for nothing until a code of it comes back. */
export async function beginSecondFactor(
  { id, email }: Person,
  { password }: z.output<typeof BeginSecondFactor>,
): Promise<NewSecondFactor> {
  await checkPassword(id, password, "password");
  const plain = makeTotpSecret();
  const secret = sealTotp(id, plain);
  // Compare-and-set: one that is in force is never replaced by whoever has the browser in hand.
  const { count } = await prisma().secondFactor.updateMany({
    where: { userId: id, confirmedAt: null },
    data: { secret, lastStep: 0 },
  });
  if (count === 0)
    await prisma()
      .secondFactor.create({ data: { userId: id, secret } })
      .catch(inForce);
  const { uri, text } = totpAddress(plain, email);
  return { ...drawn(uri), text };
}

function inForce(error: unknown): never {
  if (error instanceof Error && "code" in error && error.code === "P2002")
    throw new AppError("CONFLICT", "Your second factor is set up already. Give it up first to set up another.");
  throw error;
}

/** The dark modules of a QR code as one path, with the quiet zone that ISO 18004 asks for. */
function drawn(text: string): Pick<NewSecondFactor, "path" | "size"> {
  const { data, size } = encode(text, { ecc: "M", border: 4 });
  const path = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : []))).join("");
  return { path, size };
}
