import { z } from "zod";

/** How a reader wants texts set; kept on their device. */
export const ReadingSettings = z.object({
  /** Steps from the usual size. */
  size: z.coerce.number().int().min(-2).max(3).catch(0),
  leading: z.enum(["tight", "usual", "loose"]).catch("usual"),
  measure: z.enum(["narrow", "usual", "wide"]).catch("usual"),
  face: z.enum(["serif", "sans"]).catch("serif"),
});
export type ReadingSettings = z.infer<typeof ReadingSettings>;

export const READING_COOKIE = "crossbearing-reading";
export const SMALLEST = -2;
export const LARGEST = 3;
export const USUAL: ReadingSettings = { size: 0, leading: "usual", measure: "usual", face: "serif" };

/** Reads the cookie; what it does not say, or says wrongly, is as usual. */
export const parseReading = (cookie: string | undefined): ReadingSettings =>
  ReadingSettings.parse(Object.fromEntries(new URLSearchParams((cookie ?? "").replaceAll(".", "&"))));

/** The settings as a cookie's value: letters that no cookie has to escape. */
export const writeReading = (settings: ReadingSettings): string =>
  new URLSearchParams(Object.entries(settings).map(([key, value]) => [key, String(value)]))
    .toString()
    .replaceAll("&", ".");

const LEADING = { tight: 0.88, usual: 1, loose: 1.18 };
const MEASURE = { narrow: "30rem", usual: "36rem", wide: "46rem" };

/** What the style sheet of the reading face is told. */
export const styleOfReading = ({ size, leading, measure, face }: ReadingSettings): Record<string, string> => ({
  "--reading-size": String(1.1 ** size),
  "--reading-leading": String(LEADING[leading]),
  "--reading-measure": MEASURE[measure],
  "--reading-face": face === "sans" ? "var(--font-sans)" : "var(--font-serif)",
});
