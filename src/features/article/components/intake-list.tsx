"use client";

import { X } from "lucide-react";
import { Badge } from "@/ui/badge";
import { Button } from "@/ui/button";
import { cn } from "@/ui/class-names";
import { IconButton } from "@/ui/icon-button";
import { Progress } from "@/ui/progress";
import type { Intake } from "../schema";
import { isRead } from "./use-intakes";

export const intakeName = ({ filename, address }: Pick<Intake, "filename" | "address">) =>
  filename ?? address ?? "a source";

type IntakeListProps = {
  all: Intake[];
  chosen: Intake | null;
  onChoose: (id: string) => void;
  onDiscard: (id: string) => void;
};

/** What waits to be saved, where there is more than one of it. */
export function IntakeList({ all, chosen, onChoose, onDiscard }: IntakeListProps) {
  if (all.length < 2) return null;
  return (
    <section aria-labelledby="waiting" className="rounded-md border border-rule">
      <h2 id="waiting" className="border-rule border-b px-3 py-1.5 font-medium text-sm">
        {all.length} sources to save
      </h2>
      <ul className="max-h-64 overflow-y-auto py-1">
        {all.map((each) => (
          <li key={each.id} className="flex items-center gap-1 pe-1">
            <button
              type="button"
              aria-current={each.id === chosen?.id ? "true" : undefined}
              onClick={() => onChoose(each.id)}
              className={cn(
                "flex min-h-8 min-w-0 flex-1 items-center gap-2 px-3 text-start text-sm hover:bg-desk",
                each.id === chosen?.id && "bg-accent-wash font-medium",
              )}
            >
              <bdi className="min-w-0 flex-1 truncate">{intakeName(each)}</bdi>
              <State intake={each} />
            </button>
            <IconButton label={`Throw ${intakeName(each)} away`} icon={<X />} onClick={() => onDiscard(each.id)} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function State({ intake }: { intake: Intake }) {
  if (intake.status === "failed") return <Badge tone="caution">not read</Badge>;
  if (isRead(intake)) return <Badge>read</Badge>;
  return (
    <span className="text-ink-3 text-xs">{intake.total > 0 ? `${intake.done} of ${intake.total}` : "reading"}</span>
  );
}

type IntakeCardProps = { intake: Intake; onDiscard: () => void; onAgain: () => void };

/** The source that is looked at: what it is, how far it is read, what stands in the way. */
export function IntakeCard({ intake, onDiscard, onAgain }: IntakeCardProps) {
  const { status, done, total, problem, origin, address } = intake;
  return (
    <section
      aria-label="Source"
      className="flex flex-col gap-2 rounded-md border border-edge bg-raised px-3 py-2.5 text-sm"
    >
      <p className="flex items-center gap-2">
        <bdi className="min-w-0 flex-1 truncate font-medium">{intakeName(intake)}</bdi>
        <Button variant="ghost" size="sm" icon={<X />} onClick={onDiscard}>
          Take another source
        </Button>
      </p>
      {origin === "clipper" ? (
        <p className="text-ink-2">
          The page as your browser showed it
          {address ? <bdi className="block truncate text-ink-3 text-xs">{address}</bdi> : null}
        </p>
      ) : null}
      <div aria-live="polite" className="empty:hidden">
        {isRead(intake) ? null : total > 0 ? (
          <Progress label="Reading its pages" value={done} max={total} />
        ) : (
          <p className="text-ink-2">
            {status === "running" && origin === "url" ? "Fetching the page…" : "Reading it…"}
          </p>
        )}
        {problem ? (
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <p className="min-w-0 text-danger">{problem}</p>
            {origin === "url" ? (
              <Button size="sm" onClick={onAgain}>
                Try again
              </Button>
            ) : null}
          </div>
        ) : null}
      </div>
      {problem && origin === "url" ? (
        <p className="text-ink-2">
          A page behind a login or a wall can be sent from your own browser with the clipper, or copied and pasted here.
        </p>
      ) : null}
    </section>
  );
}
