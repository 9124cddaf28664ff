import type { loadOutletNames } from "@/features/outlet/loaders";
import type { Reliability } from "@/features/outlet/schema";

export type GradedOutlet = { id: string; name: string; aliases: string[]; reliability: Reliability | null };

/** One entry an outlet, with the other names that it goes by. */
export function knownOutlets(names: Awaited<ReturnType<typeof loadOutletNames>>): GradedOutlet[] {
  const outlets = new Map<string, GradedOutlet>();
  for (const { outletId, outlet, name, reliability } of names) {
    const entry = outlets.get(outletId) ?? { id: outletId, name: outlet, aliases: [], reliability };
    if (name !== outlet) entry.aliases.push(name);
    outlets.set(outletId, entry);
  }
  return [...outlets.values()];
}
