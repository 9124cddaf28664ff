import { Download } from "lucide-react";
import { ColumnGuide } from "@/features/sheet/components/column-guide";
import { ImportList } from "@/features/sheet/components/import-list";
import { ImportSheet } from "@/features/sheet/components/import-sheet";
import { loadImport, loadImports } from "@/features/sheet/loaders";
import { canImport } from "@/features/sheet/policy";
import { pageCtx } from "@/platform/auth/session";
import { buttonClasses } from "@/ui/button-classes";
import { Disclosure } from "@/ui/disclosure";
import { EmptyState } from "@/ui/empty-state";
import { PageHeader } from "@/ui/page-header";
import { Pagination } from "@/ui/pagination";

export const metadata = { title: "Import a sheet" };

type Props = {
  params: Promise<{ team: string; caseId: string }>;
  searchParams: Promise<{ cursor?: string; import?: string }>;
};

export default async function ImportPage({ params, searchParams }: Props) {
  const { team, caseId } = await params;
  const { cursor, import: importId } = await searchParams;
  const [{ actor }, { items, nextCursor }, current] = await Promise.all([
    pageCtx(team),
    loadImports(team, caseId, cursor),
    typeof importId === "string" ? loadImport(team, caseId, importId) : null,
  ]);
  const home = `/${team}/cases/${caseId}`;
  const here = `${home}/import`;
  const template = new URLSearchParams({ format: "csv", team });
  return (
    <div className="mx-auto max-w-page px-4 py-5 md:px-6">
      <PageHeader
        title="Import a sheet"
        actions={
          <a
            className={buttonClasses()}
            href={`/api/v1/cases/${caseId}/export?${template}`}
            download
            title="The sheet of this case with all its columns: change it, or take it as a template"
          >
            <Download aria-hidden="true" />
            Export as template
          </a>
        }
      />
      {canImport(actor) ? (
        <div className="flex flex-col gap-7">
          <div className="flex flex-col gap-5">
            <p className="max-w-reading text-ink-2">
              One claim a row, the first row names the columns. Only{" "}
              <code className="font-mono text-xs">statement</code> is needed; the columns may stand in any order, and
              unknown ones are kept. An empty cell leaves a value as it is, a single{" "}
              <code className="font-mono text-xs">-</code> clears it. Importing the same file twice changes nothing.
            </p>
            <ImportSheet
              team={team}
              caseId={caseId}
              userId={actor.userId}
              sheetHref={`${home}/claims`}
              current={current}
            />
          </div>
          <Disclosure summary="What each column takes">
            <ColumnGuide />
          </Disclosure>
          <section aria-labelledby="imports">
            <h2 id="imports" className="mb-1.5 font-semibold text-base">
              Imports into this case
            </h2>
            {items.length > 0 ? (
              <ImportList team={team} imports={items} />
            ) : (
              <p className="text-ink-3 text-sm">
                None yet. What was imported, and what was refused, stays listed here.
              </p>
            )}
            <Pagination previous={cursor ? here : null} next={nextCursor ? `${here}?cursor=${nextCursor}` : null} />
          </section>
        </div>
      ) : (
        <EmptyState title="You may read here, but not import">
          Your role in this team is viewer. Ask an owner for the role of an analyst. The sheet can be exported all the
          same.
        </EmptyState>
      )}
    </div>
  );
}
