import { createHash } from "node:crypto";
import type { Readable } from "node:stream";
import { getCase } from "@/features/case/queries";
import type { ClaimFilter, ClaimSort } from "@/features/claim/schema";
import { getMe } from "@/features/team/queries";
import type { Ctx, TxCtx } from "@/platform/context";
import { atOneMoment, lotsOf } from "@/platform/db/at-one-moment";
import { Prisma } from "@/platform/db/client";
import { streamFrom, type Write } from "@/platform/stream-from";
import { plainText } from "../rules/report/block";
import type { Json } from "../rules/report/known";
import {
  articleReport,
  caseGrouping,
  claimObjects,
  contentsNote,
  findingNote,
  identityOf,
  noteOfClaim,
  outletIdentity,
  relationship,
  stixHead,
} from "../rules/report/stix";
import { stixId } from "../rules/report/stix-id";
import { count, type Tally } from "../rules/tally";
import { claimLots, countLeading, findingLots, relationLots } from "./case-lots";
import { chosenClaims, fromClaims, type ReportQuery, reportAbout } from "./report-about";
import { openConflicts, prepareConflicts } from "./report-conflicts";
import { readReportSources } from "./report-sources";

const AT_ONCE = 200;

/** A case as a STIX 2.1 bundle, one object a line. Its last object is a note on what it holds, with a hash of the rest. */
export async function exportStix(
  ctx: Ctx,
  caseId: string,
  filter: ClaimFilter,
  sort: ClaimSort = "number",
  tally: Tally = {},
): Promise<Readable> {
  const { blind } = await getCase(ctx, caseId);
  const query = { caseId, blind, filter, sort, tally };
  return streamFrom(async (write) => {
    await prepareConflicts(ctx, query);
    await atOneMoment(ctx, (ctx) => writeBundle(ctx, query, write));
  });
}

async function writeBundle(ctx: TxCtx, query: ReportQuery, write: Write): Promise<void> {
  const about = await reportAbout(ctx, query);
  const { team } = await getMe(ctx);
  const id = stixId("bundle", `${query.caseId} ${about.at} ${ctx.actor.userId} ${JSON.stringify(query.filter)}`);
  const hash = createHash("sha256");
  const writeLines = async (lines: string) => {
    hash.update(lines);
    await write(lines);
  };
  await write(`{"type":"bundle","id":"${id}","objects":[\n`);
  for await (const lot of objects(ctx, query, team)) {
    await writeLines(lot.map((each) => `${JSON.stringify(each)},\n`).join(""));
  }
  for await (const piece of groupingLine(ctx, query, team.id)) await writeLines(piece);
  const contents = [
    ...Object.entries(query.tally).map(([what, number]) => `${what}: ${number}`),
    `claims left out by the filter: ${about.leftOut}`,
    `relations left out because one of their claims is: ${await countLeading(ctx, query)}`,
    `filter: ${about.filter ? plainText(about.filter) : "none: the whole case, retracted claims included"}`,
    ...(about.blind ? [`blind case: relations and grades as far as ${about.by} may know them`] : []),
    `SHA-256 of the lines of the other objects, as they stand: ${hash.digest("hex")}`,
  ];
  const note = contentsNote(query.caseId, about.at, contents.join("\n"), about.by, { team: team.id });
  await write(`${JSON.stringify(note)}\n]}\n`);
}

async function* objects(ctx: TxCtx, query: ReportQuery, team: { id: string; name: string }): AsyncGenerator<Json[]> {
  const owner = { team: team.id };
  const { tally } = query;
  yield stixHead(team);
  yield* outlets(ctx, query, owner);
  for await (const claims of claimLots(ctx, query)) {
    yield claims.flatMap((each) => claimObjects(each, owner));
    count(tally, "claims", claims.length);
  }
  yield* articles(ctx, query, owner);
  for await (const relations of relationLots(ctx, query)) {
    yield relations.map((each) => relationship(each, owner));
    count(tally, "relations", relations.length);
  }
  for await (const findings of findingLots(await openConflicts(ctx, query))) {
    yield findings.map((each) => findingNote(each, owner));
    count(tally, "findings", findings.length);
  }
}

type OutletRow = { id: string; name: string; created: Date; modified: Date };

/** Those that a chosen claim is credited to or whose article it stands in. */
async function* outlets(ctx: TxCtx, query: ReportQuery, owner: { team: string }): AsyncGenerator<Json[]> {
  const sql = Prisma.sql`WITH named AS (
      SELECT unnest(ARRAY[c.outlet_id, a.outlet_id]) AS id ${fromClaims}
      LEFT JOIN article a ON a.team_id = c.team_id AND a.id = c.article_id WHERE ${chosenClaims(ctx, query)})
    SELECT p.id::text, p.name, p.created_at AS created, p.updated_at AS modified FROM outlet p
    WHERE p.team_id = ${ctx.teamId}::uuid AND p.id IN (SELECT id FROM named) ORDER BY p.id`;
  for await (const lot of lotsOf<OutletRow>(ctx, sql, AT_ONCE)) {
    yield lot.map(({ created, modified, ...outlet }) =>
      outletIdentity({ ...outlet, created: created.toISOString(), modified: modified.toISOString() }, owner),
    );
    count(query.tally, "outlets", lot.length);
  }
}

type ArticleRow = { id: string; outletId: string; claims: string[] };

async function* articles(ctx: TxCtx, query: ReportQuery, owner: { team: string }): AsyncGenerator<Json[]> {
  const sql = Prisma.sql`SELECT a.id::text, a.outlet_id::text AS "outletId", array_agg(c.id::text ORDER BY c.number) AS claims
    ${fromClaims} JOIN article a ON a.team_id = c.team_id AND a.id = c.article_id
    WHERE ${chosenClaims(ctx, query)} GROUP BY a.team_id, a.id ORDER BY a.id`;
  for await (const lot of lotsOf<ArticleRow>(ctx, sql, AT_ONCE)) {
    const sources = await readReportSources(
      ctx,
      lot.map(({ id }) => id),
    );
    yield lot.flatMap(({ id, outletId, claims }) => {
      const source = sources.get(id);
      return source ? [articleReport(source, outletId, claims, owner)] : [];
    });
    count(query.tally, "articles", lot.length);
  }
}

/** The case with everything it groups, in pieces: one object may be long. */
async function* groupingLine(ctx: TxCtx, query: ReportQuery, team: string): AsyncGenerator<string> {
  const { id, title, description, createdAt, updatedAt } = await getCase(ctx, query.caseId);
  const grouping = caseGrouping({ id, title, description, created: createdAt, modified: updatedAt }, { team });
  yield `${JSON.stringify(grouping).slice(0, -1)},"object_refs":["${identityOf(team)}"`;
  const ids = Prisma.sql`SELECT c.id::text ${fromClaims} WHERE ${chosenClaims(ctx, query)} ORDER BY c.number`;
  for await (const lot of lotsOf<{ id: string }>(ctx, ids, 1000)) {
    yield lot.map(({ id }) => `,"${noteOfClaim(id)}"`).join("");
  }
  yield "]},\n";
}
