"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { attempt, type Failure, sayFailure } from "@/ui/attempt";
import { Button } from "@/ui/button";
import { Field } from "@/ui/field";
import { FileDrop } from "@/ui/file-drop";
import { LinkButton } from "@/ui/link-button";
import type { Import } from "../schema";
import { ImportResult } from "./import-result";
import { sendSheet } from "./send-sheet";
import { isOver, useImport } from "./use-import";

type ImportSheetProps = {
  team: string;
  caseId: string;
  sheetHref: string;
};

type Step = { file: File; started: Import };

/** Choose a file; it is checked at once and nothing is written; then import what was checked. */
export function ImportSheet({ team, caseId, sheetHref }: ImportSheetProps) {
  const [step, setStep] = useState<Step | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const [sending, setSending] = useState(false);
  // A second file chosen while the first is on its way takes its place.
  const newest = useRef(0);

  const send = async (file: File, dryRun: boolean) => {
    newest.current += 1;
    const turn = newest.current;
    setRefused(null);
    setSending(true);
    const outcome = await attempt(() => sendSheet({ team, caseId, file, dryRun }));
    if (turn !== newest.current) return;
    setSending(false);
    if (outcome.ok) setStep({ file, started: outcome.value });
    else refuse(outcome);
  };
  const refuse = (failure: Failure) => {
    setRefused([failure.message, ...failure.errors.map(({ message }) => `The file ${message}.`)].join(" "));
    if (failure.code === "UNAUTHENTICATED") sayFailure(failure);
  };
  const choose = (files: File[]) => {
    const [file] = files;
    setStep(null);
    if (file) void send(file, true);
  };
  return (
    <div className="flex flex-col gap-4">
      <Field label="Sheet as a CSV file" error={refused ?? undefined} className="max-w-form">
        <FileDrop
          accept=".csv,.tsv,.txt,.xlsx,.json,text/csv"
          note="CSV, XLSX, or a case as JSON, up to 100 MB. It is checked first; nothing is written yet."
          onFiles={choose}
        />
      </Field>
      {sending ? (
        <p role="status" className="text-ink-2 text-sm">
          Sending the file…
        </p>
      ) : null}
      {step ? (
        <Checked
          key={step.started.id}
          team={team}
          started={step.started}
          sending={sending}
          sheetHref={sheetHref}
          onImport={() => void send(step.file, false)}
        />
      ) : null}
    </div>
  );
}

type CheckedProps = { team: string; started: Import; sending: boolean; sheetHref: string; onImport: () => void };

function Checked({ team, started, sending, sheetHref, onImport }: CheckedProps) {
  const found = useImport(team, started);
  const router = useRouter();
  const over = isOver(found);
  // The list of imports below, and the counts of the case, belong to the server.
  useEffect(() => {
    if (over) router.refresh();
  }, [over, router]);
  const writes = found.created + found.updated;
  return (
    <section
      aria-label={found.dryRun ? "What the sheet would change" : "What the sheet changed"}
      aria-live="polite"
      className="flex flex-col gap-3 text-sm"
    >
      <h2 className="font-semibold text-base">
        {found.dryRun ? "Check of " : "Import of "}
        <bdi>{found.filename}</bdi>
      </h2>
      <ImportResult found={found}>
        {over && found.dryRun && found.status === "done" ? (
          writes > 0 ? (
            <div className="flex flex-wrap items-center gap-3">
              <Button variant="primary" pending={sending} onClick={onImport}>
                {found.failed > 0 ? "Import the rows that are right" : "Import"}
              </Button>
              {found.failed > 0 ? <span className="text-ink-2">Or correct the file and choose it again.</span> : null}
            </div>
          ) : (
            <p className="text-ink-2">
              {found.failed > 0 ? "Correct the file and choose it again." : "There is nothing to import."}
            </p>
          )
        ) : null}
        {over && !found.dryRun && writes > 0 ? (
          <LinkButton href={sheetHref} variant="primary" className="self-start">
            See the sheet
          </LinkButton>
        ) : null}
      </ImportResult>
    </section>
  );
}
