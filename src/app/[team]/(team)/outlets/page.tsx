import Link from "next/link";
import { loadCase } from "@/features/case/loaders";
import { NewOutlet } from "@/features/outlet/components/new-outlet";
import { OutletTable } from "@/features/outlet/components/outlet-table";
import { loadOutlets } from "@/features/outlet/loaders";
import { canCreateOutlet, canGradeOutlet } from "@/features/outlet/policy";
import { pageCtx } from "@/platform/auth/session";
import { EmptyState } from "@/ui/empty-state";
import { PageHeader } from "@/ui/page-header";
import { Pagination } from "@/ui/pagination";
import { SearchBox } from "@/ui/search-box";
import { SourceText } from "@/ui/source-text";

export const metadata = { title: "Outlets" };

type Props = {
  params: Promise<{ team: string }>;
  searchParams: Promise<{ q?: string; cursor?: string; case?: string }>;
};

export default async function OutletsPage({ params, searchParams }: Props) {
  const { team } = await params;
  const { q = "", cursor, case: caseId } = await searchParams;
  const [{ actor }, { items, nextCursor }] = await Promise.all([pageCtx(team), loadOutlets(team, q, cursor, caseId)]);
  const subject = caseId ? await loadCase(team, caseId) : null;
  const adds = canCreateOutlet(actor);
  const here = `/${team}/outlets`;
  const address = (next?: string) => {
    const query = new URLSearchParams({
      ...(q && { q }),
      ...(caseId && { case: caseId }),
      ...(next && { cursor: next }),
    }).toString();
    return query ? `${here}?${query}` : here;
  };
  const empty = items.length === 0 && !q && !cursor;
  const newOutlet = adds ? <NewOutlet team={team} gradesLocked={!canGradeOutlet(actor)} /> : null;
  return (
    <div className="mx-auto max-w-page px-4 py-5 md:px-6">
      <PageHeader
        title="Outlets"
        meta={
          subject ? (
            <>
              Credited in <SourceText>{subject.title}</SourceText>.{" "}
              <Link href={here} className="link">
                All outlets of the team
              </Link>
            </>
          ) : (
            "Publishers and agencies, shared by all cases of the team."
          )
        }
        actions={
          <>
            <SearchBox label="Find an outlet" placeholder="Name, alias or domain" defaultValue={q} />
            {empty ? null : newOutlet}
          </>
        }
      />
      {items.length === 0 ? (
        <EmptyState title={q ? "No outlet goes by that" : "No outlet yet"} action={empty ? newOutlet : null}>
          {q
            ? "Neither a name nor an alias nor a domain holds these words."
            : "Outlets come by themselves when an article is added or a claim credits one. They can also be entered here, with aliases, owner and grade."}
        </EmptyState>
      ) : (
        <>
          <OutletTable team={team} outlets={items} />
          <Pagination previous={cursor ? address() : null} next={nextCursor ? address(nextCursor) : null} />
        </>
      )}
    </div>
  );
}
