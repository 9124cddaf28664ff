"use client";

import { memo, type ReactNode } from "react";
import { cn } from "@/ui/class-names";
import type { GridRow } from "../schema";
import { CellContent } from "./grid-cell";
import type { ShownColumn } from "./grid-column";
import type { PendingCell } from "./use-cell-edits";

type GridRowLineProps = {
  line: number;
  top: number;
  height: number;
  row: GridRow;
  columns: readonly ShownColumn[];
  base: string;
  words: readonly string[];
  /** The column of the cell in focus, where it is in this row. */
  active: number | null;
  /** The cell that Tab enters the grid by, where it is in this row. */
  stop: number | null;
  /** Columns of this row inside the selected block. */
  from: number;
  to: number;
  /** Shown in full beside the sheet, or picked for a change of many. */
  opened: boolean;
  picked: boolean;
  /** What was written in its cells and is not confirmed, by column. */
  pending: ReadonlyMap<string, PendingCell> | null;
  editor: ReactNode;
};

/** A row of the sheet. It is rendered again only where something of it changed, so that scrolling stays light. */
export const GridRowLine = memo(function GridRowLine(props: GridRowLineProps) {
  const { line, top, height, row, columns, active, opened, picked } = props;
  const retracted = row.cells.status === "retracted";
  return (
    <div
      role="row"
      aria-rowindex={line + 2}
      aria-selected={opened || picked || active !== null || undefined}
      data-claim={row.id}
      style={{ top, height }}
      className={cn(
        "group/row absolute inset-x-0 flex bg-paper hover:bg-desk",
        (opened || picked || active !== null) && "bg-accent-wash hover:bg-accent-wash",
        picked && "shadow-[inset_3px_0_0_var(--accent)] rtl:shadow-[inset_-3px_0_0_var(--accent)]",
        retracted && "text-ink-3",
      )}
    >
      {columns.map((column, index) => (
        <Cell key={column.name} {...props} column={column} index={index} />
      ))}
    </div>
  );
});

type CellProps = GridRowLineProps & { column: ShownColumn; index: number };

function Cell({ line, row, columns, column, index, base, words, active, stop, from, to, pending, editor }: CellProps) {
  const state = pending?.get(column.name) ?? null;
  const isActive = active === index;
  const isNumber = column.name === "claim";
  const problemId = state?.problem ? `problem-${line}-${index}` : undefined;
  return (
    <div
      role={isNumber ? "rowheader" : "gridcell"}
      aria-colindex={index + 1}
      aria-readonly={!column.writable || undefined}
      aria-selected={index >= from && index <= to}
      aria-invalid={problemId ? true : undefined}
      aria-describedby={problemId}
      aria-busy={state && !problemId ? true : undefined}
      data-cell={`${line}:${index}`}
      tabIndex={isNumber ? undefined : stop === index ? 0 : -1}
      style={{ width: column.width, insetInlineStart: column.frozen ? column.start : undefined }}
      className={cn(
        "flex shrink-0 items-center border-hairline border-b px-2.5 text-sm leading-5 -outline-offset-2 outline-accent",
        column.frozen ? "sticky z-5 bg-inherit" : "relative",
        index >= from && index <= to && from !== to && "bg-quote-wash",
        isActive && !editor ? "outline-2" : "outline-none",
        state && "text-ink-2 italic",
        problemId && "bg-danger-wash text-danger not-italic",
        isActive && editor && "z-20",
      )}
    >
      <span className="min-w-0 max-w-full truncate">
        <CellContent
          {...{ row, base, words }}
          column={column.name}
          stops={stop === index}
          written={state ? state.text : null}
        />
      </span>
      {isActive && !editor && !problemId ? <InFull row={row} column={column} /> : null}
      {problemId ? (
        <Problem
          id={problemId}
          text={said(column.label, state?.problem ?? "")}
          shown={isActive && !editor}
          atEnd={index > columns.length / 2}
        />
      ) : null}
      {isActive ? editor : null}
    </div>
  );
}

/** Long words of the cell in focus, over the rows below. */
function InFull({ row, column }: { row: GridRow; column: ShownColumn }) {
  if (column.name !== "statement" && column.name !== "quote" && column.name !== "note") return null;
  const text = row.cells[column.name] ?? "";
  // A rough measure will do: where it is wrong, the words stand there twice, in the same place.
  if (text.length * 6.2 < column.width) return null;
  return (
    <span
      aria-hidden="true"
      className="pointer-events-none absolute inset-x-0 top-0 z-6 bg-accent-wash px-2.5 py-1.5 shadow-float outline-2 outline-accent -outline-offset-2"
    >
      <bdi dir="auto" className="line-clamp-6">
        {text}
      </bdi>
    </span>
  );
}

/** "Credibility is not on the scale": what is wrong is told of the column. */
const said = (label: string, problem: string) => (/^[a-z]/.test(problem) ? `${label} ${problem}` : problem);

type ProblemProps = {
  id: string;
  text: string;
  shown: boolean /** Where there is no room behind the cell. */;
  atEnd: boolean;
};

function Problem({ id, text, shown, atEnd }: ProblemProps) {
  return (
    <span
      id={id}
      role="alert"
      className={cn(
        shown
          ? "absolute top-full z-20 w-72 max-w-[80vw] whitespace-normal border-danger border-s-2 bg-raised px-2.5 py-1.5 text-ink text-sm shadow-float"
          : "sr-only",
        shown && (atEnd ? "end-0" : "start-0"),
      )}
    >
      {text}
    </span>
  );
}
