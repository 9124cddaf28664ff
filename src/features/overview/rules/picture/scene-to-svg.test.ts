import { readFileSync } from "node:fs";
import { Resvg } from "@resvg/resvg-js";
import fc from "fast-check";
import { expect, it, test } from "vitest";
import { PALETTES } from "./palette";
import type { Scene, Shape } from "./scene";
import { sceneToSvg } from "./scene-to-svg";

const scene = (...shapes: Shape[]): Scene => ({ width: 100, height: 50, title: "T", description: "D", shapes });
const text = (text: string, more: object = {}): Shape => ({ shape: "text", x: 1, y: 2, text, ...more });

/** Reads as strictly as XML asks. */
const parses = (svg: string) => new Resvg(svg, { font: { loadSystemFonts: false } }).width;

test("the palettes are the product's tokens", () => {
  const tokens = readFileSync(new URL("../../../../ui/theme/tokens.css", import.meta.url), "utf8");
  for (const [name, light] of Object.entries(PALETTES.light)) {
    const [, inLight, inDark] = new RegExp(`--${name}: light-dark\\((#\\w+), (#\\w+)\\)`).exec(tokens) ?? [];
    expect([name, light, new Map(Object.entries(PALETTES.dark)).get(name)]).toEqual([name, inLight, inDark]);
  }
});

it("draws every shape, in a document that stands alone", () => {
  const svg = sceneToSvg(
    scene(
      { shape: "rect", x: 1.005, y: 2, width: 3, height: 4, radius: 2, fill: "agrees", title: "3 agree" },
      { shape: "circle", cx: 5, cy: 6, r: 7, stroke: "edge", strokeWidth: 1, dash: [2, 1] },
      { shape: "line", x1: 1, y1: 2, x2: 3, y2: 4, stroke: "rule" },
      { shape: "path", d: "M0 0 L1,2.5 Z", fill: "contradicts", opacity: 0.5 },
      { shape: "group", title: "all", x: 10, shapes: [text("Reuters", { anchor: "right", weight: 600, rotate: -45 })] },
    ),
  );
  expect(svg).toContain('<svg xmlns="http://www.w3.org/2000/svg" width="100" height="50" viewBox="0 0 100 50"');
  expect(svg).toContain("<title>T</title><desc>D</desc>");
  expect(svg).toContain('<rect x="1" y="2" width="3" height="4" rx="2" fill="#0072b2"><title>3 agree</title></rect>');
  expect(svg).toContain('stroke-dasharray="2 1"');
  expect(svg).toContain('<g transform="translate(10 0)"><title>all</title>');
  expect(svg).toContain('text-anchor="end" transform="rotate(-45 1 2)">Reuters</text>');
  expect(svg).not.toMatch(/href|url\(|<style|<script|@import/);
  expect(parses(svg)).toBe(100);
});

it("is dark on request", () => {
  expect(sceneToSvg(scene(text("x")))).toContain('fill="#ffffff"');
  expect(sceneToSvg(scene(text("x")), "dark")).toContain('fill="#15181b"');
});

test.each([
  ["markup", '<script>alert("1")</script>', "&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;"],
  ["the end of a section", "]]>&amp;", "]]&gt;&amp;amp;"],
  ["controls that turn round what follows", "a\u202eb\u2067c\u200f", "abc"],
  ["controls that XML forbids", "a\u0000b\u0008c\ufffed", "abcd"],
  ["line breaks", "a\r\n\tb", "a b"],
  ["half a character", "a\ud800b", "a\ufffdb"],
  ["Arabic, which runs its own way", "قناة UTV", "\u2068قناة UTV\u2069"],
])("%s stays text", (_, given, drawn) => {
  const svg = sceneToSvg({ ...scene(text(given)), title: given, description: given });
  expect(svg).toContain(`>${drawn}</text>`);
  expect(parses(svg)).toBe(100);
});

it("lets a text run as it is told", () => {
  expect(sceneToSvg(scene(text("UTV", { dir: "rtl" })))).toContain(">\u2067UTV\u2069</text>");
  expect(sceneToSvg(scene(text("قناة", { dir: "ltr" })))).toContain(">\u2066قناة\u2069</text>");
});

it("is well formed whatever the texts hold", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (given) => {
      const svg = sceneToSvg({ ...scene(text(given, { title: given })), title: given, description: given });
      expect(parses(svg)).toBe(100);
    }),
    { numRuns: 50 },
  );
});

it("refuses what would break the document", () => {
  expect(() => sceneToSvg(scene({ shape: "circle", cx: Number.NaN, cy: 0, r: 1 }))).toThrow(RangeError);
  expect(() => sceneToSvg(scene({ shape: "path", d: 'M0 0"/>' }))).toThrow(RangeError);
});
