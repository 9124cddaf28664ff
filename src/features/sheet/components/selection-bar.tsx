"use client";

import { useState } from "react";
import { Button } from "@/ui/button";
import { Input } from "@/ui/input";
import { Popover } from "@/ui/popover";
import { Select } from "@/ui/select";
import type { Options } from "../rules/cell-options";
import { settledText } from "../rules/cell-options";
import { setColumn } from "./grid-acts";
import type { Grid } from "./use-grid";

type SelectionBarProps = { grid: Grid; options: Partial<Record<string, Options>> };

/** What can be done with several rows at once. */
export function SelectionBar({ grid, options }: SelectionBarProps) {
  const { chosen, picked, canWrite } = grid;
  if (picked.size === 0 && chosen < 2) return null;
  return (
    <section aria-label="Selected rows" className="flex flex-wrap items-center gap-3 text-sm">
      <span aria-live="polite">
        {chosen.toLocaleString("en")} {chosen === 1 ? "row" : "rows"} selected
      </span>
      {canWrite ? <SetValue grid={grid} options={options} /> : null}
      <Button
        size="sm"
        variant="ghost"
        onClick={() => {
          grid.unpick();
          grid.cursor.collapse();
          grid.focus();
        }}
      >
        Select none
      </Button>
    </section>
  );
}

function SetValue({ grid, options }: SelectionBarProps) {
  const columns = grid.columns.shown.filter(({ writable }) => writable);
  const [open, setOpen] = useState(false);
  const [name, setName] = useState(columns[0]?.name ?? "");
  const [text, setText] = useState("");
  const [pending, setPending] = useState(false);
  const values = options[name];
  if (columns.length === 0) return null;
  const save = async () => {
    setPending(true);
    const done = await setColumn(grid, name, values ? settledText(values, text) : text);
    setPending(false);
    if (!done) return;
    setOpen(false);
    setText("");
  };
  return (
    <Popover
      title="Set one value in all of them"
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button size="sm" variant="secondary">
          Set a value
        </Button>
      }
    >
      <form
        className="flex w-72 flex-col gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <Select
          aria-label="Column"
          value={name}
          onChange={(event) => {
            setName(event.currentTarget.value as typeof name);
            setText("");
          }}
          options={columns.map((column) => ({ value: column.name, label: column.label }))}
        />
        {values?.closed ? (
          <Select
            aria-label="Value"
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
            options={[{ value: "", label: "nothing" }, ...values.values]}
          />
        ) : (
          <Input
            aria-label="Value"
            dir="auto"
            value={text}
            placeholder="empty clears the cells"
            onChange={(event) => setText(event.currentTarget.value)}
          />
        )}
        <Button type="submit" variant="primary" pending={pending}>
          Set in {grid.chosen.toLocaleString("en")} {grid.chosen === 1 ? "row" : "rows"}
        </Button>
      </form>
    </Popover>
  );
}
