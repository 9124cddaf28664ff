import { z } from "zod";
import { StandingKind } from "@/features/relation/schema";
import { Id } from "@/platform/fields";

/** How a picture is asked for, wherever one can be downloaded. */
export const PictureQuery = z.object({
  format: z.enum(["svg", "png"]).default("svg"),
  /** Light for print. */
  theme: z.enum(["light", "dark"]).default("light"),
  /** Pixels of a PNG for each of the SVG's; fewer where that would be too large. */
  scale: z.coerce.number().int().min(1).max(4).default(2),
});

/** What the graph's points are. */
export const GraphOf = z.enum(["claims", "outlets", "origins"]);
export type GraphOf = z.infer<typeof GraphOf>;

/** What its lines say. `unrelated` is no line: it says that there is none. */
export const GraphKind = StandingKind.exclude(["unrelated"]);
export type GraphKind = z.infer<typeof GraphKind>;

export const ReadGraph = z.object({ of: GraphOf.default("claims") });

const GraphNode = z.object({
  /** Tells it apart from the others, and stays the same from one reading to the next. */
  key: z.string(),
  kind: z.enum(["claim", "outlet", "source", "altered", "circle"]),
  /** `C-12`, or a name. */
  label: z.string(),
  /** The beginning of a claim's statement; empty for others. */
  text: z.string(),
  /** Whom a claim is attributed to. */
  outlet: z.string().nullable(),
  /** How many of the claims shown stand behind it. */
  claims: z.int(),
  /** The claim to open, by its number: itself, or the lowest of its claims. */
  claim: z.int().nullable(),
  outletId: Id.nullable(),
  /** The conflict that a claim is part of, by its key, and the camp. */
  conflict: z.int().nullable(),
  camp: z.string().nullable(),
});
export type GraphNode = z.infer<typeof GraphNode>;

/** `a` and `b` are places in the list of nodes; `updates` and `repeats` run from `a` to `b`. */
const GraphEdge = z.object({ a: z.int(), b: z.int(), kind: GraphKind, count: z.int() });
export type GraphEdge = z.infer<typeof GraphEdge>;

export const Graph = z
  .object({
    of: GraphOf,
    nodes: z.array(GraphNode),
    edges: z.array(GraphEdge),
    /** How many related claims the case has, and how many of them the graph was drawn from: conflicts come first. */
    claims: z.object({ shown: z.int(), total: z.int() }),
  })
  .meta({ id: "Graph" });
export type Graph = z.infer<typeof Graph>;
