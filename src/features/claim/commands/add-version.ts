import { recordActivity } from "@/features/activity/commands/record-activity";
import { insertCapture, insertVersion, toldOfCapture } from "@/features/article/commands/add-article";
import { ensureFingerprints } from "@/features/article/commands/ensure-fingerprints";
import { type GivenSource, openSource, type ReadSource, sha256 } from "@/features/article/commands/open-source";
import { spendIntake } from "@/features/article/commands/spend-intake";
import { canAddArticle } from "@/features/article/policy";
import { getArticle, getVersion } from "@/features/article/queries";
import { readOfIntake } from "@/features/article/queries/intakes";
import type { Article } from "@/features/article/schema";
import { lockCase } from "@/features/case/commands/lock-case";
import { type Ctx, type TxCtx, transact } from "@/platform/context";
import { forbidden } from "@/platform/errors";
import { type Carry, carryFrom, findIn, type Target } from "../rules/carry-quote";
import type { Quote, QuoteState } from "../schema";
import { writeQuote } from "./write-parts";

type QuoteCounts = Record<(typeof QuoteState.options)[number], number>;
export type AddedVersion = { version: number; versionId: string; quotes: QuoteCounts };

/** `read`: the source, where the caller has opened it already. */
type Input = GivenSource & { articleId: string; intakeId?: string | undefined; read?: ReadSource | undefined };

/**
 * Adds a newer capture of an article and takes its claims' quotes over. The text that is the newest already makes no
 * version, but that it was read again, and what came, joins the record of custody; the text of a version known only by
 * its hash fills that version in.
 */
export async function addVersion(ctx: Ctx, { articleId, intakeId, read, ...given }: Input): Promise<AddedVersion> {
  if (!canAddArticle(ctx.actor)) throw forbidden();
  const source = read ?? (intakeId ? await readOfIntake(ctx, intakeId) : await openSource(given));
  return transact(ctx, async (ctx) => {
    const { caseId } = await getVersion(ctx, articleId);
    await lockCase(ctx, caseId);
    const article = await getArticle(ctx, articleId);
    await spendIntake(ctx, caseId, intakeId);
    const hash = sha256(source.text);
    const quotes = await readQuotes(ctx, articleId);
    const [newest] = article.versions;
    if (newest?.held && newest.sha256 === hash) {
      await keepReadAgain(ctx, article, newest, source);
      return { version: newest.ordinal, versionId: newest.id, quotes: count(quotes.map(({ quote }) => quote)) };
    }
    const added = await write(ctx, article, source, hash);
    const { text, blocks } = source;
    const carried = await carryQuotes(ctx, article, quotes, { text, blocks, versionId: added.id });
    await ensureFingerprints(ctx, [articleId]);
    const counts = count(carried);
    await recordActivity(ctx, {
      caseId,
      verb: "article.version_added",
      subject: { type: "article", id: articleId, label: article.title },
      after: { sha256: hash, ordinal: added.ordinal, quotes: counts, capture: toldOfCapture(source.capture) },
    });
    return { version: added.ordinal, versionId: added.id, quotes: counts };
  });
}

async function write(
  ctx: TxCtx,
  article: Article,
  source: ReadSource,
  hash: string,
): Promise<{ id: string; ordinal: number }> {
  const { teamId } = ctx;
  await ctx.tx.article.update({
    where: { teamId_id: { teamId, id: article.id } },
    data: { version: { increment: 1 } },
    select: { id: true },
  });
  const waiting = article.versions.find(({ held, sha256 }) => !held && sha256 === hash);
  if (!waiting) {
    const ordinal = (article.versions[0]?.ordinal ?? 0) + 1;
    return { id: await insertVersion(ctx, article.id, ordinal, source), ordinal };
  }
  const { text, blocks } = source;
  await ctx.tx.articleVersion.updateMany({ where: { teamId, id: waiting.id, text: null }, data: { text, blocks } });
  await insertCapture(ctx, waiting.id, source.capture);
  return waiting;
}

/** That a text stands as it did is worth knowing, too. */
async function keepReadAgain(
  ctx: TxCtx,
  { id, caseId, title }: Article,
  newest: { id: string; ordinal: number },
  { capture }: ReadSource,
): Promise<void> {
  await insertCapture(ctx, newest.id, capture);
  await recordActivity(ctx, {
    caseId,
    verb: "article.read_again",
    subject: { type: "article", id, label: title },
    after: { ordinal: newest.ordinal, capture: toldOfCapture(capture) },
  });
}

type Held = { claimId: string; number: number; quote: Quote };

async function readQuotes(ctx: TxCtx, articleId: string): Promise<Held[]> {
  const rows = await ctx.tx.$queryRaw<(Quote & { claimId: string; number: number })[]>`
    SELECT q.claim_id::text AS "claimId", c.number, q.exact, q.prefix, q.suffix, q.start, q."end", q.state::text,
           q.version_id::text AS "versionId"
    FROM quote q JOIN claim c ON c.team_id = q.team_id AND c.id = q.claim_id
    WHERE q.team_id = ${ctx.teamId}::uuid AND q.article_id = ${articleId}::uuid ORDER BY c.number`;
  return rows.map(({ claimId, number, ...quote }) => ({ claimId, number, quote }));
}

async function carryQuotes(ctx: TxCtx, article: Article, held: Held[], target: Target): Promise<Quote[]> {
  const carriers = new Map<string, Carry>();
  const carried: Quote[] = [];
  for (const each of held) {
    const { versionId } = each.quote;
    const carry = carriers.get(versionId) ?? (await carrierOf(ctx, article, versionId, target));
    carriers.set(versionId, carry);
    const quote = carry(each.quote);
    carried.push(quote);
    await keep(ctx, article, each, quote);
  }
  return carried;
}

async function carrierOf(ctx: TxCtx, { id, language }: Article, versionId: string, target: Target): Promise<Carry> {
  if (versionId === target.versionId) return findIn(target);
  const { text, blocks } = await getVersion(ctx, id, versionId);
  return text === null ? findIn(target) : carryFrom({ text, blocks }, target, language);
}

/** A quote that only stands in a newer version at the same place is told of by the article's row. */
async function keep(ctx: TxCtx, article: Article, { claimId, number, quote: before }: Held, after: Quote) {
  if (before.state === after.state && before.versionId === after.versionId) return;
  await writeQuote(ctx, claimId, article.id, after);
  await ctx.tx.claim.update({
    where: { teamId_id: { teamId: ctx.teamId, id: claimId } },
    data: { version: { increment: 1 } },
    select: { id: true },
  });
  if (before.state === after.state && before.start === after.start) return;
  await recordActivity(ctx, {
    caseId: article.caseId,
    verb: "claim.changed",
    subject: { type: "claim", id: claimId, label: `C-${number}` },
    before: { quote: told(before) },
    after: { quote: told(after) },
  });
}

const told = ({ exact, start, end, state, versionId }: Quote) => ({ exact, start, end, state, versionId });

function count(quotes: Quote[]): QuoteCounts {
  const counts: QuoteCounts = { exact: 0, moved: 0, changed: 0, orphaned: 0 };
  for (const { state } of quotes) counts[state] += 1;
  return counts;
}
