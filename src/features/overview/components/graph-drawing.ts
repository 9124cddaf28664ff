import { GLYPH_PATHS } from "@/ui/relation-glyph";
import type { Line } from "../rules/graph-lines";
import { CAMP_TINTS, LOOKS, widthOf } from "../rules/graph-look";
import { isDirected } from "../rules/graph-parts";
import type { GraphKind } from "../schema";
import type { Emphasis, Picture } from "./graph-frame";
import { type Label, labelsOf } from "./graph-labels";
import { linePaths, trace } from "./graph-paths";

/** Below this scale a dash is shorter than a pixel or two: lines are drawn whole, and faster. */
const DASHED_FROM = 0.5;
/** Below this a camp's band is thinner than one sees, and the dearest thing on the canvas. */
const CAMPS_FROM = 0.16;
const GLYPHS_FROM = 0.75;
const MOST_GLYPHS = 400;
const FAINT = 0.22;

/** One frame. What is on the canvas is drawn from the bottom up: camps, lines, points, what is chosen, words. */
export function paint(ctx: CanvasRenderingContext2D, picture: Picture): void {
  const { colours, emphasis, at, width, height, ratio } = picture;
  ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
  ctx.fillStyle = colours.paper;
  ctx.fillRect(0, 0, width, height);
  ctx.translate(at.x, at.y);
  ctx.scale(at.k, at.k);
  const visible = visiblePoints(picture);
  const chosen = chosenLines(picture);
  const rest = emphasis.selected !== null || emphasis.found !== null ? FAINT : 1;
  paintCamps(ctx, picture);
  ctx.globalAlpha = rest;
  paintLines(ctx, picture);
  ctx.globalAlpha = 1;
  paintSigns(ctx, picture, rest === 1 ? null : chosen);
  for (const line of chosen) paintLine(ctx, picture, line);
  ctx.globalAlpha = rest;
  paintPoints(ctx, picture);
  ctx.globalAlpha = 1;
  paintChosenPoints(ctx, picture, chosen);
  paintWords(ctx, picture, labelsOf(picture, visible, lit(emphasis, chosen)));
}

/** The points that the rest steps back for; null where nothing does. */
function lit({ selected, found }: Emphasis, chosen: Line[]): ReadonlySet<number> | null {
  if (selected === null) return found;
  return new Set([selected, ...chosen.flatMap(({ edge }) => [edge.a, edge.b])]);
}

function visiblePoints({ drawn, at, width, height }: Picture): number[] {
  const [left, top] = at.invert([-40, -40]);
  const [right, bottom] = at.invert([width + 40, height + 40]);
  const { x, y } = drawn.layout;
  return drawn.graph.nodes.flatMap((_, index) => {
    const [px = 0, py = 0] = [x[index], y[index]];
    return px >= left && px <= right && py >= top && py <= bottom ? [index] : [];
  });
}

const chosenLines = ({ drawn, emphasis: { selected, kinds } }: Picture): Line[] =>
  selected === null
    ? []
    : drawn.lines.filter(({ edge }) => (edge.a === selected || edge.b === selected) && kinds.has(edge.kind));

function paintCamps(ctx: CanvasRenderingContext2D, picture: Picture): void {
  const { paths, colours, at } = picture;
  if (at.k < CAMPS_FROM) return;
  ctx.lineCap = "round";
  ctx.lineJoin = "round";
  ctx.lineWidth = 26;
  const near = isClose(picture) ? paths.bands.filter(crosses(picture)) : null;
  for (const [index, tint] of CAMP_TINTS.entries()) {
    ctx.strokeStyle = colours[tint];
    ctx.beginPath();
    for (const band of near ?? []) if (band.tint === index) trace(ctx, band);
    if (near) ctx.stroke();
    else ctx.stroke(paths.camps[index] ?? new Path2D());
  }
  ctx.lineCap = "butt";
}

/** From afar everything in paths made once; close by only what is in sight, for dashing what is not costs as much. */
function paintLines(ctx: CanvasRenderingContext2D, picture: Picture): void {
  const { drawn, paths, colours, emphasis, at } = picture;
  const lines = isClose(picture) ? linePaths(drawn.lines.filter(crosses(picture))) : paths.lines;
  for (const { kind, strength, path } of lines) {
    if (!emphasis.kinds.has(kind)) continue;
    ctx.strokeStyle = colours[kind];
    stroke(ctx, kind, strength, at.k);
    ctx.stroke(path);
  }
  ctx.setLineDash([]);
}

const isClose = ({ at }: Picture) => at.k >= DASHED_FROM;

type Ends = Pick<Line, "x1" | "y1" | "x2" | "y2">;

/** Whether a line may be in sight, by the box around it. */
function crosses({ at, width, height }: Picture): (line: Ends) => boolean {
  const [left, top] = at.invert([-20, -20]);
  const [right, bottom] = at.invert([width + 20, height + 20]);
  return ({ x1, y1, x2, y2 }) =>
    Math.max(x1, x2) >= left && Math.min(x1, x2) <= right && Math.max(y1, y2) >= top && Math.min(y1, y2) <= bottom;
}

/** Lines keep their width on the screen, but thin out as one moves away. */
function stroke(ctx: CanvasRenderingContext2D, kind: GraphKind, strength: number, k: number): void {
  const width = widthOf(kind, strength) * Math.min(1, Math.max(0.35, k));
  ctx.lineWidth = width / k;
  ctx.setLineDash(k < DASHED_FROM ? [] : LOOKS[kind].dash.map((length) => length / k));
}

