import { CaseTable } from "@/features/case/components/case-table";
import { NewCase } from "@/features/case/components/new-case";
import { loadCases } from "@/features/case/loaders";
import { canOpenCase } from "@/features/case/policy";
import { pageCtx } from "@/platform/auth/session";
import { EmptyState } from "@/ui/empty-state";
import { PageHeader } from "@/ui/page-header";
import { Pagination } from "@/ui/pagination";

export const metadata = { title: "Cases" };

type Props = { params: Promise<{ team: string }>; searchParams: Promise<{ cursor?: string; new?: string }> };

export default async function CasesPage({ params, searchParams }: Props) {
  const { team } = await params;
  const { cursor, new: asked } = await searchParams;
  const [{ actor }, page] = await Promise.all([pageCtx(team), loadCases(team, cursor)]);
  const opens = canOpenCase(actor);
  const empty = page.items.length === 0 && !cursor;
  const newCase = opens ? <NewCase team={team} asked={Boolean(asked)} /> : null;
  return (
    <div className="mx-auto max-w-page px-4 py-5 md:px-6">
      <PageHeader title="Cases" actions={empty ? null : newCase} />
      {empty ? (
        <EmptyState title="No case yet" action={newCase}>
          {opens
            ? "A case holds one matter under study: the articles you read about it, the claims they make, and where those claims conflict."
            : "Nobody has opened a case in this team. You may read cases here, but not open them; ask an analyst."}
        </EmptyState>
      ) : (
        <>
          <CaseTable team={team} cases={page.items} />
          <Pagination
            previous={cursor ? `/${team}/cases` : null}
            next={page.nextCursor ? `/${team}/cases?cursor=${page.nextCursor}` : null}
          />
        </>
      )}
    </div>
  );
}
