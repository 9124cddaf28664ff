import { findCounterparts } from "@/features/claim/queries/counterparts";
import type { Ctx } from "@/platform/context";
import { pool } from "@/platform/db/pool";
import type { Measure } from "./measures";

const ASKED = 50;

/** The claims akin to one, each time to another, against the search for one word of it with what is shown of each claim. */
export async function akinMeasures(ctx: Ctx, caseId: string): Promise<Measure[]> {
  const { rows } = await pool().query<{ id: string; word: string }>(
    `SELECT id::text, (regexp_match(search_text, '[[:alpha:]]{6,}'))[1] AS word FROM claim
     WHERE team_id = $1 AND case_id = $2 ORDER BY md5(number::text) LIMIT $3`,
    [ctx.teamId, caseId, ASKED],
  );
  const turns = { ours: 0, plain: 0 };
  const next = (turn: keyof typeof turns) => {
    turns[turn] += 1;
    return rows[turns[turn] % rows.length] ?? { id: "", word: "" };
  };
  return [
    {
      name: "claims akin to one",
      ours: () => findCounterparts(ctx, next("ours").id),
      plain: () =>
        pool().query(
          `SELECT c.id, c.number, c.statement, o.name, q.exact FROM claim c
           LEFT JOIN outlet o ON o.team_id = c.team_id AND o.id = c.outlet_id
           LEFT JOIN quote q ON q.team_id = c.team_id AND q.claim_id = c.id
           WHERE c.team_id = $1 AND c.case_id = $2 AND c.search_text LIKE $3 LIMIT 60`,
          [ctx.teamId, caseId, `%${next("plain").word}%`],
        ),
    },
  ];
}
