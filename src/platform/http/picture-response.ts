import { svgToPng } from "../pictures";
import { attachment } from "./attachment";

export type PictureFile = { format: "svg" | "png" /** Pixels of a PNG for each of the SVG's. */; scale?: number };

/**
 * A picture as a file to keep. An SVG is a document, and what stands in ours comes out of articles: opened by itself it
 * may run nothing and fetch nothing.
 */
export async function pictureResponse(svg: string, title: string, { format, scale }: PictureFile): Promise<Response> {
  const body = format === "png" ? new Uint8Array(await svgToPng(svg, scale)) : svg;
  return new Response(body, {
    headers: {
      "Content-Type": format === "png" ? "image/png" : "image/svg+xml; charset=utf-8",
      "Content-Disposition": attachment(title, format),
      "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; sandbox",
      "Cache-Control": "private, no-store",
      "X-Content-Type-Options": "nosniff",
    },
  });
}
