import Link from "next/link";
import { Fragment, type ReactNode } from "react";
import { DataTable, TableCell, TableHead, TableHeader, TableRow } from "@/ui/data-table";
import { SourceText } from "@/ui/source-text";
import { RELIABILITY_WORDS } from "../rules";
import { directoryQuery } from "../rules/directory-address";
import { familiesOf } from "../rules/families";
import type { Outlet, Uses } from "../schema";

/** In the order by owner, which has no column for it. */
const COLUMNS = 7;

type OutletTableProps = {
  team: string;
  outlets: Outlet[];
  uses: ReadonlyMap<string, Uses>;
  /** Sets families apart, each under its owner's name. */
  byOwner: boolean;
};

/** The outlets that the team knows, a row each. */
export function OutletTable({ team, outlets, uses, byOwner }: OutletTableProps) {
  const row = (outlet: Outlet) => (
    <OutletRow key={outlet.id} team={team} outlet={outlet} uses={uses.get(outlet.id)} owned={!byOwner} />
  );
  return (
    <DataTable caption="Outlets">
      <TableHead>
        <TableHeader>Outlet</TableHeader>
        <TableHeader>Reliability</TableHeader>
        <TableHeader align="end">Claims</TableHeader>
        <TableHeader align="end" className="max-sm:hidden">
          Articles
        </TableHeader>
        <TableHeader align="end" className="max-sm:hidden">
          Cases
        </TableHeader>
        {byOwner ? null : <TableHeader className="max-md:hidden">Owner</TableHeader>}
        <TableHeader className="max-lg:hidden">Domains</TableHeader>
        <TableHeader className="max-lg:hidden">Country</TableHeader>
      </TableHead>
      <tbody>
        {byOwner
          ? familiesOf(outlets).map((family) => (
              <Fragment key={family.owner}>
                <FamilyRow team={team} owner={family.owner} />
                {family.outlets.map(row)}
              </Fragment>
            ))
          : outlets.map(row)}
      </tbody>
    </DataTable>
  );
}

function FamilyRow({ team, owner }: { team: string; owner: string | null }) {
  return (
    <tr>
      <th
        colSpan={COLUMNS}
        scope="colgroup"
        className="border-hairline border-b bg-desk px-2.5 pt-3 pb-1 text-start font-semibold text-sm"
      >
        {owner ? <OwnerLink team={team} owner={owner} /> : "No owner named"}
      </th>
    </tr>
  );
}

const OwnerLink = ({ team, owner }: { team: string; owner: string }) => (
  <Link href={`/${team}/outlets${directoryQuery({ owner })}`} className="hover:text-accent hover:underline">
    <SourceText>{owner}</SourceText>
  </Link>
);

type OutletRowProps = {
  team: string;
  outlet: Outlet;
  uses: Uses | undefined;
  /** Tells the owner in a column of its own. */
  owned: boolean;
};

function OutletRow({ team, outlet, uses, owned }: OutletRowProps) {
  const { id, name, aliases, domains, owner, country, reliability } = outlet;
  const page = `/${team}/outlets/${id}`;
  // Numbers lead to the rows behind them: straight to the case where there is but one.
  const rowsOf = (room: string) =>
    uses?.onlyCase ? `/${team}/cases/${uses.onlyCase}/${room}?outlet=${id}` : `${page}#work`;
  return (
    <TableRow>
      <TableCell heading className="min-w-40">
        <Link href={page} className="font-medium hover:text-accent hover:underline">
          <SourceText>{name}</SourceText>
        </Link>
        {aliases.length > 0 ? (
          <span className="ms-2 text-ink-3 max-sm:hidden">
            <SourceText>{aliases.join(", ")}</SourceText>
          </span>
        ) : null}
      </TableCell>
      <TableCell className="whitespace-nowrap">
        {reliability ? (
          <>
            <span className="font-mono">{reliability}</span>{" "}
            <span className="text-ink-3 max-sm:hidden">{RELIABILITY_WORDS[reliability]}</span>
          </>
        ) : (
          <span className="text-ink-3">not graded</span>
        )}
      </TableCell>
      <Count of={uses?.claims} href={rowsOf("claims")} />
      <Count of={uses?.articles} href={rowsOf("articles")} className="max-sm:hidden" />
      <Count
        of={uses?.cases}
        href={uses?.onlyCase ? `/${team}/cases/${uses.onlyCase}` : `${page}#work`}
        className="max-sm:hidden"
      />
      {owned ? (
        <TableCell className="text-ink-2 max-md:hidden">
          {owner ? <OwnerLink team={team} owner={owner} /> : null}
        </TableCell>
      ) : null}
      <TableCell className="text-ink-2 max-lg:hidden">{domains.join(", ")}</TableCell>
      <TableCell className="text-ink-2 max-lg:hidden">{country}</TableCell>
    </TableRow>
  );
}

function Count({ of = 0, href, className }: { of: number | undefined; href: string; className?: string }): ReactNode {
  return (
    <TableCell align="end" className={className}>
      {of > 0 ? (
        <Link href={href} className="tabular-nums hover:text-accent hover:underline">
          {of.toLocaleString("en")}
        </Link>
      ) : (
        <span className="text-ink-3 tabular-nums">0</span>
      )}
    </TableCell>
  );
}
