"use client";

import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { attempt, type Failure, sayFailure } from "@/ui/attempt";
import { Field } from "@/ui/field";
import { FileDrop } from "@/ui/file-drop";
import type { Import } from "../schema";
import { ImportWork } from "./import-work";
import { sendSheet } from "./send-sheet";

type ImportSheetProps = {
  team: string;
  caseId: string;
  userId: string;
  sheetHref: string;
  /** The import that the address names. */
  current: Import | null;
};

/** Choose a file; it is checked at once and nothing is written; then import what was checked. */
export function ImportSheet({ team, caseId, userId, sheetHref, current }: ImportSheetProps) {
  const router = useRouter();
  const [sent, setSent] = useState<Import | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const [sending, setSending] = useState(false);
  // A second file chosen while the first is on its way takes its place.
  const newest = useRef(0);
  const [named, setNamed] = useState(current?.id);
  // The address names another than the one that was just sent: somebody chose it from the list.
  if (named !== current?.id) {
    setNamed(current?.id);
    if (current && current.id !== sent?.id) setSent(null);
  }
  const shown = sent ?? current;

  const send = async (file: File) => {
    newest.current += 1;
    const turn = newest.current;
    setRefused(null);
    setSending(true);
    const outcome = await attempt(() => sendSheet({ team, caseId, file }));
    if (turn !== newest.current) return;
    setSending(false);
    if (!outcome.ok) return refuse(outcome);
    setSent(outcome.value);
    // So that one can leave, and come back to it.
    router.replace(`?import=${outcome.value.id}`, { scroll: false });
  };
  const refuse = (failure: Failure) => {
    setRefused([failure.message, ...failure.errors.map(({ message }) => `The file ${message}.`)].join(" "));
    if (failure.code === "UNAUTHENTICATED") sayFailure(failure);
  };
  return (
    <div className="flex flex-col gap-4">
      <Field label="File to import" error={refused ?? undefined} className="max-w-form">
        <FileDrop
          accept=".csv,.tsv,.txt,.xlsx,.json,text/csv"
          note="CSV, XLSX, or a case as JSON, up to 100 MB. It is checked first; nothing is written yet."
          onFiles={([file]) => file && void send(file)}
        />
      </Field>
      {sending ? (
        <p role="status" className="text-ink-2 text-sm">
          Sending the file…
        </p>
      ) : shown ? (
        <ImportWork key={shown.id} team={team} started={shown} own={shown.startedBy === userId} sheetHref={sheetHref} />
      ) : null}
    </div>
  );
}
