import { type BroughtArticle, bringArticles, bringVersion } from "@/features/article/commands/bring-articles";
import { changeClaim } from "@/features/claim/commands/change-claim";
import { recordClaim } from "@/features/claim/commands/record-claim";
import { type ClaimEntry, recordClaims } from "@/features/claim/commands/record-claims";
import { restoreClaim } from "@/features/claim/commands/restore-claim";
import { retractClaim } from "@/features/claim/commands/retract-claim";
import { bringOutlets } from "@/features/outlet/commands/bring-outlets";
import { recordRelation } from "@/features/relation/commands/record-relation";
import { type RelationEntry, recordRelations } from "@/features/relation/commands/record-relations";
import { withdrawJudgement } from "@/features/relation/commands/withdraw-judgement";
import type { TxCtx } from "@/platform/context";
import { refreshStatistics } from "@/platform/db/refresh-statistics";
import { AppError } from "@/platform/errors";
import type { NewArticle } from "../rules/articles";
import { changedExtra, changeInput, importedInput, type Place, recordInput } from "../rules/inputs";
import type { Plan, PlannedCreate, PlannedUpdate } from "../rules/plan";
import type { End } from "../rules/relations";
import type { Row } from "../rules/row";
import { versionOf, versionsToBring } from "../rules/versions";
import type { World } from "../rules/world";
import { type ImportError, RELATION_COLUMNS, relationColumns } from "../schema";

/**
 * Rows that are written together. Each batch writes the case's row anew, and every check that a row's case is there walks
 * through all that this transaction wrote of it: a few large batches are several times as fast as many small ones.
 */
const BATCH = 2500;
/** A batch that was refused is tried in parts, the smallest of them row by row. */
const PARTS = 10;
const SMALL = 50;
/** The first is smaller: the planner looks at what it wrote before the others come. */
const FIRST = 500;
/** From how many rows on a table may have become another one for the planner. */
const LARGE = 200;
const CLAIM_TABLES = ["outlet", "article", "article_version", "claim", "quote", "attribution_step", "assessment"];
const RELATION_TABLES = ["relation", "judgement"];

/** What an import did. Refusals that only a command could see are among the errors. */
export type Outcome = {
  created: number;
  updated: number;
  /** The rows, as a spreadsheet counts, that were refused after all. */
  failed: Set<number>;
  errors: ImportError[];
};

type Work = {
  ctx: TxCtx;
  caseId: string;
  plan: Plan;
  world: World;
  rows: readonly Row[];
  outcome: Outcome;
  /** The claims that rows have made, by the row's place. */
  made: Map<number, string>;
  articles: Map<NewArticle, BroughtArticle>;
  /** How the case spells tags, as far as rows asked. */
  tags: Map<string, string[]>;
  step: (rows: number) => Promise<void>;
};

/**
 * Does what was planned, by the rules that a person's own entries go by: a sheet can make nothing that the forms cannot.
 * `step` is told how many rows were done. The case is locked already.
 */
