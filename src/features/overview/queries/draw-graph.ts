import { setImmediate } from "node:timers/promises";
import { getCase } from "@/features/case/queries";
import type { Ctx } from "@/platform/context";
import { type Layout, layOutInSteps, radiusOf, type ToLayOut } from "../rules/graph-layout";
import { graphScene } from "../rules/picture/graph-scene";
import { sceneToSvg } from "../rules/picture/scene-to-svg";
import type { DrawGraph } from "../schema";
import { readGraph } from "./graph";

/** More would be a grey cloud on paper. */
const MOST_CLAIMS = 1500;

/** The graph of a case as an SVG document, with the title that its file goes by. */
export async function drawGraph(ctx: Ctx, caseId: string, { of, theme }: Pick<DrawGraph, "of" | "theme">) {
  const [{ title }, graph] = await Promise.all([getCase(ctx, caseId), readGraph(ctx, caseId, of, MOST_CLAIMS)]);
  const radii = graph.nodes.map(({ claims }) => radiusOf(claims));
  const layout = await layOutBetween({ radii, edges: graph.edges });
  return { title: `${title} graph of ${of}`, svg: sceneToSvg(graphScene(title, graph, layout, radii), theme) };
}

const SLICE_MS = 10;

/** In slices, so that a server which lays out a large graph still answers others. */
async function layOutBetween(given: ToLayOut): Promise<Layout> {
  const steps = layOutInSteps(given);
  let began = performance.now();
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done) return step.value;
    if (performance.now() - began < SLICE_MS) continue;
    await setImmediate();
    began = performance.now();
  }
}