function paintLine(ctx: CanvasRenderingContext2D, { colours, at }: Picture, line: Line): void {
  const { kind, count } = line.edge;
  ctx.strokeStyle = colours[kind];
  stroke(ctx, kind, 1 + Math.min(4, Math.floor(Math.log2(count))), at.k);
  ctx.lineWidth += 1 / at.k;
  ctx.beginPath();
  ctx.moveTo(line.x1, line.y1);
  ctx.lineTo(line.x2, line.y2);
  ctx.stroke();
  ctx.setLineDash([]);
}

const glyphs = new Map<GraphKind, Path2D>();
function glyphOf(kind: GraphKind): Path2D {
  const made = glyphs.get(kind) ?? new Path2D(GLYPH_PATHS[kind]);
  glyphs.set(kind, made);
  return made;
}

/** In the middle of each line its sign, at its end an arrow where it has a direction; as far as there is room. */
function paintSigns(ctx: CanvasRenderingContext2D, picture: Picture, only: Line[] | null): void {
  const { drawn, emphasis, at, width, height } = picture;
  if (at.k < GLYPHS_FROM && !only) return;
  const [left, top] = at.invert([0, 0]);
  const [right, bottom] = at.invert([width, height]);
  let painted = 0;
  for (const line of only ?? drawn.lines) {
    if (!emphasis.kinds.has(line.edge.kind)) continue;
    const [x, y] = [(line.x1 + line.x2) / 2, (line.y1 + line.y2) / 2];
    if (x < left || x > right || y < top || y > bottom) continue;
    const length = Math.hypot(line.x2 - line.x1, line.y2 - line.y1) * at.k;
    if (isDirected(line.edge.kind) && length > 12) paintArrow(ctx, picture, line);
    if (length > 26) paintGlyph(ctx, picture, line.edge.kind, x, y);
    painted += 1;
    if (painted === MOST_GLYPHS) return;
  }
}

function paintGlyph(
  ctx: CanvasRenderingContext2D,
  { colours, at }: Picture,
  kind: GraphKind,
  x: number,
  y: number,
): void {
  const size = 12 / at.k;
  ctx.fillStyle = colours.paper;
  ctx.beginPath();
  ctx.arc(x, y, size * 0.62, 0, 2 * Math.PI);
  ctx.fill();
  ctx.save();
  ctx.translate(x - size / 2, y - size / 2);
  ctx.scale(size / 16, size / 16);
  ctx.strokeStyle = colours[kind];
  ctx.lineWidth = 2.25;
  ctx.lineCap = "round";
  ctx.stroke(glyphOf(kind));
  ctx.restore();
}

function paintArrow(ctx: CanvasRenderingContext2D, { colours, at }: Picture, { x1, y1, x2, y2, edge }: Line): void {
  const size = 7 / at.k;
  const angle = Math.atan2(y2 - y1, x2 - x1);
  const corner = (turn: number) => [x2 - size * Math.cos(angle + turn), y2 - size * Math.sin(angle + turn)] as const;
  ctx.fillStyle = colours[edge.kind];
  ctx.beginPath();
  ctx.moveTo(x2, y2);
  ctx.lineTo(...corner(0.45));
  ctx.lineTo(...corner(-0.45));
  ctx.fill();
}

function paintPoints(ctx: CanvasRenderingContext2D, { paths, colours, at }: Picture): void {
  ctx.fillStyle = colours["ink-2"];
  ctx.fill(paths.solid);
  ctx.fillStyle = colours.edge;
  ctx.fill(paths.quiet);
  ctx.fillStyle = colours.paper;
  ctx.fill(paths.hollow);
  ctx.strokeStyle = colours["ink-2"];
  ctx.lineWidth = 1.5 / at.k;
  ctx.stroke(paths.hollow);
}

/** What is chosen, hovered or found, over what stepped back. */
function paintChosenPoints(ctx: CanvasRenderingContext2D, picture: Picture, chosen: Line[]): void {
  const { emphasis, colours, at, drawn } = picture;
  const circle = (index: number, more: number) => {
    const [x = 0, y = 0, r = 0] = [drawn.layout.x[index], drawn.layout.y[index], drawn.radii[index]];
    ctx.beginPath();
    ctx.arc(x, y, r + more / at.k, 0, 2 * Math.PI);
  };
  for (const index of lit(emphasis, chosen) ?? []) {
    ctx.fillStyle = colours["ink-2"];
    circle(index, 0);
    ctx.fill();
  }
  for (const [index, width] of [
    [emphasis.hovered, 1.5],
    [emphasis.selected, 3],
  ] as const) {
    if (index === null) continue;
    ctx.strokeStyle = colours.accent;
    ctx.lineWidth = width / at.k;
    circle(index, 3.5);
    ctx.stroke();
  }
}

function paintWords(ctx: CanvasRenderingContext2D, picture: Picture, labels: Label[]): void {
  const { colours, at, ratio, paths, fonts } = picture;
  ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
  ctx.textBaseline = "middle";
  ctx.lineJoin = "round";
  ctx.strokeStyle = colours.paper;
  ctx.lineWidth = 3;
  const write = ({ text, x, y, font, colour, dir }: Label) => {
    ctx.font = font;
    ctx.direction = dir;
    ctx.textAlign = dir === "rtl" ? "right" : "left";
    ctx.strokeText(text, x, y);
    ctx.fillStyle = colours[colour];
    ctx.fillText(text, x, y);
  };
  if (at.k > 0.6) {
    for (const { x, y, letter } of paths.letters) {
      const [left, top] = at.apply([x, y]);
      write({ text: letter, x: left - 4, y: top, font: `600 12px ${fonts.sans}`, colour: "ink", dir: "ltr" });
    }
  }
  for (const label of labels) write(label);
}
