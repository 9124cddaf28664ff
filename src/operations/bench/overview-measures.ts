import { readGraph } from "@/features/overview/queries/graph";
import { readTimeline } from "@/features/overview/queries/timeline";
import { ReadTimeline } from "@/features/overview/schema";
import type { Ctx } from "@/platform/context";
import { pool } from "@/platform/db/pool";
import type { Measure } from "./measures";

const LINKS = `SELECT f.number AS "from", t.number AS "to", r.standing::text AS kind FROM relation r
  JOIN claim f ON f.team_id = r.team_id AND f.id = r.from_claim_id AND f.status <> 'retracted'
  JOIN claim t ON t.team_id = r.team_id AND t.id = r.to_claim_id AND t.status <> 'retracted'
  WHERE r.team_id = $1 AND r.case_id = $2 AND r.standing IS NOT NULL`;

const PAIRS = `SELECT f.outlet_id AS a, t.outlet_id AS b, r.standing, count(*) FROM relation r
  JOIN claim f ON f.team_id = r.team_id AND f.id = r.from_claim_id AND f.status <> 'retracted'
  JOIN claim t ON t.team_id = r.team_id AND t.id = r.to_claim_id AND t.status <> 'retracted'
  WHERE r.team_id = $1 AND r.case_id = $2 AND r.standing IS NOT NULL GROUP BY 1, 2, 3`;

const ROWS = `SELECT c.id, c.number, c.statement, c.reported_on, c.occurred_on, o.name FROM claim c
  LEFT JOIN outlet o ON o.team_id = c.team_id AND o.id = c.outlet_id
  WHERE c.team_id = $1 AND c.case_id = $2 AND c.status <> 'retracted' AND c.reported_on IS NOT NULL
  ORDER BY coalesce(c.occurred_min, c.reported_min), c.number LIMIT 61`;

const BARS = `SELECT date_trunc('quarter', c.reported_min::timestamp), count(*) FROM claim c
  WHERE c.team_id = $1 AND c.case_id = $2 AND c.status <> 'retracted' GROUP BY 1`;

/** What the graph and the timeline read, against the least SQL that gives the same rows. */
export function overviewMeasures(ctx: Ctx, caseId: string): Measure[] {
  const scope = [ctx.teamId, caseId];
  const timeline = (query: object) => () => readTimeline(ctx, caseId, ReadTimeline.parse({ limit: 60, ...query }));
  const rowsAndBars = async () => {
    await pool().query(ROWS, scope);
    await pool().query(BARS, scope);
  };
  const links = () => pool().query(LINKS, scope);
  return [
    {
      name: "graph of claims, of all relations",
      ours: () => readGraph(ctx, caseId, "claims"),
      plain: links,
      rounds: 5,
    },
    { name: "graph of origins", ours: () => readGraph(ctx, caseId, "origins"), plain: links, rounds: 3 },
    {
      name: "graph of outlets",
      ours: () => readGraph(ctx, caseId, "outlets"),
      plain: () => pool().query(PAIRS, scope),
      rounds: 5,
    },
    { name: "timeline by claim, rows and bars", ours: timeline({ by: "claim" }), plain: rowsAndBars, rounds: 5 },
    { name: "timeline by conflict, rows and bars", ours: timeline({}), plain: rowsAndBars, rounds: 5 },
  ];
}
