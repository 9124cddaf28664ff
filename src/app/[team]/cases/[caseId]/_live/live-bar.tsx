"use client";

import { useState } from "react";
import { ActivitySentence } from "@/features/activity/components/activity-sentence";
import type { Activity } from "@/features/activity/schema";
import { Button } from "@/ui/button";
import { useShortcuts } from "@/ui/keys/shortcuts";
import { Popover } from "@/ui/popover";
import { subjectHref } from "../subject-href";
import { PeopleHere } from "./people-here";
import { useLive } from "./use-live";
import { usePresence } from "./use-presence";

type LiveBarProps = { team: string; caseId: string; userId: string; after: number };

const TOLD = 6;

/** Who else is here, what they changed, and whether the server is heard: quiet, and never under the cursor. */
export function LiveBar({ team, caseId, userId, after }: LiveBarProps) {
  const { changes, people, status, show } = useLive({ team, caseId, userId, after });
  usePresence(team, caseId);
  useShortcuts([
    {
      keys: ".",
      label: "Show what others changed",
      group: "Everywhere",
      hidden: true,
      disabled: changes.length === 0,
      run: show,
    },
  ]);
  return (
    <div className="flex items-center gap-2">
      <p role="status" className="sr-only">
        {changes.length > 0 ? `${countOf(changes)} by ${authorsOf(changes)}. Press the full stop to show them.` : ""}
        {status === "offline" ? "You are offline. What you type stays on this page." : ""}
      </p>
      {status === "live" ? null : <Unheard offline={status === "offline"} />}
      <PeopleHere people={people} base={`/${team}/cases/${caseId}`} />
      {changes.length > 0 ? <Changes team={team} caseId={caseId} changes={changes} onShow={show} /> : null}
    </div>
  );
}

function Changes({
  team,
  caseId,
  changes,
  onShow,
}: {
  team: string;
  caseId: string;
  changes: Activity[];
  onShow: () => void;
}) {
  const [open, setOpen] = useState(false);
  const hrefOf = subjectHref(team, caseId);
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      title={`${countOf(changes)} by ${authorsOf(changes)}`}
      align="end"
      trigger={
        <Button size="sm" aria-label={`${countOf(changes)} by others`}>
          {changes.length} new
        </Button>
      }
    >
      <ol className="flex flex-col gap-1.5 text-sm">
        {changes.slice(0, TOLD).map((activity) => (
          <li key={activity.id} className="break-words">
            <ActivitySentence activity={activity} hrefOf={hrefOf} />
          </li>
        ))}
      </ol>
      {changes.length > TOLD ? <p className="mt-1.5 text-ink-3 text-sm">and {changes.length - TOLD} more</p> : null}
      <Button
        variant="primary"
        size="sm"
        keys="."
        className="mt-3"
        onClick={() => {
          setOpen(false);
          onShow();
        }}
      >
        Show them here
      </Button>
    </Popover>
  );
}

const countOf = ({ length }: Activity[]) => (length === 1 ? "One change" : `${length} changes`);

function authorsOf(changes: Activity[]): string {
  const names = [...new Set(changes.map(({ actor }) => actor.name))];
  const [first = "", second] = names;
  if (!second) return first;
  return names.length === 2 ? `${first} and ${second}` : `${first} and ${names.length - 1} others`;
}

function Unheard({ offline }: { offline: boolean }) {
  return (
    <span
      title={
        offline
          ? "What you type stays on this page; saving works again once you are back."
          : "The server is not heard. What you type stays on this page."
      }
      className="rounded-md bg-caution-wash px-2 py-0.5 text-caution text-xs"
    >
      {offline ? "offline" : "reconnecting…"}
    </span>
  );
}
