import type { CellError } from "./diff";
import { groupBy } from "./group-by";
import { outletName } from "./outlet-book";
import type { Row } from "./row";
import type { KnownArticle, OutletBook } from "./world";

/** An article that the sheet brings: as its first row describes it. */
export type NewArticle = {
  title: string;
  outlet: string;
  url: string;
  author: string;
  publishedOn: string;
  language: string;
  /** The row whose cells describe it. */
  row: Row;
};

export type ArticleOfRow = { is: "none" } | { is: "known"; article: KnownArticle } | { is: "new"; article: NewArticle };

type Described = Omit<NewArticle, "row">;

/**
 * Finds the article of each new row: one of the case by its address, else by title and outlet; else one that the sheet
 * itself brings. Rows of an export describe their article in full (its language is never empty), so there two articles
 * that differ in anything are two; a row that says less joins the first that it does not contradict.
 */
export function articleFinder(articles: readonly KnownArticle[], book: OutletBook) {
  const byUrl = new Map(articles.flatMap((article) => (article.url ? [[article.url, article]] : [])));
  const byTitle = groupBy(articles, titleKey);
  const brought = new Map<string, NewArticle[]>();

  function bring(described: Described, row: Row): NewArticle {
    const same = brought.get(titleKey(described)) ?? [];
    const full = described.language !== "";
    const found = same.find((each) => (full ? fullKey(each) === fullKey(described) : fits(described, each)));
    if (found) return found;
    const article = { ...described, row };
    brought.set(titleKey(described), [...same, article]);
    return article;
  }

  return (row: Row): ArticleOfRow | { errors: CellError[] } => {
    const described = describeArticle(row, book);
    if (!described) return row.cells.quote ? { errors: [{ column: "quote", message: NO_ARTICLE }] } : { is: "none" };
    const known =
      byUrl.get(described.url) ?? (described.url ? undefined : pick(byTitle.get(titleKey(described)), described));
    if (known) return { is: "known", article: known };
    const errors = refuseNew(described);
    return errors.length > 0 ? { errors } : { is: "new", article: bring(described, row) };
  };
}

const NO_ARTICLE = "needs its article: name it in the columns article and article_outlet";

function describeArticle({ cells }: Row, book: OutletBook): Described | null {
  const text = (column: "article" | "article_url" | "article_author" | "article_published_on" | "article_language") =>
    cells[column]?.text ?? "";
  if (!cells.article && !cells.article_url) return null;
  // A sheet that has no attribution credits the paper itself: its outlet is the article's.
  const alone = cells.attribution ? undefined : cells.outlet;
  const outlet = (cells.article_outlet ?? alone)?.value ?? "";
  return {
    title: text("article"),
    outlet: outletName(book, outlet),
    url: text("article_url"),
    author: text("article_author"),
    publishedOn: text("article_published_on"),
    language: text("article_language"),
  };
}

function refuseNew({ title, outlet }: Described): CellError[] {
  const errors: CellError[] = [];
  if (title === "")
    errors.push({ column: "article", message: "must name the article: none in this case has its address" });
  if (outlet === "")
    errors.push({ column: "article_outlet", message: "must name the outlet that published the article" });
  return errors;
}

const titleKey = ({ title, outlet }: { title: string; outlet: string }) => JSON.stringify([title, outlet]);
const fullKey = (article: Described) =>
  JSON.stringify([article.url, article.title, article.outlet, article.author, article.publishedOn, article.language]);

const fits = (described: Described, article: Described) =>
  (["url", "author", "publishedOn", "language"] as const).every(
    (field) => described[field] === "" || described[field] === article[field],
  );

function pick(same: readonly KnownArticle[] | undefined, described: Described): KnownArticle | undefined {
  return (
    same?.find((article) => fullKey(article) === fullKey(described)) ??
    same?.find((article) => fits(described, article)) ??
    same?.[0]
  );
}
