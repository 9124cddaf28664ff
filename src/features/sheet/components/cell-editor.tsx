"use client";

import { type KeyboardEvent, useId, useRef, useState } from "react";
import { formatVagueDate } from "@/dates/format-vague-date";
import { parseVagueDate } from "@/dates/vague-date";
import { cn } from "@/ui/class-names";
import type { Option } from "../rules/cell-options";
import { matchOptions, settledText } from "../rules/cell-options";
import type { Place } from "../rules/fill-block";

type CellEditorProps = {
  label: string;
  column: string;
  initial: string;
  /** A first letter was typed: the caret stands behind it. Else all of the text is selected. */
  typed: boolean;
  options: { values: readonly Option[]; closed: boolean } | null;
  /** It grows towards the start, for there is no room behind the cell. */
  atEnd: boolean;
  onCommit: (text: string, by: Partial<Place>) => void;
  onCancel: () => void;
};

/** Writes in a cell, over it. Enter and Tab write and move on, Escape leaves the cell as it was. */
export function CellEditor({ label, column, initial, typed, options, atEnd, onCommit, onCancel }: CellEditorProps) {
  const [text, setText] = useState(initial);
  const [chosen, setChosen] = useState(-1);
  const listId = useId();
  const over = useRef(false);
  const found = options ? matchOptions(options.values, typed || text !== initial ? text : "") : [];
  const shown = found.slice(0, 8);
  const commit = (by: Partial<Place>, value = text) => {
    if (over.current) return;
    over.current = true;
    onCommit(options ? settledText(options, shown[chosen]?.value ?? value) : value, by);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.nativeEvent.isComposing) return;
    event.stopPropagation();
    const use = (act: () => void) => {
      event.preventDefault();
      act();
    };
    if (event.key === "Enter" && event.altKey) return use(() => insertBreak(event.currentTarget, setText));
    if (event.key === "Enter") return use(() => commit({ line: event.shiftKey ? -1 : 1 }));
    if (event.key === "Tab") return use(() => commit({ column: event.shiftKey ? -1 : 1 }));
    if (event.key === "Escape") {
      return use(() => {
        over.current = true;
        onCancel();
      });
    }
    if (shown.length === 0) return;
    if (event.key === "ArrowDown") return use(() => setChosen(Math.min(chosen + 1, shown.length - 1)));
    if (event.key === "ArrowUp") return use(() => setChosen(Math.max(chosen - 1, -1)));
  };
  return (
    <div
      className={cn(
        "absolute top-0 z-30 min-w-full bg-raised shadow-float outline-2 outline-accent",
        atEnd ? "end-0" : "start-0",
      )}
    >
      <textarea
        // The cell's own place of writing: it has the focus for as long as it is there.
        ref={(element) => {
          if (!element || element.dataset.begun) return;
          element.dataset.begun = "yes";
          element.focus({ preventScroll: true });
          if (typed) element.setSelectionRange(element.value.length, element.value.length);
          else element.select();
        }}
        aria-label={label}
        role={options ? "combobox" : undefined}
        aria-expanded={options ? shown.length > 0 : undefined}
        aria-controls={options ? listId : undefined}
        aria-activedescendant={shown[chosen] ? `${listId}-${chosen}` : undefined}
        dir="auto"
        rows={1}
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value);
          setChosen(-1);
        }}
        onKeyDown={onKeyDown}
        onBlur={() => commit({})}
        className="field-sizing-content block max-h-60 min-h-8 w-full min-w-40 max-w-120 resize-none bg-transparent px-2.5 py-1.5 text-sm leading-5 outline-none"
      />
      <DateReading column={column} text={text} />
      {options ? (
        <OptionList id={listId} options={shown} chosen={chosen} onChoose={(value) => commit({ line: 1 }, value)} />
      ) : null}
    </div>
  );
}

function insertBreak(element: HTMLTextAreaElement, setText: (text: string) => void) {
  element.setRangeText("\n", element.selectionStart, element.selectionEnd, "end");
  setText(element.value);
}

/** A date as it is understood, while it is typed. */
function DateReading({ column, text }: { column: string; text: string }) {
  if ((column !== "reported_on" && column !== "occurred_on") || text.trim() === "") return null;
  const reading = parseVagueDate(text);
  return (
    <p aria-live="polite" className={cn("px-2.5 pb-1.5 text-xs", reading.ok ? "text-ink-2" : "text-danger")}>
      {reading.ok ? formatVagueDate(reading.date.edtf) : reading.message}
    </p>
  );
}

type OptionListProps = { id: string; options: readonly Option[]; chosen: number; onChoose: (value: string) => void };

function OptionList({ id, options, chosen, onChoose }: OptionListProps) {
  if (options.length === 0) return null;
  return (
    <div
      id={id}
      role="listbox"
      aria-label="Known values"
      className="max-h-60 overflow-y-auto border-hairline border-t py-1"
    >
      {options.map(({ value, label }, index) => (
        <div
          key={value}
          id={`${id}-${index}`}
          role="option"
          aria-selected={index === chosen}
          // Before the editor loses the focus, and with it its text.
          onPointerDown={(event) => {
            event.preventDefault();
            onChoose(value);
          }}
          className={cn("cursor-default px-2.5 py-1 text-sm hover:bg-wash", index === chosen && "bg-wash")}
        >
          <bdi dir="auto">{label}</bdi>
        </div>
      ))}
    </div>
  );
}
