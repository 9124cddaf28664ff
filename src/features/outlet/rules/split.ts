import type { Refusal } from "@/platform/errors";
import { domainsOf, outletKey } from "../rules";

type Whole = { name: string; aliases: readonly string[]; domains: readonly string[] };
type Wanted = { aliases: readonly string[]; domains: readonly string[] };

/** What is split off must be the outlet's, must be something, and must leave the outlet its own name. */
export function refuseSplit(whole: Whole, { aliases, domains }: Wanted): Refusal | null {
  const known = new Set(whole.aliases.map(outletKey));
  if (aliases.length + domains.length === 0) return { path: "aliases", message: "name at least one alias or domain" };
  for (const alias of aliases) {
    if (outletKey(alias) === outletKey(whole.name)) {
      return { path: "aliases", message: `“${alias}” is the name that the outlet keeps` };
    }
    if (!known.has(outletKey(alias)))
      return { path: "aliases", message: `“${alias}” is not an alias of ${whole.name}` };
  }
  const foreign = domains.find((domain) => !whole.domains.includes(domain));
  return foreign ? { path: "domains", message: `${foreign} is not a domain of ${whole.name}` } : null;
}

/** Whether an address belongs to the domains taken: to the nearest one above its host, as a new article's outlet is found. */
export function isUnder(url: string | null, taken: readonly string[], whole: readonly string[]): boolean {
  if (!url || !URL.canParse(url)) return false;
  const nearest = domainsOf(new URL(url).hostname).find((domain) => whole.includes(domain));
  return nearest !== undefined && taken.includes(nearest);
}
