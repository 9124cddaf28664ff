import { AssignConflict } from "@/features/conflict/components/assign-conflict";
import { canAssignConflict } from "@/features/conflict/policy";
import { loadMembers } from "@/features/team/loaders";
import type { Actor } from "@/platform/actor";

type Person = { id: string; name: string };

/** The members who may decide conflicts, by name. */
export async function loadDeciders(team: string): Promise<Person[]> {
  const members = await loadMembers(team);
  return members
    .filter(({ id, name, role }) => canAssignConflict({ userId: id, name, role }))
    .map(({ id, name }) => ({ id, name }));
}

type WhoDecidesProps = {
  team: string;
  caseId: string;
  conflict: { key: number; assignee: Person | null };
  people: Person[];
  actor: Actor;
};

/** Who is to decide a conflict; those who may change that get the menu for it. */
export function WhoDecides({ team, caseId, conflict: { key, assignee }, people, actor }: WhoDecidesProps) {
  if (!canAssignConflict(actor)) return assignee ? <bdi className="text-ink-2 text-sm">{assignee.name}</bdi> : null;
  return <AssignConflict team={team} caseId={caseId} number={key} assignee={assignee} people={people} />;
}
