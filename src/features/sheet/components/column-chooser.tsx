"use client";

import { ArrowDown, ArrowUp, Columns3, Pin, PinOff } from "lucide-react";
import { type KeyboardEvent, useState } from "react";
import { attempt } from "@/ui/attempt";
import { Button } from "@/ui/button";
import { Checkbox } from "@/ui/checkbox";
import { IconButton } from "@/ui/icon-button";
import { Popover } from "@/ui/popover";
import { headingsAction } from "../actions";
import { arrangeColumns, changeColumn, columnLabel, moveColumn } from "../rules/view-columns";
import { EXTRA_PREFIX, type ViewColumn } from "../schema";
import type { Columns } from "./use-columns";

type ColumnChooserProps = { team: string; caseId: string; columns: Columns };

/** Which columns the sheet shows, in which order, and which of them stay while the others scroll. */
export function ColumnChooser({ team, caseId, columns }: ColumnChooserProps) {
  const [headings, setHeadings] = useState<readonly string[]>([]);
  const load = async () => {
    const outcome = await attempt(() => headingsAction(team, { caseId }));
    // Without them, those that are shown already can still be arranged.
    if (outcome.ok) setHeadings(outcome.value);
  };
  const own = [...new Set([...headings, ...columns.wanted.flatMap(headingOf)])];
  const all = arrangeColumns(columns.wanted, own);
  return (
    <Popover
      title="Columns"
      align="end"
      className="w-96"
      onOpenChange={(open) => open && void load()}
      trigger={<Button icon={<Columns3 />}>Columns</Button>}
    >
      <p className="mb-2 text-ink-2 text-sm">Alt with an arrow moves a column. Its width is set in the sheet’s head.</p>
      <ul aria-label="Columns" className="flex flex-col">
        {all.map((column, index) => (
          <Row key={column.name} column={column} all={all} index={index} onChange={columns.change} />
        ))}
      </ul>
      <div className="mt-3 border-hairline border-t pt-3">
        <Button size="sm" onClick={() => columns.change(arrangeColumns([], own))}>
          The usual columns
        </Button>
      </div>
    </Popover>
  );
}

const headingOf = ({ name }: ViewColumn): string[] =>
  name.startsWith(EXTRA_PREFIX) ? [name.slice(EXTRA_PREFIX.length)] : [];

type RowProps = { column: ViewColumn; all: ViewColumn[]; index: number; onChange: (columns: ViewColumn[]) => void };

function Row({ column, all, index, onChange }: RowProps) {
  const { name, shown, frozen = false } = column;
  const label = columnLabel(name);
  const move = (by: 1 | -1) => onChange(moveColumn(all, name, by));
  const isLike = (other: ViewColumn | undefined) => other?.shown === true && (other.frozen ?? false) === frozen;
  const onKeyDown = (event: KeyboardEvent) => {
    if (!event.altKey || !shown || (event.key !== "ArrowUp" && event.key !== "ArrowDown")) return;
    event.preventDefault();
    move(event.key === "ArrowUp" ? -1 : 1);
  };
  return (
    <li className="flex min-h-8 items-center gap-1" onKeyDown={onKeyDown}>
      <span className="min-w-0 flex-1">
        <Checkbox
          label={label}
          checked={shown}
          onChange={(event) => onChange(changeColumn(all, name, { shown: event.currentTarget.checked }))}
        />
      </span>
      {shown ? (
        <>
          <IconButton
            label={`Move ${label} towards the start`}
            icon={<ArrowUp />}
            disabled={!isLike(all[index - 1])}
            onClick={() => move(-1)}
          />
          <IconButton
            label={`Move ${label} towards the end`}
            icon={<ArrowDown />}
            disabled={!isLike(all[index + 1])}
            onClick={() => move(1)}
          />
          <IconButton
            label={frozen ? `Let ${label} scroll` : `Freeze ${label}`}
            icon={frozen ? <PinOff /> : <Pin />}
            onClick={() => onChange(changeColumn(all, name, { frozen: !frozen }))}
          />
        </>
      ) : null}
    </li>
  );
}
