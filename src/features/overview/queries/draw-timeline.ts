import { getCase } from "@/features/case/queries";
import type { Ctx } from "@/platform/context";
import { sceneToSvg } from "../rules/picture/scene-to-svg";
import { timelineScene } from "../rules/picture/timeline-scene";
import type { DrawTimeline } from "../schema";
import { readTimeline } from "./timeline";

const MOST_ROWS = 200;

/** The timeline of a case as an SVG document, with the title that its file goes by. */
export async function drawTimeline(
  ctx: Ctx,
  caseId: string,
  { by, from, to, theme }: Omit<DrawTimeline, "format" | "scale">,
) {
  const [{ title }, timeline] = await Promise.all([
    getCase(ctx, caseId),
    readTimeline(ctx, caseId, { by, from, to, limit: MOST_ROWS }),
  ]);
  return { title: `${title} timeline`, svg: sceneToSvg(timelineScene(title, timeline, { from, to }), theme) };
}
