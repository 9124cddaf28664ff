import { type CampTree, type SaidDescent, saidOf } from "@/features/conflict/rules/camp-tree";
import { type Drawn, type DrawnEdge, layOutTree, NODE } from "@/features/conflict/rules/lay-out-tree";
import { countWords, originWords } from "@/features/conflict/rules/origin-words";
import { DASHES, tellEdge } from "@/features/conflict/rules/tell-edge";
import { cutToWidth, textWidth } from "./fit-text";
import type { Colour } from "./palette";
import type { Scene, Shape } from "./scene";

const MARGIN = 24;
/** From a heading to the tree below it, without the lines of its explanation. */
const HEADING = 32;
const LINE = 15;
const BETWEEN = 36;
const LEAST_WIDTH = 640;

/** The ways from the reports of each camp to their origins, one camp under another. */
export function originsScene(key: number, camps: CampTree[], said: SaidDescent[]): Scene {
  const drawn = camps.map((camp) => ({ camp, tree: layOutTree(camp.tree) }));
  const width = Math.max(LEAST_WIDTH, ...drawn.map(({ tree }) => tree.width)) + 2 * MARGIN;
  const shapes: Shape[] = [];
  let y = MARGIN;
  for (const { camp, tree } of drawn) {
    const why = wrap(camp.why, width - 2 * MARGIN);
    const top = HEADING + LINE * why.length;
    const parts = [...heading(camp, why), { shape: "group" as const, y: top, shapes: treeShapes(tree, said) }];
    shapes.push({ shape: "group", x: MARGIN, y, shapes: parts });
    y += top + tree.height + BETWEEN;
  }
  return {
    width,
    height: y - BETWEEN + MARGIN,
    title: `Where the camps of conflict C-${key} have it from`,
    description: camps.map(({ letter, why }) => `Camp ${letter}: ${why}`).join(" "),
    shapes,
  };
}

function heading({ letter, reports, origins }: CampTree, why: string[]): Shape[] {
  const counted = `${letter}   ${countWords(reports, "report")}, ${originWords(origins)}`;
  return [
    { shape: "text", x: 0, y: 12, text: counted, size: 14, weight: 600, tabular: true },
    ...why.map((text, line): Shape => ({ shape: "text", x: 0, y: 30 + LINE * line, text, size: 11, fill: "ink-2" })),
  ];
}

/** In lines that fit, broken between words. */
function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const longer = `${lines.at(-1) ?? ""} ${word}`.trim();
    if (lines.length > 0 && textWidth(longer, 11) <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

function treeShapes(tree: Drawn, said: SaidDescent[]): Shape[] {
  return [
    ...tree.edges.flatMap(lineShapes),
    ...tree.owners.flatMap(ownerShapes),
    ...tree.nodes.flatMap(nodeShapes),
    ...tree.edges.flatMap((edge) => labelShapes(edge, said)),
  ];
}

const STROKES: Record<DrawnEdge["kind"], Colour> = {
  repeats: "repeats",
  altered: "contradicts",
  suspected: "repeats",
  credits: "edge",
  published: "edge",
  own: "edge",
};

function lineShapes({ kind, d, head }: DrawnEdge): Shape[] {
  const paint = { stroke: STROKES[kind], strokeWidth: 1.5 };
  const dash = DASHES[kind];
  return [
    { shape: "path", d, ...paint, ...(dash && { dash }) },
    { shape: "path", d: head, ...paint },
  ];
}

function nodeShapes({ x, y, number, name, outlet, kind, inCamp, own }: Drawn["nodes"][number]): Shape[] {
  const isClaim = number !== null;
  const isFaint = isClaim ? !inCamp : kind === "unnamed";
  const box = { x, y, width: NODE.width, height: NODE.height, radius: 4 };
  const room = NODE.width - 16;
  const first = isClaim ? `C-${number}${own ? "  own reporting" : ""}` : name;
  const lines = isClaim ? [first, outlet ?? "no outlet"] : [first];
  return [
    {
      shape: "rect",
      ...box,
      fill: isClaim ? "paper" : "desk",
      stroke: isClaim ? "edge" : "ink-2",
      strokeWidth: 1,
      ...(isFaint && { dash: [3, 3] }),
    },
    ...lines.map(
      (text, index): Shape => ({
        shape: "text",
        x: x + 8,
        y: y + NODE.height / 2 + 4 + (index - (lines.length - 1) / 2) * 15,
        text: cutToWidth(text, room, 11),
        size: 11,
        weight: index === 0 ? 600 : 400,
        fill: index === 0 ? "ink" : "ink-2",
        title: text,
      }),
    ),
  ];
}

const LABEL_ROOM = 112;

function labelShapes(edge: DrawnEdge, said: SaidDescent[]): Shape[] {
  const words = cutToWidth(tellEdge(edge, saidOf(edge, said)?.by ?? []), LABEL_ROOM, 10);
  if (words === "" || words === "…") return [];
  const half = Math.min(LABEL_ROOM, words.length * 6 + 6) / 2;
  const { x, y } = edge.at;
  return [
    { shape: "rect", x: x - half, y: y - 8, width: 2 * half, height: 16, fill: "paper" },
    { shape: "text", x, y: y + 3.5, text: words, size: 10, anchor: "middle", fill: "ink-2" },
  ];
}

function ownerShapes({ name, x, top, bottom }: Drawn["owners"][number]): Shape[] {
  return [
    { shape: "path", d: `M${x} ${top}h6V${bottom}h-6`, stroke: "ink-3", strokeWidth: 1 },
    {
      shape: "text",
      x: x + 12,
      y: (top + bottom) / 2 + 4,
      text: cutToWidth(name, 84, 11),
      size: 11,
      fill: "ink-2",
      title: name,
    },
  ];
}
