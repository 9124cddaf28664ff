"use client";

import { useTransition } from "react";
import { attempt, sayFailure } from "@/ui/attempt";
import { Badge } from "@/ui/badge";
import { Button } from "@/ui/button";
import { ConfirmDialog } from "@/ui/confirm-dialog";
import { RelativeTime } from "@/ui/relative-time";
import { toast } from "@/ui/toast";
import { endSessionAction, signOutEverywhereAction } from "../actions";
import { browserName } from "../rules/browser-name";
import type { SignedInSession } from "../schema";
import { leave } from "./sign-out";

type Session = SignedInSession & { here: boolean };

/** Where this person is signed in, and the ways out. */
export function SessionList({ team, sessions }: { team: string; sessions: Session[] }) {
  const everywhere = async () => {
    const outcome = await attempt(() => signOutEverywhereAction(team, {}));
    if (outcome.ok) await leave();
    else sayFailure(outcome);
  };
  return (
    <>
      <ul className="border-hairline border-t">
        {sessions.map((session) => (
          <SessionRow key={session.id} team={team} session={session} />
        ))}
      </ul>
      <div className="mt-4">
        <ConfirmDialog
          title="Sign out everywhere?"
          description="Every browser that is signed in as you is signed out at once, this one too. API tokens go on working."
          confirm="Sign out everywhere"
          danger
          trigger={<Button>Sign out everywhere</Button>}
          onConfirm={everywhere}
        />
      </div>
    </>
  );
}

function SessionRow({ team, session }: { team: string; session: Session }) {
  const [pending, startTransition] = useTransition();
  const name = browserName(session.userAgent);
  const end = () =>
    startTransition(async () => {
      const outcome = await attempt(() => endSessionAction(team, { sessionId: session.id }));
      if (outcome.ok) toast.success(`${name} is signed out`);
      else sayFailure(outcome);
    });
  return (
    <li className="flex min-h-12 flex-wrap items-center justify-between gap-x-6 gap-y-1 border-hairline border-b py-2 text-sm">
      <span className="flex min-w-0 flex-col" title={session.userAgent}>
        <span className="flex flex-wrap items-center gap-2 font-medium">
          {name}
          {session.here ? <Badge tone="accent">this browser</Badge> : null}
        </span>
        <span className="text-ink-3 text-xs">
          signed in <RelativeTime at={session.createdAt} show="time" />, last seen{" "}
          <RelativeTime at={session.lastSeenAt} show="time" />
        </span>
      </span>
      {session.here ? null : (
        <Button size="sm" pending={pending} onClick={end} aria-label={`Sign out ${name}`}>
          Sign out
        </Button>
      )}
    </li>
  );
}
