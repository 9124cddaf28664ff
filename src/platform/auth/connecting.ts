import { timingSafeEqual } from "node:crypto";
import { keyedHash } from "./sealed";

export const CONNECTING_COOKIE = "crossbearing.connecting";
const SECONDS = 600;

type Who = { userId: string; sid: string };

const signed = ({ userId, sid }: Who, until: number) => keyedHash("connecting", `${userId} ${sid}`, String(until));

/** What a browser carries to the identity provider and back, whose person has just given their password again. */
export function connectingCookie(who: Who, now = Date.now()): { value: string; maxAge: number } {
  const until = now + SECONDS * 1000;
  return { value: `${until}.${signed(who, until)}`, maxAge: SECONDS };
}

/** Whether it is of this very session, and not too old: a browser left open, or a stolen cookie, connects nothing. */
export function mayConnect(cookie: string | undefined, who: Who, now = Date.now()): boolean {
  const [until = "", hash = ""] = (cookie ?? "").split(".");
  const expected = Buffer.from(signed(who, Number(until)));
  const given = Buffer.from(hash);
  return Number(until) > now && expected.length === given.length && timingSafeEqual(expected, given);
}
