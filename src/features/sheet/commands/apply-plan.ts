import { bringArticle, bringVersion } from "@/features/article/commands/bring-article";
import { changeClaim } from "@/features/claim/commands/change-claim";
import { recordClaim } from "@/features/claim/commands/record-claim";
import { restoreClaim } from "@/features/claim/commands/restore-claim";
import { retractClaim } from "@/features/claim/commands/retract-claim";
import { resolveOutlet } from "@/features/outlet/commands/resolve-outlet";
import { recordRelation } from "@/features/relation/commands/record-relation";
import { withdrawJudgement } from "@/features/relation/commands/withdraw-judgement";
import type { TxCtx } from "@/platform/context";
import { AppError } from "@/platform/errors";
import type { NewArticle } from "../rules/articles";
import { changedExtra, changeInput, importedInput, type Place, recordInput } from "../rules/inputs";
import type { Plan, PlannedCreate, PlannedUpdate } from "../rules/plan";
import type { End } from "../rules/relations";
import type { Row } from "../rules/row";
import { versionOf, versionsToBring } from "../rules/versions";
import type { World } from "../rules/world";
import { type ImportError, RELATION_COLUMNS } from "../schema";

/** What an import did. Refusals that only a command could see are among the errors. */
export type Outcome = { created: number; updated: number; failed: number; errors: ImportError[] };

type Work = {
  ctx: TxCtx;
  caseId: string;
  plan: Plan;
  world: World;
  rows: readonly Row[];
  outcome: Outcome;
  /** The claims that rows have made, by the row's place. */
  made: Map<number, string>;
  articles: Map<NewArticle, { id: string; versions: Map<string | null, string> }>;
  step: () => Promise<void>;
};

/**
 * Does what was planned, row by row, through the commands that a person's own entries go through: a sheet can make
 * nothing that the forms cannot. `step` is called after every row. The case is locked already.
 */
export async function applyPlan(
  ctx: TxCtx,
  caseId: string,
  { plan, world, rows }: { plan: Plan; world: World; rows: readonly Row[] },
  step: () => Promise<void>,
): Promise<Outcome> {
  const outcome: Outcome = { created: 0, updated: 0, failed: 0, errors: [] };
  const work: Work = { ctx, caseId, plan, world, rows, outcome, made: new Map(), articles: new Map(), step };
  await bringOutlets(work);
  await bringArticles(work);
  for (const create of plan.creates) {
    const done = await attempt(work, create.row, async () => {
      work.made.set(create.rowIndex, await makeClaim(work, create));
    });
    outcome[done ? "created" : "failed"] += 1;
    await step();
  }
  for (const update of plan.updates) {
    const done = await attempt(work, update.row, () => alterClaim(work, update));
    outcome[done ? "updated" : "failed"] += 1;
    await step();
  }
  await relate(work);
  await retract(work);
  return outcome;
}

/** Does one row's work, or none of it: a refusal undoes the row and is told by its column. */
async function attempt(
  { ctx, outcome }: Work,
  { row }: Row,
  work: () => Promise<void>,
  column?: string,
): Promise<boolean> {
  await ctx.tx.$executeRaw`SAVEPOINT sheet_row`;
  try {
    await work();
    await ctx.tx.$executeRaw`RELEASE SAVEPOINT sheet_row`;
    return true;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    await ctx.tx.$executeRaw`ROLLBACK TO SAVEPOINT sheet_row`;
    const faults = error.errors.length > 0 ? error.errors : [{ path: "", message: error.message }];
    for (const { path, message } of faults) outcome.errors.push({ row, column: column ?? columnOf(path), message });
    return false;
  }
}

/** The column of a command's field: `reportedOn` → `reported_on`, `quote.start` → `quote`. */
const columnOf = (path: string) => (path.split(".")[0] ?? "").replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** Before any claim: a chain may name an outlet that only a later row credits, and the plan took it for one. */
async function bringOutlets({ ctx, plan }: Work): Promise<void> {
  const names = new Set(plan.creates.flatMap(({ row }) => row.cells.outlet?.value ?? []));
  for (const name of names) await resolveOutlet(ctx, name);
}

