"use client";

import { useEffect, useRef, useState } from "react";
import { Button } from "@/ui/button";
import { FormErrors } from "@/ui/form-errors";
import { useShortcuts } from "@/ui/keys/shortcuts";
import { type StaleField, StaleNotice } from "@/ui/stale-notice";
import { useActionForm } from "@/ui/use-action-form";
import { useDraft } from "@/ui/use-draft";
import { writeFindingAction } from "../actions";
import { draftOf, type FindingDraft, readFindingDraft, wordsOf } from "../rules/finding-draft";
import { LIKELIHOOD_WORDS, OUTCOME_WORDS } from "../rules/finding-wording";
import { Finding, Likelihood } from "../schema";
import { FINDING_FIELDS, FindingFields } from "./finding-fields";

type Status = "draft" | "proposed" | "signed";

export type FindingEditorProps = {
  team: string;
  caseId: string;
  number: number;
  camps: string[];
  proposedQuestion: string;
  /** What is changed, or behind what a new one begins. */
  from: Finding | null;
  /** The most that it can become by the hand of this person. */
  most: "proposed" | "signed";
  onSaved: (finding: Finding) => void;
  onCancel: () => void;
};

const WORD: Record<Status, string> = { draft: "Save draft", proposed: "Propose", signed: "Sign" };

/** Writes a finding. What was typed stays in this browser until it is saved. */
export function FindingEditor(props: FindingEditorProps) {
  const { team, caseId, number, from, most, onSaved, onCancel } = props;
  const [blank] = useState(() => draftOf(from));
  const draft = useDraft<FindingDraft>({ key: `finding:${caseId}:${number}`, blank, read: readFindingDraft });
  const wanted = useRef<Status>(most);
  const root = useRef<HTMLDivElement>(null);
  const { form, pending, errorOf, unplaced, current, submit, dismiss } = useActionForm({
    fields: FINDING_FIELDS,
    save: (over) => {
      const version = over ?? draft.value.version;
      const words = { ...wordsOf(draft.value), ...(version !== null && { version }) };
      return writeFindingAction(team, { caseId, number, ...words, status: wanted.current });
    },
    onSaved: (finding) => {
      draft.forget();
      onSaved(finding);
    },
  });
  useEffect(() => root.current?.querySelector("input")?.focus(), []);
  useShortcuts([{ keys: "escape", label: "Close the finding", group: "Finding", inInputs: true, run: onCancel }]);
  const change = (fields: Partial<FindingDraft>) => draft.set((before) => ({ ...before, ...fields }));
  const saveAs = (status: Status) => {
    wanted.current = status;
    submit();
  };
  const newer = Finding.safeParse(current).data;
  return (
    <form {...form} aria-label="Finding" className="max-w-form border-s-2 border-s-accent ps-4">
      <div ref={root} className="flex flex-col gap-4">
        <FormErrors errors={unplaced} />
        {draft.restored ? <Restored onDiscard={draft.discard} /> : null}
        {newer ? (
          <StaleNotice
            what="finding"
            fields={differing(draft.value, draftOf(newer))}
            onKeepMine={() => submit(newer.version)}
            onTakeTheirs={() => {
              draft.set(draftOf(newer));
              dismiss();
            }}
          />
        ) : null}
        <FindingFields
          value={draft.value}
          onChange={change}
          errorOf={errorOf}
          camps={props.camps}
          proposedQuestion={props.proposedQuestion}
        />
        <div className="flex flex-wrap justify-end gap-2">
          <Button variant="ghost" onClick={onCancel}>
            Cancel
          </Button>
          <Button pending={pending && wanted.current === "draft"} onClick={() => saveAs("draft")}>
            {WORD.draft}
          </Button>
          {most === "signed" ? (
            <Button pending={pending && wanted.current === "proposed"} onClick={() => saveAs("proposed")}>
              {WORD.proposed}
            </Button>
          ) : null}
          <Button
            variant="primary"
            pending={pending && wanted.current === most}
            keys="mod+enter"
            onClick={() => saveAs(most)}
          >
            {WORD[most]}
          </Button>
        </div>
      </div>
    </form>
  );
}

const Restored = ({ onDiscard }: { onDiscard: () => void }) => (
  <p role="status" className="flex flex-wrap items-center gap-2 text-ink-2 text-sm">
    This is what you had typed here before.
    <Button size="sm" variant="ghost" onClick={onDiscard}>
      Discard it
    </Button>
  </p>
);

function differing(mine: FindingDraft, theirs: FindingDraft): StaleField[] {
  const rows = [
    { label: "Question", of: ({ question }: FindingDraft) => question },
    { label: "Outcome", of: ({ outcome }: FindingDraft) => (outcome ? OUTCOME_WORDS[outcome] : "") },
    { label: "Camp", of: ({ preferredCamp }: FindingDraft) => preferredCamp },
    { label: "Rationale", of: ({ rationale }: FindingDraft) => rationale },
    { label: "Likelihood", of: ({ likelihood }: FindingDraft) => likelihoodWords(likelihood) },
    { label: "Confidence", of: ({ confidence }: FindingDraft) => confidence },
  ];
  return rows
    .map(({ label, of }) => ({ label, mine: of(mine), theirs: of(theirs) }))
    .filter((row) => row.mine !== row.theirs);
}

function likelihoodWords(value: string): string {
  const band = Likelihood.safeParse(value).data;
  return band ? LIKELIHOOD_WORDS[band].words : "";
}
