"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, type ReactNode, useId, useRef, useState } from "react";
import { foldText } from "@/ui/combobox-options";
import { ErrorState } from "@/ui/error-state";
import { Input } from "@/ui/input";
import { useShortcuts } from "@/ui/keys/shortcuts";
import { Progress } from "@/ui/progress";
import { Skeleton } from "@/ui/skeleton";
import { countOf, tellGraph, tellNode, tellPart } from "../rules/graph-words";
import { type Graph, GraphKind, type GraphNode, type GraphOf } from "../schema";
import { GraphCanvas, type GraphCanvasHandle } from "./graph-canvas";
import { GraphChosen } from "./graph-chosen";
import { GraphLegend } from "./graph-legend";
import { GraphList } from "./graph-list";
import { type Drawn, useGraph } from "./use-graph";

type GraphDeskProps = {
  team: string;
  caseId: string;
  of: GraphOf;
  /** From the address: the key of what is chosen, and the kinds that are hidden. */
  chosen: string | null;
  hidden: GraphKind[];
  /** What is shown where nothing relates yet. */
  empty: ReactNode;
};

/** The graph of a case: drawing, list and search, which always speak of the same point. */
export function GraphDesk({ empty, ...props }: GraphDeskProps) {
  const state = useGraph(props);
  switch (state.is) {
    case "reading":
      return (
        <div role="status" aria-label="Loading" className="min-h-96 flex-1 p-4">
          <Skeleton className="size-full min-h-80" />
        </div>
      );
    case "failed":
      return (
        <div className="px-4 md:px-6">
          <ErrorState title="The graph cannot be shown">
            <p>{state.message} Nothing was lost: load the page again.</p>
          </ErrorState>
        </div>
      );
    case "laying out":
      return (
        <div role="status" aria-label="Loading" className="min-h-96 max-w-sm flex-1 px-4 py-8 md:px-6">
          <Progress
            label={`Laying out ${countOf(state.graph.nodes.length, "point")}`}
            value={Math.round(state.progress * 100)}
            max={100}
          />
        </div>
      );
    case "drawn":
      return state.drawn.graph.nodes.length === 0 ? (
        <div className="px-4 md:px-6">{empty}</div>
      ) : (
        <DrawnGraph {...props} drawn={state.drawn} />
      );
  }
}

function DrawnGraph({ team, caseId, chosen, hidden, drawn }: Omit<GraphDeskProps, "empty"> & { drawn: Drawn }) {
  const { graph } = drawn;
  const router = useRouter();
  const canvas = useRef<GraphCanvasHandle>(null);
  const search = useRef<HTMLInputElement>(null);
  const id = useId();
  const [selected, setSelected] = useState(() => placeOf(graph, chosen));
  const [kinds, setKinds] = useState<ReadonlySet<GraphKind>>(
    () => new Set(GraphKind.options.filter((kind) => !hidden.includes(kind))),
  );
  const [words, setWords] = useState("");
  const found = words.trim() ? findNodes(graph, words) : null;
  const home = `/${team}/cases/${caseId}`;

  const choose = (at: number | null) => {
    setSelected(at);
    setParam("at", at === null ? null : (graph.nodes[at]?.key ?? null));
  };
  const toggle = (kind: GraphKind) => {
    const next = new Set(kinds);
    if (!next.delete(kind)) next.add(kind);
    setKinds(next);
    setParam("without", GraphKind.options.filter((each) => !next.has(each)).join(",") || null);
  };
  const find = (event: FormEvent) => {
    event.preventDefault();
    const [at] = found ?? [];
    if (at === undefined) return;
    choose(at);
    canvas.current?.centre(at);
  };
  useShortcuts([{ keys: "/", label: "Find in the graph", run: () => search.current?.focus() }]);

  const node = selected === null ? undefined : graph.nodes[selected];
  const part = tellPart(graph);
  return (
    <>
      <div className="flex flex-wrap items-center gap-2 px-4 pb-2 md:px-6">
        <search>
          <form onSubmit={find}>
            <Input
              ref={search}
              type="search"
              aria-label="Find in the graph"
              placeholder={graph.of === "claims" ? "Words or C-12" : "Name"}
              value={words}
              onChange={(event) => setWords(event.currentTarget.value)}
              className="w-48"
            />
          </form>
        </search>
        <GraphLegend edges={graph.edges} shown={kinds} onToggle={toggle} />
        <p role="status" className="text-ink-3 text-sm">
          {found ? `${countOf(found.length, "match", "matches")}` : part}
        </p>
      </div>
      <p id={`${id}-how`} className="sr-only">
        Arrow keys walk from point to point, Enter opens one. The list beside the drawing holds the same.
      </p>
      <p aria-live="polite" className="sr-only">
        {node ? [node.label, tellNode(graph.of, node), node.text].filter(Boolean).join(", ") : ""}
      </p>
      <div className="flex min-h-0 flex-1 border-hairline border-t max-md:flex-col">
        <div className="flex min-w-0 flex-1 max-md:h-[55dvh] max-md:flex-none">
          <GraphCanvas
            drawn={drawn}
            emphasis={{ selected, kinds, found: found ? new Set(found) : null }}
            label={tellGraph(graph)}
            describedBy={`${id}-how`}
            onSelect={choose}
            onOpen={(at) => {
              const href = pageOf(graph.nodes[at], team, home);
              if (href) router.push(href);
            }}
            handle={canvas}
          />
        </div>
        <aside
          aria-label="Points of the graph"
          className="flex w-80 min-w-0 shrink-0 flex-col border-hairline max-md:h-[70dvh] max-md:w-full max-md:border-t md:border-s"
        >
          {selected !== null ? (
            <GraphChosen
              drawn={drawn}
              at={selected}
              kinds={kinds}
              href={pageOf(node, team, home)}
              conflictHref={node?.conflict ? `${home}/conflicts/${node.conflict}` : null}
              onSelect={choose}
            />
          ) : null}
          <GraphList
            drawn={drawn}
            shown={found ?? graph.nodes.map((_, at) => at)}
            selected={selected}
            onSelect={(at) => {
              choose(at);
              canvas.current?.centre(at);
            }}
          />
        </aside>
      </div>
    </>
  );
}

/** Kept in the address, so that what one sees can be shared; the page need not be read again for it. */
function setParam(name: string, value: string | null): void {
  const address = new URL(window.location.href);
  if (value === null) address.searchParams.delete(name);
  else address.searchParams.set(name, value);
  window.history.replaceState(null, "", address);
}

function placeOf({ nodes }: Graph, key: string | null): number | null {
  const at = nodes.findIndex((node) => node.key === key);
  return at < 0 ? null : at;
}

function pageOf(node: GraphNode | undefined, team: string, home: string): string | null {
  if (node?.outletId) return `/${team}/outlets/${node.outletId}`;
  return node?.claim ? `${home}/claims/${node.claim}` : null;
}

/** Points in which every word occurs; one that goes by exactly these words comes first. */
function findNodes({ nodes }: Graph, words: string): number[] {
  const wanted = foldText(words).split(/\s+/).filter(Boolean);
  const exact = (at: number) => (foldText(nodes[at]?.label ?? "") === wanted.join(" ") ? 0 : 1);
  return nodes
    .flatMap(({ label, text, outlet }, at) => {
      const said = foldText(`${label} ${text} ${outlet ?? ""}`);
      return wanted.every((word) => said.includes(word)) ? [at] : [];
    })
    .sort((a, b) => exact(a) - exact(b) || a - b);
}
