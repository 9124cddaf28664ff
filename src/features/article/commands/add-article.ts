import type { z } from "zod";
import { recordActivity } from "@/features/activity/commands/record-activity";
import { lockCase } from "@/features/case/commands/lock-case";
import { resolveOutlet } from "@/features/outlet/commands/resolve-outlet";
import { type Ctx, type TxCtx, transact } from "@/platform/context";
import { forbidden } from "@/platform/errors";
import { canAddArticle } from "../policy";
import { getArticle } from "../queries";
import type { AddArticle, Article } from "../schema";
import { publishedColumns } from "./published-columns";
import { captureOf, type RawFile, readLanguage, readSource, sha256 } from "./read-source";

type Input = z.output<typeof AddArticle> & { caseId: string; file?: RawFile };

/** Brings an article in, with its first version and the bytes that it was read from. */
export async function addArticle(ctx: Ctx, { caseId, ...input }: Input): Promise<Article> {
  if (!canAddArticle(ctx.actor)) throw forbidden();
  const canonical = readSource(input);
  const hash = sha256(canonical.text);
  return transact(ctx, async (ctx) => {
    await lockCase(ctx, caseId);
    const outlet = await resolveOutlet(ctx, input.outlet);
    const id = await insertArticle(ctx, caseId, outlet.id, input, readLanguage(input.language, canonical.text));
    await insertVersion(ctx, id, 1, canonical, captureOf(input));
    await recordActivity(ctx, {
      caseId,
      verb: "article.added",
      subject: { type: "article", id, label: input.title },
      after: {
        title: input.title,
        outlet: outlet.name,
        url: input.url ?? null,
        author: input.author ?? null,
        publishedOn: input.publishedOn?.edtf ?? null,
        sha256: hash,
      },
    });
    return getArticle(ctx, id);
  });
}

async function insertArticle(
  ctx: TxCtx,
  caseId: string,
  outletId: string,
  input: Omit<Input, "caseId">,
  language: ReturnType<typeof readLanguage>,
): Promise<string> {
  const { title, url = null, author = null } = input;
  const { id } = await ctx.tx.article.create({
    data: {
      teamId: ctx.teamId,
      caseId,
      outletId,
      title,
      url,
      author,
      ...publishedColumns(input.publishedOn ?? null),
      ...language,
      createdById: ctx.actor.userId,
    },
    select: { id: true },
  });
  return id;
}

/** Writes an immutable version with its capture; returns the version's id. */
export async function insertVersion(
  ctx: TxCtx,
  articleId: string,
  ordinal: number,
  canonical: ReturnType<typeof readSource>,
  capture: ReturnType<typeof captureOf>,
): Promise<string> {
  const { teamId } = ctx;
  const capturedById = ctx.actor.userId;
  const { text, blocks } = canonical;
  const { id } = await ctx.tx.articleVersion.create({
    data: { teamId, articleId, ordinal, text, blocks, sha256: sha256(text), capturedById },
    select: { id: true },
  });
  await ctx.tx.capture.create({ data: { teamId, versionId: id, ...capture, capturedById } });
  return id;
}
