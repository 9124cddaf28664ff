import type { Colour } from "./palette";

/** A picture as data: what is drawn where, in CSS pixels, in colours that mean something. */
export type Scene = {
  width: number;
  height: number;
  /** What the picture is, for whoever cannot see it and for the file's own title. */
  title: string;
  /** What it shows, in a sentence or two. */
  description: string;
  /** In the order in which they are drawn: the last is on top. */
  shapes: Shape[];
};

type Paint = {
  fill?: Colour;
  stroke?: Colour;
  strokeWidth?: number;
  /** Lengths of dashes and gaps. */
  dash?: number[];
  /** 0 to 1. */
  opacity?: number;
  /** Said where the pointer rests on it. */
  title?: string;
};

export type Shape =
  | ({ shape: "rect"; x: number; y: number; width: number; height: number; radius?: number } & Paint)
  | ({ shape: "circle"; cx: number; cy: number; r: number } & Paint)
  | ({ shape: "line"; x1: number; y1: number; x2: number; y2: number } & Paint)
  /** `d` holds commands and numbers only. */
  | ({ shape: "path"; d: string } & Paint)
  | TextShape
  | { shape: "group"; title?: string; x?: number; y?: number; opacity?: number; shapes: Shape[] };

export type TextShape = {
  shape: "text";
  /** Where `anchor` of the text stands: its left end, middle or right end, whichever way the text runs. */
  x: number;
  /** The baseline. */
  y: number;
  text: string;
  anchor?: "left" | "middle" | "right";
  /** Which way it runs; unless told, as its first letter does. */
  dir?: "ltr" | "rtl" | "auto";
  size?: number;
  weight?: 400 | 600;
  /** Digits of one width. */
  tabular?: boolean;
  fill?: Colour;
  /** Degrees clockwise, about (x, y). */
  rotate?: number;
  /** The whole text, where what is drawn was cut. */
  title?: string;
};
