"use client";

import { Undo2 } from "lucide-react";
import { useRef, useState, useTransition } from "react";
import { ChangedFields } from "@/features/activity/components/activity-list";
import { ActivitySentence } from "@/features/activity/components/activity-sentence";
import type { Activity } from "@/features/activity/schema";
import { findLastChangeAction, setBackChangeAction } from "@/features/undo/actions";
import { tellUndo } from "@/features/undo/rules/tell-undo";
import type { LastChange } from "@/features/undo/schema";
import { attempt, sayFailure } from "@/ui/attempt";
import { Button } from "@/ui/button";
import { Dialog } from "@/ui/dialog";
import { IconButton } from "@/ui/icon-button";
import { useShortcuts } from "@/ui/keys/shortcuts";
import { RelativeTime } from "@/ui/relative-time";
import { SourceText } from "@/ui/source-text";
import { toast } from "@/ui/toast";

type UndoLastProps = { team: string; caseId: string };

const LABEL = "Undo my last change";

/**
 * From any desk of a case: finds the person's own last change, says what would become of it, and takes it back when they
 * agree. A desk that keeps an undo of its own stands before this one with its keys.
 */
export function UndoLast({ team, caseId }: UndoLastProps) {
  const [found, setFound] = useState<LastChange | null>(null);
  const [open, setOpen] = useState(false);
  const [looking, startLooking] = useTransition();
  const [pending, startUndoing] = useTransition();
  const agree = useRef<HTMLButtonElement>(null);
  const look = () => {
    if (looking || open) return;
    startLooking(async () => {
      const outcome = await attempt(() => findLastChangeAction(team, { caseId }));
      if (!outcome.ok) return sayFailure(outcome);
      setFound(outcome.value);
      setOpen(true);
    });
  };
  const undo = ({ id, seq }: Activity) =>
    startUndoing(async () => {
      const outcome = await attempt(() => setBackChangeAction(team, { activityId: id }));
      setOpen(false);
      if (outcome.ok) toast.success(`#${seq} is undone`, { detail: "The history has it as a change of its own." });
      else sayFailure(outcome);
    });
  useShortcuts([
    { keys: "z", label: LABEL, group: "Case", hidden: true, run: look },
    { keys: "mod+z", label: LABEL, group: "Everywhere", hidden: true, inInputs: false, run: look },
  ]);
  const change = found?.change ?? null;
  return (
    <>
      <IconButton label={LABEL} icon={<Undo2 />} keys="z" aria-busy={looking} onClick={look} />
      <Dialog
        open={open}
        onOpenChange={setOpen}
        title={LABEL}
        initialFocus={agree}
        footer={
          change ? (
            <>
              <Button onClick={() => setOpen(false)}>Cancel</Button>
              <Button ref={agree} variant="primary" pending={pending} onClick={() => undo(change)}>
                Undo it
              </Button>
            </>
          ) : (
            <Button ref={agree} onClick={() => setOpen(false)}>
              Close
            </Button>
          )
        }
      >
        {change ? (
          <Undoing change={change} />
        ) : (
          <p className="text-sm">Nothing that you changed in this case in the last day is left to undo.</p>
        )}
        {found && found.passedOver.length > 0 ? <PassedOver passedOver={found.passedOver} /> : null}
      </Dialog>
    </>
  );
}

/** What was done, and what is so again afterwards. */
function Undoing({ change }: { change: Activity }) {
  const { words, fields } = tellUndo(change);
  return (
    <div className="text-sm">
      <p className="break-words">
        <ActivitySentence activity={change} />{" "}
        <span className="text-ink-3">
          (#{change.seq}, <RelativeTime at={change.at} show="time" />)
        </span>
      </p>
      <p className="mt-3">
        Then <SourceText>{change.subject.label}</SourceText> {words}
      </p>
      {fields.length > 0 ? <ChangedFields fields={fields} /> : null}
    </div>
  );
}

function PassedOver({ passedOver }: Pick<LastChange, "passedOver">) {
  return (
    <div className="mt-4 text-ink-2 text-sm">
      <p>Later changes of yours stay, since others have changed the same after them:</p>
      <ul className="mt-1 list-disc ps-5">
        {passedOver.map(({ change, why }) => (
          <li key={change.id} className="break-words">
            <ActivitySentence activity={change} />. {why}.
          </li>
        ))}
      </ul>
    </div>
  );
}
