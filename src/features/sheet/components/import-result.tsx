"use client";

import type { ReactNode } from "react";
import { Button } from "@/ui/button";
import { DataTable, TableCell, TableHead, TableHeader, TableRow } from "@/ui/data-table";
import { Progress } from "@/ui/progress";
import { SourceText } from "@/ui/source-text";
import { tellImport } from "../rules/tell-import";
import type { Import, ImportError } from "../schema";
import { isOver } from "./use-import";

type ImportResultProps = {
  found: Import;
  /** Stops it while it runs; null where that is not the reader's to do. */
  onCancel?: (() => void) | null;
  /** What may be done next; stands before the faults, which may be many. */
  children?: ReactNode;
};

const PHASES: Record<Import["phase"], string> = {
  reading: "Reading the file",
  checking: "Checking the rows",
  writing: "Importing",
};

/** How far an import is; once it is over, what came of it and which cells stood in its way. */
export function ImportResult({ found, onCancel = null, children }: ImportResultProps) {
  if (!isOver(found)) {
    const { status, phase, done, total } = found;
    const label = status === "queued" ? "Waiting for its turn" : PHASES[phase];
    return (
      <div className="max-w-form">
        <Progress
          label={label}
          value={done}
          max={total}
          detail={total > 0 ? `${done.toLocaleString("en")} of ${total.toLocaleString("en")} rows` : "reading the file"}
        />
        <p className="mt-1.5 text-ink-3 text-xs">
          You may leave this page; the work goes on, and the list below keeps its result.
        </p>
        {onCancel ? (
          <Button size="sm" className="mt-2" onClick={onCancel}>
            Stop it
          </Button>
        ) : null}
      </div>
    );
  }
  return (
    <div className="flex flex-col gap-3">
      <p className={found.status === "failed" ? "font-medium text-danger" : "font-medium"}>
        {found.cancelled ? "Stopped; nothing was written." : tellImport(found)}
      </p>
      {children}
      {found.errors.length > 0 ? <ErrorTable errors={found.errors} failed={found.failed} /> : null}
    </div>
  );
}

/** As many as somebody goes through before correcting the file and trying again. */
const SHOWN = 100;

function ErrorTable({ errors, failed }: { errors: ImportError[]; failed: number }) {
  const shown = errors.slice(0, SHOWN);
  return (
    <div>
      <DataTable caption="What is wrong, by row and column">
        <TableHead>
          <TableHeader align="end" className="w-16">
            Row
          </TableHeader>
          <TableHeader className="w-40">Column</TableHeader>
          <TableHeader>What is wrong</TableHeader>
        </TableHead>
        <tbody>
          {shown.map(({ row, column, message }, index) => (
            // A cell may have two faults that read the same.
            <TableRow key={`${index.toString()} ${row} ${column}`}>
              <TableCell align="end" className="font-mono text-xs">
                {row > 0 ? row : "–"}
              </TableCell>
              <TableCell className="font-mono text-xs">
                <SourceText>{column || "–"}</SourceText>
              </TableCell>
              <TableCell className="whitespace-normal">
                <SourceText>{message}</SourceText>
              </TableCell>
            </TableRow>
          ))}
        </tbody>
      </DataTable>
      <p className="mt-1.5 text-ink-3 text-xs">
        Rows count as in a spreadsheet: the header is row 1.
        {errors.length > SHOWN ? ` The first ${SHOWN} of ${errors.length.toLocaleString("en")} faults are shown` : ""}
        {errors.length > SHOWN && failed > 0 ? `, in ${failed.toLocaleString("en")} refused rows.` : ""}
      </p>
    </div>
  );
}
