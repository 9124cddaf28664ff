import Link from "next/link";
import { DataTable, TableCell, TableHead, TableHeader, TableRow } from "@/ui/data-table";
import { SourceText } from "@/ui/source-text";
import type { UsesInCase } from "../schema";

type OutletWorkProps = { team: string; outletId: string; uses: UsesInCase[] };

/** The cases in which an outlet is named; every number opens the rows behind it. */
export function OutletWork({ team, outletId, uses }: OutletWorkProps) {
  if (uses.length === 0) {
    return <p className="text-ink-3 text-sm">No article and no claim names this outlet yet.</p>;
  }
  return (
    <DataTable caption="Where it is named">
      <TableHead>
        <TableHeader>Case</TableHeader>
        <TableHeader align="end">Claims</TableHeader>
        <TableHeader align="end">Articles</TableHeader>
      </TableHead>
      <tbody>
        {uses.map(({ id, title, claims, articles }) => {
          const home = `/${team}/cases/${id}`;
          return (
            <TableRow key={id}>
              <TableCell heading>
                <Link href={home} className="hover:text-accent hover:underline">
                  <SourceText>{title}</SourceText>
                </Link>
              </TableCell>
              <Count of={claims} href={`${home}/claims?outlet=${outletId}`} />
              <Count of={articles} href={`${home}/articles?outlet=${outletId}`} />
            </TableRow>
          );
        })}
      </tbody>
    </DataTable>
  );
}

function Count({ of, href }: { of: number; href: string }) {
  return (
    <TableCell align="end" className="tabular-nums">
      {of > 0 ? (
        <Link href={href} className="link">
          {of.toLocaleString("en")}
        </Link>
      ) : (
        <span className="text-ink-3">0</span>
      )}
    </TableCell>
  );
}
