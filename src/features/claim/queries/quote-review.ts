import { type Reanchoring, reanchorer } from "@/anchoring/reanchor";
import { getVersion, type Version } from "@/features/article/queries";
import { type Ctx, db } from "@/platform/context";
import type { Quote, QuoteReview } from "../schema";

type Row = {
  claimId: string;
  number: number;
  statement: string;
  version: number;
  quote: Pick<Quote, "exact" | "start" | "end" | "versionId"> & { state: QuoteReview["state"] };
  ordinal: number;
};

/** The quotes of an article that wait for a decision, those first that say something else now. */
export async function reviewQuotes(ctx: Ctx, articleId: string, language: string): Promise<QuoteReview[]> {
  const rows = await db(ctx).$queryRaw<Row[]>`
    SELECT c.id::text AS "claimId", c.number, c.statement, c.version, v.ordinal,
           json_build_object('exact', q.exact, 'start', q.start, 'end', q."end", 'versionId', q.version_id, 'state', q.state) AS quote
    FROM quote q
    JOIN claim c ON c.team_id = q.team_id AND c.id = q.claim_id
    JOIN article_version v ON v.team_id = q.team_id AND v.id = q.version_id
    WHERE q.team_id = ${ctx.teamId}::uuid AND q.article_id = ${articleId}::uuid AND q.state IN ('changed', 'orphaned')
      AND c.status <> 'retracted'
    ORDER BY c.number`;
  if (rows.length === 0) return [];
  const newest = await getVersion(ctx, articleId);
  const find = finder(ctx, articleId, newest, language);
  const reviews: QuoteReview[] = [];
  for (const { quote, ...row } of rows) reviews.push({ ...row, ...toldOf(quote, await find(quote), newest) });
  return reviews.toSorted((a, b) => Number(b.alerts.length > 0) - Number(a.alerts.length > 0) || a.number - b.number);
}

/** How many quotes of an article wait for a decision. */
export async function countQuotesToReview(ctx: Ctx, articleId: string): Promise<number> {
  const [row] = await db(ctx).$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM quote q JOIN claim c ON c.team_id = q.team_id AND c.id = q.claim_id
    WHERE q.team_id = ${ctx.teamId}::uuid AND q.article_id = ${articleId}::uuid AND q.state IN ('changed', 'orphaned')
      AND c.status <> 'retracted'`;
  return row?.count ?? 0;
}

/** Finds a quote of any older version in the newest; each older version is read once. */
function finder(ctx: Ctx, articleId: string, newest: Version, language: string) {
  const known = new Map<string, Promise<((quote: { start: number; end: number }) => Reanchoring) | null>>();
  const prepare = async (versionId: string) => {
    const older = await getVersion(ctx, articleId, versionId);
    if (older.text === null || newest.text === null) return null;
    return reanchorer(
      { text: older.text, blocks: older.blocks },
      { text: newest.text, blocks: newest.blocks },
      language,
    );
  };
  return async ({ versionId, start, end }: Row["quote"]): Promise<Reanchoring> => {
    const prepared = known.get(versionId) ?? prepare(versionId);
    known.set(versionId, prepared);
    const find = await prepared;
    return find && start !== null && end !== null ? find({ start, end }) : { kind: "orphaned" };
  };
}

type Told = Pick<QuoteReview, "state" | "exact" | "suggestion" | "why" | "diff" | "alerts">;

function toldOf({ exact, state }: Row["quote"], found: Reanchoring, { id: versionId }: Version): Told {
  const nothing = { exact, state, suggestion: null, why: null, diff: [], alerts: [] };
  if (found.kind === "orphaned") return nothing;
  if (found.kind === "changed") {
    const { suggestion, why, diff, alerts } = found;
    return { exact, state, suggestion: { ...suggestion, versionId }, why, diff, alerts };
  }
  const { start, end } = found;
  return { ...nothing, suggestion: { exact, start, end, versionId } };
}
