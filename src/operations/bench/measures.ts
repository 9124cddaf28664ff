import { recordClaim } from "@/features/claim/commands/record-claim";
import { listClaims } from "@/features/claim/queries";
import { ListClaims, RecordClaim } from "@/features/claim/schema";
import { runImport } from "@/features/sheet/commands/run-import";
import { startImport } from "@/features/sheet/commands/start-import";
import { getImport } from "@/features/sheet/queries";
import type { Ctx } from "@/platform/context";
import { encodeCursor } from "@/platform/cursor";
import { pool } from "@/platform/db/pool";

/** One piece of work, done by the product and by the least SQL that gives the same rows. */
export type Measure = {
  name: string;
  ours: () => Promise<unknown>;
  plain: () => Promise<unknown>;
  rounds?: number;
};

/** Imports a sheet through the job's own code; how many seconds it took. */
export async function fill(ctx: Ctx, caseId: string, csv: string): Promise<number> {
  const start = performance.now();
  const bytes = new TextEncoder().encode(csv);
  const input = { caseId, filename: "bench.csv", contentType: "text/csv", bytes, dryRun: false };
  const { id } = await startImport(ctx, input, { queue: false });
  await runImport({ teamId: ctx.teamId, importId: id });
  const { status, errors } = await getImport(ctx, id);
  if (status !== "done" || errors.length > 0)
    throw new Error(`The sheet was not imported: ${JSON.stringify(errors[0])}`);
  return (performance.now() - start) / 1000;
}

const ROW = `SELECT c.id, c.number, c.statement, c.status, c.reported_on, c.reliability, c.credibility, c.confidence, c.tags,
  o.name AS outlet, a.title AS article FROM claim c
  LEFT JOIN outlet o ON o.team_id = c.team_id AND o.id = c.outlet_id
  LEFT JOIN article a ON a.team_id = c.team_id AND a.id = c.article_id`;

export async function measures(ctx: Ctx, caseId: string, claims: number): Promise<Measure[]> {
  const scope = [ctx.teamId, caseId];
  const { rows } = await pool().query<{ outlet_id: string }>(
    "SELECT outlet_id FROM claim WHERE team_id = $1 AND case_id = $2 GROUP BY 1 ORDER BY count(*) DESC LIMIT 1",
    scope,
  );
  const outlet = rows[0]?.outlet_id ?? "";
  const plain = (where: string, tail: string, values: unknown[]) => () =>
    pool().query(`${ROW} WHERE c.team_id = $1 AND c.case_id = $2 AND c.status <> 'retracted' AND ${where} ${tail}`, [
      ...scope,
      ...values,
    ]);
  const list = (query: object) => () => listClaims(ctx, caseId, ListClaims.parse(query));
  const far = Math.floor(claims * 0.9);
  return [
    {
      name: "list of 50, filtered by outlet, sorted by date",
      ours: list({ outlet: [outlet], sort: "-reportedOn" }),
      plain: plain("c.outlet_id = $3", "ORDER BY c.reported_min DESC NULLS LAST, c.number DESC LIMIT 51", [outlet]),
    },
    {
      name: `next page at row ${far}`,
      ours: list({ cursor: encodeCursor([far, null]) }),
      plain: plain("c.number > $3", "ORDER BY c.number LIMIT 51", [far]),
    },
    {
      name: "search for words",
      ours: list({ q: "drone envoy convoy" }),
      plain: plain(
        "c.search_text LIKE '%drone%' AND c.search_text LIKE '%envoy%' AND c.search_text LIKE '%convoy%'",
        "ORDER BY c.number LIMIT 51",
        [],
      ),
    },
    { name: "create a claim", ...creation(ctx, caseId) },
  ];
}

function creation(ctx: Ctx, caseId: string): Pick<Measure, "ours" | "plain"> {
  const input = RecordClaim.parse({
    statement: "A claim made by the benchmark",
    attribution: ["Outlet 1"],
    credibility: 2,
  });
  return {
    ours: () => recordClaim(ctx, { ...input, caseId }),
    plain: async () => {
      const client = await pool().connect();
      try {
        await client.query("BEGIN");
        const { rows } = await client.query<{ number: number }>(
          'UPDATE "case" SET next_claim_number = next_claim_number + 1 WHERE team_id = $1 AND id = $2 RETURNING next_claim_number - 1 AS number',
          [ctx.teamId, caseId],
        );
        await client.query(
          `INSERT INTO claim (team_id, id, case_id, number, statement, credibility, search_text, created_by_id)
           VALUES ($1, gen_random_uuid(), $2, $3, $4, 2, $4, $5)`,
          [ctx.teamId, caseId, rows[0]?.number, input.statement, ctx.actor.userId],
        );
        await client.query("COMMIT");
      } finally {
        client.release();
      }
    },
  };
}
