import { getCase } from "@/features/case/queries";
import type { Ctx } from "@/platform/context";
import { viewMatrix } from "../rules/matrix-view";
import { matrixScene } from "../rules/picture/matrix-scene";
import { sceneToSvg } from "../rules/picture/scene-to-svg";
import type { DrawMatrix } from "../schema";
import { weighedMatrix } from "./outlet-matrix";

type How = Pick<DrawMatrix, "by" | "implied" | "order" | "theme">;

/** The matrix of a case as an SVG document, with the title that its file goes by. */
export async function drawMatrix(ctx: Ctx, caseId: string, how: How): Promise<{ title: string; svg: string }> {
  const { title } = await getCase(ctx, caseId);
  const { outlets, cells } = await weighedMatrix(ctx, caseId, how);
  const scene = matrixScene(title, viewMatrix(outlets, cells, how.order), how);
  return { title: `${title} matrix`, svg: sceneToSvg(scene, how.theme) };
}
