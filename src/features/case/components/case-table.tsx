import Link from "next/link";
import { Badge } from "@/ui/badge";
import { DataTable, TableCell, TableHead, TableHeader, TableRow } from "@/ui/data-table";
import { RelativeTime } from "@/ui/relative-time";
import { SourceText } from "@/ui/source-text";
import type { Case } from "../schema";

/** The team's cases, a row each. */
export function CaseTable({ team, cases }: { team: string; cases: Case[] }) {
  return (
    <DataTable caption="Cases">
      <TableHead>
        <TableHeader>Case</TableHeader>
        <TableHeader align="end">Articles</TableHeader>
        <TableHeader align="end">Claims</TableHeader>
        <TableHeader align="end" className="max-md:hidden">
          Relations
        </TableHeader>
        <TableHeader align="end" className="max-md:hidden">
          Outlets
        </TableHeader>
        <TableHeader className="max-md:hidden">Opened</TableHeader>
      </TableHead>
      <tbody>
        {cases.map((each) => (
          <CaseRow key={each.id} home={`/${team}/cases/${each.id}`} subject={each} />
        ))}
      </tbody>
    </DataTable>
  );
}

function CaseRow({ home, subject }: { home: string; subject: Case }) {
  const { title, demo, blind, counts, createdAt } = subject;
  return (
    <TableRow>
      <TableCell heading className="w-full min-w-48 py-1.5">
        <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <Link href={home} className="font-medium text-ink hover:text-accent hover:underline">
            <SourceText>{title}</SourceText>
          </Link>
          {demo ? <Badge>demonstration</Badge> : null}
          {blind ? <Badge tone="accent">blind</Badge> : null}
        </span>
      </TableCell>
      <TableCell align="end">{counts.articles}</TableCell>
      <TableCell align="end">{counts.claims}</TableCell>
      <TableCell align="end" className="max-md:hidden">
        {counts.relations}
      </TableCell>
      <TableCell align="end" className="max-md:hidden">
        {counts.outlets}
      </TableCell>
      <TableCell className="text-ink-3 max-md:hidden">
        <RelativeTime at={createdAt} />
      </TableCell>
    </TableRow>
  );
}
