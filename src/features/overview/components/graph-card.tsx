import { RelationMark } from "@/ui/relation-mark";
import { SourceText } from "@/ui/source-text";
import { tellNode } from "../rules/graph-words";
import { GraphKind } from "../schema";
import type { Spot } from "./graph-view";
import type { Drawn } from "./use-graph";

/** What a point is, beside it. It takes no pointer: it must not come between the point and the hand. */
export function GraphCard({ drawn, spot }: { drawn: Drawn; spot: Spot }) {
  const node = drawn.graph.nodes[spot.at];
  if (!node) return null;
  const edges = drawn.edgesOf[spot.at] ?? [];
  const count = (kind: GraphKind) =>
    edges.filter((edge) => edge.kind === kind).reduce((sum, edge) => sum + edge.count, 0);
  return (
    <div
      aria-hidden="true"
      className="floating pointer-events-none absolute w-64 max-w-[60%] p-2.5 text-sm"
      style={{
        ...(spot.side === "right" ? { left: spot.x + 18 } : { right: `calc(100% - ${spot.x - 18}px)` }),
        ...(spot.end === "bottom" ? { top: spot.y + 18 } : { bottom: `calc(100% - ${spot.y - 18}px)` }),
      }}
    >
      <p className="font-medium">
        <SourceText>{node.label}</SourceText>
        <span className="ms-2 font-normal text-ink-3 text-xs">{tellNode(drawn.graph.of, node)}</span>
      </p>
      {node.text ? (
        <p className="mt-1 line-clamp-4 text-ink-2">
          <SourceText>{node.text}</SourceText>
        </p>
      ) : null}
      <p className="mt-1.5 flex flex-wrap gap-2.5">
        {GraphKind.options
          .filter((kind) => count(kind) > 0)
          .map((kind) => (
            <RelationMark key={kind} kind={kind} look="glyph" count={count(kind)} />
          ))}
      </p>
    </div>
  );
}
