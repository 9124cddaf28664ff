import type { Conflict } from "@/features/conflict/schema";
import type { TxCtx } from "@/platform/context";
import { lotsOf } from "@/platform/db/at-one-moment";
import { Prisma } from "@/platform/db/client";
import { type Block, line, ours, said } from "../rules/report/block";
import { claimEntry, type ReportClaim } from "../rules/report/claim-entry";
import { campHead, conflictHead, conflictTail } from "../rules/report/conflict-blocks";
import { closingBlocks, coverBlock, type ReportAbout } from "../rules/report/cover";
import { type Ledger, openLedger } from "../rules/report/ledger";
import { methodBlocks } from "../rules/report/method";
import { sourceBlock } from "../rules/report/source-block";
import { CLAIM_ORDERS } from "./case-lots";
import { chosenClaims, fromClaims, type ReportQuery, reportAbout } from "./report-about";
import { readReportClaims } from "./report-claims";
import { chosenAmong, openConflicts, type ReportConflicts } from "./report-conflicts";
import { reportPictures } from "./report-pictures";
import { readReportSources } from "./report-sources";

const AT_ONCE = 200;

/** A report of a case, block by block, as the caller may see it; `ctx` is a snapshot. */
export async function* reportBlocks(ctx: TxCtx, query: ReportQuery): AsyncGenerator<Block> {
  const conflicts = await openConflicts(ctx, query);
  const about: ReportAbout = { ...(await reportAbout(ctx, query)), conflicts: conflicts.count };
  const ledger = openLedger(query.tally);
  yield coverBlock(about);
  yield* methodBlocks(about);
  yield* overview(ctx, query, about);
  yield* conflictSection(ctx, query, conflicts, ledger);
  yield* claimSections(ctx, query, conflicts, ledger);
  yield* sourceSection(ctx, ledger);
  requireAll(about, ledger);
  yield* closingBlocks(about, ledger.written());
}

async function* overview(ctx: TxCtx, { caseId }: ReportQuery, { title, filter }: ReportAbout): AsyncGenerator<Block> {
  let begun = false;
  for await (const picture of reportPictures(ctx, caseId, title)) {
    if (!begun) yield* overviewHead(filter !== null);
    begun = true;
    yield picture;
  }
}

function* overviewHead(filtered: boolean): Generator<Block> {
  yield { block: "heading", level: 1, id: "overview", text: line`Overview` };
  if (filtered) yield { block: "paragraph", quiet: true, text: line`Of the whole case, whatever the filter.` };
}

async function* conflictSection(
  ctx: TxCtx,
  query: ReportQuery,
  { count, pages }: ReportConflicts,
  ledger: Ledger,
): AsyncGenerator<Block> {
  if (count === 0) return;
  yield { block: "heading", level: 1, id: "conflicts", text: line`Conflicts` };
  for await (const page of pages()) {
    const claims = claimsOf(ctx, query, page);
    for (const conflict of page) {
      ledger.countConflict(conflict);
      yield* conflictBlocks(conflict, claims, ledger);
    }
  }
}

type ToldClaim = { claim: ReportClaim; outside: boolean } | null;

async function* conflictBlocks(
  conflict: Conflict,
  claims: AsyncGenerator<ToldClaim>,
  ledger: Ledger,
): AsyncGenerator<Block> {
  yield* conflictHead(conflict);
  for (const camp of conflict.camps) {
    yield* campHead(conflict.key, camp);
    for (const _ of camp.claims) {
      const { value } = await claims.next();
      if (value) yield claimBlock(value.claim, value.outside, ledger);
    }
  }
  yield* conflictTail(conflict);
}

