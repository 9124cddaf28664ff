import { FileInput } from "lucide-react";
import { redirect } from "next/navigation";
import { loadArticleTitles } from "@/features/article/loaders";
import { loadTags } from "@/features/claim/loaders";
import { canRecordClaim } from "@/features/claim/policy";
import { type AddressParams, filterParams, isFiltered } from "@/features/claim/rules/sheet-address";
import type { ClaimFilter, ClaimSort } from "@/features/claim/schema";
import { loadOutletNames } from "@/features/outlet/loaders";
import { ExportDialog } from "@/features/sheet/components/export-dialog";
import { loadColumns, loadExportCount, loadSheet, loadViews } from "@/features/sheet/loaders";
import { canImport } from "@/features/sheet/policy";
import { ALL, isBare, readView, VIEW, viewAddress } from "@/features/sheet/rules/view-address";
import { loadMembers } from "@/features/team/loaders";
import { pageCtx } from "@/platform/auth/session";
import { EmptyState } from "@/ui/empty-state";
import { LinkButton } from "@/ui/link-button";
import { knownOutlets } from "../_desk/known-outlets";
import { SheetDesk } from "./sheet-desk";

export const metadata = { title: "Claim sheet" };

type Props = { params: Promise<{ team: string; caseId: string }>; searchParams: Promise<AddressParams> };

export default async function SheetPage({ params, searchParams }: Props) {
  const { team, caseId } = await params;
  const address = await searchParams;
  const views = await loadViews(team, caseId);
  const begins = isBare(address) ? views.find(({ opens }) => opens) : undefined;
  if (begins) redirect(`/${team}/cases/${caseId}/claims?${viewAddress(begins.view, begins.id)}`);
  const saved = views.find(({ id }) => id === address.view);
  const asked = readView(address);
  const columns = saved || asked.columns.length > 0 ? asked.columns : await loadColumns(team, caseId);
  const view = { ...asked, columns };
  const { filter, sort } = view;
  const [{ actor }, sheet, names, tags, articles, members] = await Promise.all([
    pageCtx(team),
    loadSheet(team, caseId, view),
    loadOutletNames(team),
    loadTags(team, caseId),
    loadArticleTitles(team, caseId, filter.article ?? []),
    loadMembers(team),
  ]);
  const home = `/${team}/cases/${caseId}`;
  const writes = canRecordClaim(actor);
  return (
    <SheetDesk
      team={team}
      caseId={caseId}
      userId={actor.userId}
      canWrite={writes}
      view={view}
      viewId={saved?.id ?? (address.view === ALL ? ALL : null)}
      views={views}
      actor={actor}
      sheet={sheet}
      articles={articles}
      tags={tags}
      people={members.map(({ id, name }) => ({ id, name }))}
      outlets={knownOutlets(names)}
      meta={counted(sheet.outline.total, filter)}
      actions={
        <>
          {canImport(actor) ? (
            <LinkButton href={`${home}/import`} icon={<FileInput />}>
              Import
            </LinkButton>
          ) : null}
          <Exports team={team} caseId={caseId} filter={filter} sort={sort} />
        </>
      }
      empty={<NoClaims home={home} filtered={isFiltered(filter)} writes={writes} />}
    />
  );
}

function counted(count: number, filter: ClaimFilter): string {
  const many = count.toLocaleString("en");
  if (isFiltered(filter)) return count === 0 ? "none fits" : `${many} ${count === 1 ? "claim fits" : "claims fit"}`;
  return count === 0 ? "none yet" : `${many} ${count === 1 ? "claim" : "claims"}`;
}

/**
 * Without a filter the whole sheet goes out, retracted claims too, so that it can come in again elsewhere; with one,
 * what is on screen.
 */
const shownOnScreen = (filter: ClaimFilter): ClaimFilter => ({ status: ["draft", "reviewed"], ...filter });

type ExportProps = { team: string; caseId: string; filter: ClaimFilter; sort: ClaimSort };

async function Exports({ team, caseId, filter, sort }: ExportProps) {
  const shown = shownOnScreen(filter);
  const [whole, view] = await Promise.all([
    loadExportCount(team, caseId, {}),
    isFiltered(filter) ? loadExportCount(team, caseId, shown) : null,
  ]);
  return (
    <ExportDialog
      team={team}
      caseId={caseId}
      whole={{ params: filterParams({}, sort).toString(), claims: whole }}
      view={view === null ? null : { params: filterParams(shown, sort).toString(), claims: view }}
    />
  );
}

function NoClaims({ home, filtered, writes }: { home: string; filtered: boolean; writes: boolean }) {
  if (filtered) {
    return (
      <EmptyState
        title="No claim fits these filters"
        action={<LinkButton href={`${home}/claims?${VIEW}=${ALL}`}>Clear the filters</LinkButton>}
      >
        Retracted claims show only where the status asks for them.
      </EmptyState>
    );
  }
  return (
    <EmptyState
      title="No claims yet"
      action={
        <LinkButton href={`${home}/articles`} variant={writes ? "primary" : "secondary"}>
          Go to the articles
        </LinkButton>
      }
    >
      {writes
        ? "A claim is one thing that somebody says. Enter it from the words of an article, import a sheet, or press c to write one by hand."
        : "Nobody has entered a claim in this case. You may read here, but not write; ask an analyst."}
    </EmptyState>
  );
}
