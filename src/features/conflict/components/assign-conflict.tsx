"use client";

import { UserRound } from "lucide-react";
import { attempt, sayFailure } from "@/ui/attempt";
import { Button } from "@/ui/button";
import { useShortcuts } from "@/ui/keys/shortcuts";
import { Menu, MenuRadioGroup, MenuRadioItem } from "@/ui/menu";
import { toast } from "@/ui/toast";
import { assignConflictAction } from "../actions";

type Person = { id: string; name: string };
type Which = { team: string; caseId: string; number: number };

const NOBODY = "nobody";

async function assign({ team, ...which }: Which, user: string | null): Promise<void> {
  const outcome = await attempt(() => assignConflictAction(team, { ...which, user }));
  if (!outcome.ok) return sayFailure(outcome);
  const { assignee } = outcome.value;
  toast.success(assignee ? `${assignee.name} is to decide it` : "Nobody is to decide it now");
}

type AssignConflictProps = Which & {
  assignee: Person | null;
  /** Who may decide it. */
  people: Person[];
};

/** Who is to decide a conflict, and the menu that changes it. */
export function AssignConflict({ assignee, people, ...which }: AssignConflictProps) {
  const words = assignee?.name ?? "Assign";
  return (
    <Menu
      label={`Who is to decide C-${which.number}`}
      align="end"
      trigger={
        <Button
          variant="ghost"
          size="sm"
          icon={<UserRound />}
          aria-label={
            assignee
              ? `${assignee.name} is to decide C-${which.number}: change`
              : `Assign C-${which.number} to somebody`
          }
        >
          <bdi className={assignee ? undefined : "text-ink-3"}>{words}</bdi>
        </Button>
      }
    >
      <MenuRadioGroup
        value={assignee?.id ?? NOBODY}
        onChange={(value) => void assign(which, value === NOBODY ? null : value)}
      >
        {people.map(({ id, name }) => (
          <MenuRadioItem key={id} value={id}>
            <bdi>{name}</bdi>
          </MenuRadioItem>
        ))}
        <MenuRadioItem value={NOBODY}>Nobody</MenuRadioItem>
      </MenuRadioGroup>
    </Menu>
  );
}

type AssignToMeProps = { team: string; caseId: string; me: string };

/** The key that takes the conflict in focus upon oneself. Which one that is stands at its row as `data-conflict`. */
export function AssignToMe({ team, caseId, me }: AssignToMeProps) {
  const take = () => {
    const row = document.activeElement?.closest<HTMLElement>("[data-conflict]");
    if (row) void assign({ team, caseId, number: Number(row.dataset.conflict) }, me);
  };
  useShortcuts([{ keys: "a", label: "Take the conflict in focus upon yourself", run: take }]);
  return null;
}
