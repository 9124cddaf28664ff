import Link from "next/link";
import { formatVagueDate } from "@/dates/format-vague-date";
import { DataTable, TableCell, TableHead, TableHeader, TableRow } from "@/ui/data-table";
import { SourceText } from "@/ui/source-text";
import type { PlacedRow } from "../rules/timeline-rows";
import type { Timeline } from "../schema";

type TimelineTableProps = {
  rows: PlacedRow[];
  contradictions: Timeline["contradictions"];
  base: string;
  /** The head of the column of what rows are gathered by; null where they are not. */
  gathered: string | null;
};

/** The drawing as a table: the same rows, in the same order. */
export function TimelineTable({ rows, contradictions, base, gathered }: TimelineTableProps) {
  const against = (number: number) =>
    contradictions.flatMap(({ a, b }) => (a === number ? [b] : b === number ? [a] : []));
  return (
    <DataTable caption="Events and reports">
      <TableHead>
        <TableHeader sticky>Claim</TableHeader>
        <TableHeader className="min-w-64">Statement</TableHeader>
        {gathered ? <TableHeader>{gathered}</TableHeader> : null}
        <TableHeader>Event</TableHeader>
        <TableHeader>Report</TableHeader>
        <TableHeader>Lag</TableHeader>
        <TableHeader>Contradicts</TableHeader>
      </TableHead>
      <tbody>
        {rows.map(({ row, lag }) => (
          <TableRow key={row.id}>
            <TableCell heading sticky>
              <Link href={`${base}/claims/${row.number}`} data-walk className="link font-mono text-xs">
                C-{row.number}
              </Link>
            </TableCell>
            <TableCell clip>
              <SourceText clip>{row.statement}</SourceText>
            </TableCell>
            {gathered ? (
              <TableCell className="whitespace-nowrap">
                <SourceText>{row.group?.label ?? "nobody named"}</SourceText>
                {row.camp ? `, ${row.camp}` : null}
              </TableCell>
            ) : null}
            <TableCell className="whitespace-nowrap tabular-nums">{dateOf(row.event)}</TableCell>
            <TableCell className="whitespace-nowrap tabular-nums">{dateOf(row.report)}</TableCell>
            <TableCell className="whitespace-nowrap tabular-nums">{lag?.words ?? "–"}</TableCell>
            <TableCell className="whitespace-nowrap font-mono text-xs">
              {against(row.number)
                .map((number) => `C-${number}`)
                .join(", ") || "–"}
            </TableCell>
          </TableRow>
        ))}
      </tbody>
    </DataTable>
  );
}

const dateOf = (span: PlacedRow["row"]["event"]) => (span ? formatVagueDate(span.edtf) : "–");
