import { recordActivity } from "@/features/activity/commands/record-activity";
import type { Verb } from "@/features/activity/rules/tell-activity";
import { lockCase } from "@/features/case/commands/lock-case";
import { type Ctx, type TxCtx, transact } from "@/platform/context";
import { forbidden, invalid } from "@/platform/errors";
import { newId } from "@/platform/new-id";
import { canShareView } from "../policy";
import { getSavedView } from "../queries/saved-views";
import { viewParams } from "../rules/view-address";
import type { SavedView, SheetView } from "../schema";

type Input = { caseId: string; name: string; view: SheetView; shared: boolean };

/** The most views that a team, or one person, keeps of a case. */
const MAX_VIEWS = 100;

/** Gives a way of looking at a case's sheet a name: for oneself, or for the team. */
export async function saveView(ctx: Ctx, { caseId, name, view, shared }: Input): Promise<SavedView> {
  if (shared && !canShareView(ctx.actor)) throw forbidden();
  return transact(ctx, async (ctx) => {
    await lockCase(ctx, caseId);
    await refuseTaken(ctx, { caseId, name, shared });
    const { teamId, actor } = ctx;
    const id = newId();
    await ctx.tx.savedView.create({ data: { teamId, id, caseId, ownerId: actor.userId, shared, name, view } });
    if (shared) await tellTeam(ctx, caseId, "view.shared", { id, name }, { after: toldOfView({ name, view }) });
    return getSavedView(ctx, id);
  });
}

/** What the history tells of a view: what it shows, as its address says it. */
export const toldOfView = ({ name, view }: { name: string; view: SheetView }) => ({
  name,
  shows: viewParams(view).toString(),
});

/** A row of the history, for what concerns the team. */
export const tellTeam = (
  ctx: TxCtx,
  caseId: string,
  verb: Verb,
  { id, name }: { id: string; name: string },
  change: { before?: object; after?: object },
): Promise<void> => recordActivity(ctx, { caseId, verb, subject: { type: "view", id, label: name }, ...change });

type Wanted = { caseId: string; name: string; shared: boolean; except?: string };

/** A name stands once among the team's views, and once among a person's own. The case is locked. */
export async function refuseTaken(ctx: TxCtx, { caseId, name, shared, except }: Wanted): Promise<void> {
  const among = await ctx.tx.savedView.findMany({
    where: { teamId: ctx.teamId, caseId, shared, ...(!shared && { ownerId: ctx.actor.userId }) },
    select: { id: true, name: true },
  });
  const others = among.filter(({ id }) => id !== except);
  if (others.length >= MAX_VIEWS) throw invalid("name", `is one view too many: ${MAX_VIEWS} are kept of a case`);
  const taken = others.some((other) => other.name.toLowerCase() === name.toLowerCase());
  if (taken) throw invalid("name", shared ? "is a view of the team already" : "is a view of yours already");
}
