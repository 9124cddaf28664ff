import { z } from "zod";
import { Origin } from "@/features/conflict/schema";
import { OutletRef } from "@/features/outlet/schema";
import { ClaimCard, ContradictionAbout, StandingKind } from "@/features/relation/schema";
import { Id, PageQuery } from "@/platform/fields";

/** How a picture is asked for, wherever one can be downloaded. */
export const PictureQuery = z.object({
  format: z.enum(["svg", "png"]).default("svg"),
  /** Light for print. */
  theme: z.enum(["light", "dark"]).default("light"),
  /** Pixels of a PNG for each of the SVG's; fewer where that would be too large. */
  scale: z.coerce.number().int().min(1).max(4).default(2),
});
export type PictureQuery = z.output<typeof PictureQuery>;

/** What the graph's points are. */
export const GraphOf = z.enum(["claims", "outlets", "origins"]);
export type GraphOf = z.infer<typeof GraphOf>;

/** What its lines say. `unrelated` is no line: it says that there is none. */
export const GraphKind = StandingKind.exclude(["unrelated"]);
export type GraphKind = z.infer<typeof GraphKind>;

export const ReadGraph = z.object({ of: GraphOf.default("claims") });

export const DrawGraph = ReadGraph.extend(PictureQuery.shape);
export type DrawGraph = z.output<typeof DrawGraph>;

const GraphNode = z.object({
  /** Tells it apart from the others, and stays the same from one reading to the next. */
  key: z.string(),
  kind: Origin.shape.kind,
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

/** What a matrix counts: pairs of claims, or pairs of the origins behind them. */
export const CountBy = z.enum(["report", "origin"]);
export type CountBy = z.infer<typeof CountBy>;

/**
 * `implied` counts what follows from the recorded relations too: that claims of one camp agree, and that claims of camps
 * which contradict each other contradict. What somebody recorded of a pair stands before what follows.
 */
export const ReadMatrix = z.object({ by: CountBy.default("report"), implied: z.stringbool().default(false) });
export type ReadMatrix = z.output<typeof ReadMatrix>;

export const MatrixKind = StandingKind.exclude(["unrelated", "disputed"]);
export type MatrixKind = z.infer<typeof MatrixKind>;

const Count = z.int().min(0);

/** How often each kind of relation stands between two outlets. `a` and `b` are their ids in order; `a` may equal `b`. */
const MatrixCell = z.object({
  a: Id,
  b: Id,
  agrees: Count,
  contradicts: Count,
  qualifies: Count,
  updates: Count,
  repeats: Count,
});
export type MatrixCell = z.infer<typeof MatrixCell>;

/** Which outlets' claims are related, and how often. */
export const OutletMatrix = z
  .object({ outlets: z.array(OutletRef), cells: z.array(MatrixCell) })
  .meta({ id: "OutletMatrix" });
export type OutletMatrix = z.infer<typeof OutletMatrix>;

/** The order of the outlets on both sides. */
export const MatrixOrder = z.enum(["cluster", "name", "claims"]);
export type MatrixOrder = z.infer<typeof MatrixOrder>;

export const DrawMatrix = ReadMatrix.extend(PictureQuery.shape).extend({ order: MatrixOrder.default("cluster") });
export type DrawMatrix = z.output<typeof DrawMatrix>;

export const ListMatrixPairs = PageQuery.extend(ReadMatrix.shape).extend({
  a: Id,
  b: Id,
  kind: MatrixKind.optional(),
});
export type ListMatrixPairs = z.output<typeof ListMatrixPairs>;

/** An origin as one end of a pair: its name, and how many of the outlets' claims here descend from it. */
const PairOrigin = z.object({ name: z.string(), claims: Count });

/** One of the pairs that a cell counts. */
export const MatrixPair = z
  .object({
    kind: MatrixKind,
    /** A recorded relation behind it, the first where there are several; null where it only follows from others. */
    relationId: Id.nullable(),
    about: ContradictionAbout.nullable(),
    /** The claims of that relation, in the direction in which it stands; else two claims from which the pair follows. */
    from: ClaimCard,
    to: ClaimCard,
    /** By origin: what stands behind `from` and `to`. */
    origins: z.object({ from: PairOrigin, to: PairOrigin }).nullable(),
    /** How many recorded relations of this kind are behind it. */
    recorded: Count,
    /** The conflict that both claims are part of, by its key. */
    conflict: z.int().nullable(),
  })
  .meta({ id: "MatrixPair" });
export type MatrixPair = z.infer<typeof MatrixPair>;

/** What the rows of the timeline are gathered by. */
export const TimelineBy = z.enum(["conflict", "outlet", "claim"]);
export type TimelineBy = z.infer<typeof TimelineBy>;

const Day = z.iso.date();

export const ReadTimeline = PageQuery.extend({
  by: TimelineBy.default("conflict"),
  /** The days to look at, both included. */
  from: Day.optional(),
  to: Day.optional(),
});
export type ReadTimeline = z.output<typeof ReadTimeline>;

export const DrawTimeline = ReadTimeline.pick({ by: true, from: true, to: true }).extend(PictureQuery.shape);
export type DrawTimeline = z.output<typeof DrawTimeline>;

/** A date known roughly: EDTF with its earliest and latest day, null where that side is open. */
const Span = z.object({ edtf: z.string(), min: Day.nullable(), max: Day.nullable() });
export type Span = z.infer<typeof Span>;

const TimelineRow = z.object({
  id: Id,
  number: z.int(),
  statement: z.string(),
  /** The conflict's key, or the outlet; null where rows are not gathered, or nobody is named. */
  group: z.object({ key: z.string(), label: z.string() }).nullable(),
  camp: z.string().nullable(),
  outlet: OutletRef.nullable(),
  /** When it is said to have happened. */
  event: Span.nullable(),
  /** When the claim was reported, else when its article was published. */
  report: Span.nullable(),
});
export type TimelineRow = z.infer<typeof TimelineRow>;

/** How many events and reports begin in a stretch of days. */
const TimelineBin = z.object({ from: Day, to: Day, events: z.int(), reports: z.int() });
export type TimelineBin = z.infer<typeof TimelineBin>;

export const Timeline = z
  .object({
    items: z.array(TimelineRow),
    nextCursor: z.string().nullable(),
    /** Of the whole case, whatever days are looked at; null where nothing has a date. */
    extent: z.object({ from: Day, to: Day }).nullable(),
    bins: z.array(TimelineBin),
    claims: z.object({
      /** With a date in the days looked at, and how many claims have none at all. */
      shown: z.int(),
      undated: z.int(),
    }),
    /** Standing contradictions between the rows, by claim number. */
    contradictions: z.array(z.object({ a: z.int(), b: z.int(), about: ContradictionAbout.nullable() })),
  })
  .meta({ id: "Timeline" });
export type Timeline = z.infer<typeof Timeline>;
