import { matchingKey } from "@/anchoring/normalise";

/** Postgres' int4. */
const MAX_NUMBER = 2_147_483_647;

/** `12` → `C-12`, as people call a claim. */
export const claimLabel = (number: number) => `C-${number}`;

/** Reads `C-12` as people type it: `c12`, `C 12`, `#12`, `12`, with any dash and any digits. Null for anything else. */
export function parseClaimNumber(typed: string): number | null {
  const digits = /^(?:c\s?-?\s?|#)?0*([1-9]\d{0,9})$/.exec(matchingKey(typed).trim())?.[1];
  const number = Number(digits);
  return digits !== undefined && number <= MAX_NUMBER ? number : null;
}
