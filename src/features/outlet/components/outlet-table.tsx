import Link from "next/link";
import { DataTable, TableCell, TableHead, TableHeader, TableRow } from "@/ui/data-table";
import { SourceText } from "@/ui/source-text";
import { RELIABILITY_WORDS } from "../rules";
import type { Outlet } from "../schema";

/** The outlets that the team knows, a row each. */
export function OutletTable({ team, outlets }: { team: string; outlets: Outlet[] }) {
  return (
    <DataTable caption="Outlets">
      <TableHead>
        <TableHeader>Outlet</TableHeader>
        <TableHeader>Reliability</TableHeader>
        <TableHeader className="max-sm:hidden">Also known as</TableHeader>
        <TableHeader className="max-md:hidden">Domains</TableHeader>
        <TableHeader className="max-lg:hidden">Owner</TableHeader>
        <TableHeader className="max-lg:hidden">Country</TableHeader>
        <TableHeader className="max-lg:hidden">Language</TableHeader>
      </TableHead>
      <tbody>
        {outlets.map((outlet) => (
          <TableRow key={outlet.id}>
            <TableCell heading className="min-w-40">
              <Link href={`/${team}/outlets/${outlet.id}`} className="font-medium hover:text-accent hover:underline">
                <SourceText>{outlet.name}</SourceText>
              </Link>
            </TableCell>
            <TableCell className="whitespace-nowrap">
              {outlet.reliability ? (
                <>
                  <span className="font-mono">{outlet.reliability}</span>{" "}
                  <span className="text-ink-3 max-sm:hidden">{RELIABILITY_WORDS[outlet.reliability]}</span>
                </>
              ) : (
                <span className="text-ink-3">not graded</span>
              )}
            </TableCell>
            <TableCell className="text-ink-2 max-sm:hidden">
              <SourceText>{outlet.aliases.join(", ")}</SourceText>
            </TableCell>
            <TableCell className="text-ink-2 max-md:hidden">{outlet.domains.join(", ")}</TableCell>
            <TableCell className="text-ink-2 max-lg:hidden">
              <SourceText>{outlet.owner}</SourceText>
            </TableCell>
            <TableCell className="text-ink-2 max-lg:hidden">{outlet.country}</TableCell>
            <TableCell className="text-ink-2 max-lg:hidden">{outlet.language}</TableCell>
          </TableRow>
        ))}
      </tbody>
    </DataTable>
  );
}
