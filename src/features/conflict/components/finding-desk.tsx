"use client";

import { type ReactNode, useState } from "react";
import { attempt, sayFailure } from "@/ui/attempt";
import { Button } from "@/ui/button";
import { useShortcuts } from "@/ui/keys/shortcuts";
import { toast } from "@/ui/toast";
import { restoreFindingAction, withdrawFindingAction, writeFindingAction } from "../actions";
import { draftOf, wordsOf } from "../rules/finding-draft";
import type { Finding } from "../schema";
import { FindingEditor, type FindingEditorProps } from "./finding-editor";

type FindingDeskProps = Pick<FindingEditorProps, "team" | "caseId" | "number" | "camps" | "proposedQuestion"> & {
  /** Not signed yet. */
  unsigned: Finding | null;
  signed: Finding | null;
  userId: string;
  /** This person may sign what others, or also what they themselves have written. */
  signs: "none" | "others" | "all";
  /** A lead sends back and withdraws what others wrote. */
  leads: boolean;
  /** What has changed since: it stays in sight while one writes. */
  changed: ReactNode;
  /** Stands where the editor opens. */
  children: ReactNode;
};

/** What can be done about a conflict's finding: write, propose, sign, send back, withdraw, renew. */
export function FindingDesk(props: FindingDeskProps) {
  const { unsigned, signed, userId, signs, leads, changed, children, ...editor } = props;
  const { team, caseId, number } = editor;
  const [open, setOpen] = useState(false);
  const isAuthor = unsigned?.author.id === userId;
  const maySign = unsigned !== null && (signs === "all" || (signs === "others" && !isAuthor));
  const label = writeLabel(unsigned, signed);
  useShortcuts([
    { keys: "f", label, group: "Finding", run: () => setOpen(true), disabled: open },
    { keys: "shift+s", label: "Sign", group: "Finding", run: () => void pass("signed"), disabled: open || !maySign },
  ]);
  const pass = async (status: "draft" | "proposed" | "signed") => {
    if (!unsigned) return;
    const words = { ...wordsOf(draftOf(unsigned)), status, version: unsigned.version };
    const outcome = await attempt(() => writeFindingAction(team, { caseId, number, ...words }));
    if (outcome.ok) toast.success(SAID[status]);
    else sayFailure(outcome);
  };
  const withdraw = async () => {
    if (!unsigned) return;
    const outcome = await attempt(() => withdrawFindingAction(team, { caseId, number, version: unsigned.version }));
    if (!outcome.ok) return sayFailure(outcome);
    toast.success("Withdrawn", { undo: async () => void (await restoreFindingAction(team, { caseId, number })) });
  };
  if (open) {
    return (
      <div className="flex flex-col gap-4">
        {changed}
        <FindingEditor
          {...editor}
          from={unsigned ?? signed}
          most={signs === "all" ? "signed" : "proposed"}
          onSaved={({ status }) => {
            setOpen(false);
            toast.success(SAID[status]);
          }}
          onCancel={() => setOpen(false)}
        />
      </div>
    );
  }
  return (
    <div className="flex flex-col gap-3">
      {children}
      <div className="flex flex-wrap gap-2">
        {maySign ? (
          <Button variant="primary" keys="shift+s" onClick={() => void pass("signed")}>
            Sign
          </Button>
        ) : null}
        <Button keys="f" variant={unsigned || signed ? "secondary" : "primary"} onClick={() => setOpen(true)}>
          {label}
        </Button>
        {unsigned?.status === "draft" && isAuthor ? (
          <Button onClick={() => void pass("proposed")}>Propose</Button>
        ) : null}
        {unsigned?.status === "proposed" && leads && !isAuthor ? (
          <Button onClick={() => void pass("draft")}>Send back</Button>
        ) : null}
        {unsigned && (isAuthor || leads) ? (
          <Button variant="ghost" onClick={() => void withdraw()}>
            Withdraw
          </Button>
        ) : null}
      </div>
      {unsigned && signs === "others" && isAuthor ? (
        <p className="text-ink-3 text-sm">In this case a finding is signed by a lead other than its author.</p>
      ) : null}
    </div>
  );
}

const SAID: Record<Finding["status"], string> = {
  draft: "The finding is a draft",
  proposed: "The finding is proposed",
  signed: "The finding is signed",
  superseded: "The finding is superseded",
  withdrawn: "The finding is withdrawn",
};

function writeLabel(unsigned: Finding | null, signed: Finding | null): string {
  if (unsigned) return unsigned.changes.length > 0 ? "Renew" : "Edit";
  if (!signed) return "Write a finding";
  return signed.changes.length > 0 ? "Renew" : "Revise";
}
