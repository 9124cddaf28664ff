import type { Graph, GraphEdge, GraphKind, GraphNode, GraphOf } from "../schema";
import { isDirected } from "./graph-parts";

export const countOf = (count: number, one: string, many = `${one}s`) =>
  `${count.toLocaleString("en")} ${count === 1 ? one : many}`;

const ONE: Record<GraphOf, string> = { claims: "claim", outlets: "outlet", origins: "origin" };

/** "Graph of 40 claims and 57 relations between them". */
export const tellGraph = ({ of, nodes, edges }: Graph) =>
  `Graph of ${countOf(nodes.length, ONE[of])} and ${countOf(edges.length, "line")} between them`;

/** What is left out of a large case; null where nothing is. */
export function tellPart({ claims: { shown, total } }: Graph): string | null {
  if (shown >= total) return null;
  return `This case has ${countOf(total, "related claim")}. Shown are ${shown.toLocaleString("en")} of them, those in conflict first.`;
}

/** What a point is, in a few words beside its name: whose claim, or how much stands behind it. */
export function tellNode(of: GraphOf, { kind, outlet, conflict, camp, claims }: GraphNode): string {
  if (of === "claims") {
    const side = conflict === null ? null : `camp ${camp} of conflict C-${conflict}`;
    return [outlet, side].filter(Boolean).join(" · ");
  }
  return [of === "origins" ? KINDS[kind] : null, countOf(claims, "claim")].filter(Boolean).join(" · ");
}

const KINDS: Record<GraphNode["kind"], string> = {
  claim: "origin not established",
  outlet: "outlet",
  source: "source",
  unnamed: "unnamed source",
  own: "own reporting",
  altered: "a copy that contradicts what it copies",
  circle: "circular reporting",
};

/** How a line reads from one of its ends. */
export function wordOf({ kind, a, count }: GraphEdge, from: number): string {
  const word = isDirected(kind) && a !== from ? BACKWARD[kind] : kind;
  return count > 1 ? `${word}, ${count} times` : (word ?? kind);
}

const BACKWARD: Partial<Record<GraphKind, string>> = { updates: "is updated by", repeats: "is repeated by" };
