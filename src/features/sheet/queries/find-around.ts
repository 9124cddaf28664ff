import { listOutletNames } from "@/features/outlet/queries";
import { outletKey } from "@/features/outlet/rules";
import { type Ctx, db } from "@/platform/context";
import type { Around } from "../rules/recognise-columns";

/** What helps to recognise the columns of a sheet that goes into this case. */
export async function findAround(ctx: Ctx, caseId: string): Promise<Around> {
  const [names, [first]] = await Promise.all([
    listOutletNames(ctx),
    db(ctx).$queryRaw<{ number: number }[]>`
      SELECT number FROM claim WHERE team_id = ${ctx.teamId}::uuid AND case_id = ${caseId}::uuid LIMIT 1`,
  ]);
  const keys = new Set(names.map(({ name }) => outletKey(name)));
  return { isOutlet: (name) => keys.has(outletKey(name)), caseIsEmpty: first === undefined };
}
