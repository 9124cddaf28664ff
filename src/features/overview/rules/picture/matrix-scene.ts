import type { ReadMatrix } from "../../schema";
import { largestCount, markPaths } from "../cell-mark";
import { bothHalves, type MatrixView, tellBasis, tellCounts } from "../matrix-view";
import { cutToWidth, textWidth } from "./fit-text";
import type { Scene, Shape } from "./scene";

const MARGIN = 24;
/** Above the matrix: title and what is counted. */
const HEAD = 52;
const FOOT = 44;
const LABEL = { most: 190, gap: 8 };
/** The legend needs as much, however small the matrix is. */
const LEAST_WIDTH = 460;

/** From how many outlets on a cell is how large, and whether its numbers have room. */
const SIZES = [
  { upTo: 14, size: 44, text: 12, numbers: true },
  { upTo: 40, size: 34, text: 11, numbers: true },
  { upTo: 90, size: 20, text: 11, numbers: false },
  { upTo: Number.POSITIVE_INFINITY, size: 14, text: 10, numbers: false },
];
const NUMBER = 9;

type Sizes = (typeof SIZES)[number];

/** A matrix for print: with its numbers where they have room, for paper has no pointer. */
export function matrixScene(title: string, view: MatrixView, how: ReadMatrix): Scene {
  const { outlets } = view;
  const sizes = SIZES.find(({ upTo }) => outlets.length <= upTo) ?? { size: 14, text: 10, numbers: false, upTo: 0 };
  const side = outlets.length * sizes.size;
  const names = outlets.map(({ name }) => cutToWidth(name, LABEL.most, sizes.text));
  const labels = Math.max(0, ...names.map((name) => textWidth(name, sizes.text))) + LABEL.gap;
  const width = Math.max(2 * MARGIN + labels + side, LEAST_WIDTH);
  return {
    width,
    height: 2 * MARGIN + HEAD + labels + side + FOOT,
    title: `${title}: who agrees with whom and who contradicts whom`,
    description: tellMatrix(view, how),
    shapes: [
      ...heading(title, how, width),
      { shape: "group", x: MARGIN + labels, y: MARGIN + HEAD + labels, shapes: grid(view, names, sizes) },
      legend(view, MARGIN + HEAD + labels + side + 30),
    ],
  };
}

function tellMatrix({ outlets, cells }: MatrixView, how: ReadMatrix): string {
  const most = [...cells].filter(({ i, j }) => i !== j).sort((x, y) => y.contradicts - x.contradicts)[0];
  const [a, b] = [outlets[most?.i ?? -1]?.name, outlets[most?.j ?? -1]?.name];
  const worst = most && most.contradicts > 0 ? ` ${a} and ${b} contradict most: ${tellCounts(most)}.` : "";
  return `${tellBasis(how)}, between ${outlets.length} outlets.${worst}`;
}

function heading(title: string, how: ReadMatrix, width: number): Shape[] {
  const room = width - 2 * MARGIN;
  return [
    { shape: "text", x: MARGIN, y: MARGIN + 14, text: cutToWidth(title, room, 16), size: 16, weight: 600, title },
    { shape: "text", x: MARGIN, y: MARGIN + 33, text: tellBasis(how), size: 12, fill: "ink-2" },
  ];
}

/** Rows, columns, lines and marks, with the first cell's corner at 0, 0. */
function grid({ outlets, cells }: MatrixView, names: string[], { size, text, numbers }: Sizes): Shape[] {
  const side = outlets.length * size;
  const lines = [...outlets, null].map((_, index) => `M0 ${index * size}H${side}M${index * size} 0V${side}`).join("");
  const diagonal = outlets.map((_, index) => `M${index * size} ${index * size}h${size}v${size}h${-size}z`).join("");
  const marks = markPaths(bothHalves(cells), { size, room: size - (numbers ? 16 : 2), lift: numbers ? 5 : 0 });
  return [
    { shape: "path", d: diagonal, fill: "desk" },
    { shape: "path", d: lines, stroke: "hairline", strokeWidth: 1 },
    ...names.flatMap((name, index) => sideNames(name, outlets[index]?.name ?? "", index, size, text)),
    { shape: "path", d: marks.other, fill: "edge" },
    { shape: "path", d: marks.agrees, fill: "agrees" },
    { shape: "path", d: marks.contradicts, fill: "contradicts" },
    ...(numbers ? cellNumbers(cells, size) : []),
  ];
}

/** An outlet's name before its row and, read upwards, above its column. */
function sideNames(text: string, title: string, index: number, size: number, type: number): Shape[] {
  const middle = (index + 0.5) * size + type / 3;
  const name = { shape: "text", text, title, size: type } as const;
  return [
    { ...name, x: -LABEL.gap, y: middle, anchor: "right" },
    { ...name, x: middle, y: -LABEL.gap, rotate: -90 },
  ];
}

function cellNumbers(cells: MatrixView["cells"], size: number): Shape[] {
  return cells.flatMap(({ i, j, agrees, contradicts }) => {
    const places = i === j ? [[i, i] as const] : [[i, j] as const, [j, i] as const];
    return places.flatMap(([row, column]): Shape[] => {
      const y = (row + 1) * size - 4;
      const [left, right] = [column * size + 3, (column + 1) * size - 3];
      const number = { shape: "text", y, size: NUMBER, tabular: true } as const;
      return [
        ...(agrees > 0 ? [{ ...number, x: left, text: short(agrees), fill: "agrees-ink" } as const] : []),
        ...(contradicts > 0
          ? [{ ...number, x: right, text: short(contradicts), anchor: "right", fill: "contradicts-ink" } as const]
          : []),
      ];
    });
  });
}

/** Up to three digits have room in a cell. */
const short = (count: number) =>
  count < 1000 ? String(count) : new Intl.NumberFormat("en", { notation: "compact" }).format(count);

function legend({ cells }: MatrixView, y: number): Shape {
  const most = largestCount(cells).toLocaleString("en");
  return {
    shape: "group",
    x: MARGIN,
    y,
    shapes: [
      { shape: "rect", x: 0, y: -9, width: 10, height: 10, fill: "agrees" },
      { shape: "text", x: 16, y: 0, text: "agree", size: 11 },
      { shape: "rect", x: 62, y: -9, width: 10, height: 10, fill: "contradicts" },
      { shape: "text", x: 78, y: 0, text: "contradict", size: 11 },
      { shape: "rect", x: 150, y: -5, width: 2, height: 2, fill: "edge" },
      { shape: "text", x: 158, y: 0, text: "other kinds only", size: 11 },
      { shape: "text", x: 258, y: 0, text: `area by count, the largest ${most}`, size: 11, fill: "ink-2" },
    ],
  };
}
