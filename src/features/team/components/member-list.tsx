"use client";

import { useTransition } from "react";
import type { Role } from "@/platform/actor";
import { attempt, sayFailure } from "@/ui/attempt";
import { Button } from "@/ui/button";
import { ConfirmDialog } from "@/ui/confirm-dialog";
import { DataTable, TableCell, TableHead, TableHeader, TableRow } from "@/ui/data-table";
import { RelativeTime } from "@/ui/relative-time";
import { Select } from "@/ui/select";
import { toast } from "@/ui/toast";
import { changeRoleAction, leaveTeamAction, removeMemberAction } from "../actions";
import { ROLE_OPTIONS } from "../rules/role-table";
import type { Member } from "../schema";

type MemberListProps = { team: string; members: Member[]; userId: string; manages: boolean };

/** Who is in the team; owners give roles and take people out, everybody may leave. */
export function MemberList({ team, members, userId, manages }: MemberListProps) {
  return (
    <DataTable caption="Members">
      <TableHead>
        <TableHeader>Name</TableHeader>
        <TableHeader>Role</TableHeader>
        <TableHeader className="max-sm:hidden">E-mail address</TableHeader>
        <TableHeader className="max-md:hidden">Last here</TableHeader>
        <TableHeader>{""}</TableHeader>
      </TableHead>
      <tbody>
        {members.map((member) => (
          <TableRow key={member.id}>
            <TableCell heading>
              <bdi>{member.name}</bdi>
            </TableCell>
            <TableCell>{manages ? <RoleSelect team={team} member={member} /> : member.role}</TableCell>
            <TableCell className="text-ink-2 max-sm:hidden">{member.email}</TableCell>
            <TableCell className="text-ink-3 max-md:hidden">
              {member.lastSeenAt ? <RelativeTime at={member.lastSeenAt} /> : "not yet"}
            </TableCell>
            <TableCell align="end">
              {member.id === userId ? <Leave team={team} /> : manages ? <Remove team={team} member={member} /> : null}
            </TableCell>
          </TableRow>
        ))}
      </tbody>
    </DataTable>
  );
}

function RoleSelect({ team, member }: { team: string; member: Member }) {
  const [pending, startTransition] = useTransition();
  const change = (role: Role) =>
    startTransition(async () => {
      const outcome = await attempt(() => changeRoleAction(team, { userId: member.id, role }));
      if (outcome.ok) toast.success(`${member.name}: ${role}`);
      else sayFailure(outcome);
    });
  return (
    <Select
      aria-label={`Role of ${member.name}`}
      className="min-w-28"
      options={ROLE_OPTIONS}
      value={member.role}
      disabled={pending}
      onChange={(event) => change(event.currentTarget.value as Role)}
    />
  );
}

function Remove({ team, member }: { team: string; member: Member }) {
  const remove = async () => {
    const outcome = await attempt(() => removeMemberAction(team, { userId: member.id }));
    if (outcome.ok) toast.success(`${member.name} is no longer in the team`);
    else sayFailure(outcome);
  };
  return (
    <ConfirmDialog
      title={`Remove ${member.name}?`}
      description="They can no longer open anything of this team, and their tokens end. What they entered stays, with their name. They can be invited again."
      confirm="Remove"
      danger
      trigger={
        <Button size="sm" aria-label={`Remove ${member.name}`}>
          Remove
        </Button>
      }
      onConfirm={remove}
    />
  );
}

function Leave({ team }: { team: string }) {
  const leave = async () => {
    const outcome = await attempt(() => leaveTeamAction(team, {}));
    if (outcome.ok) window.location.assign("/");
    else sayFailure(outcome);
  };
  return (
    <ConfirmDialog
      title="Leave this team?"
      description="You can no longer open anything of it, and your tokens of it end. What you entered stays, with your name. An owner can invite you again."
      confirm="Leave"
      danger
      trigger={<Button size="sm">Leave</Button>}
      onConfirm={leave}
    />
  );
}
