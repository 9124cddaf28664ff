import { FileInput } from "lucide-react";
import { loadArticleTitles } from "@/features/article/loaders";
import { loadClaims, loadTags } from "@/features/claim/loaders";
import { canRecordClaim } from "@/features/claim/policy";
import {
  type AddressParams,
  filterParams,
  isFiltered,
  readFilter,
  readSort,
} from "@/features/claim/rules/sheet-address";
import type { ClaimFilter, ClaimSort } from "@/features/claim/schema";
import { loadOutletNames } from "@/features/outlet/loaders";
import { ExportDialog } from "@/features/sheet/components/export-dialog";
import { loadExportCount } from "@/features/sheet/loaders";
import { canImport } from "@/features/sheet/policy";
import { loadMembers } from "@/features/team/loaders";
import { pageCtx } from "@/platform/auth/session";
import { EmptyState } from "@/ui/empty-state";
import { LinkButton } from "@/ui/link-button";
import { Pagination } from "@/ui/pagination";
import { knownOutlets } from "../_desk/known-outlets";
import { SheetDesk } from "./sheet-desk";

export const metadata = { title: "Claim sheet" };

type Props = { params: Promise<{ team: string; caseId: string }>; searchParams: Promise<AddressParams> };

export default async function SheetPage({ params, searchParams }: Props) {
  const { team, caseId } = await params;
  const address = await searchParams;
  const filter = readFilter(address);
  const sort = readSort(address);
  const cursor = typeof address.cursor === "string" ? address.cursor : undefined;
  const [{ actor }, page, names, tags, articles, members] = await Promise.all([
    pageCtx(team),
    loadClaims(team, caseId, { ...filter, sort, ...(cursor && { cursor }) }),
    loadOutletNames(team),
    loadTags(team, caseId),
    loadArticleTitles(team, caseId, filter.article ?? []),
    loadMembers(team),
  ]);
  const { items, previousCursor, nextCursor } = page;
  const home = `/${team}/cases/${caseId}`;
  const at = (next: string | null) => next && `${home}/claims?${withCursor(filter, sort, next)}`;
  const writes = canRecordClaim(actor);
  const whole = !previousCursor && !nextCursor;
  return (
    <SheetDesk
      team={team}
      caseId={caseId}
      userId={actor.userId}
      canWrite={writes}
      claims={items}
      filter={filter}
      sort={sort}
      articles={articles}
      tags={tags}
      people={members.map(({ id, name }) => ({ id, name }))}
      outlets={knownOutlets(names)}
      meta={whole ? counted(items.length, filter) : `${items.length} shown`}
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
      pages={<Pagination previous={at(previousCursor)} next={at(nextCursor)} />}
    />
  );
}

function counted(count: number, filter: ClaimFilter): string {
  if (isFiltered(filter)) return count === 0 ? "none fits" : `${count} ${count === 1 ? "claim fits" : "claims fit"}`;
  return count === 0 ? "none yet" : `${count} ${count === 1 ? "claim" : "claims"}`;
}

function withCursor(filter: ClaimFilter, sort: ClaimSort, cursor: string): URLSearchParams {
  const params = filterParams(filter, sort);
  params.set("cursor", cursor);
  return params;
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
        action={<LinkButton href={`${home}/claims`}>Clear the filters</LinkButton>}
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
