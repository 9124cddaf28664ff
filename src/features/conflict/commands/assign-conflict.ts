import { recordActivity } from "@/features/activity/commands/record-activity";
import { lockCase } from "@/features/case/commands/lock-case";
import { notify } from "@/features/case/commands/notify";
import { type Ctx, type TxCtx, transact } from "@/platform/context";
import { forbidden, invalid, notFound } from "@/platform/errors";
import { canAssignConflict } from "../policy";
import { readGroupOf } from "../queries/read-groups";
import { summarise } from "../queries/summarise";
import type { AssignConflict, ConflictSummary } from "../schema";

type Input = AssignConflict & { caseId: string; number: number };

/** Says who is to decide a conflict, in place of whoever was; with null, nobody is. */
export async function assignConflict(ctx: Ctx, { caseId, number, user }: Input): Promise<ConflictSummary> {
  if (!canAssignConflict(ctx.actor)) throw forbidden();
  return transact(ctx, async (ctx) => {
    await lockCase(ctx, caseId);
    const found = await readGroupOf(ctx, caseId, number);
    if (!found) throw notFound("conflict");
    const present = () => summarise(ctx, caseId, [found.group], found.lineage).then(([summary]) => only(summary));
    const before = await present();
    const after = user === null ? null : await findDecider(ctx, user);
    if (before.assignee?.id === after?.id) return before;
    const claimId = only(before.sides[0]).claim.id;
    await replace(ctx, { caseId, claimId, numbers: found.group.claims, userId: after?.id ?? null });
    await recordActivity(ctx, {
      caseId,
      verb: "conflict.assigned",
      subject: { type: "conflict", id: claimId, label: `C-${before.key}` },
      before: toldOf(before.assignee),
      after: toldOf(after),
    });
    const subject = { type: "conflict", id: claimId, label: `C-${before.key}` } as const;
    await notify(ctx, { caseId, kind: "assigned", subject, people: after ? [after.id] : [] });
    return present();
  });
}

/** With the id: names are not unique, and who sets it back has to find the same person. */
const toldOf = (person: { id: string; name: string } | null) => ({
  assignee: person?.name ?? null,
  assigneeId: person?.id ?? null,
});

/** A member who may judge: a viewer could not decide it. */
async function findDecider(ctx: TxCtx, userId: string): Promise<{ id: string; name: string }> {
  const row = await ctx.tx.membership.findUnique({
    where: { teamId_userId: { teamId: ctx.teamId, userId } },
    select: { role: true, user: { select: { id: true, name: true } } },
  });
  if (!row) throw invalid("user", "is not a member of this team");
  const { role, user } = row;
  if (!canAssignConflict({ userId: user.id, name: user.name, role })) {
    throw invalid("user", `${user.name} is a viewer here, and viewers do not decide`);
  }
  return user;
}

type Place = { caseId: string; claimId: string; numbers: number[]; userId: string | null };

async function replace(ctx: TxCtx, { caseId, claimId, numbers, userId }: Place): Promise<void> {
  const { teamId, tx, actor } = ctx;
  await tx.$executeRaw`
    DELETE FROM conflict_assignment a USING claim c
    WHERE a.team_id = ${teamId}::uuid AND a.case_id = ${caseId}::uuid AND c.team_id = a.team_id AND c.id = a.claim_id
      AND c.number = ANY(${numbers}::int[])`;
  if (userId === null) return;
  await tx.conflictAssignment.create({ data: { teamId, caseId, claimId, userId, assignedById: actor.userId } });
}

function only<T>(value: T | undefined): T {
  if (value === undefined) throw new Error("a conflict without claims");
  return value;
}
