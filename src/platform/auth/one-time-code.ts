import { Secret, TOTP } from "otpauth";

/** RFC 6238 as every authenticator app reads it: SHA-1, six digits, half a minute. */
const PERIOD = 30;
const SHAPE = { algorithm: "SHA1", digits: 6, period: PERIOD } as const;

/** 160 random bits, as RFC 4226 recommends. */
export const makeTotpSecret = (): Uint8Array => new Secret({ size: 20 }).bytes;

const totp = (secret: Uint8Array, label = "") =>
  new TOTP({ issuer: "Crossbearing", label, secret: new Secret({ buffer: Uint8Array.from(secret).buffer }), ...SHAPE });

/** What an authenticator app scans, and the secret for typing by hand. */
export const totpAddress = (secret: Uint8Array, email: string): { uri: string; text: string } => {
  const code = totp(secret, email);
  return { uri: code.toString(), text: code.secret.base32 };
};

/** The code that an app shows at that time. */
export const totpCode = (secret: Uint8Array, at: number): string => totp(secret).generate({ timestamp: at });

/**
 * The time step (half minutes since 1970) that the code belongs to, or null. One step either side is taken, for clocks
 * that are off; steps up to `lastStep` are not, so that a code seen over a shoulder is worth nothing.
 */
export function totpStep(secret: Uint8Array, code: string, { at, lastStep }: { at: number; lastStep: number }) {
  const delta = totp(secret).validate({ token: code, timestamp: at, window: 1 });
  if (delta === null) return null;
  const step = Math.floor(at / 1000 / PERIOD) + delta;
  return step > lastStep ? step : null;
}

/** What a person typed as a code: blanks and hyphens are how it was written down. */
export const plainCode = (typed: string) => typed.normalize("NFKC").toLowerCase().replaceAll(/[\s-]/g, "");

export const isTotpCode = (code: string) => /^\d{6}$/.test(code);
