import { type Graph, type GraphEdge, GraphKind, type GraphNode } from "../../schema";
import type { Layout } from "../graph-layout";
import { type Line, linesOf } from "../graph-lines";
import { CAMP_TINTS, DRAWING_ORDER, isHollow, LOOKS, strengthOf, tintOf, widthOf } from "../graph-look";
import { isDirected } from "../graph-parts";
import { makeRoom } from "../graph-room";
import { tellGraph, tellPart } from "../graph-words";
import { cutToWidth, textWidth } from "./fit-text";
import type { Scene, Shape } from "./scene";

const MARGIN = 24;
/** Above the drawing: the case and what is shown. */
const HEAD = 52;
const FOOT = 40;
/** Names stand to the right of their points, so the drawing keeps room for them there. */
const NAMES = 150;
const SIDE = { least: 420, most: 2400 };
const NAME_SIZE = 11;
const STATEMENTS_UP_TO = 40;
const LEGEND_WIDTH = 640;

type Drawing = { graph: Graph; layout: Layout; radii: number[]; scale: number };

/** A graph for print: what a pointer would tell on the screen stands beside the points, as far as there is room. */
export function graphScene(title: string, graph: Graph, layout: Layout, radii: number[]): Scene {
  const natural = 2 * layout.extent * (graph.nodes.length <= STATEMENTS_UP_TO ? 1.8 : 1.2);
  const side = Math.min(SIDE.most, Math.max(SIDE.least, natural));
  const drawing = { graph, layout, radii, scale: side / (2 * layout.extent) };
  const width = Math.max(2 * MARGIN + side + NAMES, LEGEND_WIDTH);
  const top = MARGIN + HEAD;
  return {
    width,
    height: top + side + FOOT + MARGIN,
    title: `${title}: graph of ${graph.of}`,
    description: [`${tellGraph(graph)}.`, tellPart(graph)].filter(Boolean).join(" "),
    shapes: [
      ...heading(title, graph, width),
      {
        shape: "group",
        x: MARGIN + side / 2,
        y: top + side / 2,
        shapes: [...camps(drawing), ...lines(drawing), ...points(drawing), ...names(drawing)],
      },
      legend(graph.edges, top + side + FOOT - 8),
    ],
  };
}

function heading(title: string, graph: Graph, width: number): Shape[] {
  const room = width - 2 * MARGIN;
  const shown = [`${tellGraph(graph)}.`, tellPart(graph)].filter(Boolean).join(" ");
  return [
    { shape: "text", x: MARGIN, y: MARGIN + 14, text: cutToWidth(title, room, 16), size: 16, weight: 600, title },
    { shape: "text", x: MARGIN, y: MARGIN + 33, text: cutToWidth(shown, room, 12), size: 12, fill: "ink-2" },
  ];
}

const placeOf = ({ layout, scale }: Drawing, at: number) => ({
  x: (layout.x[at] ?? 0) * scale,
  y: (layout.y[at] ?? 0) * scale,
});

/** Never smaller than one can see. */
const radiusAt = ({ radii, scale }: Drawing, at: number) => Math.max(1.5, (radii[at] ?? 0) * scale);

const campOf = ({ conflict, camp }: GraphNode) => (camp === null ? null : `${conflict} ${camp}`);

/** A disc under each point of a camp and a band along what holds it together. */
function camps(drawing: Drawing): Shape[] {
  const { nodes, edges } = drawing.graph;
  const size = 13 * Math.min(1.6, drawing.scale);
  const discs = nodes.flatMap(({ camp }, at): Shape[] => {
    if (camp === null) return [];
    const { x, y } = placeOf(drawing, at);
    return [{ shape: "circle", cx: x, cy: y, r: size, fill: CAMP_TINTS[tintOf(camp)] ?? "wash" }];
  });
  const bands = edges.flatMap(({ a, b, kind }): Shape[] => {
    const [from, to] = [nodes[a], nodes[b]];
    if (!from?.camp || !to || kind === "contradicts" || campOf(from) !== campOf(to)) return [];
    const [p, q] = [placeOf(drawing, a), placeOf(drawing, b)];
    const stroke = CAMP_TINTS[tintOf(from.camp)] ?? "wash";
    return [{ shape: "line", x1: p.x, y1: p.y, x2: q.x, y2: q.y, stroke, strokeWidth: 2 * size }];
  });
  return [...bands, ...discs];
}