async function bringArticles({ ctx, caseId, plan, articles }: Work): Promise<void> {
  for (const [article, hashes] of versionsToBring(plan.creates)) {
    const [first = null, ...later] = hashes;
    const { title, outlet, url, author, language, row } = article;
    const { id, versionId } = await bringArticle(ctx, {
      caseId,
      title,
      outlet,
      url: url || null,
      author: author || null,
      publishedOn: row.cells.article_published_on?.value ?? null,
      language: language || null,
      sha256: first,
    });
    const versions = new Map([[first, versionId]]);
    for (const sha256 of later) if (sha256) versions.set(sha256, await bringVersion(ctx, caseId, id, sha256));
    articles.set(article, { id, versions });
  }
}

async function makeClaim(work: Work, { row, number, article }: PlannedCreate): Promise<string> {
  const { ctx, caseId, world } = work;
  const place = await findPlace(work, row, article);
  const input = recordInput(row, place, world.outlets);
  const claim = await recordClaim(ctx, { ...input, caseId }, importedInput(row, number, place, world.outlets));
  return claim.id;
}

async function findPlace(
  { ctx, caseId, world, articles }: Work,
  row: Row,
  article: PlannedCreate["article"],
): Promise<Place | null> {
  if (article.is === "none") return null;
  const outlet = world.outlets.find(article.article.outlet) ?? null;
  const version = versionOf(article, row.cells.article_sha256?.value ?? null);
  if (article.is === "new") {
    const brought = articles.get(article.article);
    const versionId =
      brought?.versions.get(version.is === "brought" ? version.sha256 : null) ??
      brought?.versions.values().next().value;
    if (!brought || versionId === undefined) throw new Error("an article of the sheet was not brought");
    return { articleId: brought.id, versionId, outlet };
  }
  const articleId = article.article.id;
  if (version.is === "known") return { articleId, versionId: version.id, outlet };
  // A version that only rows without a quote name is of no use to anybody.
  if (!row.cells.quote || version.sha256 === null) return { articleId, versionId: "", outlet };
  const versionId = await bringVersion(ctx, caseId, articleId, version.sha256);
  article.article.versions.push({ id: versionId, sha256: version.sha256, held: false });
  return { articleId, versionId, outlet };
}

async function alterClaim({ ctx }: Work, update: PlannedUpdate): Promise<void> {
  const { known, difference, row } = update;
  const claimId = known.id;
  const returns = known.retracted && row.cells.status && row.cells.status.value !== "retracted";
  if (returns) await restoreClaim(ctx, { claimId });
  const input = changeInput(update);
  if (Object.keys(input).length === 0 && difference.extra.size === 0) return;
  await changeClaim(ctx, { ...input, claimId }, { extra: changedExtra(update) });
}

/** Relations come when all claims are there, so that a row may name one below it. */
async function relate(work: Work): Promise<void> {
  const { ctx, caseId, plan, rows, made } = work;
  const idOf = (end: End) => ("id" in end ? end.id : made.get(end.rowIndex));
  for (const { from, to, kind, rowIndex } of plan.relations.add) {
    const ends = { from: idOf(from), to: idOf(to) };
    const row = rows[rowIndex];
    if (!row || !ends.from || !ends.to) continue;
    const input = { caseId, from: ends.from, to: ends.to, kind };
    const column = Object.entries(RELATION_COLUMNS).find(([, each]) => each === kind)?.[0] ?? "";
    await attempt(work, row, async () => void (await recordRelation(ctx, input)), column);
  }
  for (const { relationId, rowIndex } of plan.relations.withdraw) {
    const row = rows[rowIndex];
    if (row) await attempt(work, row, async () => void (await withdrawJudgement(ctx, { relationId })));
  }
}

/** Last of all: a retracted claim takes no relations and no changes. */
async function retract(work: Work): Promise<void> {
  const { ctx, plan, made } = work;
  const created = plan.creates.map(({ row, rowIndex }) => ({ row, claimId: made.get(rowIndex) }));
  const updated = plan.updates
    .filter(({ difference }) => difference.columns.has("status"))
    .map(({ row, known }) => ({ row, claimId: known.id }));
  for (const { row, claimId } of [...created, ...updated]) {
    if (row.cells.status?.value !== "retracted" || !claimId) continue;
    await attempt(work, row, async () => void (await retractClaim(ctx, { claimId })));
  }
}
