/** A team's name as an address holds it: Latin letters without marks, digits, hyphens. Empty where nothing of it fits. */
export const slugOf = (name: string): string =>
  name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, 32)
    .replace(/^-+|-+$/g, "");

/** First parts of addresses that are not a team's. */
const RESERVED = new Set(["api", "fonts", "public", "set-up", "settings", "sign-in", "sign-out", "static"]);

/** The first of `base`, `base-2`, `base-3` … that is not taken. */
export function freeSlug(base: string, taken: ReadonlySet<string>): string {
  const stem = base === "" ? "team" : base;
  if (!taken.has(stem) && !RESERVED.has(stem)) return stem;
  for (let count = 2; ; count++) {
    const slug = `${stem}-${count}`;
    if (!taken.has(slug)) return slug;
  }
}
