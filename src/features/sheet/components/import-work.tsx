"use client";

import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { attempt, type Outcome, sayFailure } from "@/ui/attempt";
import { Button } from "@/ui/button";
import { LinkButton } from "@/ui/link-button";
import type { Import } from "../schema";
import { ColumnMapping } from "./column-mapping";
import { ImportResult } from "./import-result";
import { ImportRows } from "./import-rows";
import { cancelImport, refusedHref, sendMapping, writeImport } from "./send-sheet";
import { isOver, useImport } from "./use-import";

type ImportWorkProps = {
  team: string;
  started: Import;
  /** One's own: others see what came of it, and not its rows. */
  own: boolean;
  sheetHref: string;
};

/** One import, from its file to the case: what its columns become, what becomes of its rows, and then writing them. */
export function ImportWork({ team, started, own, sheetHref }: ImportWorkProps) {
  const [begun, setBegun] = useState(started);
  const found = useImport(team, begun);
  const [changed, setChanged] = useState(false);
  const over = isOver(found);
  useRefreshed(over, found.version);
  const go = async (act: () => Promise<Outcome<Import>>) => {
    const outcome = await attempt(act);
    if (!outcome.ok) return sayFailure(outcome);
    setChanged(false);
    setBegun(outcome.value);
  };
  const checked = own && over && found.dryRun && found.status === "done";
  return (
    <section
      aria-label={found.dryRun ? "What the sheet would change" : "What the sheet changed"}
      aria-live="polite"
      className="flex flex-col gap-4 text-sm"
    >
      <h2 className="font-semibold text-base">
        {found.dryRun ? "Check of " : "Import of "}
        <bdi>{found.filename}</bdi>
      </h2>
      {own && over && found.dryRun && found.columns.length > 0 ? (
        <ColumnMapping
          key={`${found.id} ${found.version}`}
          team={team}
          found={found}
          onChanged={setChanged}
          onMapped={(mapping) => void go(() => sendMapping(team, found, mapping))}
        />
      ) : null}
      <ImportResult found={found} onCancel={own ? () => void go(() => cancelImport(team, found)) : null}>
        {checked ? <Next found={found} changed={changed} onWrite={() => go(() => writeImport(team, found))} /> : null}
        <Ways team={team} found={found} own={own} sheetHref={sheetHref} />
      </ImportResult>
      {own && over && found.status === "done" && found.total > 0 ? (
        <ImportRows key={`rows ${found.id} ${found.version}`} team={team} found={found} />
      ) : null}
    </section>
  );
}

/** The list of imports, and the counts of the case, belong to the server. */
function useRefreshed(over: boolean, version: number) {
  const router = useRouter();
  const [seen, setSeen] = useState<number | null>(null);
  useEffect(() => {
    if (!over || seen === version) return;
    setSeen(version);
    router.refresh();
  }, [over, seen, version, router]);
}

type NextProps = { found: Import; changed: boolean; onWrite: () => Promise<void> };

/** What may be done with what was checked. */
function Next({ found, changed, onWrite }: NextProps) {
  const [pending, setPending] = useState(false);
  const { failed } = found;
  if (found.created + found.updated === 0) {
    return (
      <p className="text-ink-2">
        {failed > 0 ? "Correct the file and choose it again." : "There is nothing to import."}
      </p>
    );
  }
  const write = async () => {
    setPending(true);
    await onWrite();
    setPending(false);
  };
  return (
    <div className="flex flex-wrap items-center gap-3">
      <Button variant="primary" pending={pending} disabled={changed} onClick={() => void write()}>
        {failed > 0 ? "Import the rows that are right" : "Import"}
      </Button>
      {changed ? (
        <span className="text-ink-2">Check it again first: the columns were changed.</span>
      ) : failed > 0 ? (
        <span className="text-ink-2">Or correct the file and choose it again.</span>
      ) : null}
    </div>
  );
}

type WaysProps = { team: string; found: Import; own: boolean; sheetHref: string };

/** Where one goes from here. */
function Ways({ team, found, own, sheetHref }: WaysProps) {
  if (!isOver(found) || found.status !== "done") return null;
  const isWritten = !found.dryRun && found.created + found.updated > 0;
  const hasRefused = own && found.failed > 0 && found.columns.length > 0;
  if (!isWritten && !hasRefused) return null;
  return (
    <div className="flex flex-wrap items-center gap-3">
      {isWritten ? (
        <LinkButton href={sheetHref} variant="primary">
          See the sheet
        </LinkButton>
      ) : null}
      {hasRefused ? (
        <a className="link inline-flex min-h-6 items-center" href={refusedHref(team, found.id)} download>
          Take the refused rows to correct them
        </a>
      ) : null}
    </div>
  );
}
