// biome-ignore-all lint/a11y/useSemanticElements: a table of forty thousand cells would not move; the twin is one
// biome-ignore-all lint/a11y/useKeyWithClickEvents: `useGridKeys` binds the keys, so that they are told of
"use client";

import { type MouseEvent, type Ref, type RefObject, useEffect, useImperativeHandle, useRef, useState } from "react";
import { useShortcuts } from "@/ui/keys/shortcuts";
import { SourceText } from "@/ui/source-text";
import { tellCounts, type ViewCell } from "../rules/matrix-view";
import { MatrixHeads } from "./matrix-heads";
import { MatrixMarks } from "./matrix-marks";

type Outlet = { id: string; name: string };
type Spot = { row: number; column: number };

type MatrixGridProps = {
  outlets: Outlet[];
  cells: ViewCell[];
  /** The open cell. */
  chosen: { a: string; b: string } | null;
  onOpen: (a: string, b: string) => void;
  handle: Ref<{ focus: () => void }>;
};

/** From how many outlets on a cell is how large: for a finger where there are few, for the eye alone where many. */
const SIZES = [
  { upTo: 10, size: 52 },
  { upTo: 20, size: 38 },
  { upTo: 60, size: 26 },
];

const sizeFor = (outlets: number) => SIZES.find(({ upTo }) => outlets <= upTo)?.size ?? 16;

const keyOf = (row: number, column: number) => `${Math.min(row, column)} ${Math.max(row, column)}`;

/**
 * The drawing. One cell at a time is in the page, the one that the keys stand on; all marks are three outlines. What a
 * cell says stands above the drawing and is the name of the cell in focus; the table holds the same.
 */
export function MatrixGrid({ outlets, cells, chosen, onOpen, handle }: MatrixGridProps) {
  const size = sizeFor(outlets.length);
  const counts = new Map(cells.map((cell) => [keyOf(cell.i, cell.j), cell]));
  const [spot, setSpot] = useState<Spot>(() => startAt(outlets, cells, chosen));
  const [hovered, setHovered] = useState<Spot | null>(null);
  const [focused, setFocused] = useState(false);
  const grid = useRef<HTMLDivElement>(null);
  const current = useRef<HTMLDivElement>(null);
  const walked = useRef(false);

  const at = { row: Math.min(spot.row, outlets.length - 1), column: Math.min(spot.column, outlets.length - 1) };
  const go = (row: number, column: number) => {
    walked.current = true;
    const within = (place: number) => Math.max(0, Math.min(outlets.length - 1, place));
    setSpot({ row: within(row), column: within(column) });
  };
  // A cell of its own for each place, so that a screen reader reads the next one as it gets the focus.
  useEffect(() => {
    if (!walked.current) return;
    walked.current = false;
    current.current?.focus({ preventScroll: true });
    current.current?.scrollIntoView({ block: "nearest", inline: "nearest" });
  });
  useImperativeHandle(handle, () => ({ focus: () => current.current?.focus() }), []);
  const open = ({ row, column }: Spot) => {
    const [a, b] = [outlets[row], outlets[column]];
    if (a && b && counts.has(keyOf(row, column))) onOpen(a.id, b.id);
  };
  useGridKeys(grid, { at, go, open: () => open(at), next: (by) => go(...nextFilled(cells, at, by)) });

  const spotUnder = (event: MouseEvent): Spot | null => {
    const box = grid.current?.getBoundingClientRect();
    if (!box) return null;
    const [column, row] = [event.clientX - box.left, event.clientY - box.top].map((each) => Math.floor(each / size));
    return row === undefined || column === undefined || !outlets[row] || !outlets[column] ? null : { row, column };
  };
  const tell = ({ row, column }: Spot) =>
    `${outlets[row]?.name} and ${row === column ? "itself" : outlets[column]?.name}: ${tellCounts(counts.get(keyOf(row, column)))}`;
  const shown = hovered ?? (focused || chosen ? at : null);
  return (
    <>
      <p className="mb-2 min-h-5 text-sm" aria-hidden="true">
        {shown ? (
          <Told spot={shown} outlets={outlets} told={tellCounts(counts.get(keyOf(shown.row, shown.column)))} />
        ) : (
          <span className="text-ink-3">
            Point at a cell to read it, or walk there with the arrow keys; Enter opens it.
          </span>
        )}
      </p>
      <MatrixHeads outlets={outlets} size={size} shown={shown}>
        <div
          ref={grid}
          role="grid"
          aria-label={`Matrix of ${outlets.length} outlets`}
          aria-rowcount={outlets.length}
          aria-colcount={outlets.length}
          onPointerMove={(event) => setHovered((before) => sameOr(before, spotUnder(event)))}
          onPointerLeave={() => setHovered(null)}
          onFocus={() => setFocused(true)}
          onBlur={() => setFocused(false)}
          onClick={(event) => {
            const under = spotUnder(event);
            if (!under) return;
            setSpot(under);
            open(under);
          }}
          className="absolute inset-0 cursor-pointer"
        >
          <MatrixMarks cells={cells} count={outlets.length} size={size} />
          <div role="row" tabIndex={-1} aria-rowindex={at.row + 1} className="contents">
            <div
              key={`${at.row} ${at.column}`}
              ref={current}
              role="gridcell"
              tabIndex={0}
              aria-colindex={at.column + 1}
              aria-selected={isChosen(chosen, outlets, at)}
              aria-label={tell(at)}
              className="absolute scroll-ms-(--names) scroll-mt-(--heads) rounded-sm outline-2 outline-edge -outline-offset-2 focus-visible:outline-accent"
              style={{ top: at.row * size, insetInlineStart: at.column * size, width: size, height: size }}
            />
          </div>
        </div>
      </MatrixHeads>
    </>
  );
}

