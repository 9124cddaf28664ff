import { expect, it } from "vitest";
import { svgToPng } from "./pictures";

const svg = (width: number, height: number, inner = "") =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${inner}</svg>`;
const letters = (text: string, weight = 400) =>
  svg(200, 20, `<text x="5" y="15" font-family="'IBM Plex Sans Arabic'" font-weight="${weight}">${text}</text>`);

/** Width and height stand in a PNG's first chunk. */
const size = (png: Buffer) => [png.readUInt32BE(16), png.readUInt32BE(20)];

it("draws two pixels for each unless told otherwise", async () => {
  const png = await svgToPng(svg(30, 20));
  expect(png.subarray(1, 4).toString("latin1")).toBe("PNG");
  expect(size(png)).toEqual([60, 40]);
  expect(size(await svgToPng(svg(30, 20), 1))).toEqual([30, 20]);
});

it("draws fewer where the picture would be too large", async () => {
  expect(size(await svgToPng(svg(20_000, 10), 4))).toEqual([10_000, 5]);
  const [width = 0, height = 0] = size(await svgToPng(svg(6000, 6000), 4));
  expect(width * height).toBeLessThan(24_010_000);
  expect(width).toBeGreaterThan(4800);
});

it("has letters for Latin and Arabic, and joins the Arabic ones", async () => {
  const blank = await svgToPng(letters(""));
  const [latin, bold, arabic, apart] = await Promise.all([
    svgToPng(letters("Reuters")),
    svgToPng(letters("Reuters", 600)),
    svgToPng(letters("رويترز")),
    svgToPng(letters("رويترز".split("").join("\u200c"))),
  ]);
  for (const png of [latin, bold, arabic]) expect(png.equals(blank)).toBe(false);
  expect(latin.equals(bold)).toBe(false);
  expect(arabic.equals(apart)).toBe(false);
});

it("goes on after one that it cannot read", async () => {
  const broken = svgToPng(`${svg(10, 10)}<`);
  const next = svgToPng(svg(10, 10), 1);
  await expect(broken).rejects.toThrow();
  expect(size(await next)).toEqual([10, 10]);
  await expect(svgToPng("<svg/>")).rejects.toThrow("how large");
});
