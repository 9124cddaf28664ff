"use client";

import { useRef, useState } from "react";
import { attempt, type Failure, type Outcome, sayFailure } from "@/ui/attempt";
import { toast } from "@/ui/toast";
import { editCellsAction } from "../actions";
import { type CellEdit, type EditedCells, type GridRow, MAX_EDITS, type StaleCell } from "../schema";
import { cellText } from "./grid-column";
import type { RowStore } from "./row-store";
import { SameVersions, type Versions } from "./same-versions";

/** What somebody wrote in a cell and the server does not have: being sent, or refused for a reason. */
export type PendingCell = { text: string; problem: string | null };
export type Pending = ReadonlyMap<string, PendingCell>;

export type WrittenCell = { row: GridRow; column: string; text: string };

/** The way back from a change, and from there forth again. */
type Way = { back: () => Promise<Outcome<unknown>>; done: string; forth: () => Way };
type OfferUndo = (title: string, way: Way) => void;

export const cellKey = (claimId: string, column: string) => `${claimId} ${column}`;

type Options = { team: string; caseId: string; store: RowStore; offerUndo: OfferUndo };

/**
 * Writes cells: they show what was written at once, and what the server makes of it when it answers. What it refuses
 * stays in its cell with the reason until it is corrected or let go. One change after the other, so that each knows the
 * versions that the one before has left.
 */
export function useCellEdits({ team, caseId, store, offerUndo }: Options) {
  const [pending, setPending] = useState<Pending>(new Map());
  const last = useRef<Promise<unknown>>(Promise.resolve());
  const [versions] = useState(() => new SameVersions());

  const mark = (cells: readonly WrittenCell[], of: (cell: WrittenCell, index: number) => PendingCell | null) =>
    setPending((before) => {
      const next = new Map(before);
      for (const [index, cell] of cells.entries()) {
        const key = cellKey(cell.row.id, cell.column);
        const state = of(cell, index);
        if (state) next.set(key, state);
        else next.delete(key);
      }
      return next;
    });
  const letGo = (cells: readonly Pick<WrittenCell, "row" | "column">[]) => mark(cells as WrittenCell[], () => null);

  const send = (edits: () => CellEdit[]) =>
    inTurn(
      last,
      () => attempt(() => editCellsAction(team, { caseId, edits: edits() })),
      (outcome) => {
        if (outcome.ok) store.patch(outcome.value.rows);
      },
    );

  /** `before` are the versions that the claims had before the change. */
  const wayBack = (undo: CellEdit[], before: Versions, title: string): Way => {
    let again: { edits: CellEdit[]; before: Versions } = { edits: [], before };
    return {
      back: async () => {
        const edits = versions.ofNow(undo);
        const outcome = await send(() => edits);
        if (outcome.ok) {
          versions.restore(before, outcome.value.rows);
          again = { edits: outcome.value.undo, before: versionsOf(edits) };
        }
        return outcome;
      },
      done: `${title}: taken back`,
      forth: () => ({ ...wayBack(again.edits, again.before, title), done: `${title} again` }),
    };
  };

  const refuse = (cells: readonly WrittenCell[], failure: Failure) => {
    const stale = staleCells(failure);
    if (stale) store.patch(stale.rows);
    const reasons = new Map([
      ...told(failure),
      ...(stale?.cells.map(({ index, text }) => [index, sinceChanged(text)] as const) ?? []),
    ]);
    const otherwise =
      cells.length === 1 ? failure.message : "Not written, for other cells of the same change could not be.";
    mark(cells, ({ text }, index) => ({ text, problem: reasons.get(index) ?? otherwise }));
    if (cells.length === 1 && reasons.size > 0) return;
    if (failure.code === "INVALID" || failure.code === "CONFLICT") {
      toast.error(failure.message, {
        detail: "Nothing was written. What was to be written is marked in its cells.",
        action: { label: "Let it go", run: () => letGo(cells) },
      });
    } else sayFailure(failure);
  };

  /** Cells that say so already are left out. */
  const write = async (wanted: readonly WrittenCell[], title?: string): Promise<boolean> => {
    const cells = wanted.filter(
      ({ row, column, text }) => pending.has(cellKey(row.id, column)) || text !== cellText(row, column),
    );
    if (cells.length === 0) return true;
    if (cells.length > MAX_EDITS) {
      toast.error(`These are ${cells.length.toLocaleString("en")} cells`, {
        detail: `At most ${MAX_EDITS.toLocaleString("en")} are changed at once. Select fewer rows.`,
      });
      return false;
    }
    mark(cells, ({ text }) => ({ text, problem: null }));
    let sent: CellEdit[] = [];
    const outcome = await send(() => {
      sent = editsOf(cells, store);
      return sent;
    });
    if (!outcome.ok) {
      refuse(cells, outcome);
      return false;
    }
    letGo(cells);
    const said = title ?? saidOf(cells, outcome.value);
    if (outcome.value.undo.length > 0) offerUndo(said, wayBack(outcome.value.undo, versionsOf(sent), said));
    return true;
  };

  return { pending, write, letGo };
}

export type CellEdits = ReturnType<typeof useCellEdits>;

const versionsOf = (edits: readonly CellEdit[]): Versions =>
  new Map(edits.flatMap(({ claimId, version }) => (version === undefined ? [] : [[claimId, version] as const])));

/** After what was begun before it. */
function inTurn<T>(last: { current: Promise<unknown> }, work: () => Promise<T>, then: (result: T) => void): Promise<T> {
  const next = last.current.then(async () => {
    const result = await work();
    then(result);
    return result;
  });
  last.current = next.catch(() => undefined);
  return next;
}

/** With the versions that are held now. A row that is not held was read for this change. */
function editsOf(cells: readonly WrittenCell[], store: RowStore): CellEdit[] {
  const held = store.byId(cells.map(({ row }) => row.id));
  return cells.map(({ row, column, text }) => ({
    claimId: row.id,
    version: (held.get(row.id) ?? row).version,
    column,
    text,
  }));
}

const told = ({ errors }: Failure): (readonly [number, string])[] =>
  errors.flatMap(({ path, message }) => {
    const index = /^edits\.(\d+)\./.exec(path)?.[1];
    return index === undefined ? [] : [[Number(index), message] as const];
  });

function staleCells({ code, current }: Failure): { cells: StaleCell[]; rows: GridRow[] } | null {
  return code === "CONFLICT" && current ? (current as { cells: StaleCell[]; rows: GridRow[] }) : null;
}

const sinceChanged = (text: string) =>
  `Somebody else changed the claim meanwhile; this cell says ${text ? `“${text}”` : "nothing"} now. Write yours again to put it in its place.`;

function saidOf(cells: readonly WrittenCell[], { rows }: EditedCells): string {
  const [first] = cells;
  if (cells.length === 1 && first) return `C-${first.row.number} changed`;
  return `${cells.length.toLocaleString("en")} cells of ${rows.length.toLocaleString("en")} ${rows.length === 1 ? "claim" : "claims"} changed`;
}
