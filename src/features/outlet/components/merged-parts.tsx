"use client";

import { useRouter } from "next/navigation";
import { useTransition } from "react";
import { attempt, sayFailure } from "@/ui/attempt";
import { Button } from "@/ui/button";
import { RelativeTime } from "@/ui/relative-time";
import { SourceText } from "@/ui/source-text";
import { toast } from "@/ui/toast";
import { unmergeOutletAction } from "../actions";

type Part = { outlet: { id: string; name: string }; by: string; at: string };

/** The outlets that were merged into this one, with the way back for those who may take it. */
export function MergedParts({ team, parts, undoes }: { team: string; parts: Part[]; undoes: boolean }) {
  return (
    <ul className="border-hairline border-t">
      {parts.map(({ outlet, by, at }) => (
        <li
          key={outlet.id}
          className="flex flex-wrap items-center gap-x-3 gap-y-1 border-hairline border-b py-2 text-sm"
        >
          <SourceText className="font-medium">{outlet.name}</SourceText>
          <span className="flex-1 text-ink-3 text-xs">
            merged by <bdi>{by}</bdi>, <RelativeTime at={at} show="time" />
          </span>
          {undoes ? <UndoMerge team={team} outlet={outlet} /> : null}
        </li>
      ))}
    </ul>
  );
}

function UndoMerge({ team, outlet }: { team: string; outlet: Part["outlet"] }) {
  const router = useRouter();
  const [pending, startTransition] = useTransition();
  const undo = () =>
    startTransition(async () => {
      const outcome = await attempt(() => unmergeOutletAction(team, { outletId: outlet.id }));
      if (!outcome.ok) return sayFailure(outcome);
      toast.success(`${outlet.name} is an outlet of its own again`, {
        action: { label: "Open", run: () => router.push(`/${team}/outlets/${outlet.id}`) },
      });
    });
  return (
    <Button size="sm" pending={pending} onClick={undo} aria-label={`Undo the merge with ${outlet.name}`}>
      Undo
    </Button>
  );
}
