import { z } from "zod";

/** How a picture is asked for, wherever one can be downloaded. */
export const PictureQuery = z.object({
  format: z.enum(["svg", "png"]).default("svg"),
  /** Light for print. */
  theme: z.enum(["light", "dark"]).default("light"),
  /** Pixels of a PNG for each of the SVG's; fewer where that would be too large. */
  scale: z.coerce.number().int().min(1).max(4).default(2),
});
