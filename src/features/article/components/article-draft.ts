import { z } from "zod";

/** A name as typed, with what it was chosen to stand for: an outlet's id, a language's tag. */
const Named = z.object({ text: z.string(), value: z.string().nullable() });
export type Named = z.infer<typeof Named>;

/** What people say of an article, as the form holds it. */
export const ArticleWords = z.object({
  title: z.string(),
  outlet: Named,
  url: z.string(),
  author: z.string(),
  publishedOn: z.string(),
  language: Named,
});
export type ArticleWords = z.infer<typeof ArticleWords>;

/** The same with the pasted source. `html` is the copied page where it has a structure, `text` its plain words. */
export const ArticleDraft = ArticleWords.extend({
  mode: z.enum(["text", "html"]),
  text: z.string(),
  html: z.string(),
  /** The article that it is said to repeat. */
  repeats: z.string().nullable().default(null),
  /** The source that was sent and that the words are about; null for what is pasted. */
  of: z.string().nullable().default(null),
});
export type ArticleDraft = z.infer<typeof ArticleDraft>;

export const NOT_NAMED: Named = { text: "", value: null };

export const NO_ARTICLE: ArticleDraft = {
  title: "",
  outlet: NOT_NAMED,
  url: "",
  author: "",
  publishedOn: "",
  language: NOT_NAMED,
  repeats: null,
  of: null,
  mode: "text",
  text: "",
  html: "",
};

export const readDraft = (kept: unknown): ArticleDraft | null => ArticleDraft.safeParse(kept).data ?? null;

export const ARTICLE_FIELDS = ["title", "outlet", "url", "author", "publishedOn", "language"] as const;

/** What the words say, as the actions take it. */
export const inputOf = ({ title, outlet, url, author, publishedOn, language }: ArticleWords) => ({
  title,
  outlet: outlet.value ?? outlet.text,
  url: url.trim(),
  author,
  publishedOn,
  language: language.value ?? language.text.trim(),
});

/** The draft for another source: what was said of the one before must not stand as if somebody had typed it of this. */
export const draftOf = (of: string | null, { mode, text, html }: ArticleDraft): ArticleDraft => ({
  ...NO_ARTICLE,
  mode,
  text,
  html,
  of,
});

type Proposals = { [field in keyof ArticleWords]?: string | null };

/** Puts proposals where nothing was typed, or where an earlier proposal stands untouched. */
export function withProposals<T extends ArticleWords>(words: T, proposed: Proposals, before: Proposals): T {
  const next = { ...words };
  for (const field of ["title", "url", "author", "publishedOn"] as const) {
    if (mayReplace(words[field], before[field])) next[field] = proposed[field] ?? "";
  }
  for (const field of ["outlet", "language"] as const) {
    if (mayReplace(words[field].text, before[field])) next[field] = { text: proposed[field] ?? "", value: null };
  }
  return next;
}

const mayReplace = (typed: string, before: string | null | undefined) => typed.trim() === "" || typed === before;
