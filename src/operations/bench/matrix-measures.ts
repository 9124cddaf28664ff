import { drawMatrix } from "@/features/overview/queries/draw-matrix";
import { listMatrixPairs } from "@/features/overview/queries/list-matrix-pairs";
import { outletMatrix } from "@/features/overview/queries/outlet-matrix";
import { DrawMatrix, ListMatrixPairs, ReadMatrix } from "@/features/overview/schema";
import type { Ctx } from "@/platform/context";
import { pool } from "@/platform/db/pool";
import type { Measure } from "./measures";

/** The matrix of a whole case, however it counts, against the plain count; and a cell's pairs against reading their rows. */
export async function matrixMeasures(ctx: Ctx, caseId: string): Promise<Measure[]> {
  const scope = [ctx.teamId, caseId];
  const { cells } = await outletMatrix(ctx, caseId, ReadMatrix.parse({}));
  const busiest = [...cells].sort((x, y) => y.agrees + y.contradicts - x.agrees - x.contradicts)[0];
  const { a = "", b = "" } = busiest ?? {};
  const count = () => pool().query(COUNT, scope);
  const rows = () => pool().query(ROWS, [...scope, a, b]);
  const matrix = (how: object) => () => outletMatrix(ctx, caseId, ReadMatrix.parse(how));
  const pairs = (how: object) => () => listMatrixPairs(ctx, caseId, ListMatrixPairs.parse({ a, b, ...how }));
  return [
    { name: "matrix, as recorded", ours: matrix({}), plain: count, rounds: 9 },
    { name: "matrix, with implied pairs", ours: matrix({ implied: "true" }), plain: count, rounds: 5 },
    { name: "matrix, by origin", ours: matrix({ by: "origin" }), plain: count, rounds: 5 },
    {
      name: "matrix, by origin with implied pairs",
      ours: matrix({ by: "origin", implied: "true" }),
      plain: count,
      rounds: 5,
    },
    {
      name: "matrix as an SVG, clustered",
      ours: () => drawMatrix(ctx, caseId, DrawMatrix.parse({})),
      plain: count,
      rounds: 5,
    },
    { name: "a cell's pairs, as recorded", ours: pairs({}), plain: rows },
    { name: "a cell's pairs, by origin", ours: pairs({ by: "origin" }), plain: rows, rounds: 5 },
  ];
}

const COUNT = `SELECT least(f.outlet_id, t.outlet_id) AS a, greatest(f.outlet_id, t.outlet_id) AS b, r.standing, count(*)
  FROM relation r
  JOIN claim f ON f.team_id = r.team_id AND f.id = r.from_claim_id
  JOIN claim t ON t.team_id = r.team_id AND t.id = r.to_claim_id
  WHERE r.team_id = $1 AND r.case_id = $2 AND f.status <> 'retracted' AND t.status <> 'retracted'
    AND r.standing NOT IN ('unrelated', 'disputed')
  GROUP BY 1, 2, 3`;

const ROWS = `SELECT r.id, r.standing, f.number, f.statement, t.number, t.statement
  FROM relation r
  JOIN claim f ON f.team_id = r.team_id AND f.id = r.from_claim_id
  JOIN claim t ON t.team_id = r.team_id AND t.id = r.to_claim_id
  WHERE r.team_id = $1 AND r.case_id = $2
    AND ((f.outlet_id = $3 AND t.outlet_id = $4) OR (f.outlet_id = $4 AND t.outlet_id = $3))
  ORDER BY least(f.number, t.number), greatest(f.number, t.number) LIMIT 51`;
