"use client";

import { useEffect, useState } from "react";
import { attempt } from "@/ui/attempt";
import { Badge } from "@/ui/badge";
import { Button } from "@/ui/button";
import { DataTable, TableCell, TableHead, TableHeader, TableRow } from "@/ui/data-table";
import { Disclosure } from "@/ui/disclosure";
import { Segmented } from "@/ui/segmented";
import { SkeletonRows } from "@/ui/skeleton";
import { SourceText } from "@/ui/source-text";
import { columnLabel } from "../rules/view-columns";
import type { Import, ImportRow, RowOutcome } from "../schema";
import { askImportRows } from "./send-sheet";

type ImportRowsProps = { team: string; found: Import };

/** What becomes of each row of a file, or became of it. */
export function ImportRows({ team, found }: ImportRowsProps) {
  const [open, setOpen] = useState(false);
  const [outcome, setOutcome] = useState<RowOutcome | null>(null);
  return (
    <Disclosure summary="Row by row" onToggle={setOpen}>
      {open ? (
        <div className="flex flex-col gap-3">
          <Segmented
            legend="Rows"
            hideLegend
            name="row-outcome"
            value={outcome ?? "all"}
            onChange={(value) => setOutcome(value === "all" ? null : (value as RowOutcome))}
            options={choices(found)}
          />
          <RowList key={outcome ?? "all"} team={team} found={found} outcome={outcome} />
        </div>
      ) : null}
    </Disclosure>
  );
}

const WORDS: Record<RowOutcome, { will: string; is: string }> = {
  created: { will: "to create", is: "created" },
  updated: { will: "to change", is: "changed" },
  unchanged: { will: "left as they are", is: "left as they were" },
  failed: { will: "refused", is: "refused" },
};

const wordOf = (outcome: RowOutcome, { dryRun }: Import) => WORDS[outcome][dryRun ? "will" : "is"];

function choices(found: Import) {
  const counts: [RowOutcome, number][] = [
    ["created", found.created],
    ["updated", found.updated],
    ["unchanged", found.unchanged],
    ["failed", found.failed],
  ];
  return [
    { value: "all", label: `All ${found.total.toLocaleString("en")}` },
    ...counts.map(([value, count]) => ({
      value,
      label: `${count.toLocaleString("en")} ${wordOf(value, found)}`,
      disabled: count === 0,
    })),
  ];
}

function RowList({ team, found, outcome }: ImportRowsProps & { outcome: RowOutcome | null }) {
  const { rows, more, failed, pending } = useRows(team, found.id, outcome);
  if (failed && rows.length === 0) {
    return (
      <p role="alert" className="text-danger">
        The rows could not be read.{" "}
        <button type="button" className="link" onClick={() => more?.()}>
          Try again
        </button>
      </p>
    );
  }
  if (rows.length === 0) return pending ? <SkeletonRows rows={6} height={33} label="Loading the rows" /> : null;
  return (
    <>
      <DataTable caption="What becomes of the rows">
        <TableHead>
          <TableHeader align="end" className="w-16">
            Row
          </TableHeader>
          <TableHeader className="w-32">Claim</TableHeader>
          <TableHeader>What it says</TableHeader>
          <TableHeader className="w-1/3">What changes, or is wrong</TableHeader>
        </TableHead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.row} row={row} found={found} />
          ))}
        </tbody>
      </DataTable>
      {more ? (
        <Button className="self-start" size="sm" pending={pending} onClick={more}>
          Show more
        </Button>
      ) : null}
    </>
  );
}

function Row({ row, found }: { row: ImportRow; found: Import }) {
  const { statement, ...others } = row.cells;
  return (
    <TableRow className="align-top">
      <TableCell align="end" className="align-top font-mono text-xs leading-5">
        {row.row}
      </TableCell>
      <TableCell className="align-top">
        <span className="flex flex-wrap items-center gap-1.5">
          {row.claim ? <span className="font-mono text-xs">{row.claim}</span> : null}
          <Badge tone={row.outcome === "failed" ? "danger" : row.outcome === "unchanged" ? "neutral" : "accent"}>
            {wordOf(row.outcome, found)}
          </Badge>
        </span>
      </TableCell>
      <TableCell className="max-w-96 whitespace-normal align-top">
        <SourceText className="block break-words">{statement ?? ""}</SourceText>
        <span className="mt-0.5 block text-ink-2 text-xs">
          {Object.entries(others).map(([column, text]) => (
            <span key={column} className="me-3 inline-block max-w-full break-words">
              <span className="text-ink-3">{columnLabel(column)}</span> <SourceText>{text}</SourceText>
            </span>
          ))}
        </span>
      </TableCell>
      <TableCell className="whitespace-normal align-top">
        <ul>
          {row.errors.map(({ column, message }) => (
            <li key={`${column} ${message}`} className="text-danger">
              {column ? `${columnLabel(column)} ` : ""}
              {message}
            </li>
          ))}
          {row.changes.map((change) => (
            <li key={change.column} className="break-words">
              <span className="text-ink-3">{columnLabel(change.column)}</span>{" "}
              <del className="text-ink-3">
                <SourceText>{change.old || "nothing"}</SourceText>
              </del>{" "}
              → <SourceText>{change.new || "nothing"}</SourceText>
            </li>
          ))}
        </ul>
      </TableCell>
    </TableRow>
  );
}

type Known = { rows: ImportRow[]; next: string | null; failed: boolean };

/** The rows read so far, and the way to the next ones. */
function useRows(team: string, id: string, outcome: RowOutcome | null) {
  const [known, setKnown] = useState<Known | null>(null);
  const [pending, setPending] = useState(true);
  const read = async (cursor: string | null): Promise<void> => {
    setPending(true);
    const answer = await attempt(() => askImportRows(team, id, outcome, cursor));
    setPending(false);
    setKnown((before) => {
      const rows = before?.rows ?? [];
      if (!answer.ok) return { rows, next: cursor, failed: true };
      return { rows: [...rows, ...answer.value.items], next: answer.value.nextCursor, failed: false };
    });
  };
  const [first] = useState(() => ({ asked: false }));
  useEffect(() => {
    if (first.asked) return;
    first.asked = true;
    void read(null);
  });
  const isMore = known !== null && (known.next !== null || known.failed);
  return {
    rows: known?.rows ?? [],
    failed: known?.failed ?? false,
    pending,
    more: isMore ? () => void read(known.next) : null,
  };
}
