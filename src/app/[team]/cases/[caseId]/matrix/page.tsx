import { Download } from "lucide-react";
import { Suspense } from "react";
import { canRecordClaim } from "@/features/claim/policy";
import { MatrixControls } from "@/features/overview/components/matrix-controls";
import { MatrixDesk } from "@/features/overview/components/matrix-desk";
import { MatrixLegend } from "@/features/overview/components/matrix-legend";
import { MatrixTable } from "@/features/overview/components/matrix-table";
import { loadMatrix } from "@/features/overview/loaders";
import { largestCount } from "@/features/overview/rules/cell-mark";
import { countParams, type MatrixAddress, readMatrixAddress } from "@/features/overview/rules/matrix-address";
import { type MatrixView, packCells, tellBasis, viewMatrix } from "@/features/overview/rules/matrix-view";
import { pageCtx } from "@/platform/auth/session";
import { buttonClasses } from "@/ui/button-classes";
import { Disclosure } from "@/ui/disclosure";
import { EmptyState } from "@/ui/empty-state";
import { LinkButton } from "@/ui/link-button";
import { PageHeader } from "@/ui/page-header";
import { SkeletonRows } from "@/ui/skeleton";
import { SourceText } from "@/ui/source-text";
import { OpenCell } from "./open-cell";

export const metadata = { title: "Matrix" };

type Props = {
  params: Promise<{ team: string; caseId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function MatrixPage({ params, searchParams }: Props) {
  const { team, caseId } = await params;
  const given = readMatrixAddress(await searchParams);
  const [{ actor }, { outlets, cells }] = await Promise.all([
    pageCtx(team),
    loadMatrix(team, caseId, given.by, given.implied),
  ]);
  const view = viewMatrix(outlets, cells, given.order);
  const open = openCell(view, given);
  const address = open ? given : { ...given, cell: null };
  const base = `/${team}/cases/${caseId}`;
  const here = `${base}/matrix`;
  return (
    <div className="px-4 py-5 md:px-6">
      <PageHeader
        title="Matrix"
        meta={`Who agrees with whom, and who contradicts whom. ${tellBasis(given)}.`}
        actions={cells.length > 0 ? <Pictures team={team} caseId={caseId} address={given} /> : null}
      />
      <div className="mb-3">
        <MatrixControls address={address} />
      </div>
      {cells.length === 0 ? (
        <NothingBetween base={base} writes={canRecordClaim(actor)} />
      ) : (
        <>
          <MatrixDesk
            outlets={view.outlets}
            packed={packCells(view.cells)}
            address={address}
            table={address.table ? <MatrixTable view={view} here={here} address={address} /> : null}
            panel={
              open && {
                label: open.label,
                pairs: (
                  <Suspense
                    key={JSON.stringify([address.cell, address.kind, address.cursor])}
                    fallback={<SkeletonRows rows={4} height={120} label="Loading" />}
                  >
                    <OpenCell team={team} caseId={caseId} outlets={open.outlets} counts={open.cell} address={address} />
                  </Suspense>
                ),
              }
            }
          />
          {address.table ? null : <MatrixLegend largest={largestCount(view.cells)} />}
          <Alone names={view.alone} />
        </>
      )}
    </div>
  );
}

/** The cell that the address opens, if there is one between these outlets. */
function openCell({ outlets, cells }: MatrixView, { cell }: MatrixAddress) {
  const [a, b] = [cell?.a, cell?.b].map((id) => outlets.findIndex((outlet) => outlet.id === id));
  const found = cells.find(({ i, j }) => (i === a && j === b) || (i === b && j === a));
  if (!found) return null;
  const sides = [...new Set([found.i, found.j])].flatMap((index) => outlets[index] ?? []);
  return { cell: found, outlets: sides, label: `${sides[0]?.name} and ${sides[1]?.name ?? "itself"}` };
}

function Pictures({ team, caseId, address }: { team: string; caseId: string; address: MatrixAddress }) {
  return ["svg", "png"].map((format) => {
    const params = countParams(address);
    params.set("format", format);
    params.set("team", team);
    return (
      <a
        key={format}
        className={buttonClasses()}
        href={`/api/v1/cases/${caseId}/matrix/picture?${params}`}
        download
        title={`The matrix as a picture, ${format.toUpperCase()}`}
      >
        <Download aria-hidden="true" />
        {format.toUpperCase()}
      </a>
    );
  });
}

function Alone({ names }: { names: string[] }) {
  if (names.length === 0) return null;
  return (
    <div className="mt-2 max-w-page text-ink-2">
      <Disclosure summary={`${names.length} ${names.length === 1 ? "outlet stands" : "outlets stand"} in no such pair`}>
        <ul className="flex flex-wrap gap-x-4 gap-y-1 text-sm">
          {names.map((name) => (
            <li key={name}>
              <SourceText>{name}</SourceText>
            </li>
          ))}
        </ul>
      </Disclosure>
    </div>
  );
}

function NothingBetween({ base, writes }: { base: string; writes: boolean }) {
  return (
    <EmptyState
      title="Nothing stands between outlets yet"
      action={writes ? <LinkButton href={`${base}/claims`}>To the sheet</LinkButton> : undefined}
    >
      Outlets stand here once somebody has recorded how two of their claims stand to each other: that they agree,
      contradict, qualify, update or repeat one another.
    </EmptyState>
  );
}