function Told({ spot, outlets, told }: { spot: Spot; outlets: Outlet[]; told: string }) {
  return (
    <>
      <SourceText className="font-medium">{outlets[spot.row]?.name}</SourceText> and{" "}
      {spot.row === spot.column ? (
        "itself"
      ) : (
        <SourceText className="font-medium">{outlets[spot.column]?.name}</SourceText>
      )}
      : <span className="text-ink-2">{told}</span>
    </>
  );
}

type GridKeys = {
  at: Spot;
  go: (row: number, column: number) => void;
  open: () => void;
  next: (by: 1 | -1) => void;
};

function useGridKeys(within: RefObject<HTMLDivElement | null>, { at, go, open, next }: GridKeys) {
  useShortcuts(
    [
      { keys: "arrowright", label: "Walk the cells", run: () => go(at.row, at.column + 1) },
      { keys: "arrowleft", label: "Left", hidden: true, run: () => go(at.row, at.column - 1) },
      { keys: "arrowdown", label: "Down", hidden: true, run: () => go(at.row + 1, at.column) },
      { keys: "arrowup", label: "Up", hidden: true, run: () => go(at.row - 1, at.column) },
      { keys: "home", label: "To the first column", hidden: true, run: () => go(at.row, 0) },
      { keys: "end", label: "To the last column", hidden: true, run: () => go(at.row, Number.MAX_SAFE_INTEGER) },
      { keys: "]", label: "Next filled cell", run: () => next(1) },
      { keys: "[", label: "Previous filled cell", run: () => next(-1) },
      { keys: "enter", label: "Open the cell", run: open },
    ],
    { within },
  );
}

const sameOr = (before: Spot | null, after: Spot | null) =>
  before?.row === after?.row && before?.column === after?.column ? before : after;

/** The open cell, else the first in which there is something. */
function startAt(outlets: Outlet[], cells: ViewCell[], chosen: MatrixGridProps["chosen"]): Spot {
  const place = (id: string | undefined) => outlets.findIndex((outlet) => outlet.id === id);
  const [row, column] = [place(chosen?.a), place(chosen?.b)];
  if (row >= 0 && column >= 0) return { row, column };
  const [first] = cells;
  return { row: first?.i ?? 0, column: first?.j ?? 0 };
}

function isChosen(chosen: MatrixGridProps["chosen"], outlets: Outlet[], { row, column }: Spot): boolean {
  const here = [outlets[row]?.id, outlets[column]?.id];
  return (
    chosen !== null && here.includes(chosen.a) && here.includes(chosen.b) && (chosen.a !== chosen.b || row === column)
  );
}

/** In the order of reading, each pair once: those above the diagonal. Round at the ends. */
function nextFilled(cells: ViewCell[], { row, column }: Spot, by: 1 | -1): [number, number] {
  const [i, j] = [Math.min(row, column), Math.max(row, column)];
  const places = cells.map((cell) => ({ row: cell.i, column: cell.j }));
  const found =
    by > 0
      ? places.find((place) => place.row > i || (place.row === i && place.column > j))
      : places.findLast((place) => place.row < i || (place.row === i && place.column < j));
  const next = found ?? (by > 0 ? places[0] : places.at(-1));
  return [next?.row ?? row, next?.column ?? column];
}
