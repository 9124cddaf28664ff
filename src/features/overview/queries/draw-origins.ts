import { originTrees } from "@/features/conflict/queries/origin-trees";
import type { Ctx } from "@/platform/context";
import { originsScene } from "../rules/picture/origins-scene";
import { sceneToSvg } from "../rules/picture/scene-to-svg";
import type { PictureQuery } from "../schema";

type Which = { caseId: string; number: number; theme: PictureQuery["theme"] };

/** The ways of a conflict's camps to their origins as an SVG document, with the title that its file goes by. */
export async function drawOrigins(ctx: Ctx, { caseId, number, theme }: Which): Promise<{ title: string; svg: string }> {
  const { key, camps, said } = await originTrees(ctx, caseId, number);
  return { title: `C-${key} origins`, svg: sceneToSvg(originsScene(key, camps, said), theme) };
}