function lines(drawing: Drawing): Shape[] {
  const { graph, layout, radii, scale } = drawing;
  const placed = linesOf(graph.edges, layout, radii);
  const rank = ({ edge }: Line) => DRAWING_ORDER.indexOf(edge.kind);
  return placed
    .sort((a, b) => rank(a) - rank(b))
    .flatMap(({ edge, x1, y1, x2, y2 }): Shape[] => {
      const ends = { x1: x1 * scale, y1: y1 * scale, x2: x2 * scale, y2: y2 * scale };
      const { kind } = edge;
      const strokeWidth = widthOf(kind, strengthOf(edge)) * (scale < 0.7 ? 0.6 : 1);
      const line: Shape = { shape: "line", ...ends, stroke: kind, strokeWidth, dash: dashOf(kind) };
      return isDirected(kind) && scale > 0.5 ? [line, arrow(ends, kind)] : [line];
    });
}

const dashOf = (kind: GraphKind) => (LOOKS[kind].dash.length > 0 ? LOOKS[kind].dash : undefined);

function arrow({ x1, y1, x2, y2 }: Record<"x1" | "y1" | "x2" | "y2", number>, kind: GraphKind): Shape {
  const angle = Math.atan2(y2 - y1, x2 - x1);
  const corner = (turn: number) =>
    `${(x2 - 7 * Math.cos(angle + turn)).toFixed(2)} ${(y2 - 7 * Math.sin(angle + turn)).toFixed(2)}`;
  return { shape: "path", d: `M${x2.toFixed(2)} ${y2.toFixed(2)}L${corner(0.45)}L${corner(-0.45)}Z`, fill: kind };
}

function points(drawing: Drawing): Shape[] {
  const { nodes, of } = drawing.graph;
  return nodes.map((node, at): Shape => {
    const { x, y } = placeOf(drawing, at);
    const place = { shape: "circle", cx: x, cy: y, r: radiusAt(drawing, at), title: titleOf(node) } as const;
    if (isHollow(of, node)) return { ...place, fill: "paper", stroke: "ink-2", strokeWidth: 1.5 };
    return { ...place, fill: of === "claims" && node.conflict === null ? "edge" : "ink-2" };
  });
}

const titleOf = ({ label, text, outlet }: GraphNode) => [label, outlet, text].filter(Boolean).join(", ");

/** The names that find room, those of the largest points first; in a small graph with what the claims say. */
function names(drawing: Drawing): Shape[] {
  const { nodes } = drawing.graph;
  const room = makeRoom();
  for (const at of nodes.keys()) {
    const { x, y } = placeOf(drawing, at);
    const r = radiusAt(drawing, at);
    room({ left: x - r, right: x + r, top: y - r, bottom: y + r });
  }
  const order = [...nodes.keys()].sort((a, b) => (nodes[b]?.claims ?? 0) - (nodes[a]?.claims ?? 0) || a - b);
  return order.flatMap((at): Shape[] => {
    const node = nodes[at];
    if (!node) return [];
    const { x, y } = placeOf(drawing, at);
    const left = x + radiusAt(drawing, at) + 4;
    const lines = [node.label, ...(node.text && nodes.length <= STATEMENTS_UP_TO ? [node.text] : [])];
    const cut = lines.map((line) => cutToWidth(line, NAMES, NAME_SIZE));
    const box = (count: number) => ({
      left,
      right: left + Math.max(...cut.slice(0, count).map((line) => textWidth(line, NAME_SIZE))),
      top: y - 7,
      bottom: y + 7 + 13 * (count - 1),
    });
    const fitting = [cut.length, 1].find((count) => room(box(count))) ?? 0;
    return cut.slice(0, fitting).map(
      (text, index): Shape => ({
        shape: "text",
        x: left,
        y: y + 4 + 13 * index,
        text,
        size: NAME_SIZE,
        weight: index === 0 ? 600 : 400,
        fill: index === 0 ? "ink" : "ink-3",
        title: lines[index] ?? text,
      }),
    );
  });
}

/** What the lines mean: those kinds that are drawn. */
function legend(edges: GraphEdge[], y: number): Shape {
  let x = 0;
  const shapes = GraphKind.options
    .filter((kind) => edges.some((edge) => edge.kind === kind && edge.a !== edge.b))
    .flatMap((kind): Shape[] => {
      const from = x;
      x += 34 + textWidth(kind, 12) + 22;
      const { width } = LOOKS[kind];
      return [
        {
          shape: "line",
          x1: from,
          y1: -4,
          x2: from + 28,
          y2: -4,
          stroke: kind,
          strokeWidth: width,
          dash: dashOf(kind),
        },
        { shape: "text", x: from + 34, y: 0, text: kind, size: 12, fill: `${kind}-ink` },
      ];
    });
  return { shape: "group", x: MARGIN, y, shapes };
}
