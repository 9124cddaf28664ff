import { type Colour, PALETTES, type PictureTheme } from "./palette";
import type { Scene, Shape, TextShape } from "./scene";

/** First the face that PNGs are drawn with; a browser without it takes its own. */
const FACES = "'IBM Plex Sans Arabic', 'IBM Plex Sans', system-ui, 'Segoe UI', 'Noto Sans', sans-serif";

/**
 * A scene as an SVG document that stands alone: no script, no style sheet, no font, nothing fetched. Texts come out of
 * articles, so whatever they hold is written as text and turns nothing round but itself.
 */
export function sceneToSvg(scene: Scene, theme: PictureTheme = "light"): string {
  const palette = PALETTES[theme];
  const size = attributes({ width: scene.width, height: scene.height });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg"${size} viewBox="0 0 ${number(scene.width)} ${number(scene.height)}" role="img" font-family="${FACES}">`,
    `<title>${words(scene.title)}</title><desc>${words(scene.description)}</desc>`,
    `<rect${size} fill="${palette.paper}"/>`,
    ...scene.shapes.map((shape) => draw(shape, palette)),
    "</svg>",
  ].join("\n");
}

type Palette = Record<Colour, string>;
type Value = string | number | undefined;

function draw(shape: Shape, palette: Palette): string {
  switch (shape.shape) {
    case "rect": {
      const { x, y, width, height, radius } = shape;
      return element("rect", { x, y, width, height, rx: radius, ...paint(shape, palette) }, shape.title);
    }
    case "circle":
      return element("circle", { cx: shape.cx, cy: shape.cy, r: shape.r, ...paint(shape, palette) }, shape.title);
    case "line": {
      const { x1, y1, x2, y2 } = shape;
      return element("line", { x1, y1, x2, y2, ...paint(shape, palette) }, shape.title);
    }
    case "path":
      return element("path", { d: pathData(shape.d), ...paint(shape, palette) }, shape.title);
    case "text":
      return drawText(shape, palette);
    case "group": {
      const moved = shape.x !== undefined || shape.y !== undefined;
      const transform = moved ? `translate(${number(shape.x ?? 0)} ${number(shape.y ?? 0)})` : undefined;
      const inner = shape.shapes.map((each) => draw(each, palette)).join("\n");
      return element("g", { transform, opacity: shape.opacity }, shape.title, inner);
    }
  }
}

const ANCHORS = { left: "start", middle: "middle", right: "end" } as const;

function drawText(shape: TextShape, palette: Palette): string {
  const { x, y, rotate, anchor = "left", dir = "auto", size = 12, weight = 400, fill = "ink" } = shape;
  const given = {
    x,
    y,
    fill: palette[fill],
    "font-size": size,
    "font-weight": weight === 400 ? undefined : weight,
    "text-anchor": anchor === "left" ? undefined : ANCHORS[anchor],
    "font-variant-numeric": shape.tabular ? "tabular-nums" : undefined,
    transform: rotate ? `rotate(${number(rotate)} ${number(x)} ${number(y)})` : undefined,
  };
  return element("text", given, shape.title, escaped(isolated(cleaned(shape.text), dir)));
}

function paint(
  { fill, stroke, strokeWidth, dash, opacity }: Exclude<Shape, { shape: "text" | "group" }>,
  palette: Palette,
) {
  return {
    fill: fill ? palette[fill] : "none",
    stroke: stroke ? palette[stroke] : undefined,
    "stroke-width": strokeWidth,
    "stroke-dasharray": dash?.map(number).join(" "),
    opacity,
  };
}

function element(name: string, given: Record<string, Value>, title: string | undefined, inner = ""): string {
  const content = (title === undefined ? "" : `<title>${words(title)}</title>`) + inner;
  return content ? `<${name}${attributes(given)}>${content}</${name}>` : `<${name}${attributes(given)}/>`;
}

function attributes(given: Record<string, Value>): string {
  return Object.entries(given)
    .map(([name, value]) =>
      value === undefined ? "" : ` ${name}="${typeof value === "number" ? number(value) : escaped(value)}"`,
    )
    .join("");
}

/** Hundredths of a pixel are enough; what is no number would break the document. */
function number(value: number): string {
  if (!Number.isFinite(value)) throw new RangeError("A picture has a coordinate that is no number.");
  return String(Math.round(value * 100) / 100);
}

function pathData(d: string): string {
  if (!/^[MmLlHhVvCcSsQqTtAaZz\d\s.,+e-]*$/.test(d)) throw new RangeError("A picture has a path that is none.");
  return d;
}

/** Characters that XML forbids, and those that would turn round what stands after the text. */
const FORBIDDEN = /[^\P{Cc}\t\n\r]|[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufffe\uffff]/gu;

const cleaned = (text: string) => text.toWellFormed().replace(FORBIDDEN, "").replace(/\s+/g, " ");

const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;
const LEFT_TO_RIGHT_ISOLATE = "\u2066";
const RIGHT_TO_LEFT_ISOLATE = "\u2067";
const FIRST_STRONG_ISOLATE = "\u2068";
const POP_ISOLATE = "\u2069";

/**
 * Isolates text that runs from the right by characters, not by the attribute `direction`: that would swap what
 * `text-anchor` means in browsers, and the renderer of PNGs does not know it.
 */
function isolated(text: string, dir: "ltr" | "rtl" | "auto"): string {
  if (dir === "rtl") return RIGHT_TO_LEFT_ISOLATE + text + POP_ISOLATE;
  if (!RIGHT_TO_LEFT.test(text)) return text;
  return (dir === "ltr" ? LEFT_TO_RIGHT_ISOLATE : FIRST_STRONG_ISOLATE) + text + POP_ISOLATE;
}

const ENTITIES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

const escaped = (text: string) => text.replace(/[&<>"']/g, (mark) => ENTITIES[mark] ?? "");

const words = (text: string) => escaped(cleaned(text));
