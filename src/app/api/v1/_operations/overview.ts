import {
  DrawGraph,
  DrawMatrix,
  DrawTimeline,
  Graph,
  ListMatrixPairs,
  MatrixPair,
  OutletMatrix,
  ReadGraph,
  ReadMatrix,
  ReadTimeline,
  Timeline,
} from "@/features/overview/schema";
import { pageOf } from "@/platform/fields";
import { operation } from "@/platform/http/operation";

const tag = "Overview";

export const getMatrix = operation({
  id: "getMatrix",
  tag,
  method: "get",
  path: "/cases/{caseId}/matrix",
  summary: "How often the claims of each two outlets agree, contradict, qualify, update or repeat each other",
  description:
    "Recorded relations by pair of claims, or with `by=origin` by pair of the origins behind them. `implied=true` counts what follows from the camps, too.",
  query: ReadMatrix,
  answer: OutletMatrix,
});

export const listMatrixPairs = operation({
  id: "listMatrixPairs",
  tag,
  method: "get",
  path: "/cases/{caseId}/matrix/pairs",
  summary: "The pairs that a cell of the matrix counts",
  query: ListMatrixPairs,
  answer: pageOf(MatrixPair),
});

export const drawMatrix = operation({
  id: "drawMatrix",
  tag,
  method: "get",
  path: "/cases/{caseId}/matrix/picture",
  summary: "The matrix as a picture",
  query: DrawMatrix,
  streams: ["image/svg+xml", "image/png"],
});

export const getGraph = operation({
  id: "getGraph",
  tag,
  method: "get",
  path: "/cases/{caseId}/graph",
  summary: "The claims, outlets or origins of a case and what stands between them",
  description: "At most 5,000 claims are drawn from, those in conflict first; `claims` says how many there are.",
  query: ReadGraph,
  answer: Graph,
});

export const drawGraph = operation({
  id: "drawGraph",
  tag,
  method: "get",
  path: "/cases/{caseId}/graph/picture",
  summary: "The graph as a picture",
  description: "At most 1,500 claims are drawn from, those in conflict first; the picture says how many there are.",
  query: DrawGraph,
  streams: ["image/svg+xml", "image/png"],
});

export const getTimeline = operation({
  id: "getTimeline",
  tag,
  method: "get",
  path: "/cases/{caseId}/timeline",
  summary: "The claims of a case by when things happened and were reported, and how many lie where",
  query: ReadTimeline,
  answer: Timeline,
});

export const drawTimeline = operation({
  id: "drawTimeline",
  tag,
  method: "get",
  path: "/cases/{caseId}/timeline/picture",
  summary: "The timeline as a picture",
  description: "At most 200 rows are drawn; the picture says how many there are.",
  query: DrawTimeline,
  streams: ["image/svg+xml", "image/png"],
});
