import Link from "next/link";
import { DataTable, TableCell, TableHead, TableHeader, TableRow } from "@/ui/data-table";
import { Pagination } from "@/ui/pagination";
import { RelationMark } from "@/ui/relation-mark";
import { SourceText } from "@/ui/source-text";
import { type MatrixAddress, matrixHref } from "../rules/matrix-address";
import type { MatrixView, ViewCell } from "../rules/matrix-view";
import { MatrixKind } from "../schema";

const ROWS = 100;

type MatrixTableProps = { view: MatrixView; here: string; address: MatrixAddress };

/** The matrix in numbers: a row for each two outlets, the most contradictions first. */
export function MatrixTable({ view, here, address }: MatrixTableProps) {
  const sorted = [...view.cells].sort(
    (x, y) => y.contradicts - x.contradicts || y.agrees - x.agrees || x.i - y.i || x.j - y.j,
  );
  const { from, cell } = address;
  const page = (next: number) => matrixHref(here, address, { from: next });
  const to = Math.min(from + ROWS, sorted.length);
  return (
    <>
      <DataTable caption="The matrix in numbers">
        <TableHead>
          <TableHeader sticky>Outlets</TableHeader>
          {MatrixKind.options.map((kind) => (
            <TableHeader key={kind} align="end">
              <RelationMark kind={kind} look="plain" />
            </TableHeader>
          ))}
        </TableHead>
        <tbody>
          {sorted.slice(from, to).map((each) => {
            const [a, b] = [view.outlets[each.i], view.outlets[each.j]];
            if (!a || !b) return null;
            const open = cell !== null && [a.id, b.id].sort().join() === [cell.a, cell.b].sort().join();
            return (
              <TableRow key={`${each.i} ${each.j}`} selected={open}>
                <TableCell heading sticky>
                  <Link
                    href={matrixHref(here, address, { cell: { a: a.id, b: b.id }, kind: null, cursor: null })}
                    scroll={false}
                    className="rounded-sm text-accent hover:underline"
                  >
                    <SourceText>{a.name}</SourceText> and {a.id === b.id ? "itself" : <SourceText>{b.name}</SourceText>}
                  </Link>
                </TableCell>
                <Counts cell={each} />
              </TableRow>
            );
          })}
        </tbody>
      </DataTable>
      <Pagination
        previous={from > 0 ? page(Math.max(0, from - ROWS)) : null}
        next={to < sorted.length ? page(to) : null}
      >
        {sorted.length > ROWS ? `Rows ${from + 1} to ${to} of ${sorted.length.toLocaleString("en")}` : null}
      </Pagination>
    </>
  );
}

function Counts({ cell }: { cell: ViewCell }) {
  return MatrixKind.options.map((kind) => (
    <TableCell key={kind} align="end" className={cell[kind] === 0 ? "text-ink-3" : undefined}>
      {cell[kind].toLocaleString("en")}
    </TableCell>
  ));
}
