import type { z } from "zod";
import { recordActivity } from "@/features/activity/commands/record-activity";
import { lockCase } from "@/features/case/commands/lock-case";
import { resolveOutlet } from "@/features/outlet/commands/resolve-outlet";
import { type Ctx, type TxCtx, transact } from "@/platform/context";
import { forbidden } from "@/platform/errors";
import { canAddArticle } from "../policy";
import { getArticle } from "../queries";
import { readOfIntake } from "../queries/intakes";
import type { AddArticle, Article } from "../schema";
import { ensureFingerprints } from "./ensure-fingerprints";
import { type Capture, type GivenSource, openSource, type ReadSource, sha256 } from "./open-source";
import { publishedColumns } from "./published-columns";
import { readLanguage } from "./read-language";
import { requireOriginal } from "./require-original";
import { spendIntake } from "./spend-intake";

type Meta = Omit<z.output<typeof AddArticle>, keyof GivenSource> & { caseId: string };
/** `read`: the source, where the caller has opened it already. */
type Input = Meta & GivenSource & { intakeId?: string | undefined; read?: ReadSource | undefined };

/** Brings an article in, with its first version and the bytes that it was read from. */
export async function addArticle(ctx: Ctx, input: Input): Promise<Article> {
  if (!canAddArticle(ctx.actor)) throw forbidden();
  const { text, html, fetchUrl, file, intakeId, read, caseId, ...meta } = input;
  const given = { text, html, fetchUrl, file };
  const source = read ?? (intakeId ? await readOfIntake(ctx, intakeId) : await openSource(given));
  return transact(ctx, async (ctx) => {
    await spendIntake(ctx, caseId, intakeId);
    return insert(ctx, { ...meta, caseId }, source);
  });
}

async function insert(ctx: TxCtx, { caseId, ...meta }: Meta, source: ReadSource): Promise<Article> {
  await lockCase(ctx, caseId);
  const outlet = await resolveOutlet(ctx, meta.outlet);
  if (meta.repeats) await requireOriginal(ctx, caseId, meta.repeats);
  const url = meta.url ?? source.capture.url;
  const id = await insertArticle(ctx, caseId, outlet.id, { ...meta, url }, source.text);
  await insertVersion(ctx, id, 1, source);
  await ensureFingerprints(ctx, [id]);
  await recordActivity(ctx, {
    caseId,
    verb: "article.added",
    subject: { type: "article", id, label: meta.title },
    after: {
      title: meta.title,
      outlet: outlet.name,
      url,
      author: meta.author ?? null,
      publishedOn: meta.publishedOn?.edtf ?? null,
      ...(meta.repeats && { repeats: meta.repeats }),
      sha256: sha256(source.text),
      capture: toldOfCapture(source.capture),
    },
  });
  return getArticle(ctx, id);
}

/** How a text was had, for the record of custody. */
export const toldOfCapture = ({ origin, url, filename, contentType, bytes }: Capture) => ({
  origin,
  url,
  filename,
  contentType,
  bytes: bytes.byteLength,
  sha256: sha256(bytes),
});

async function insertArticle(
  ctx: TxCtx,
  caseId: string,
  outletId: string,
  { title, url, author, publishedOn, language, repeats }: Omit<Meta, "caseId">,
  text: string,
): Promise<string> {
  const { id } = await ctx.tx.article.create({
    data: {
      teamId: ctx.teamId,
      caseId,
      outletId,
      title,
      url: url ?? null,
      author: author ?? null,
      ...publishedColumns(publishedOn ?? null),
      ...readLanguage(language, text),
      repeatsId: repeats ?? null,
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
  { text, blocks, capture }: ReadSource,
): Promise<string> {
  const { teamId } = ctx;
  const { id } = await ctx.tx.articleVersion.create({
    data: { teamId, articleId, ordinal, text, blocks, sha256: sha256(text), capturedById: ctx.actor.userId },
    select: { id: true },
  });
  await insertCapture(ctx, id, capture);
  return id;
}

export async function insertCapture(ctx: TxCtx, versionId: string, capture: Capture): Promise<void> {
  const data = {
    teamId: ctx.teamId,
    versionId,
    ...capture,
    sha256: sha256(capture.bytes),
    capturedById: ctx.actor.userId,
  };
  await ctx.tx.capture.create({ data });
}
