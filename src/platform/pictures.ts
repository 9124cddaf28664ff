import { createRequire } from "node:module";
import path from "node:path";
import { renderAsync } from "@resvg/resvg-js";

const FONTS = "@expo-google-fonts/ibm-plex-sans-arabic";
const FACES = ["400Regular/IBMPlexSansArabic_400Regular.ttf", "600SemiBold/IBMPlexSansArabic_600SemiBold.ttf"];

/** A side, and an area of four bytes a pixel, that a server can spare for one picture. */
const MAX_SIDE = 10_000;
const MAX_PIXELS = 24_000_000;

let last: Promise<unknown> = Promise.resolve();

/** Letters that the faces lack. Only for these is the machine asked for fonts: else a picture is the same everywhere. */
const FOREIGN = /[^\p{Script=Latin}\p{Script=Arabic}\p{Script=Common}\p{Script=Inherited}]/u;

/**
 * Draws an SVG of ours as PNG, `scale` pixels for each of its own, or fewer where that would be too large. One at a time:
 * each takes up to a hundred megabytes.
 */
export function svgToPng(svg: string, scale = 2): Promise<Buffer> {
  const drawn = last.then(() => render(svg, scale));
  last = drawn.catch(() => undefined);
  return drawn;
}

async function render(svg: string, scale: number): Promise<Buffer> {
  const { width, height } = sizeOf(svg);
  const most = Math.min(scale, MAX_SIDE / width, MAX_SIDE / height, Math.sqrt(MAX_PIXELS / (width * height)));
  const image = await renderAsync(svg, {
    fitTo: { mode: "zoom", value: most },
    font: { loadSystemFonts: FOREIGN.test(svg), fontFiles: fontFiles(), defaultFontFamily: "IBM Plex Sans Arabic" },
  });
  return image.asPng();
}

function sizeOf(svg: string): { width: number; height: number } {
  const size = /^<svg [^>]*\bwidth="([\d.]+)" height="([\d.]+)"/.exec(svg);
  const [width, height] = [Number(size?.[1]), Number(size?.[2])];
  if (!(width > 0 && height > 0)) throw new RangeError("The picture does not say how large it is.");
  return { width, height };
}

/** Found where they are installed, from the project's folder: a bundle holds no fonts, and its own place says nothing. */
function fontFiles(): string[] {
  const require = createRequire(path.join(process.cwd(), "package.json"));
  const folder = path.dirname(require.resolve(`${FONTS}/package.json`));
  return FACES.map((face) => path.join(folder, face));
}
