import type { ConflictStatus, ConflictSummary } from "../schema";

/** What decides first: new evidence after a finding, then what nobody has answered, then what waits to be signed. */
const STAGE: Record<ConflictStatus, number> = { stale: 3, open: 2, proposed: 1, settled: 0 };

type Weighed = Pick<ConflictSummary, "status" | "inconsistent" | "sides" | "contradictions">;

/**
 * Where a conflict stands in the queue, the highest first. In this order: its status; whether the team's own annotation
 * contradicts itself; how many independent origins stand behind the second-best supported camp, for a conflict is hard
 * where both sides have some; how many contradictions are open.
 */
export function weightOf({ status, inconsistent, sides, contradictions }: Weighed): number {
  return (
    STAGE[status] * 10_000_000 +
    (inconsistent ? 5_000_000 : 0) +
    Math.min(originsOnBothSides(sides), 999) * 1000 +
    Math.min(contradictions, 999)
  );
}

/** The most independent origins that two opposed sides both have. */
export function originsOnBothSides(sides: Weighed["sides"]): number {
  return sides.map(({ origins }) => origins.max).sort((a, b) => b - a)[1] ?? 0;
}

/** Why a conflict stands where it does, in a few words each. Its status is said elsewhere. */
export function pressingWords({ inconsistent, sides }: Pick<Weighed, "inconsistent" | "sides">): string[] {
  const both = originsOnBothSides(sides);
  return [
    ...(inconsistent ? ["contradicts itself"] : []),
    ...(both > 1 ? [`${both} origins on each of two sides`] : []),
  ];
}
