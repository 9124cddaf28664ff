import { type Box, makeRoom } from "../rules/graph-room";
import type { GraphNode } from "../schema";
import type { Picture } from "./graph-frame";

export type Label = {
  text: string;
  x: number;
  y: number;
  font: string;
  colour: "ink" | "ink-3";
  dir: "ltr" | "rtl";
};

/** More points than this in sight, and only what is chosen is named. */
const NAMED_UP_TO = 900;
const MOST = 140;
const STATEMENTS_FROM = 1.6;
const LONGEST = 26;

/** The names that find room, the most important first; what was chosen before all. */
export function labelsOf(picture: Picture, visible: number[], lit: ReadonlySet<number> | null): Label[] {
  const { drawn, emphasis } = picture;
  const weight = (at: number) =>
    (at === emphasis.selected || at === emphasis.hovered ? 1e9 : 0) +
    (lit?.has(at) ? 1e6 : 0) +
    (drawn.graph.nodes[at]?.claims ?? 0) * 100 +
    (drawn.edgesOf[at]?.length ?? 0);
  const crowded = visible.length > NAMED_UP_TO;
  const named = visible.filter((at) => (lit ? weight(at) >= 1e6 : !crowded || weight(at) >= 1e9));
  const room = makeRoom();
  for (const at of visible.slice(0, NAMED_UP_TO)) room(pointBox(picture, at));
  const labels: Label[] = [];
  for (const at of named.sort((a, b) => weight(b) - weight(a) || a - b)) {
    const lines = linesAt(picture, at);
    const name = lines.slice(0, 1);
    const fitting = room(boxOf(lines)) ? lines : room(boxOf(name)) || weight(at) >= 1e9 ? name : [];
    labels.push(...fitting);
    if (labels.length >= MOST) break;
  }
  return labels;
}

/** The name beside the point; under a claim's the beginning of what it says, once there is room to read. */
function linesAt({ drawn, at, fonts }: Picture, index: number): Label[] {
  const node = drawn.graph.nodes[index];
  if (!node) return [];
  const [x, y] = at.apply([drawn.layout.x[index] ?? 0, drawn.layout.y[index] ?? 0]);
  const from = x + (drawn.radii[index] ?? 0) * at.k + 8;
  const claim = node.kind === "claim" && node.text !== "";
  const font = claim ? `12px ${fonts.mono}` : `600 12px ${fonts.sans}`;
  const name = placed(clipped(node.label), from, y, font, "ink");
  if (!claim || at.k < STATEMENTS_FROM) return [name];
  return [name, placed(clipped(node.text), from, y + 14, `12px ${fonts.sans}`, "ink-3")];
}

/** Text that runs from the right begins at its right end. */
function placed(text: string, left: number, y: number, font: string, colour: Label["colour"]): Label {
  const rtl = /^[^\p{Script=Latin}]*[\p{Script=Arabic}\p{Script=Hebrew}]/u.test(text);
  return { text, x: rtl ? left + widthOf(text) : left, y, font, colour, dir: rtl ? "rtl" : "ltr" };
}

/** Near enough to keep names apart; measuring hundreds a frame would cost more than it gives. */
const widthOf = (text: string) => text.length * 6.8;

const clipped = (text: GraphNode["text"]) => (text.length > LONGEST ? `${text.slice(0, LONGEST).trimEnd()}…` : text);

function boxOf(lines: Label[]): Box {
  const lefts = lines.map(({ x, text, dir }) => (dir === "rtl" ? x - widthOf(text) : x));
  const rights = lines.map(({ text }, index) => (lefts[index] ?? 0) + widthOf(text));
  const ys = lines.map(({ y }) => y);
  return {
    left: Math.min(...lefts),
    right: Math.max(...rights) + 4,
    top: Math.min(...ys) - 8,
    bottom: Math.max(...ys) + 8,
  };
}

function pointBox({ drawn, at }: Picture, index: number): Box {
  const [x, y] = at.apply([drawn.layout.x[index] ?? 0, drawn.layout.y[index] ?? 0]);
  const r = (drawn.radii[index] ?? 0) * at.k;
  return { left: x - r, right: x + r, top: y - r, bottom: y + r };
}
