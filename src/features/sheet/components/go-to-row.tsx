"use client";

import { useRef, useState } from "react";
import { Input } from "@/ui/input";
import { useShortcuts } from "@/ui/keys/shortcuts";
import type { Grid } from "./use-grid";

/** Where one is in the sheet, and the way to a row by its place or to a claim by its number. */
export function GoToRow({ grid }: { grid: Grid }) {
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState("");
  const [problem, setProblem] = useState<string | null>(null);
  useShortcuts([{ keys: "#", label: "Go to a row", group: "Sheet", hidden: true, run: () => input.current?.focus() }]);
  const { total } = grid.held;
  const line = grid.cursor.active ? grid.lines.at(grid.cursor.active.line) : null;
  const row = line && "row" in line ? line.row + 1 : null;
  const go = async () => {
    const wanted = text.trim().replaceAll(/[\s,.]/g, "");
    if (wanted === "") return;
    if (/^\d+$/.test(wanted)) {
      const place = Number(wanted);
      if (place < 1 || place > total) return setProblem(`The rows count from 1 to ${total.toLocaleString("en")}.`);
      grid.goToRow(place - 1);
    } else if (!(await grid.goToClaim(wanted))) return setProblem("No claim in these rows goes by it.");
    setText("");
    setProblem(null);
  };
  return (
    <form
      className="flex flex-wrap items-center gap-x-3 gap-y-1 text-ink-3 text-sm"
      onSubmit={(event) => {
        event.preventDefault();
        void go();
      }}
    >
      <span>
        {row === null ? "" : `Row ${row.toLocaleString("en")} of `}
        {total.toLocaleString("en")}
        {row === null ? (total === 1 ? " row" : " rows") : ""}
      </span>
      <Input
        ref={input}
        aria-label="Go to a row, or to a claim by its number"
        aria-invalid={problem ? true : undefined}
        aria-describedby={problem ? "go-to-problem" : undefined}
        placeholder="Row, or C-12"
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value);
          setProblem(null);
        }}
        onKeyDown={(event) => {
          if (event.key !== "Escape") return;
          setProblem(null);
          grid.focus();
          grid.moveTo(grid.cursor.active ?? { line: 0, column: 0 });
        }}
        className="h-7 w-32"
      />
      {problem ? (
        <span id="go-to-problem" role="alert" className="text-danger">
          {problem}
        </span>
      ) : null}
    </form>
  );
}
