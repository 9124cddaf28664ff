import { weighedMatrix } from "@/features/overview/queries/outlet-matrix";
import { readTimeline } from "@/features/overview/queries/timeline";
import { viewMatrix } from "@/features/overview/rules/matrix-view";
import { matrixScene } from "@/features/overview/rules/picture/matrix-scene";
import type { Scene } from "@/features/overview/rules/picture/scene";
import { sceneToSvg } from "@/features/overview/rules/picture/scene-to-svg";
import { timelineScene } from "@/features/overview/rules/picture/timeline-scene";
import type { Ctx } from "@/platform/context";
import type { Block } from "../rules/report/block";

/** As many outlets, and rows a picture, as can be read on a page. */
const MOST_OUTLETS = 24;
const ROWS = 24;
const MOST_PICTURES = 4;

/** The whole case in two kinds of pictures, as far as a page can hold them; what is left out is told. */
export async function* reportPictures(ctx: Ctx, caseId: string, title: string): AsyncGenerator<Block> {
  const matrix = await drawMatrix(ctx, caseId, title);
  if (matrix) yield matrix;
  yield* drawTimeline(ctx, caseId, title);
}

async function drawMatrix(ctx: Ctx, caseId: string, title: string): Promise<Block | null> {
  const how = { by: "report", implied: false } as const;
  const { outlets, cells } = await weighedMatrix(ctx, caseId, how);
  if (cells.length === 0) return null;
  const shown = outlets.toSorted((a, b) => b.claims - a.claims).slice(0, MOST_OUTLETS);
  const ids = new Set(shown.map(({ id }) => id));
  const within = cells.filter(({ a, b }) => ids.has(a) && ids.has(b));
  const left = outlets.length - shown.length;
  const more = left > 0 ? ` The ${left} outlets with fewer claims are left out of the picture.` : "";
  return picture("matrix", matrixScene(title, viewMatrix(shown, within, "cluster"), how), more);
}

async function* drawTimeline(ctx: Ctx, caseId: string, title: string): AsyncGenerator<Block> {
  let cursor: string | undefined;
  for (let drawn = 0; drawn < MOST_PICTURES; drawn++) {
    const timeline = await readTimeline(ctx, caseId, { by: "claim", limit: ROWS, cursor });
    if (timeline.items.length === 0) return;
    const days = timeline.extent ?? {};
    const last = timeline.nextCursor === null;
    const left = timeline.claims.shown - (drawn * ROWS + timeline.items.length);
    const more = !last && drawn + 1 === MOST_PICTURES ? ` The ${left} later claims are left out of the pictures.` : "";
    // What follows is on the next picture: the scene need not speak of a first part.
    yield picture("timeline", timelineScene(title, { ...timeline, nextCursor: null }, days), more);
    if (last) return;
    cursor = timeline.nextCursor ?? undefined;
  }
}

const picture = (name: "matrix" | "timeline", scene: Scene, more: string): Block => ({
  block: "picture",
  name,
  told: `${scene.description}${more}`,
  svg: sceneToSvg(scene),
});
