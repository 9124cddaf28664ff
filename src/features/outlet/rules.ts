import { matchingKey } from "@/anchoring/normalise";
import type { Refusal } from "@/platform/errors";
import type { Reliability } from "./schema";

/** The official words of the scale (NATO / Admiralty, STANAG 2511). F is unknown, never the low end. */
export const RELIABILITY_WORDS: Record<Reliability, string> = {
  A: "completely reliable",
  B: "usually reliable",
  C: "fairly reliable",
  D: "not usually reliable",
  E: "unreliable",
  F: "reliability cannot be judged",
};

/** The key under which a name is unique in a team: case, diacritics, harakat and spacing do not tell outlets apart. */
export const outletKey = (name: string) => matchingKey(name).trim();

export function refuseName(name: string, path = "name"): Refusal | null {
  return outletKey(name) === "" ? { path, message: "needs at least one letter or digit" } : null;
}

/** The outlet's names without repetition: its own first, then the aliases that differ from it and from each other. */
export function distinctNames(name: string, aliases: string[]): { key: string; name: string }[] {
  const byKey = new Map<string, string>();
  for (const each of [name, ...aliases]) {
    const key = outletKey(each);
    if (key !== "" && !byKey.has(key)) byKey.set(key, each);
  }
  return [...byKey].map(([key, value]) => ({ key, name: value }));
}

/** A host and the domains above it: `www.bbc.co.uk` is also `bbc.co.uk` and `co.uk`. */
export function domainsOf(host: string): string[] {
  const labels = host.toLowerCase().replace(/\.$/, "").split(".").slice(-10);
  return labels.slice(0, -1).map((_, index) => labels.slice(index).join("."));
}
