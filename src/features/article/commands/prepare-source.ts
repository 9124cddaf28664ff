import type { Ctx } from "@/platform/context";
import { forbidden } from "@/platform/errors";
import { canAddArticle } from "../policy";
import { type GivenSource, openSource, type ReadSource } from "./open-source";

/** Fetches and reads a source for somebody who may add it: before a transaction is open, for it may take minutes. */
export async function prepareSource(ctx: Ctx, { text, html, fetchUrl, file }: GivenSource): Promise<ReadSource> {
  if (!canAddArticle(ctx.actor)) throw forbidden();
  return openSource({ text, html, fetchUrl, file });
}
