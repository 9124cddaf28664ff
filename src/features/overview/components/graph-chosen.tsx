import Link from "next/link";
import { RelationMark } from "@/ui/relation-mark";
import { SourceText } from "@/ui/source-text";
import { tellNode, wordOf } from "../rules/graph-words";
import type { GraphKind } from "../schema";
import type { Drawn } from "./use-graph";

type GraphChosenProps = {
  drawn: Drawn;
  at: number;
  kinds: ReadonlySet<GraphKind>;
  /** Where its page is, and where its conflict's; null where it has none. */
  href: string | null;
  conflictHref: string | null;
  onSelect: (at: number) => void;
};

/** What is chosen, with every line from it: the way through the graph for those who cannot see it. */
export function GraphChosen({ drawn, at, kinds, href, conflictHref, onSelect }: GraphChosenProps) {
  const node = drawn.graph.nodes[at];
  if (!node) return null;
  const edges = (drawn.edgesOf[at] ?? []).filter(({ kind }) => kinds.has(kind));
  return (
    <section aria-label="Chosen" className="max-h-[50%] shrink-0 overflow-y-auto border-hairline border-b px-3 py-2.5">
      <h2 className="flex flex-wrap items-baseline gap-x-2 font-semibold text-sm">
        {href ? (
          <Link href={href} className="link">
            <SourceText>{node.label}</SourceText>
          </Link>
        ) : (
          <SourceText>{node.label}</SourceText>
        )}
        <span className="font-normal text-ink-3 text-xs">
          {conflictHref ? (
            <Link href={conflictHref} className="hover:underline">
              {tellNode(drawn.graph.of, node)}
            </Link>
          ) : (
            tellNode(drawn.graph.of, node)
          )}
        </span>
      </h2>
      {node.text ? (
        <p className="mt-1 text-sm">
          <SourceText>{node.text}</SourceText>
        </p>
      ) : null}
      <ul className="mt-2 flex flex-col gap-0.5">
        {edges.map((edge) => {
          const other = edge.a === at ? edge.b : edge.a;
          const end = drawn.graph.nodes[other];
          if (!end) return null;
          return (
            <li key={`${edge.a} ${edge.b} ${edge.kind}`}>
              <button
                type="button"
                onClick={() => onSelect(other)}
                className="flex w-full min-w-0 items-center gap-2 rounded-md px-1 py-0.5 text-start text-sm hover:bg-wash pointer-coarse:min-h-10"
              >
                <RelationMark kind={edge.kind} word={wordOf(edge, at)} />
                <span className="min-w-0 truncate">
                  <SourceText>{other === at ? "itself" : end.label}</SourceText>
                  {end.outlet ? (
                    <span className="text-ink-3">
                      {" "}
                      <SourceText>{end.outlet}</SourceText>
                    </span>
                  ) : null}
                </span>
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
