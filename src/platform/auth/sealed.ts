import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from "node:crypto";

const NONCE = 12;
const TAG = 16;

/** A key for one purpose, so that what is sealed for one cannot be opened as another. Follows from AUTH_SECRET. */
const keyFor = (purpose: string) =>
  Buffer.from(hkdfSync("sha256", process.env.NEXTAUTH_SECRET ?? "", "", `crossbearing ${purpose}`, 32));

/** AES-256-GCM: nonce, sealed text, tag. `about` is bound to it: a row copied to another person does not open. */
export function seal(purpose: string, about: string, plain: Uint8Array): Uint8Array<ArrayBuffer> {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv("aes-256-gcm", keyFor(purpose), nonce).setAAD(Buffer.from(about));
  return Uint8Array.from(Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]));
}

/** What was sealed, or null where it was sealed with another secret, for another, or was altered. */
export function unseal(purpose: string, about: string, sealed: Uint8Array): Buffer | null {
  const bytes = Buffer.from(sealed);
  try {
    const decipher = createDecipheriv("aes-256-gcm", keyFor(purpose), bytes.subarray(0, NONCE), { authTagLength: TAG })
      .setAAD(Buffer.from(about))
      .setAuthTag(bytes.subarray(-TAG));
    return Buffer.concat([decipher.update(bytes.subarray(NONCE, -TAG)), decipher.final()]);
  } catch {
    return null;
  }
}

/** A hash that nobody can try words against who has only the database: for secrets short enough to be typed. */
export const keyedHash = (purpose: string, about: string, secret: string) =>
  createHmac("sha256", keyFor(purpose)).update(`${about}\n${secret}`).digest("hex");