export async function applyPlan(
  ctx: TxCtx,
  caseId: string,
  { plan, world, rows }: { plan: Plan; world: World; rows: readonly Row[] },
  step: (rows: number) => Promise<void>,
): Promise<Outcome> {
  const outcome: Outcome = { created: 0, updated: 0, failed: new Set(), errors: [] };
  const work: Work = {
    ctx,
    caseId,
    plan,
    world,
    rows,
    outcome,
    made: new Map(),
    articles: new Map(),
    tags: new Map(),
    step,
  };
  // Before any claim: a chain may name an outlet that only a later row credits, and the plan took it for one.
  await bringOutlets(ctx, [...new Set(plan.creates.flatMap(({ row }) => row.cells.outlet?.value ?? []))]);
  await bringTexts(work);
  for (const [index, batch] of inBatches(plan.creates).entries()) {
    await createBatch(work, batch);
    if (index === 0 && plan.creates.length >= LARGE) await refreshStatistics(ctx.tx, CLAIM_TABLES, plan.creates.length);
  }
  for (const update of plan.updates) {
    const done = await attempt(work, update.row, () => alterClaim(work, update));
    if (done) outcome.updated += 1;
    else outcome.failed.add(update.row.row);
    await step(1);
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

/** Also before any claim, so that undoing one leaves its article and versions to the others. */
async function bringTexts({ ctx, caseId, plan, articles }: Work): Promise<void> {
  const wanted = [...versionsToBring(plan.creates)];
  const brought = wanted.map(([{ title, outlet, url, author, language, row }, hashes]) => ({
    title,
    outlet,
    url: url || null,
    author: author || null,
    publishedOn: row.cells.article_published_on?.value ?? null,
    language: language || null,
    hashes,
  }));
  for (const [index, made] of (await bringArticles(ctx, caseId, brought)).entries()) {
    const article = wanted[index]?.[0];
    if (article) articles.set(article, made);
  }
  for (const { row, article } of plan.creates) {
    if (article.is !== "known" || !row.cells.quote) continue;
    const version = versionOf(article, row.cells.article_sha256?.value ?? null);
    if (version.is === "known" || version.sha256 === null) continue;
    const id = await bringVersion(ctx, caseId, article.article.id, version.sha256);
    article.article.versions.push({ id, sha256: version.sha256, held: false });
  }
}

/** New claims by the hundred. Should one of them be refused after all, each goes its own way and tells why. */
async function createBatch(work: Work, creates: readonly PlannedCreate[]): Promise<void> {
  const { ctx, caseId, made, outcome, step } = work;
  const entries = creates.map((create) => entryOf(work, create));
  const all = await tryAll(ctx, async () => {
    const ids = await recordClaims(ctx, caseId, entries, work.tags);
    for (const [index, { rowIndex }] of creates.entries()) made.set(rowIndex, ids[index] ?? "");
  });
  if (all) {
    outcome.created += creates.length;
    return step(creates.length);
  }
  if (creates.length > SMALL) {
    for (const part of inBatches(creates, Math.ceil(creates.length / PARTS))) await createBatch(work, part);
    return;
  }
  for (const { row, rowIndex, ...create } of creates) {
    const done = await attempt(work, row, async () => {
      const { input, imported } = entryOf(work, { row, rowIndex, ...create });
      made.set(rowIndex, (await recordClaim(ctx, { ...input, caseId }, imported)).id);
    });
    if (done) outcome.created += 1;
    else outcome.failed.add(row.row);
    await step(1);
  }
}

function inBatches<T>(all: readonly T[], size = BATCH): T[][] {
  const batches: T[][] = [];
  for (let at = 0; at < all.length; at += batches.length === 1 ? Math.min(size, FIRST) : size)
    batches.push(all.slice(at, at + (at === 0 ? Math.min(size, FIRST) : size)));
  return batches;
}

function entryOf(work: Work, { row, number, article }: PlannedCreate): ClaimEntry {
  const place = findPlace(work, row, article);
  const { outlets } = work.world;
  return { input: recordInput(row, place, outlets), imported: importedInput(row, number, place, outlets) };
}

/** All of it or nothing: false where something was refused. */
async function tryAll({ tx }: TxCtx, work: () => Promise<void>): Promise<boolean> {
  await tx.$executeRaw`SAVEPOINT sheet_rows`;
  try {
    await work();
    await tx.$executeRaw`RELEASE SAVEPOINT sheet_rows`;
    return true;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    await tx.$executeRaw`ROLLBACK TO SAVEPOINT sheet_rows`;
    return false;
  }
}

function findPlace({ world, articles }: Work, row: Row, article: PlannedCreate["article"]): Place | null {
  if (article.is === "none") return null;
  const outlet = world.outlets.find(article.article.outlet) ?? null;
  const version = versionOf(article, row.cells.article_sha256?.value ?? null);
  if (article.is === "known") {
    // Only a row without a quote may stand in a version that was not brought.
    return { articleId: article.article.id, versionId: version.is === "known" ? version.id : "", outlet };
  }
  const brought = articles.get(article.article);
  const [first] = brought?.versions.values() ?? [];
  const versionId = brought?.versions.get(version.is === "brought" ? version.sha256 : null) ?? first;
  if (!brought || versionId === undefined) throw new Error("an article of the sheet was not brought");
  return { articleId: brought.id, versionId, outlet };
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
  const { ctx, plan, rows, made } = work;
  const idOf = (end: End) => ("id" in end ? end.id : made.get(end.rowIndex));
  const entries = plan.relations.add.flatMap(({ from, to, kind, rowIndex, detail }) => {
    const [fromId, toId, row] = [idOf(from), idOf(to), rows[rowIndex]];
    return fromId && toId && row ? [{ entry: { from: fromId, to: toId, kind, ...detail }, row }] : [];
  });
  for (const [index, batch] of inBatches(entries).entries()) {
    await relateBatch(work, batch);
    if (index === 0 && entries.length >= LARGE) await refreshStatistics(ctx.tx, RELATION_TABLES, entries.length);
  }
  for (const { relationId, rowIndex } of plan.relations.withdraw) {
    const row = rows[rowIndex];
    if (row) await attempt(work, row, async () => void (await withdrawJudgement(ctx, { relationId })));
  }
}

async function relateBatch(work: Work, batch: { entry: RelationEntry; row: Row }[]): Promise<void> {
  const { ctx, caseId } = work;
  if (
    await tryAll(ctx, () =>
      recordRelations(
        ctx,
        caseId,
        batch.map(({ entry }) => entry),
      ),
    )
  )
    return;
  if (batch.length > SMALL) {
    for (const part of inBatches(batch, Math.ceil(batch.length / PARTS))) await relateBatch(work, part);
    return;
  }
  for (const { entry, row } of batch) {
    const column = relationColumns.find((each) => RELATION_COLUMNS[each] === entry.kind);
    await attempt(work, row, async () => void (await recordRelation(ctx, { ...entry, caseId })), column);
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
