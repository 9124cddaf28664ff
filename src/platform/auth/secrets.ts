import { createHash, randomBytes } from "node:crypto";

/** A secret to hand out once: 256 random bits, safe in an address. */
export const makeSecret = (prefix = "") => `${prefix}${randomBytes(32).toString("base64url")}`;

/** What is stored of a secret. It is long and random, so a plain hash suffices. */
export const hashSecret = (secret: string) => createHash("sha256").update(secret).digest("hex");

/** A password for people to type once: five groups of four, about 100 bits, no letters that look alike. */
export function makePassword(): string {
  const letters = "abcdefghjkmnpqrstuvwxyz23456789";
  const pick = () => {
    for (;;) {
      const byte = randomBytes(1)[0] ?? 255;
      if (byte < 248) return letters[byte % 31] ?? "";
    }
  };
  return Array.from({ length: 5 }, () => Array.from({ length: 4 }, pick).join("")).join("-");
}
