import Link from "next/link";
import { loadCase } from "@/features/case/loaders";
import { DirectoryFilter } from "@/features/outlet/components/directory-filter";
import { NewOutlet } from "@/features/outlet/components/new-outlet";
import { OutletTable } from "@/features/outlet/components/outlet-table";
import { loadDirectory, loadOwners } from "@/features/outlet/loaders";
import { canCreateOutlet, canGradeOutlet } from "@/features/outlet/policy";
import { type Directory, directoryOf, directoryQuery, isNarrowed } from "@/features/outlet/rules/directory-address";
import { pageCtx } from "@/platform/auth/session";
import { EmptyState } from "@/ui/empty-state";
import { LinkButton } from "@/ui/link-button";
import { PageHeader } from "@/ui/page-header";
import { Pagination } from "@/ui/pagination";
import { SearchBox } from "@/ui/search-box";
import { SourceText } from "@/ui/source-text";

export const metadata = { title: "Outlets" };

type Props = {
  params: Promise<{ team: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function OutletsPage({ params, searchParams }: Props) {
  const { team } = await params;
  const asked = await searchParams;
  const directory = directoryOf(asked);
  const cursor = typeof asked.cursor === "string" ? asked.cursor : undefined;
  const [{ actor }, { items, nextCursor, uses }, owners] = await Promise.all([
    pageCtx(team),
    loadDirectory(team, directory, cursor),
    loadOwners(team),
  ]);
  const here = `/${team}/outlets`;
  const empty = items.length === 0 && !cursor && !isNarrowed(directory);
  const newOutlet = canCreateOutlet(actor) ? (
    <NewOutlet team={team} owners={owners} gradesLocked={!canGradeOutlet(actor)} />
  ) : null;
  return (
    <div className="mx-auto max-w-page px-4 py-5 md:px-6">
      <PageHeader
        title="Outlets"
        meta={<Subject team={team} directory={directory} />}
        actions={
          <>
            <SearchBox label="Find an outlet" placeholder="Name, alias or domain" defaultValue={directory.q ?? ""} />
            {empty ? null : newOutlet}
          </>
        }
      />
      {empty ? (
        <EmptyState title="No outlet yet" action={newOutlet}>
          Outlets come by themselves when an article is added or a claim credits one. They can also be entered here,
          with aliases, owner and grade.
        </EmptyState>
      ) : (
        <>
          <DirectoryFilter directory={directory} />
          {items.length === 0 ? (
            <EmptyState title="No outlet is like that" action={<LinkButton href={here}>Show all outlets</LinkButton>}>
              {directory.q
                ? "Neither a name nor an alias nor a domain holds these words, with what else the list is narrowed to."
                : "What the list is narrowed to holds for none of the outlets."}
            </EmptyState>
          ) : (
            <>
              <OutletTable team={team} outlets={items} uses={uses} byOwner={directory.order === "owner"} />
              <Pagination
                previous={cursor ? here + directoryQuery(directory) : null}
                next={nextCursor ? here + directoryQuery(directory, nextCursor) : null}
              />
            </>
          )}
        </>
      )}
    </div>
  );
}

async function Subject({ team, directory }: { team: string; directory: Directory }) {
  if (!directory.case) return "Publishers and agencies, shared by all cases of the team.";
  const { title } = await loadCase(team, directory.case);
  return (
    <>
      Credited in <SourceText>{title}</SourceText>.{" "}
      <Link href={`/${team}/outlets`} className="link">
        All outlets of the team
      </Link>
    </>
  );
}
