import { recordActivity } from "@/features/activity/commands/record-activity";
import type { TxCtx } from "@/platform/context";
import { AppError } from "@/platform/errors";
import { canGradeOutlet } from "../policy";
import { findOutlets } from "../queries";
import type { OutletRef, Reliability } from "../schema";
import { createOutlet } from "./create-outlet";

export type WholeOutlet = {
  id: string;
  name: string;
  aliases: string[];
  domains: string[];
  owner?: string | null | undefined;
  language?: string | null | undefined;
  country?: string | null | undefined;
  reliability: Reliability | null;
  /** Oldest first; `by` is a user of this installation. */
  grades: { reliability: Reliability | null; reason: string; by: string; at: string }[];
};

/** What was left out of an outlet, and why. */
export type LeftOut = { id: string; message: string };

/**
 * The outlets of a file from elsewhere, by their ids there. One that the team knows by id or by name is that one and
 * stays as it is; any other is created with all that was said of it, its grades by who gave them.
 */
export async function bringWholeOutlets(
  ctx: TxCtx,
  outlets: readonly WholeOutlet[],
): Promise<{ outlets: Map<string, OutletRef>; left: LeftOut[] }> {
  const known = await findOutlets(ctx, [...new Set(outlets.flatMap(({ id, name }) => [id, name]))]);
  const brought = new Map<string, OutletRef>();
  const left: LeftOut[] = [];
  for (const outlet of outlets) {
    const found = known.get(outlet.id) ?? known.get(outlet.name);
    brought.set(outlet.id, found ?? (await createWhole(ctx, outlet, left)));
  }
  return { outlets: brought, left };
}

async function createWhole(ctx: TxCtx, outlet: WholeOutlet, left: LeftOut[]): Promise<OutletRef> {
  const { id, grades, reliability: _, ...input } = outlet;
  const made = await tryCreate(ctx, input, (message) => left.push({ id, message }));
  if (grades.length === 0) return made;
  if (!canGradeOutlet(ctx.actor)) {
    left.push({ id, message: "The grades of this outlet were left out: only leads and owners grade outlets." });
    return made;
  }
  await bringGrades(ctx, made, grades);
  return made;
}

type Input = Omit<WholeOutlet, "id" | "grades" | "reliability">;

/** Where one of its other names or domains is another outlet's here, it comes by its own name alone. */
async function tryCreate(ctx: TxCtx, input: Input, tell: (message: string) => void): Promise<OutletRef> {
  const { owner = null, language = null, country = null } = input;
  const whole = { ...input, owner, language, country, carriers: [] };
  await ctx.tx.$executeRaw`SAVEPOINT whole_outlet`;
  try {
    const made = await createOutlet(ctx, whole);
    await ctx.tx.$executeRaw`RELEASE SAVEPOINT whole_outlet`;
    return { id: made.id, name: made.name };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    await ctx.tx.$executeRaw`ROLLBACK TO SAVEPOINT whole_outlet`;
    tell(
      `Aliases and domains were left out: ${error.errors.map(({ message }) => message).join("; ") || error.message}`,
    );
    const made = await createOutlet(ctx, { ...whole, aliases: [], domains: [] });
    return { id: made.id, name: made.name };
  }
}

async function bringGrades(ctx: TxCtx, { id, name }: OutletRef, grades: WholeOutlet["grades"]): Promise<void> {
  const { teamId } = ctx;
  await ctx.tx.outletGrade.createMany({
    data: grades.map(({ reliability, reason, by, at }) => ({
      teamId,
      outletId: id,
      reliability,
      reason,
      gradedById: by,
      gradedAt: new Date(at),
    })),
  });
  const reliability = grades.at(-1)?.reliability ?? null;
  await ctx.tx.outlet.update({ where: { teamId_id: { teamId, id } }, data: { reliability }, select: { id: true } });
  const after = { reliability, grades: grades.length };
  await recordActivity(ctx, { verb: "outlet.brought", subject: { type: "outlet", id, label: name }, after });
}
