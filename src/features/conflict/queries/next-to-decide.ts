import { type Ctx, db } from "@/platform/context";
import { encodeCursor } from "@/platform/cursor";
import { ListConflicts } from "../schema";
import { listConflicts } from "./list-conflicts";

/**
 * The conflict that comes behind this one in the queue, by its key, among those that are not settled; behind the last one
 * the first again. Null where there is no other.
 */
export async function nextToDecide(ctx: Ctx, caseId: string, key: number): Promise<number | null> {
  const [here] = await db(ctx).$queryRaw<{ weight: number }[]>`
    SELECT weight FROM conflict_entry
    WHERE team_id = ${ctx.teamId}::uuid AND case_id = ${caseId}::uuid AND key = ${key}`;
  const undecided = { status: "stale,open,proposed", limit: 2 };
  const first = async (query: object) => {
    const { items } = await listConflicts(ctx, caseId, ListConflicts.parse({ ...undecided, ...query }));
    return items.find((each) => each.key !== key)?.key ?? null;
  };
  const behind = here ? await first({ cursor: encodeCursor([here.weight, key]) }) : null;
  return behind ?? first({});
}
