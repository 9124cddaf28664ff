import Link from "next/link";
import { formatVagueDate } from "@/dates/format-vague-date";
import { DataTable, TableCell, TableHead, TableHeader, TableRow } from "@/ui/data-table";
import { RelativeTime } from "@/ui/relative-time";
import { SourceText } from "@/ui/source-text";
import type { ArticleSummary } from "../schema";
import { languageName } from "./languages";

/** The articles of a case, a row each. `home` is the case's address. */
export function ArticleTable({ home, articles }: { home: string; articles: ArticleSummary[] }) {
  return (
    <DataTable caption="Articles">
      <TableHead>
        <TableHeader>Article</TableHeader>
        <TableHeader>Outlet</TableHeader>
        <TableHeader className="max-md:hidden">Published</TableHeader>
        <TableHeader className="max-lg:hidden">Language</TableHeader>
        <TableHeader align="end">Claims</TableHeader>
        <TableHeader className="max-lg:hidden">Added</TableHeader>
      </TableHead>
      <tbody>
        {articles.map((article) => (
          <TableRow key={article.id}>
            <TableCell heading className="w-full min-w-40 py-1.5">
              <Link href={`${home}/articles/${article.id}`} className="font-medium hover:text-accent hover:underline">
                <SourceText lang={article.language}>{article.title}</SourceText>
              </Link>
              {article.author ? (
                <SourceText className="ms-2 text-ink-3 max-md:hidden">{article.author}</SourceText>
              ) : null}
            </TableCell>
            <TableCell className="md:whitespace-nowrap">
              <SourceText>{article.outlet.name}</SourceText>
            </TableCell>
            <TableCell className="whitespace-nowrap text-ink-2 max-md:hidden">
              {article.publishedOn ? formatVagueDate(article.publishedOn) : <span className="text-ink-3">–</span>}
            </TableCell>
            <TableCell className="whitespace-nowrap text-ink-2 max-lg:hidden">
              {languageName(article.language) ?? <span className="text-ink-3">–</span>}
            </TableCell>
            <TableCell align="end">
              {article.claims > 0 ? (
                <Link href={`${home}/claims?article=${article.id}`} className="link">
                  {article.claims}
                </Link>
              ) : (
                <span className="text-ink-3">0</span>
              )}
            </TableCell>
            <TableCell className="text-ink-3 max-lg:hidden">
              <RelativeTime at={article.createdAt} />
            </TableCell>
          </TableRow>
        ))}
      </tbody>
    </DataTable>
  );
}
