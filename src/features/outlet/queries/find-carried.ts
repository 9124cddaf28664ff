import { type Ctx, db } from "@/platform/context";
import { outletKey } from "../rules";
import { carriedForm } from "../rules/carried-form";
import type { FoundOutlet } from "../schema";

/**
 * The outlets meant by names with a carrier's name in parentheses, by what was asked for. Both may be given by any of
 * their names: nothing is stored for the pairs of names, so nothing has to be kept in step with them.
 */
export async function findCarried(ctx: Ctx, asked: readonly string[]): Promise<Map<string, FoundOutlet>> {
  const forms = asked.flatMap((text) => {
    const form = carriedForm(text);
    return form ? [{ asked: text, name: outletKey(form.name), carrier: outletKey(form.carrier) }] : [];
  });
  if (forms.length === 0) return new Map();
  const rows = await db(ctx).$queryRaw<(FoundOutlet & { asked: string })[]>`
    SELECT x.asked, o.id::text, o.name, o.reliability::text
    FROM jsonb_to_recordset(${JSON.stringify(forms)}::jsonb) AS x(asked text, name text, carrier text)
    JOIN outlet_alias n ON n.team_id = ${ctx.teamId}::uuid AND n.key = x.name
    JOIN outlet_alias p ON p.team_id = n.team_id AND p.key = x.carrier
    JOIN outlet_carrier oc ON oc.team_id = n.team_id AND oc.outlet_id = n.outlet_id AND oc.carrier_id = p.outlet_id
    JOIN outlet o ON o.team_id = n.team_id AND o.id = n.outlet_id`;
  return new Map(rows.map(({ asked: text, ...outlet }) => [text, outlet]));
}
