import { getCase } from "@/features/case/queries";
import { type Ctx, type TxCtx, transact } from "@/platform/context";
import { AppError, forbidden, invalid } from "@/platform/errors";
import { enqueue } from "@/platform/jobs";
import { canAddArticle } from "../policy";
import { getVersion } from "../queries";
import { getIntake } from "../queries/intakes";
import { type Intake, MAX_FILE_BYTES, type StartIntake } from "../schema";
import { INTAKE_TASK, intakeKey } from "./intake-task";
import type { RawFile } from "./open-source";

type Input = { caseId: string; articleId?: string | undefined } & (Omit<StartIntake, "articleId"> | { file: RawFile });

/** Finished or not, nobody comes back to it after that. */
const KEPT_DAYS = 14;
/** Of one person in one case, so that nobody fills the database with what is no article. */
const MOST = 100;

/** Takes in what is to become an article, and has it fetched and read in the background. */
export async function startIntake(ctx: Ctx, { caseId, articleId, ...sent }: Input): Promise<Intake> {
  if (!canAddArticle(ctx.actor)) throw forbidden();
  const data = dataOf(sent);
  return transact(ctx, async (ctx) => {
    await getCase(ctx, caseId);
    if (articleId && (await getVersion(ctx, articleId)).caseId !== caseId)
      throw invalid("articleId", "is not an article of this case");
    await makeRoom(ctx, caseId);
    const { teamId } = ctx;
    const { id } = await ctx.tx.intake.create({
      data: { teamId, caseId, articleId: articleId ?? null, createdById: ctx.actor.userId, ...data },
      select: { id: true },
    });
    await enqueue(ctx, INTAKE_TASK, { teamId, intakeId: id }, { key: intakeKey(id) });
    return getIntake(ctx, id);
  });
}

function dataOf(sent: Omit<StartIntake, "articleId"> | { file: RawFile }) {
  if ("file" in sent) {
    const { bytes, contentType, filename } = sent.file;
    if (bytes.byteLength === 0) throw invalid("file", "is empty");
    if (bytes.byteLength > MAX_FILE_BYTES)
      throw new AppError("TOO_LARGE", `A file may have at most ${MAX_FILE_BYTES / 1_000_000} MB.`);
    return { origin: "file" as const, filename: filename.slice(0, 300), bytes: new Uint8Array(bytes), contentType };
  }
  const { address, html } = sent;
  if (html === undefined) return { origin: "url" as const, address };
  const bytes = new TextEncoder().encode(html);
  return { origin: "clipper" as const, address, url: address, bytes, contentType: "text/html; charset=utf-8" };
}

async function makeRoom(ctx: TxCtx, caseId: string): Promise<void> {
  await ctx.tx.$executeRaw`
    DELETE FROM intake WHERE team_id = ${ctx.teamId}::uuid
      AND created_at < now() - make_interval(days => ${KEPT_DAYS}::int)`;
  const count = await ctx.tx.intake.count({
    where: { teamId: ctx.teamId, caseId, createdById: ctx.actor.userId },
  });
  if (count >= MOST)
    throw new AppError("LIMIT", `You have ${MOST} sources waiting in this case: save them or throw them away first.`);
}
