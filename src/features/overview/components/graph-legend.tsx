import { cn } from "@/ui/class-names";
import { RelationGlyph } from "@/ui/relation-glyph";
import { LOOKS } from "../rules/graph-look";
import { type GraphEdge, GraphKind } from "../schema";

type GraphLegendProps = {
  edges: GraphEdge[];
  shown: ReadonlySet<GraphKind>;
  onToggle: (kind: GraphKind) => void;
};

const INK: Record<GraphKind, string> = {
  agrees: "text-agrees-ink",
  contradicts: "text-contradicts-ink",
  qualifies: "text-qualifies-ink",
  updates: "text-updates-ink",
  repeats: "text-repeats-ink",
  disputed: "text-disputed-ink",
};

/** What the lines mean, and the switches that show and hide them. Kinds that do not occur are left out. */
export function GraphLegend({ edges, shown, onToggle }: GraphLegendProps) {
  const kinds = GraphKind.options.filter((kind) => edges.some((edge) => edge.kind === kind));
  return (
    <fieldset className="flex flex-wrap items-center gap-1">
      <legend className="sr-only">Relations shown</legend>
      {kinds.map((kind) => (
        <button
          key={kind}
          type="button"
          aria-pressed={shown.has(kind)}
          onClick={() => onToggle(kind)}
          className={cn(
            "inline-flex h-7.5 items-center gap-1.5 rounded-md border border-hairline px-2 text-xs hover:border-edge pointer-coarse:h-10",
            shown.has(kind) ? INK[kind] : "text-ink-3 line-through",
          )}
        >
          <LineSample kind={kind} />
          <RelationGlyph kind={kind} />
          {kind}
          <span className="font-mono">{edges.filter((edge) => edge.kind === kind).length}</span>
        </button>
      ))}
    </fieldset>
  );
}

function LineSample({ kind }: { kind: GraphKind }) {
  const { width, dash } = LOOKS[kind];
  return (
    <svg aria-hidden="true" viewBox="0 0 24 8" className="h-2 w-6">
      <line
        x1="0"
        x2="24"
        y1="4"
        y2="4"
        stroke={`var(--${kind})`}
        strokeWidth={width}
        strokeDasharray={dash.join(" ") || undefined}
      />
    </svg>
  );
}
