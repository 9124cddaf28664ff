import { z } from "zod";
import { VagueDate } from "@/dates/vague-date";
import { Language, OutletName, OutletRef } from "@/features/outlet/schema";
import { Id, line, optionalLine, PageQuery, Timestamp, Version } from "@/platform/fields";

/** The longest text of one article, in UTF-16 units: a 300-page report is about 600,000. */
export const MAX_TEXT = 4_000_000;
/** The largest upload or pasted source, in bytes. */
export const MAX_SOURCE_BYTES = 10_000_000;

export const Block = z.object({
  kind: z.enum(["heading", "paragraph", "list-item", "quotation"]),
  level: z.int().optional(),
  ordered: z.boolean().optional(),
  start: z.int().min(0),
  end: z.int().min(0),
});

const Url = z.preprocess(
  (value) => (value === "" ? null : value),
  z
    .url({ protocol: /^https?$/, error: "is not an http or https address" })
    .max(2000)
    .nullable(),
);

/** `outlet` is an id or a name; a known alias finds its outlet, an unknown name creates one. */
const meta = {
  title: line(500),
  outlet: OutletName,
  url: Url,
  author: optionalLine(300),
  publishedOn: VagueDate.nullable(),
  language: z.preprocess((value) => (value === "" ? null : value), Language.nullable()),
};

const source = z.string().max(MAX_SOURCE_BYTES, "is too large");

/** What people say of an article, beside its words. */
export const ArticleMeta = z.object({
  title: meta.title,
  outlet: meta.outlet,
  url: meta.url.optional(),
  author: meta.author.optional(),
  publishedOn: meta.publishedOn.optional(),
  language: meta.language.optional(),
});

export const AddArticle = ArticleMeta.extend({ text: source.optional(), html: source.optional() }).refine(
  (article) => (article.text === undefined) !== (article.html === undefined),
  { path: ["text"], message: "give the article as one of text, html or a file" },
);

/** What the page sends: a pasted source or a file. */
export const ArticleSource = z.object({
  text: source.optional(),
  html: source.optional(),
  file: z.file().max(MAX_SOURCE_BYTES, "is larger than 10 MB").optional(),
});
export const AddArticleForm = ArticleMeta.extend({ caseId: Id, ...ArticleSource.shape });

/** What a source says of itself: proposals that a person corrects before saving. */
export const ArticlePreview = z.object({
  text: z.string(),
  blocks: z.array(Block),
  title: z.string().nullable(),
  author: z.string().nullable(),
  outlet: z.string().nullable(),
  url: z.string().nullable(),
  publishedOn: z.string().nullable(),
  language: z.string(),
  direction: z.enum(["ltr", "rtl"]),
});
export type ArticlePreview = z.infer<typeof ArticlePreview>;

/** Asks which outlet stands behind an address. */
export const ProposeOutlet = z.object({ url: z.string().max(2000) });

export const ChangeArticle = z.object({
  title: meta.title.optional(),
  outlet: meta.outlet.optional(),
  url: meta.url.optional(),
  author: meta.author.optional(),
  publishedOn: meta.publishedOn.optional(),
  language: meta.language.optional(),
  version: Version.optional(),
});

export const AddVersion = z
  .object({ text: source.optional(), html: source.optional() })
  .refine((capture) => (capture.text === undefined) !== (capture.html === undefined), {
    path: ["text"],
    message: "give the capture as one of text or html",
  });

/** `outlet` keeps those that it published. */
export const ListArticles = PageQuery.extend({ q: z.string().max(200).optional(), outlet: Id.optional() });

export const ArticleVersion = z.object({
  id: Id,
  ordinal: z.int(),
  sha256: z.string().nullable(),
  capturedAt: Timestamp,
  /** False where a sheet named this version but its text was never brought in. */
  held: z.boolean(),
});

const summary = {
  id: Id,
  caseId: Id,
  title: z.string(),
  outlet: OutletRef,
  url: z.string().nullable(),
  author: z.string().nullable(),
  publishedOn: z.string().nullable(),
  language: z.string(),
  direction: z.enum(["ltr", "rtl"]),
  claims: z.int(),
  version: Version,
  createdAt: Timestamp,
  updatedAt: Timestamp,
};

/** As lists show it: without its text. */
export const ArticleSummary = z.object(summary).meta({ id: "ArticleSummary" });
export type ArticleSummary = z.infer<typeof ArticleSummary>;

/** With the newest version's text and the list of all versions, newest first. */
export const Article = z
  .object({
    ...summary,
    text: z.string().nullable(),
    blocks: z.array(Block),
    sha256: z.string().nullable(),
    versionId: Id,
    versions: z.array(ArticleVersion),
  })
  .meta({ id: "Article" });
export type Article = z.infer<typeof Article>;
