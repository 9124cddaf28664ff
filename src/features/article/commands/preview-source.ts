import type { z } from "zod";
import type { CanonicalText } from "@/anchoring/canonical-text";
import { parseVagueDate } from "@/dates/vague-date";
import { findOutletByAddress, findOutletByName } from "@/features/outlet/queries";
import { Language } from "@/features/outlet/schema";
import type { Ctx } from "@/platform/context";
import { forbidden } from "@/platform/errors";
import { canAddArticle } from "../policy";
import { findAlike, findByAddress } from "../queries/alike";
import type { Alike, ArticlePreview, AskAddress, PreviewSource } from "../schema";
import { type About, openSource } from "./open-source";
import { readLanguage } from "./read-language";

/** A pasted source as it would be read, with what it says of itself. Writes nothing. */
export async function previewSource(
  ctx: Ctx,
  { caseId, articleId, ...pasted }: z.output<typeof PreviewSource>,
): Promise<ArticlePreview> {
  if (!canAddArticle(ctx.actor)) throw forbidden();
  return previewOf(ctx, await openSource(pasted), { caseId, articleId: articleId ?? null });
}

type Place = { caseId: string; articleId: string | null };

/** A source that was read, with what it says of itself and what it is like. `articleId` is itself. */
export async function previewOf(
  ctx: Ctx,
  { text, blocks, about }: CanonicalText & { about: About },
  { caseId, articleId }: Place,
): Promise<ArticlePreview> {
  const first = blocks[0];
  const heading = first?.kind === "heading" ? text.slice(first.start, first.end).replaceAll("\n", " ") : null;
  return {
    alike: await findAlike(ctx, caseId, { url: about.url ?? null, text }, articleId),
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

/** The name of the outlet that stands behind an address, and the articles of the case that are there already. */
export async function askAddress(ctx: Ctx, { caseId, url }: z.output<typeof AskAddress>) {
  const alike = (await findByAddress(ctx, caseId, url)).map(
    (each): Alike => ({ ...each, how: "address", shared: 0, passage: "" }),
  );
  return { outlet: (await findOutletByAddress(ctx, url))?.name ?? null, alike };
}

/** A known outlet by the page's address or the name it gives itself, else that name. */
async function outletOf(ctx: Ctx, { url, siteName }: About): Promise<string | null> {
  const byAddress = url ? await findOutletByAddress(ctx, url) : null;
  const known = byAddress ?? (siteName ? await findOutletByName(ctx, siteName) : null);
  return known?.name ?? siteName ?? null;
}

function dayOf(publishedTime: string | undefined): string | null {
  const reading = parseVagueDate(publishedTime?.slice(0, 10) ?? "");
  return reading.ok ? reading.date.edtf : null;
}
