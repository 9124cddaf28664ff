import { ensureFingerprints } from "@/features/article/commands/ensure-fingerprints";
import { listPrints } from "@/features/article/queries/prints";
import { type Ctx, db } from "@/platform/context";
import { newId } from "@/platform/new-id";
import { readGroundOfCopies } from "../queries/find-copies";
import { listKnownSuspicions, listSuspects } from "../queries/suspects";
import { copiesAmong, pairsOf } from "../rules/copy-pairs";
import { add } from "../rules/lineage";
import { type Proposals, proposeSuspicions, type SuspectClaim } from "../rules/propose-suspicions";
import type { ConflictLink } from "../schema";

/** Copies are looked for among that many articles of a camp: beyond, comparing each two takes longer than it helps. */
const MOST_ARTICLES = 200;

export type Where = {
  caseId: string;
  /** A blind case: what is proposed must not follow from what others judged. */
  blind: boolean;
};

/**
 * Looks for suspected copies among the claims of each camp, and brings what is proposed up to date. Called wherever camps
 * are about to be shown or counted; again, it changes nothing. A proposal is nobody's doing: it leaves no activity and
 * asks for no permission. Returns whether anything was proposed, changed or dropped.
 */
export async function findSuspicions(
  ctx: Ctx,
  { caseId, blind }: Where,
  camps: { claims: number[] }[],
  links: ConflictLink[],
): Promise<boolean> {
  const candidates = await candidatesIn(ctx, caseId, camps);
  const articles = [...new Set(candidates.flat().map(({ articleId }) => articleId))];
  if (articles.length === 0) return false;
  await ensureFingerprints(ctx, articles);
  const prints = new Map((await listPrints(ctx, articles)).map((print) => [print.articleId, print]));
  const known = await listKnownSuspicions(
    ctx,
    candidates.flat().map(({ id }) => id),
  );
  const looks = candidates.map((claims) => ({
    claims,
    pairs: pairsOf(articlesOf(claims).flatMap((id) => prints.get(id) ?? [])),
  }));
  const ground = await readGroundOfCopies(
    ctx,
    caseId,
    looks.flatMap(({ pairs }) => pairs),
    known,
  );
  const linksIn = withinEach(candidates, blind ? [] : links);
  const knownIn = withinEach(candidates, known);
  const proposals = looks.map(({ claims, pairs }, camp) =>
    proposeSuspicions({
      claims,
      copies: copiesAmong(pairs, ground),
      known: knownIn.get(camp) ?? [],
      links: linksIn.get(camp) ?? [],
    }),
  );
  return write(ctx, caseId, proposals, candidates.flat());
}

/** Of each camp that stands on several articles, its claims on at most 200 of them. */
async function candidatesIn(ctx: Ctx, caseId: string, camps: { claims: number[] }[]): Promise<SuspectClaim[][]> {
  const several = camps.filter(({ claims }) => claims.length > 1);
  if (several.length === 0) return [];
  const numbers = several.flatMap(({ claims }) => claims);
  const suspects = new Map((await listSuspects(ctx, caseId, numbers)).map((claim) => [claim.number, claim]));
  return several.flatMap(({ claims }) => {
    const own = claims.flatMap((number) => suspects.get(number) ?? []);
    const articles = new Set(articlesOf(own).slice(0, MOST_ARTICLES));
    return articles.size > 1 ? [own.filter(({ articleId }) => articles.has(articleId))] : [];
  });
}

const articlesOf = (claims: SuspectClaim[]) => [...new Set(claims.map(({ articleId }) => articleId))];

/** What lies between two claims of one camp, by the camp's place. */
function withinEach<T extends { from: number; to: number }>(camps: SuspectClaim[][], pairs: T[]): Map<number, T[]> {
  const campOf = new Map(camps.flatMap((claims, camp) => claims.map(({ number }) => [number, camp] as const)));
  const found = new Map<number, T[]>();
  for (const pair of pairs) {
    const camp = campOf.get(pair.from);
    if (camp !== undefined && camp === campOf.get(pair.to)) add(found, camp, pair);
  }
  return found;
}

async function write(ctx: Ctx, caseId: string, all: Proposals[], claims: SuspectClaim[]): Promise<boolean> {
  const ids = new Map(claims.map(({ number, id }) => [number, id]));
  const rows = all
    .flatMap(({ make, renew }) => [...make.map((pair) => ({ ...pair, id: newId(), version: 1 })), ...renew])
    .map((row) => ({ ...row, from: ids.get(row.from), to: ids.get(row.to) }));
  const drop = all.flatMap((proposals) => proposals.drop);
  if (rows.length > 0) {
    await db(ctx).$executeRaw`
      INSERT INTO suspicion (team_id, id, case_id, from_claim_id, to_claim_id, from_version_id, to_version_id, signals,
                             version)
      SELECT ${ctx.teamId}::uuid, x.id, ${caseId}::uuid, x."from", x."to", x."fromVersionId", x."toVersionId", x.signals,
             x.version
      FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS x(
        id uuid, "from" uuid, "to" uuid, "fromVersionId" uuid, "toVersionId" uuid, signals jsonb, version int)
      ON CONFLICT (team_id, LEAST(from_claim_id, to_claim_id), GREATEST(from_claim_id, to_claim_id)) DO UPDATE SET
        from_claim_id = excluded.from_claim_id, to_claim_id = excluded.to_claim_id,
        from_version_id = excluded.from_version_id, to_version_id = excluded.to_version_id, signals = excluded.signals,
        status = 'open', decided_by_id = NULL, decided_at = NULL, reason = '',
        version = suspicion.version + 1, updated_at = now()
      WHERE suspicion.id = excluded.id AND suspicion.version = excluded.version`;
  }
  if (drop.length > 0) {
    await db(ctx).$executeRaw`
      DELETE FROM suspicion
      WHERE team_id = ${ctx.teamId}::uuid AND id = ANY(${drop}::uuid[]) AND status = 'open'`;
  }
  return rows.length + drop.length > 0;
}
