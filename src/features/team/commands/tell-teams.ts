import type { Change } from "@/features/activity/commands/record-activities";
import { recordActivity } from "@/features/activity/commands/record-activity";
import { vouchFor } from "@/platform/auth/vouch";
import type { Via } from "@/platform/context";
import type { Tx } from "@/platform/db/client";

type Person = { id: string; name: string };

/** Writes what concerns a person's account into the record of each of their teams, always in the same order. */
export async function tellTeams(tx: Tx, { id, name }: Person, verb: Change["verb"], via: Via = "page"): Promise<void> {
  const memberships = await tx.membership.findMany({ where: { userId: id }, orderBy: { teamId: "asc" } });
  for (const { teamId, role } of memberships) {
    const ctx = vouchFor({ teamId, userId: id, name, role }, via);
    await recordActivity({ ...ctx, tx }, { verb, subject: { type: "member", id, label: name } });
  }
}
