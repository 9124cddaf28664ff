import type { z } from "zod";
import { recordActivity } from "@/features/activity/commands/record-activity";
import { changedFields } from "@/features/activity/rules";
import { lockCase } from "@/features/case/commands/lock-case";
import { resolveOutlet } from "@/features/outlet/commands/resolve-outlet";
import { type Ctx, type TxCtx, transact } from "@/platform/context";
import { forbidden, stale } from "@/platform/errors";
import { canChangeArticle } from "../policy";
import { getArticle, getVersion } from "../queries";
import type { Article, ChangeArticle } from "../schema";
import { publishedColumns } from "./published-columns";
import { readLanguage } from "./read-language";
import { requireOriginal } from "./require-original";

type Input = z.output<typeof ChangeArticle> & { articleId: string };

export function changeArticle(ctx: Ctx, { articleId, version, ...wanted }: Input): Promise<Article> {
  if (!canChangeArticle(ctx.actor)) throw forbidden();
  return transact(ctx, async (ctx) => {
    const { caseId } = await getVersion(ctx, articleId);
    await lockCase(ctx, caseId);
    const current = await getArticle(ctx, articleId);
    if (version !== undefined && version !== current.version) throw stale("article", current);
    const outlet = wanted.outlet === undefined ? current.outlet : await resolveOutlet(ctx, wanted.outlet);
    if (wanted.repeats) await requireOriginal(ctx, caseId, wanted.repeats, articleId);
    const before = said(current, await publishedWords(ctx, articleId));
    const after = {
      ...before,
      outlet: outlet.name,
      ...(wanted.title !== undefined && { title: wanted.title }),
      ...(wanted.url !== undefined && { url: wanted.url }),
      ...(wanted.author !== undefined && { author: wanted.author }),
      ...(wanted.publishedOn !== undefined && {
        publishedOn: wanted.publishedOn?.edtf ?? null,
        publishedOnWords: wanted.publishedOn?.words ?? null,
      }),
      ...(wanted.language !== undefined && { language: wanted.language ?? "und" }),
      ...(wanted.repeats !== undefined && { repeats: wanted.repeats }),
    };
    const change = changedFields(before, after);
    if (!change) return current;
    await write(ctx, current, after, outlet.id, wanted);
    const subject = { type: "article" as const, id: articleId, label: after.title };
    await recordActivity(ctx, { caseId, verb: "article.changed", subject, ...change });
    return getArticle(ctx, articleId);
  });
}

const said = (
  { title, outlet, url, author, publishedOn, language, repeats }: Article,
  publishedOnWords: string | null,
) => ({
  title,
  outlet: outlet.name,
  url,
  author,
  publishedOn,
  publishedOnWords,
  language,
  repeats: repeats?.id ?? null,
});

/** Kept for whoever sets a change back; nothing else reads how a date was typed. */
async function publishedWords(ctx: TxCtx, articleId: string): Promise<string | null> {
  const where = { teamId_id: { teamId: ctx.teamId, id: articleId } };
  const row = await ctx.tx.article.findUniqueOrThrow({ where, select: { publishedOnWords: true } });
  return row.publishedOnWords;
}

async function write(
  ctx: TxCtx,
  current: Article,
  after: ReturnType<typeof said>,
  outletId: string,
  wanted: Pick<Input, "publishedOn">,
) {
  const { teamId } = ctx;
  const { title, url, author, language, repeats: repeatsId } = after;
  await ctx.tx.article.update({
    where: { teamId_id: { teamId, id: current.id } },
    data: {
      title,
      url,
      author,
      outletId,
      repeatsId,
      ...readLanguage(language, current.text ?? ""),
      ...(wanted.publishedOn !== undefined && publishedColumns(wanted.publishedOn)),
      version: { increment: 1 },
    },
  });
  if (outletId !== current.outlet.id) await creditClaims(ctx, current.id, outletId);
}

/** Claims whose attribution names no outlet are the article's outlet's own: they follow it. */
async function creditClaims(ctx: TxCtx, articleId: string, outletId: string) {
  await ctx.tx.$executeRaw`
    UPDATE claim c SET outlet_id = ${outletId}::uuid, version = c.version + 1, updated_at = now()
    WHERE c.team_id = ${ctx.teamId}::uuid AND c.article_id = ${articleId}::uuid
      AND NOT EXISTS (SELECT 1 FROM attribution_step s
                      WHERE s.team_id = c.team_id AND s.claim_id = c.id AND s.kind = 'outlet')`;
}
