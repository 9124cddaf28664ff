import { Graph, ReadGraph } from "@/features/overview/schema";
import { operation } from "@/platform/http/operation";

const tag = "Overview";

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
