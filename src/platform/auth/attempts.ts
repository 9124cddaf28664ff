import { createHmac, timingSafeEqual } from "node:crypto";
import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import { pool } from "../db/pool";
import { AppError } from "../errors";

/**
 * Guessing is limited by account, not by address (addresses are cheap and headers forge them). So that a guesser cannot
 * lock the owner out, a browser that signed in before carries a device cookie and has a budget of its own
 * (OWASP, "Device Cookies").
 */
const BUDGETS = {
  password: {
    stranger: { keyPrefix: "sign-in", points: 20, duration: 3600 },
    device: { keyPrefix: "sign-in-device", points: 10, duration: 900 },
  },
  // Apart from passwords: who knows the password must not win new guesses of codes with it.
  code: {
    stranger: { keyPrefix: "code", points: 20, duration: 3600 },
    device: { keyPrefix: "code-device", points: 10, duration: 900 },
  },
};

/** What is guessed. */
export type Guessed = keyof typeof BUDGETS;

export const DEVICE_COOKIE = "crossbearing.device";

const limiter = (budget: (typeof BUDGETS)["password"]["stranger"]) =>
  new RateLimiterPostgres({ storeClient: pool(), tableName: "rate_limit", tableCreated: true, ...budget });

const sign = (email: string) =>
  createHmac("sha256", process.env.NEXTAUTH_SECRET ?? "")
    .update(`device\n${email}`)
    .digest("base64url");

/** The device cookie's value for an account that has just signed in. */
export const deviceCookie = (email: string) => sign(email);

const knows = (email: string, cookie: string | undefined) => {
  const expected = Buffer.from(sign(email));
  const given = Buffer.from(cookie ?? "");
  return expected.length === given.length && timingSafeEqual(expected, given);
};

/** Spends one attempt before the password or the code is looked at; throws LIMIT when none is left. */
export async function spendAttempt(
  email: string,
  cookie: string | undefined,
  what: Guessed = "password",
): Promise<void> {
  const budget = knows(email, cookie) ? BUDGETS[what].device : BUDGETS[what].stranger;
  try {
    await limiter(budget).consume(email);
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal;
    const retryAfterSeconds = Math.ceil(refusal.msBeforeNext / 1000);
    throw new AppError("LIMIT", "Too many attempts to sign in. Try again later.", { retryAfterSeconds });
  }
}

/** After the right one. */
export async function forgetAttempts(email: string, what: Guessed = "password"): Promise<void> {
  await Promise.all(Object.values(BUDGETS[what]).map((budget) => limiter(budget).delete(email)));
}
