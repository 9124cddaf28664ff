"use client";

import { useEffect, useState } from "react";
import { attempt } from "@/ui/attempt";
import { Badge } from "@/ui/badge";
import { Button } from "@/ui/button";
import { DataTable, TableCell, TableHead, TableHeader, TableRow } from "@/ui/data-table";
import { Disclosure } from "@/ui/disclosure";
import { Segmented } from "@/ui/segmented";
import { Select } from "@/ui/select";
import { SkeletonText } from "@/ui/skeleton";
import { SourceText } from "@/ui/source-text";
import { Encoding } from "../rules/encoding";
import type { Mapping } from "../rules/mapping";
import type { Reading } from "../rules/reading";
import { readTargets, targetChoices, targetKey } from "../rules/target-choices";
import type { Import } from "../schema";
import { askReading } from "./send-sheet";

type ColumnMappingProps = {
  team: string;
  found: Import;
  /** Something was chosen that the check does not know yet. */
  onChanged: (changed: boolean) => void;
  onMapped: (mapping: Mapping) => void;
};

/** What each column of a file is taken for, and why; a person may say otherwise, and the file is checked again. */
export function ColumnMapping({ team, found, onChanged, onMapped }: ColumnMappingProps) {
  const [reading, setReading] = useState<Reading | null>(null);
  const { id } = found;
  useEffect(() => {
    let over = false;
    void attempt(() => askReading(team, id)).then((outcome) => {
      if (!over && outcome.ok) setReading(outcome.value);
    });
    return () => {
      over = true;
    };
  }, [team, id]);
  if (!reading) return <SkeletonText lines={4} label="Reading the columns" />;
  return <MappingForm reading={reading} onChanged={onChanged} onMapped={onMapped} />;
}

type MappingFormProps = Pick<ColumnMappingProps, "onChanged" | "onMapped"> & { reading: Reading };

function MappingForm({ reading, onChanged, onMapped }: MappingFormProps) {
  const [chosen, setChosen] = useState<Record<string, string>>({});
  const [dates, setDates] = useState(reading.dates.chosen);
  const [encoding, setEncoding] = useState(reading.encoding);
  const unsure = reading.columns.filter(({ sure }) => !sure).length;
  const choose = (act: () => void) => {
    act();
    onChanged(true);
  };
  const check = () => {
    const columns = Object.fromEntries(
      reading.columns.map(({ heading, to }) => [heading, readTargets(chosen[heading] ?? targetKey(to))]),
    );
    onMapped({ columns, dates, encoding, delimiter: reading.delimiter });
  };
  const isOpen = unsure > 0 || reading.dates.ambiguous > 0 || !reading.encodingSure;
  const count = reading.columns.length;
  return (
    <Disclosure
      open={isOpen}
      summary={
        <span>
          {count} {count === 1 ? "column" : "columns"}
          {unsure > 0 ? `, ${unsure} to look at` : ", all recognised"}
        </span>
      }
    >
      <div className="flex flex-col gap-4">
        <DataTable caption="What the columns become">
          <TableHead>
            <TableHeader>In the file</TableHeader>
            <TableHeader>Such as</TableHeader>
            <TableHeader className="min-w-56">Becomes</TableHeader>
            <TableHeader>Why</TableHeader>
          </TableHead>
          <tbody>
            {reading.columns.map((column) => (
              <ColumnRow
                key={column.heading}
                column={column}
                chosen={chosen[column.heading] ?? targetKey(column.to)}
                onChoose={(key) => choose(() => setChosen({ ...chosen, [column.heading]: key }))}
              />
            ))}
          </tbody>
        </DataTable>
        {reading.dates.ambiguous > 0 ? (
          <Segmented
            legend={`How is ${reading.dates.example ?? "03/04/2025"} read?`}
            name="date-order"
            value={dates}
            onChange={(order) => choose(() => setDates(order as typeof dates))}
            options={[
              { value: "day-first", label: "the day first" },
              { value: "month-first", label: "the month first" },
            ]}
          />
        ) : null}
        {reading.encodingSure ? null : (
          <div className="flex flex-wrap items-center gap-2">
            <span className="font-medium">The file’s encoding</span>
            <Select
              aria-label="The file’s encoding"
              className="w-48"
              value={encoding}
              onChange={(event) => choose(() => setEncoding(Encoding.parse(event.currentTarget.value)))}
              options={Encoding.options.map((value) => ({ value, label: value }))}
            />
          </div>
        )}
        <Button className="self-start" onClick={check}>
          Check again
        </Button>
      </div>
    </Disclosure>
  );
}

type ColumnRowProps = { column: Reading["columns"][number]; chosen: string; onChoose: (key: string) => void };

function ColumnRow({ column, chosen, onChoose }: ColumnRowProps) {
  const { heading, samples, sure, why, to, perhaps } = column;
  return (
    <TableRow>
      <TableCell heading className="max-w-48">
        <SourceText className="break-words font-medium">{heading || "(no heading)"}</SourceText>
      </TableCell>
      <TableCell className="max-w-72 whitespace-normal text-ink-2">
        <SourceText className="line-clamp-2">{samples.join(" · ") || "–"}</SourceText>
      </TableCell>
      <TableCell>
        <Select
          aria-label={`What “${heading}” becomes`}
          value={chosen}
          onChange={(event) => onChoose(event.currentTarget.value)}
          options={targetChoices({ to, perhaps })}
        />
      </TableCell>
      <TableCell className="max-w-72 whitespace-normal text-ink-2">
        {sure ? null : (
          <>
            <Badge tone="caution">please look</Badge>{" "}
          </>
        )}
        {why}
      </TableCell>
    </TableRow>
  );
}
