import type { CanonicalText } from "@/anchoring/canonical-text";
import type { VagueDate } from "@/dates/vague-date";
import { recordActivity } from "@/features/activity/commands/record-activity";
import { resolveOutlet } from "@/features/outlet/commands/resolve-outlet";
import type { TxCtx } from "@/platform/context";
import { forbidden } from "@/platform/errors";
import { canAddArticle } from "../policy";
import { publishedColumns } from "./published-columns";
import { readLanguage } from "./read-source";

type Brought = {
  caseId: string;
  title: string;
  outlet: string;
  url: string | null;
  author: string | null;
  publishedOn: VagueDate | null;
  language: string | null;
  sha256: string | null;
};

/**
 * Adds an article that a sheet names without its text. Where the team has the text with the sheet's hash, in whichever
 * case, the article gets it; else it waits for it. The case is locked already.
 */
export async function bringArticle(
  ctx: TxCtx,
  { caseId, sha256, ...named }: Brought,
): Promise<{ id: string; versionId: string }> {
  if (!canAddArticle(ctx.actor)) throw forbidden();
  const { teamId } = ctx;
  const { title, url, author, publishedOn } = named;
  const outlet = await resolveOutlet(ctx, named.outlet);
  const held = await findText(ctx, sha256);
  const { id } = await ctx.tx.article.create({
    data: {
      teamId,
      caseId,
      outletId: outlet.id,
      title,
      url,
      author,
      ...publishedColumns(publishedOn),
      ...readLanguage(named.language, held?.text ?? ""),
      createdById: ctx.actor.userId,
    },
    select: { id: true },
  });
  const versionId = await insertVersion(ctx, id, 1, sha256, held);
  await recordActivity(ctx, {
    caseId,
    verb: "article.added",
    subject: { type: "article", id, label: title },
    after: { title, outlet: outlet.name, url, author, publishedOn: publishedOn?.edtf ?? null, sha256 },
  });
  return { id, versionId };
}

/** Adds to an article a version that a sheet names by its hash; its id. */
export async function bringVersion(ctx: TxCtx, caseId: string, articleId: string, sha256: string): Promise<string> {
  if (!canAddArticle(ctx.actor)) throw forbidden();
  const where = { teamId_id: { teamId: ctx.teamId, id: articleId } };
  const { title, versions } = await ctx.tx.article.findUniqueOrThrow({
    where,
    select: { title: true, versions: { select: { ordinal: true }, orderBy: { ordinal: "desc" }, take: 1 } },
  });
  const ordinal = (versions[0]?.ordinal ?? 0) + 1;
  const versionId = await insertVersion(ctx, articleId, ordinal, sha256, await findText(ctx, sha256));
  await ctx.tx.article.update({ where, data: { version: { increment: 1 } }, select: { id: true } });
  const subject = { type: "article" as const, id: articleId, label: title };
  await recordActivity(ctx, { caseId, verb: "article.version_added", subject, after: { sha256, ordinal } });
  return versionId;
}

/** A text that this team holds, by its hash. */
async function findText(ctx: TxCtx, sha256: string | null): Promise<CanonicalText | null> {
  if (sha256 === null) return null;
  const rows = await ctx.tx.$queryRaw<CanonicalText[]>`
    SELECT text, blocks FROM article_version
    WHERE team_id = ${ctx.teamId}::uuid AND sha256 = ${sha256} AND text IS NOT NULL LIMIT 1`;
  return rows[0] ?? null;
}

async function insertVersion(
  ctx: TxCtx,
  articleId: string,
  ordinal: number,
  sha256: string | null,
  held: CanonicalText | null,
) {
  const { teamId } = ctx;
  const capturedById = ctx.actor.userId;
  const { id } = await ctx.tx.articleVersion.create({
    data: { teamId, articleId, ordinal, sha256, capturedById, ...(held && { text: held.text, blocks: held.blocks }) },
    select: { id: true },
  });
  return id;
}
