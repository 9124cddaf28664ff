import { createHash, randomBytes } from "node:crypto";

/** A secret to hand out once: 256 random bits, safe in an address. */
export const makeSecret = (prefix = "") => `${prefix}${randomBytes(32).toString("base64url")}`;

/** What is stored of a secret. It is long and random, so a plain hash suffices. */
export const hashSecret = (secret: string) => createHash("sha256").update(secret).digest("hex");

/** No letters that look alike. */
const LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

const group = (length: number) => Array.from({ length }, letter).join("");

function letter(): string {
  for (;;) {
    const byte = randomBytes(1)[0] ?? 255;
    if (byte < 248) return LETTERS[byte % 31] ?? "";
  }
}

/** A password for people to type once: five groups of four, about 100 bits. */
export const makePassword = () => Array.from({ length: 5 }, () => group(4)).join("-");

/** Stands in once for a code of a second factor: two groups of five, about 50 bits. */
export const makeRecoveryCode = () => `${group(5)}-${group(5)}`;

export const isRecoveryCode = (code: string) => code.length === 10 && [...code].every((each) => LETTERS.includes(each));
