import type { ArticleOfRow, NewArticle } from "./articles";
import { groupBy } from "./group-by";
import type { PlannedCreate } from "./plan";

/** The version of its article that a row's quote stands in: one of the case, or one that the sheet brings by its hash. */
export type VersionOfRow = { is: "known"; id: string; held: boolean } | { is: "brought"; sha256: string | null };

export function versionOf(article: ArticleOfRow, sha256: string | null): VersionOfRow {
  if (article.is !== "known") return { is: "brought", sha256 };
  const { versions } = article.article;
  // Without a hash, the text that people read is meant: the newest that is held.
  const version = sha256
    ? versions.find((each) => each.sha256 === sha256)
    : (versions.find(({ held }) => held) ?? versions[0]);
  return version ? { is: "known", id: version.id, held: version.held } : { is: "brought", sha256 };
}

/**
 * The hashes under which each new article is brought, oldest version first: what a row without a quote names is the
 * newest there was. An article whose rows name none has a version all the same, of which nothing is known.
 */
export function versionsToBring(creates: readonly PlannedCreate[]): Map<NewArticle, (string | null)[]> {
  const rows = creates.flatMap(({ row, article }) =>
    article.is === "new"
      ? [
          {
            article: article.article,
            quoted: Boolean(row.cells.quote),
            sha256: row.cells.article_sha256?.value ?? null,
          },
        ]
      : [],
  );
  const byArticle = groupBy(rows, ({ article }) => article);
  return new Map(
    [...byArticle].map(([article, group]) => {
      const hashes = [...group.filter(({ quoted }) => quoted), ...group.filter(({ quoted }) => !quoted)].flatMap(
        ({ sha256 }) => sha256 ?? [],
      );
      const oldestFirst = [...new Set(hashes.toReversed())].toReversed();
      return [article, oldestFirst.length > 0 ? oldestFirst : [null]];
    }),
  );
}
