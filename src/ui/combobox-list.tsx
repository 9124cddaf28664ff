"use client";

import { type RefObject, useEffect, useLayoutEffect, useRef } from "react";
import type { ComboRow } from "./combobox-options";
import { SourceText } from "./source-text";

type ComboboxListProps = {
  id: string;
  open: boolean;
  anchor: RefObject<HTMLElement | null>;
  rows: ComboRow[];
  active: number;
  status: string | null;
  createLabel: string;
  onChoose: (row: ComboRow) => void;
  onPoint: (index: number) => void;
};

const GAP = 4;
const ROOM = 240;

export const optionId = (listId: string, index: number) => `${listId}-${index.toString()}`;

/** Puts the list under its box, or over it where there is more room, and out of reach of any scrolling parent. */
function place(list: HTMLElement, box: HTMLElement) {
  const { top, bottom, left, width } = box.getBoundingClientRect();
  const below = window.innerHeight - bottom - 2 * GAP;
  const above = top - 2 * GAP;
  const over = below < ROOM && above > below;
  list.style.left = `${left}px`;
  list.style.width = `${width}px`;
  list.style.top = over ? "auto" : `${bottom + GAP}px`;
  list.style.bottom = over ? `${window.innerHeight - top + GAP}px` : "auto";
  list.style.maxHeight = `${Math.min(320, over ? above : below)}px`;
}

/** The list of a box. The focus stays in the box, which points at the active option. */
export function ComboboxList(props: ComboboxListProps) {
  const { id, anchor, rows, active, status, createLabel, onChoose, onPoint } = props;
  const shown = props.open && (rows.length > 0 || status !== null);
  const frame = useRef<HTMLDivElement>(null);
  const list = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const [popup, box] = [frame.current, anchor.current];
    if (!shown || !popup || !box) return;
    const update = () => place(popup, box);
    const gone = new AbortController();
    const { signal } = gone;
    update();
    // Scrolling does not bubble, so it is caught on the way down, whichever part of the page scrolls.
    window.addEventListener("scroll", update, { capture: true, signal });
    window.addEventListener("resize", update, { signal });
    // The box must not lose the focus to its own list, nor to the list's scroll bar.
    popup.addEventListener("mousedown", (event) => event.preventDefault(), { signal });
    return () => gone.abort();
  }, [shown, anchor]);
  useEffect(() => {
    if (active >= 0) list.current?.children[active]?.scrollIntoView({ block: "nearest" });
  }, [active]);
  if (!shown) return null;
  return (
    <div ref={frame} className="floating fixed z-50 min-w-48 overflow-y-auto overscroll-contain">
      {rows.length > 0 ? (
        <div ref={list} role="listbox" id={id} aria-label="Options" className="py-1">
          {rows.map((row, index) => (
            <Option
              key={row.value}
              id={optionId(id, index)}
              row={row}
              active={index === active}
              createLabel={createLabel}
              onChoose={() => onChoose(row)}
              onPoint={() => onPoint(index)}
            />
          ))}
        </div>
      ) : null}
      {status ? (
        <p role="status" className="px-2.5 py-1.5 text-ink-3 text-sm">
          {status}
        </p>
      ) : null}
    </div>
  );
}

type OptionProps = {
  id: string;
  row: ComboRow;
  active: boolean;
  createLabel: string;
  onChoose: () => void;
  onPoint: () => void;
};

function Option({ id, row, active, createLabel, onChoose, onPoint }: OptionProps) {
  return (
    // Not a stop of its own: the box holds the focus, and its keys are the option's keys.
    <button
      type="button"
      role="option"
      id={id}
      tabIndex={-1}
      aria-selected={active}
      onClick={onChoose}
      onPointerMove={onPoint}
      className="flex min-h-8 w-full items-center gap-2 px-2.5 py-1 text-start text-sm aria-selected:bg-accent-wash pointer-coarse:min-h-11"
    >
      {row.create ? <span className="shrink-0 text-accent">{createLabel}</span> : null}
      <span className="min-w-0 flex-1">
        <SourceText lang={row.lang} clip>
          {row.label}
        </SourceText>
      </span>
      {row.detail ? (
        <SourceText clip className="max-w-2/5 shrink-0 text-ink-3 text-xs">
          {row.detail}
        </SourceText>
      ) : null}
    </button>
  );
}