/** The claims of some conflicts, camp by camp; read many at a time, for most camps are small. */
async function* claimsOf(ctx: TxCtx, query: ReportQuery, conflicts: readonly Conflict[]): AsyncGenerator<ToldClaim> {
  const listed = conflicts.flatMap(({ camps }) => camps.flatMap(({ claims }) => claims));
  for (let at = 0; at < listed.length; at += AT_ONCE) {
    const lot = listed.slice(at, at + AT_ONCE);
    const chosen = await chosenAmong(
      ctx,
      query,
      lot.map(({ number }) => number),
    );
    const read = await readReportClaims(
      ctx,
      lot.map(({ id }) => id),
      query.blind,
    );
    const byId = new Map(read.map((each) => [each.claim.id, each]));
    for (const { id, number } of lot) {
      const claim = byId.get(id);
      yield claim ? { claim, outside: !chosen.has(number) } : null;
    }
  }
}

function claimBlock(claim: ReportClaim, outside: boolean, ledger: Ledger): Block {
  ledger.countClaim(outside);
  const { article } = claim.claim;
  return { block: "claim", claim: claimEntry(claim, { source: article && ledger.cite(article.id), outside }) };
}

/** The claims that stand in no conflict, by outlet; behind them those that were retracted. */
async function* claimSections(
  ctx: TxCtx,
  query: ReportQuery,
  { holds }: ReportConflicts,
  ledger: Ledger,
): AsyncGenerator<Block> {
  const other = Prisma.sql`c.status <> 'retracted' AND NOT ${holds}`;
  yield* claimSection(ctx, query, ledger, { id: "claims", title: "Claims outside conflicts", which: other });
  const retracted = Prisma.sql`c.status = 'retracted'`;
  yield* claimSection(ctx, query, ledger, { id: "retracted", title: "Retracted claims", which: retracted });
}

type Section = { id: string; title: string; which: Prisma.Sql };
type Listed = { id: string; outletId: string | null; outlet: string | null };

async function* claimSection(
  ctx: TxCtx,
  query: ReportQuery,
  ledger: Ledger,
  { id, title, which }: Section,
): AsyncGenerator<Block> {
  const listed = Prisma.sql`SELECT c.id::text, o.id::text AS "outletId", o.name AS outlet ${fromClaims}
    WHERE ${chosenClaims(ctx, query)} AND ${which} ORDER BY lower(o.name) NULLS LAST, o.id, ${CLAIM_ORDERS[query.sort]}`;
  let outlet: string | null | undefined;
  for await (const lot of lotsOf<Listed>(ctx, listed, AT_ONCE)) {
    const claims = await readReportClaims(
      ctx,
      lot.map(({ id }) => id),
      query.blind,
    );
    for (const claim of claims) {
      const its = claim.claim.outlet;
      if (outlet === undefined) yield { block: "heading", level: 1, id, text: [ours(title)] };
      if (outlet !== (its?.id ?? null)) {
        outlet = its?.id ?? null;
        const text = its ? [said(its.name)] : line`Of no outlet`;
        yield { block: "heading", level: 2, id: `${id}-${outlet ?? "none"}`, text };
      }
      yield claimBlock(claim, false, ledger);
    }
  }
}

async function* sourceSection(ctx: TxCtx, ledger: Ledger): AsyncGenerator<Block> {
  const cited = ledger.cited();
  if (cited.length === 0) return;
  yield { block: "heading", level: 1, id: "sources", text: line`Sources` };
  for (let at = 0; at < cited.length; at += AT_ONCE) {
    const lot = cited.slice(at, at + AT_ONCE);
    const sources = await readReportSources(ctx, lot);
    yield* lot.flatMap((id, index) => {
      const source = sources.get(id);
      return source ? [sourceBlock(at + index + 1, source)] : [];
    });
  }
}

/** A report that lost a claim must not look whole: the reader gets a file that breaks off. */
function requireAll({ claims }: ReportAbout, ledger: Ledger): void {
  const promised = claims.draft + claims.reviewed + claims.retracted;
  const { claims: written } = ledger.written();
  if (promised !== written) throw new Error(`A report of ${promised} claims has ${written}.`);
}
