import Link from "next/link";
import type { ReactNode } from "react";
import { DataTable, TableCell, TableHead, TableHeader, TableRow } from "@/ui/data-table";
import { inPercent, printed } from "../rules/tell-agreement";
import type { Agreement } from "../schema";

export type AgreementRow = { key: string; cells: ReactNode[]; agreement: Agreement; href: string };
type AgreementTableProps = { caption: string; heads: string[]; rows: AgreementRow[] };

/** The same number for one part each: a kind, two people, an outlet. What is unstable says so. */
export function AgreementTable({ caption, heads, rows }: AgreementTableProps) {
  return (
    <DataTable caption={caption}>
      <TableHead>
        {heads.map((head) => (
          <TableHeader key={head}>{head}</TableHeader>
        ))}
        <TableHeader align="end">α</TableHeader>
        <TableHeader align="end">κ</TableHeader>
        <TableHeader align="end">Same</TableHeader>
        <TableHeader align="end">Units</TableHeader>
        <TableHeader>{""}</TableHeader>
      </TableHead>
      <tbody>
        {rows.map(({ key, cells, agreement, href }) => (
          <TableRow key={key}>
            {cells.map((cell, index) => (
              <TableCell key={heads[index]} heading={index === 0}>
                {cell}
              </TableCell>
            ))}
            <TableCell align="end">{printed(agreement.alpha)}</TableCell>
            <TableCell align="end">{printed(agreement.kappa)}</TableCell>
            <TableCell align="end">{inPercent(agreement.percent)}</TableCell>
            <TableCell align="end">
              {agreement.n > 0 ? (
                <Link className="link" href={href}>
                  {agreement.n}
                  <span className="sr-only"> units of {key}</span>
                </Link>
              ) : (
                0
              )}
            </TableCell>
            <TableCell className="text-ink-3">{agreement.unstable ? "unstable" : ""}</TableCell>
          </TableRow>
        ))}
      </tbody>
    </DataTable>
  );
}
