import { pipeline } from "node:stream/promises";
import { from as copyFrom, to as copyTo } from "pg-copy-streams";
import { ClaimFilter } from "@/features/claim/schema";
import { EXPORT_FORMATS } from "@/features/sheet/queries/export-formats";
import { exportSource } from "@/features/sheet/queries/export-source";
import { listGridRows } from "@/features/sheet/queries/grid-rows";
import { outlineSheet } from "@/features/sheet/queries/outline";
import { READ_WHOLE, selectSheet } from "@/features/sheet/queries/sheet-rows";
import { columnsToRead } from "@/features/sheet/rules/view-columns";
import { ExportFormat, GridQuery, ListGridRows } from "@/features/sheet/schema";
import type { Ctx } from "@/platform/context";
import { inlineSql } from "@/platform/db/inline-sql";
import { pool } from "@/platform/db/pool";
import type { Measure } from "./measures";

const USUAL = `SELECT c.id, c.number, c.version, c.statement, o.name AS outlet, c.reported_on, c.reported_on_words, c.occurred_on,
    c.occurred_on_words, coalesce(c.reliability, o.reliability) AS reliability, c.credibility, c.confidence, c.status, c.tags,
    c.extra, a.title AS article,
    (SELECT string_agg(coalesce(so.name, s.name), ' > ' ORDER BY s.position) FROM attribution_step s
      LEFT JOIN outlet so ON so.team_id = s.team_id AND so.id = s.outlet_id
      WHERE s.team_id = c.team_id AND s.claim_id = c.id) AS attribution,
    (SELECT jsonb_object_agg(kind, n) FROM (SELECT r.standing AS kind, count(*) AS n FROM relation r
      WHERE r.team_id = c.team_id AND (r.from_claim_id = c.id OR r.to_claim_id = c.id) GROUP BY 1) t) AS relations
  FROM claim c LEFT JOIN outlet o ON o.team_id = c.team_id AND o.id = c.outlet_id
  LEFT JOIN article a ON a.team_id = c.team_id AND a.id = c.article_id
  WHERE c.team_id = $1 AND c.case_id = $2 AND c.status <> 'retracted'`;

/** The first page of the grid, as a screen asks for it, and its length. */
export function gridMeasures(ctx: Ctx, caseId: string): Measure[] {
  const scope = [ctx.teamId, caseId];
  const rows = (query: object) => () =>
    listGridRows(ctx, caseId, ListGridRows.parse({ limit: 100, columns: columnsToRead([]), ...query }));
  const plain = (where: string) => () => pool().query(`${USUAL} AND ${where} ORDER BY c.number LIMIT 101`, scope);
  const graded = "c.confidence = 'high' AND c.credibility IN (1, 2)";
  return [
    { name: "first page of the grid, 100 rows", ours: rows({}), plain: plain("TRUE") },
    {
      name: "the same with filters",
      ours: rows({ confidence: ["high"], credibility: [1, 2] }),
      plain: plain(graded),
    },
    {
      name: "the length of the grid, and its cursors",
      ours: () => outlineSheet(ctx, caseId, GridQuery.parse({})),
      plain: () =>
        pool().query(
          `SELECT number FROM (SELECT c.number, row_number() OVER (ORDER BY c.number) AS place FROM claim c
           WHERE c.team_id = $1 AND c.case_id = $2 AND c.status <> 'retracted') w WHERE place % 100 = 0`,
          scope,
        ),
    },
  ];
}

/** Reports that are set line by line: of many thousand claims each takes minutes. */
const READ_BY_PEOPLE: ReadonlySet<string> = new Set(["md", "docx", "pdf"]);

/** Each export of the whole case, against `COPY` of the join that the sheet is made of. */
export function exportMeasures(ctx: Ctx, caseId: string): Measure[] {
  return ExportFormat.options.map((format) => ({
    name: `export as ${format}, against COPY of all columns`,
    ours: async () => drain(await EXPORT_FORMATS[format].write(ctx, caseId, ClaimFilter.parse({}))),
    plain: () => copyAll(ctx, caseId),
    rounds: READ_BY_PEOPLE.has(format) ? 1 : 3,
  }));
}

async function drain(stream: AsyncIterable<unknown>): Promise<void> {
  for await (const _chunk of stream);
}

async function copyAll(ctx: Ctx, caseId: string): Promise<void> {
  const source = await exportSource(ctx, caseId, ClaimFilter.parse({}));
  const client = await pool().connect();
  try {
    await client.query("BEGIN READ ONLY");
    await client.query(READ_WHOLE);
    await drain(client.query(copyTo(`COPY (${inlineSql(selectSheet(ctx, source))}) TO STDOUT WITH (FORMAT csv)`)));
    await client.query("COMMIT");
  } finally {
    client.release();
  }
}

/** What an import of new claims writes. */
const WRITTEN = [
  ...["article", "article_version", "claim", "attribution_step", "assessment", "relation", "judgement", "activity"],
  "import_row",
];

/** How long `COPY FROM` takes for the rows of a team, into tables with the same columns, keys and indexes; in seconds. */
export async function copyIn(ctx: Ctx): Promise<number> {
  let seconds = 0;
  for (const table of WRITTEN) seconds += await copyTable(ctx, table);
  return seconds;
}

async function copyTable(ctx: Ctx, table: string): Promise<number> {
  const [reader, writer] = [await pool().connect(), await pool().connect()];
  const rows: Buffer[] = [];
  try {
    await writer.query(`CREATE TABLE bench_copy (LIKE ${table} INCLUDING DEFAULTS INCLUDING INDEXES)`);
    const copy = reader.query(copyTo(`COPY (SELECT * FROM ${table} WHERE team_id = '${ctx.teamId}') TO STDOUT`));
    for await (const chunk of copy) rows.push(chunk as Buffer);
    const start = performance.now();
    await pipeline(rows, writer.query(copyFrom("COPY bench_copy FROM STDIN")));
    return (performance.now() - start) / 1000;
  } finally {
    await writer.query("DROP TABLE IF EXISTS bench_copy");
    reader.release();
    writer.release();
  }
}
