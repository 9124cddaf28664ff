import type { Block } from "@/anchoring/canonical-text";
import type { Ctx } from "@/platform/context";
import { db } from "@/platform/context";
import { forbidden, notFound } from "@/platform/errors";
import type { About, ReadSource } from "../commands/open-source";
import { previewOf } from "../commands/preview-source";
import { canAddArticle } from "../policy";
import { requireCase } from "../queries";
import type { CaptureOrigin, Intake } from "../schema";

const FACTS = {
  id: true,
  caseId: true,
  articleId: true,
  origin: true,
  address: true,
  filename: true,
  status: true,
  done: true,
  total: true,
  problem: true,
  version: true,
  createdAt: true,
  updatedAt: true,
} as const;

type Facts = Omit<Intake, "preview" | "createdAt" | "updatedAt"> & { createdAt: Date; updatedAt: Date };

const present = ({ createdAt, updatedAt, ...facts }: Facts, preview: Intake["preview"]): Intake => ({
  ...facts,
  preview,
  createdAt: createdAt.toISOString(),
  updatedAt: updatedAt.toISOString(),
});

const requireAdding = (ctx: Ctx) => {
  if (!canAddArticle(ctx.actor)) throw forbidden();
};

/** The caller's own, oldest first; those of an article that are to become a newer version of it, or all others. */
export async function listIntakes(ctx: Ctx, caseId: string, articleId: string | null = null): Promise<Intake[]> {
  requireAdding(ctx);
  await requireCase(ctx, caseId);
  const rows = await db(ctx).intake.findMany({
    where: { teamId: ctx.teamId, caseId, articleId, createdById: ctx.actor.userId },
    orderBy: { id: "asc" },
    select: FACTS,
  });
  return rows.map((row) => present(row, null));
}

/** One of the caller's own, with what was read. */
export async function getIntake(ctx: Ctx, intakeId: string): Promise<Intake> {
  const row = await find(ctx, intakeId, { ...FACTS, text: true, blocks: true, about: true, url: true });
  const { text, blocks, about, url, ...facts } = row;
  if (text === null) return present(facts, null);
  const said: About = { ...(url !== null && { url }), ...(about as About) };
  return present(facts, await previewOf(ctx, { text, blocks: blocks as Block[], about: said }, facts));
}

/** What was read of it, to be saved in its case. */
export async function readOfIntake(ctx: Ctx, intakeId: string): Promise<ReadSource> {
  const select = {
    ...FACTS,
    text: true,
    blocks: true,
    about: true,
    url: true,
    bytes: true,
    contentType: true,
  } as const;
  const { text, blocks, about, bytes, contentType, ...facts } = await find(ctx, intakeId, select);
  if (text === null || bytes === null) throw notFound("source that was read");
  const { origin, filename, url } = facts;
  const capture = { bytes, contentType: contentType ?? "", filename, origin: origin as CaptureOrigin, url };
  return { text, blocks: blocks as Block[], about: about as About, capture };
}

async function find<S extends Record<string, true>>(ctx: Ctx, id: string, select: S) {
  requireAdding(ctx);
  const where = { teamId: ctx.teamId, id, createdById: ctx.actor.userId };
  const row = await db(ctx).intake.findFirst({ where, select });
  if (!row) throw notFound("source");
  return row;
}
