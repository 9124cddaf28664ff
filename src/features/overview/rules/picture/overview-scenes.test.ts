import { expect, it } from "vitest";
import type { Graph, GraphNode, Timeline } from "../../schema";
import { layOut, radiusOf } from "../graph-layout";
import { graphScene } from "./graph-scene";
import { sceneToSvg } from "./scene-to-svg";
import { timelineScene } from "./timeline-scene";

const HOSTILE = '<script>alert("1")</script> \u202e& قتلت الغارة أربعين شخصا';

const node = (number: number, more: Partial<GraphNode> = {}): GraphNode => ({
  key: `C-${number}`,
  kind: "claim",
  label: `C-${number}`,
  text: `Rain ${number}`,
  outlet: null,
  claims: 1,
  claim: number,
  outletId: null,
  conflict: null,
  camp: null,
  ...more,
});

const svgOf = (graph: Graph) => {
  const radii = graph.nodes.map(({ claims }) => radiusOf(claims));
  return sceneToSvg(graphScene("Rain", graph, layOut({ radii, edges: graph.edges }), radii));
};

it("draws a graph with what its lines mean, and says how much of a large case it is", () => {
  const svg = svgOf({
    of: "claims",
    nodes: [node(1, { conflict: 1, camp: "A" }), node(2, { conflict: 1, camp: "B", text: HOSTILE })],
    edges: [{ a: 0, b: 1, kind: "contradicts", count: 1 }],
    claims: { shown: 2, total: 9 },
  });
  expect(svg).toContain("This case has 9 related claims. Shown are 2 of them, those in conflict first.");
  expect(svg).toContain(">contradicts<");
  expect(svg).not.toContain(">agrees<");
  expect(svg).toContain("&lt;script&gt;");
  expect(svg).not.toContain("<script>");
  expect(svg).not.toContain("\u202e");
});

it("draws the same picture of the same graph, and one of nothing", () => {
  const graph: Graph = {
    of: "origins",
    nodes: [node(1, { kind: "circle" }), node(2), node(3)],
    edges: [{ a: 0, b: 1, kind: "updates", count: 9 }],
    claims: { shown: 3, total: 3 },
  };
  expect(svgOf(graph)).toBe(svgOf(structuredClone(graph)));
  expect(svgOf({ ...graph, nodes: [], edges: [] })).toContain("Graph of 0 origins");
});

it("draws a timeline with its rows, ranges and contradictions", () => {
  const span = (edtf: string, min: string | null, max: string | null) => ({ edtf, min, max });
  const row = (number: number, event: ReturnType<typeof span> | null): Timeline["items"][number] => ({
    id: String(number),
    number,
    statement: HOSTILE,
    group: { key: "1", label: "Conflict C-1" },
    camp: "A",
    outlet: null,
    event,
    report: span("2024-10-24", "2024-10-24", "2024-10-24"),
  });
  const timeline: Timeline = {
    items: [
      row(1, span("2024-10-21", "2024-10-21", "2024-10-21")),
      row(2, span("2024-10~", "2024-10-01", "2024-10-31")),
    ],
    nextCursor: "more",
    extent: { from: "2024-10-01", to: "2024-10-31" },
    bins: [],
    claims: { shown: 9, undated: 2 },
    contradictions: [{ a: 1, b: 2, about: "number" }],
  };
  const svg = sceneToSvg(timelineScene("Rain", timeline, {}));
  expect(svg).toContain("9 claims with a date, 2 more without any. The first 2 rows are drawn.");
  expect(svg).toContain(">Conflict C-1<");
  expect(svg).toContain("3 days after");
  expect(svg).not.toContain("<script>");
  expect(sceneToSvg(timelineScene("Rain", { ...timeline, items: [], extent: null }, {}))).toContain("</svg>");
});
