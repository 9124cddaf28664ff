import type { z } from "zod";
import { fromHtml, type HtmlArticle } from "@/anchoring/html/from-html";
import { parseVagueDate } from "@/dates/vague-date";
import { findOutletByAddress, findOutletByName } from "@/features/outlet/queries";
import { Language } from "@/features/outlet/schema";
import type { Ctx } from "@/platform/context";
import { forbidden } from "@/platform/errors";
import { canAddArticle } from "../policy";
import type { ArticlePreview, ArticleSource, ProposeOutlet } from "../schema";
import { readLanguage, readSource } from "./read-source";
import { readUpload } from "./read-upload";

/** A source as it would be read, with what it says of itself. Writes nothing. */
export async function previewSource(ctx: Ctx, input: z.output<typeof ArticleSource>): Promise<ArticlePreview> {
  if (!canAddArticle(ctx.actor)) throw forbidden();
  const source = await readUpload(input);
  const { text, blocks } = readSource(source);
  const about: HtmlArticle["metadata"] = source.html === undefined ? {} : fromHtml(source.html).metadata;
  const first = blocks[0];
  const heading = first?.kind === "heading" ? text.slice(first.start, first.end).replaceAll("\n", " ") : null;
  return {
    text,
    blocks,
    title: about.title ?? heading?.slice(0, 500) ?? null,
    author: about.byline ?? null,
    outlet: await outletOf(ctx, about),
    url: about.url ?? null,
    publishedOn: dayOf(about.publishedTime),
    ...readLanguage(Language.safeParse(about.lang).data, text),
  };
}

/** The name of the outlet that stands behind an address, or null. */
export async function proposeOutlet(ctx: Ctx, { url }: z.output<typeof ProposeOutlet>): Promise<string | null> {
  return (await findOutletByAddress(ctx, url))?.name ?? null;
}

/** A known outlet by the page's address or the name it gives itself, else that name. */
async function outletOf(ctx: Ctx, { url, siteName }: HtmlArticle["metadata"]): Promise<string | null> {
  const byAddress = url ? await findOutletByAddress(ctx, url) : null;
  const known = byAddress ?? (siteName ? await findOutletByName(ctx, siteName) : null);
  return known?.name ?? siteName ?? null;
}

function dayOf(publishedTime: string | undefined): string | null {
  const reading = parseVagueDate(publishedTime?.slice(0, 10) ?? "");
  return reading.ok ? reading.date.edtf : null;
}
