"use client";

import { useState } from "react";
import type { Role } from "@/platform/actor";
import { attempt, sayFailure } from "@/ui/attempt";
import { Button } from "@/ui/button";
import { CopyButton } from "@/ui/copy-button";
import { Field } from "@/ui/field";
import { FormErrors } from "@/ui/form-errors";
import { Input } from "@/ui/input";
import { RelativeTime } from "@/ui/relative-time";
import { Select } from "@/ui/select";
import { toast } from "@/ui/toast";
import { useActionForm } from "@/ui/use-action-form";
import { inviteMemberAction, revokeInviteAction } from "../actions";
import { ROLE_OPTIONS } from "../rules/role-table";
import type { Invite, MadeInvite } from "../schema";

/** Makes a link for one person, shows it once, and lists those that nobody has followed yet. */
export function InvitePeople({ team, invites }: { team: string; invites: Invite[] }) {
  const [email, setEmail] = useState("");
  const [role, setRole] = useState<Role>("analyst");
  const [made, setMade] = useState<MadeInvite | null>(null);
  const { form, pending, errorOf, unplaced } = useActionForm({
    fields: ["email", "role"],
    save: () => inviteMemberAction(team, { email: email.trim() || null, role }),
    onSaved: (invite) => {
      setMade(invite);
      setEmail("");
    },
  });
  return (
    <div className="flex flex-col gap-4">
      <form {...form} className="flex flex-col gap-3">
        <FormErrors errors={unplaced} title="Nobody was invited" />
        <div className="flex flex-wrap items-start gap-3">
          <Field
            label="E-mail address"
            id="email"
            error={errorOf("email")}
            hint="Only they can follow the link then. May stay empty."
            className="w-64 max-w-full"
          >
            <Input
              name="email"
              type="email"
              dir="ltr"
              autoComplete="off"
              value={email}
              onChange={(event) => setEmail(event.currentTarget.value)}
            />
          </Field>
          <Field label="Role" id="role" error={errorOf("role")}>
            <Select
              name="role"
              options={ROLE_OPTIONS}
              value={role}
              onChange={(event) => setRole(event.currentTarget.value as Role)}
            />
          </Field>
          <Button type="submit" pending={pending} className="mt-6">
            Make the invitation
          </Button>
        </div>
      </form>
      {made ? <Link made={made} /> : null}
      {invites.length > 0 ? (
        <ul aria-label="Open invitations" className="border-hairline border-t">
          {invites.map((invite) => (
            <InviteRow key={invite.id} team={team} invite={invite} />
          ))}
        </ul>
      ) : null}
    </div>
  );
}

function Link({ made }: { made: MadeInvite }) {
  const link = new URL(made.path, window.location.origin).href;
  return (
    <section
      aria-label="The invitation"
      className="flex flex-col gap-2 rounded-md border border-caution bg-caution-wash px-3 py-2.5 text-sm"
    >
      <p className="font-semibold text-caution">
        {made.mailed ? (
          <>
            It is mailed to <bdi className="break-all">{made.email}</bdi>. Here is the link too: it is shown only this
            once, and works once, for a week
          </>
        ) : (
          "Send this link yourself: it is shown only this once, and works once, for a week"
        )}
      </p>
      <p className="flex items-center gap-2">
        <code dir="ltr" className="min-w-0 select-all break-all font-mono">
          {link}
        </code>
        <CopyButton text={link} label="Copy the link" />
      </p>
    </section>
  );
}

const MAILED: Record<NonNullable<Invite["mail"]>, string> = {
  queued: "its mail is on its way",
  sent: "mailed",
  failed: "its mail could not be delivered: make another, and send the link yourself",
};

function InviteRow({ team, invite }: { team: string; invite: Invite }) {
  const whom = invite.email ?? "whoever has the link";
  const revoke = async () => {
    const outcome = await attempt(() => revokeInviteAction(team, { inviteId: invite.id }));
    if (outcome.ok) toast.success("The invitation no longer works");
    else sayFailure(outcome);
  };
  return (
    <li className="flex min-h-10 flex-wrap items-center justify-between gap-x-6 border-hairline border-b py-1.5 text-sm">
      <span>
        <bdi>{whom}</bdi> as {invite.role}
        <span className="block text-ink-3 text-xs">
          by <bdi>{invite.invitedBy.name}</bdi>, ends <RelativeTime at={invite.expiresAt} />
          {invite.mail ? `, ${MAILED[invite.mail]}` : null}
        </span>
      </span>
      <Button size="sm" aria-label={`Take back the invitation of ${whom}`} onClick={() => void revoke()}>
        Take back
      </Button>
    </li>
  );
}
