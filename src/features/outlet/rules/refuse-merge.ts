import type { Refusal } from "@/platform/errors";

export type Mergeable = { id: string; name: string; mergedInto: { name: string } | null };

/** Only outlets that stand can be merged, and none into itself. */
export function refuseMerge(part: Mergeable, whole: Mergeable): Refusal | null {
  if (part.id === whole.id) return { path: "into", message: "is the same outlet" };
  if (part.mergedInto) return { path: "outlet", message: `is part of ${part.mergedInto.name} already` };
  if (whole.mergedInto) return { path: "into", message: `is itself part of ${whole.mergedInto.name}` };
  return null;
}
