import type { GraphEdge, GraphKind, GraphNode } from "../schema";

type Look = { width: number; dash: number[] };

/** How a line is drawn, beside its colour: no kind is told from another by colour alone. Lengths in pixels. */
export const LOOKS: Record<GraphKind, Look> = {
  agrees: { width: 1.25, dash: [] },
  contradicts: { width: 2.5, dash: [] },
  qualifies: { width: 1.75, dash: [2, 4] },
  updates: { width: 1.75, dash: [10, 4] },
  repeats: { width: 1.5, dash: [5, 3] },
  disputed: { width: 1.5, dash: [1.5, 7] },
};

/** In the order in which they are drawn: what matters most lies on top. */
export const DRAWING_ORDER = ["disputed", "qualifies", "updates", "repeats", "agrees", "contradicts"] as const;

/** A line that stands for more is thicker, in five steps. */
export const strengthOf = ({ count }: Pick<GraphEdge, "count">) => Math.min(5, 1 + Math.floor(Math.log2(count)));

export const widthOf = (kind: GraphKind, strength: number) => LOOKS[kind].width * (1 + 0.55 * (strength - 1));

/** Camps of a conflict are told apart by these in turn, and by their letters. */
export const CAMP_TINTS = ["accent-wash", "caution-wash", "updates-wash", "repeats-wash"] as const;

/** The place of a camp among the tints: A, B, C, D and again from the start. */
export const tintOf = (camp: string) => ((camp.charCodeAt(camp.length - 1) || 65) - 65) % CAMP_TINTS.length;

/** Nothing vouches that it is an origin: it is drawn hollow, as an unknown grade is. */
export const isHollow = (of: string, { kind }: Pick<GraphNode, "kind">) =>
  of === "origins" && (kind === "claim" || kind === "altered" || kind === "circle");
