import Link from "next/link";
import { ArticleTable } from "@/features/article/components/article-table";
import { loadArticles } from "@/features/article/loaders";
import { canAddArticle } from "@/features/article/policy";
import { loadOutlet } from "@/features/outlet/loaders";
import { pageCtx } from "@/platform/auth/session";
import { EmptyState } from "@/ui/empty-state";
import { ShortcutLink } from "@/ui/keys/shortcut-link";
import { PageHeader } from "@/ui/page-header";
import { Pagination } from "@/ui/pagination";
import { SearchBox } from "@/ui/search-box";
import { SourceText } from "@/ui/source-text";

export const metadata = { title: "Articles" };

type Props = {
  params: Promise<{ team: string; caseId: string }>;
  searchParams: Promise<{ q?: string; cursor?: string; outlet?: string }>;
};

export default async function ArticlesPage({ params, searchParams }: Props) {
  const { team, caseId } = await params;
  const { q = "", cursor, outlet } = await searchParams;
  const [{ actor }, { items, nextCursor }] = await Promise.all([
    pageCtx(team),
    loadArticles(team, caseId, q, cursor, outlet),
  ]);
  const home = `/${team}/cases/${caseId}`;
  const adds = canAddArticle(actor);
  const address = (next?: string) => {
    const wanted = { ...(q && { q }), ...(outlet && { outlet }), ...(next && { cursor: next }) };
    const query = new URLSearchParams(wanted).toString();
    return query ? `${home}/articles?${query}` : `${home}/articles`;
  };
  const add = adds ? (
    <ShortcutLink href={`${home}/articles/new`} keys="n" label="Add an article" variant="primary" />
  ) : null;
  const empty = items.length === 0 && !q && !cursor && !outlet;
  return (
    <div className="mx-auto max-w-page px-4 py-5 md:px-6">
      <PageHeader
        title="Articles"
        meta={outlet ? <PublishedBy team={team} outlet={outlet} all={`${home}/articles`} /> : undefined}
        actions={
          <>
            {empty ? null : (
              <SearchBox label="Find an article" placeholder="Words of title or outlet" defaultValue={q} />
            )}
            {empty ? null : add}
          </>
        }
      />
      {items.length === 0 ? (
        <EmptyState
          title={q ? "No article by these words" : outlet ? "No article of this outlet" : "No article yet"}
          action={empty ? add : null}
        >
          {q
            ? "Neither a title nor an outlet’s name holds all of them."
            : outlet
              ? "This case has none."
              : adds
                ? "An article is one text that you read: a report, a broadcast’s script, a page. Paste it or drop a file; its text is then kept unaltered, and claims are pinned to its words."
                : "Nobody has added an article to this case. You may read here, but not add; ask an analyst."}
        </EmptyState>
      ) : (
        <>
          <ArticleTable home={home} articles={items} />
          <Pagination previous={cursor ? address() : null} next={nextCursor ? address(nextCursor) : null} />
        </>
      )}
    </div>
  );
}

async function PublishedBy({ team, outlet, all }: { team: string; outlet: string; all: string }) {
  const { name } = await loadOutlet(team, outlet);
  return (
    <>
      Published by <SourceText>{name}</SourceText>.{" "}
      <Link href={all} className="link">
        All articles of the case
      </Link>
    </>
  );
}
