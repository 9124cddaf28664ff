import type { Ctx } from "@/platform/context";
import { prisma } from "@/platform/db/client";
import { together } from "@/platform/together";
import { listActivity } from "../queries";
import type { Activity } from "../schema";

type Wanted = { after: number; limit: number };

/** Whether a case is blind, asked for as often as rows of it are, by everybody who listens. */
const findBlindness = together(async (keys): Promise<ReadonlyMap<string, boolean>> => {
  const rows = await prisma().$queryRaw<{ key: string; blind: boolean }[]>`
    SELECT x.key, k.blind FROM unnest(${keys}::text[]) AS x(key)
    JOIN "case" k ON k.team_id = split_part(x.key, ' ', 1)::uuid AND k.id = split_part(x.key, ' ', 2)::uuid`;
  return new Map(rows.map(({ key, blind }) => [key, blind]));
});

/** Rows being read for everybody of a team who is as far. */
const reading = new Map<string, Promise<Activity[]>>();

/**
 * The next rows of a case, as `listActivity` gives them. Where the case is open everybody sees the same of it: then who
 * asks at the same moment for the same rows gets them from one reading, which begins after all had asked.
 */
export async function readForMany(ctx: Ctx, caseId: string, { after, limit }: Wanted): Promise<Activity[]> {
  const blind = await findBlindness(`${ctx.teamId} ${caseId}`);
  if (blind !== false) return (await listActivity(ctx, caseId, { after, limit })).items;
  const key = `${ctx.teamId} ${caseId} ${after} ${limit}`;
  const joined = reading.get(key);
  if (joined) return joined;
  const rows = new Promise<Activity[]>((resolve, reject) => {
    setImmediate(() => {
      reading.delete(key);
      listActivity(ctx, caseId, { after, limit }).then(({ items }) => resolve(items), reject);
    });
  });
  reading.set(key, rows);
  return rows;
}
