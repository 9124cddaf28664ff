"use client";

import { useEffect, useState } from "react";
import { type Layout, radiusOf, type ToLayOut } from "../rules/graph-layout";
import { type Line, linesOf } from "../rules/graph-lines";
import { edgesByNode } from "../rules/graph-parts";
import { Graph, type GraphEdge, type GraphOf } from "../schema";

/** A graph with everything that drawing it and walking in it needs. */
export type Drawn = { graph: Graph; layout: Layout; radii: number[]; lines: Line[]; edgesOf: GraphEdge[][] };

export type GraphState =
  | { is: "reading" }
  | { is: "failed"; message: string }
  /** How far, from 0 to 1. */
  | { is: "laying out"; progress: number; graph: Graph }
  | { is: "drawn"; drawn: Drawn };

type Source = { team: string; caseId: string; of: GraphOf };

/** Reads a graph and lays it out. Use a key where the source may change: each has a state of its own. */
export function useGraph({ team, caseId, of }: Source): GraphState {
  const [state, setState] = useState<GraphState>({ is: "reading" });
  useEffect(() => {
    const leaving = new AbortController();
    const show = (next: GraphState) => {
      if (!leaving.signal.aborted) setState(next);
    };
    const work = async () => {
      const graph = await fetchGraph({ team, caseId, of }, leaving.signal);
      const radii = graph.nodes.map(({ claims }) => radiusOf(claims));
      const edges = graph.edges.map(({ a, b, kind }) => ({ a, b, kind }));
      const layout = await layOutAside({ radii, edges }, leaving.signal, (progress) =>
        show({ is: "laying out", progress, graph }),
      );
      const lines = linesOf(graph.edges, layout, radii);
      show({ is: "drawn", drawn: { graph, layout, radii, lines, edgesOf: edgesByNode(radii.length, graph.edges) } });
    };
    work().catch((error: unknown) =>
      show({ is: "failed", message: error instanceof Error ? error.message : String(error) }),
    );
    return () => leaving.abort();
  }, [team, caseId, of]);
  return state;
}

async function fetchGraph({ team, caseId, of }: Source, signal: AbortSignal): Promise<Graph> {
  const answer = await fetch(`/api/v1/cases/${caseId}/graph?${new URLSearchParams({ of, team })}`, { signal });
  if (answer.status === 401) throw new Error("This session has ended. Sign in again.");
  if (!answer.ok) throw new Error(`The server answered ${answer.status}.`);
  return Graph.parse(await answer.json());
}

function layOutAside(given: ToLayOut, signal: AbortSignal, say: (progress: number) => void): Promise<Layout> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL("./graph-worker.ts", import.meta.url), { type: "module" });
    const end = () => worker.terminate();
    signal.addEventListener("abort", end, { once: true });
    worker.onmessage = ({ data }: MessageEvent<number | Layout>) => {
      if (typeof data === "number") return say(data);
      end();
      resolve(data);
    };
    worker.onerror = () => {
      end();
      reject(new Error("The graph could not be laid out."));
    };
    worker.postMessage(given);
  });
}
