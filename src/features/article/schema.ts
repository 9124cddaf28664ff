import { z } from "zod";
import { VagueDate } from "@/dates/vague-date";
import { Language, OutletName, OutletRef } from "@/features/outlet/schema";
import { Id, line, optionalLine, PageQuery, Timestamp, Version } from "@/platform/fields";

/** The longest text of one article, in UTF-16 units: a 300-page report is about 600,000. */
export const MAX_TEXT = 4_000_000;
/** The largest pasted source, in bytes. */
export const MAX_SOURCE_BYTES = 10_000_000;
/** The largest file: a report of hundreds of pages with pictures. */
export const MAX_FILE_BYTES = 50_000_000;

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
  /** The article of the case that it is a copy of. */
  repeats: Id.nullable().optional(),
});

const WebAddress = z.url({ protocol: /^https?$/, error: "is not an http or https address" }).max(2000);

const given = { text: source.optional(), html: source.optional(), fetchUrl: WebAddress.optional() };
type Given = { [name in keyof typeof given]?: unknown };
const isOne = ({ text, html, fetchUrl }: Given) =>
  [text, html, fetchUrl].filter((each) => each !== undefined).length === 1;
const ONE = { path: ["text"], message: "give the article as one of text, html, fetchUrl or a file" };

/** `fetchUrl` is fetched by the server; without `url` the article gets the address that it was found at. */
export const AddArticle = ArticleMeta.extend(given).refine(isOne, ONE);

/** What the page pastes. What is fetched or uploaded goes through an intake. */
export const ArticleSource = z.object({ text: source.optional(), html: source.optional() });
export const AddArticleForm = ArticleMeta.extend({ caseId: Id, ...ArticleSource.shape, intakeId: Id.optional() });

export const CaptureOrigin = z.enum(["paste", "file", "url", "clipper"]).meta({ id: "CaptureOrigin" });
export type CaptureOrigin = z.infer<typeof CaptureOrigin>;

/**
 * What is to be read in the background: an address to fetch, or a page as a browser shows it with its address. With
 * `articleId` it is to become a newer version of that article.
 */
export const StartIntake = z
  .object({ address: WebAddress, html: source.optional(), articleId: Id.optional() })
  .meta({ id: "StartIntake" });
export type StartIntake = z.output<typeof StartIntake>;
export const IntakeForm = z.object({ articleId: Id.optional() });

/** An article of the case that a source is already or nearly is. */
export const Alike = z.object({
  articleId: Id,
  title: z.string(),
  outlet: z.string(),
  how: z.enum(["address", "text", "near"]),
  /** Of the shorter text, how much stands in the other in the same words, 0 to 1. */
  shared: z.number(),
  /** The longest stretch in the same words. */
  passage: z.string(),
});
export type Alike = z.infer<typeof Alike>;

/** What a source says of itself: proposals that a person corrects before saving. */
export const ArticlePreview = z.object({
  alike: z.array(Alike),
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

/** Something sent to become an article, as far as it was read. Only who sent it sees it. */
export const Intake = z
  .object({
    id: Id,
    caseId: Id,
    articleId: Id.nullable(),
    origin: CaptureOrigin,
    address: z.string().nullable(),
    filename: z.string().nullable(),
    status: z.enum(["queued", "running", "done", "failed"]),
    /** Pages read, of so many; both 0 where there are none. */
    done: z.int(),
    total: z.int(),
    problem: z.string().nullable(),
    /** What stood in it, once it is done; null in lists. */
    preview: ArticlePreview.nullable(),
    version: Version,
    createdAt: Timestamp,
    updatedAt: Timestamp,
  })
  .meta({ id: "Intake" });
export type Intake = z.infer<typeof Intake>;

/** Has a pasted source read; with `articleId` it is to become a newer version of that article. */
export const PreviewSource = ArticleSource.extend({ caseId: Id, articleId: Id.optional() });

/** Asks which outlet stands behind an address, and which article of the case is already there. */
export const AskAddress = z.object({ caseId: Id, url: z.string().max(2000) });

export const ChangeArticle = z.object({
  title: meta.title.optional(),
  outlet: meta.outlet.optional(),
  url: meta.url.optional(),
  author: meta.author.optional(),
  publishedOn: meta.publishedOn.optional(),
  language: meta.language.optional(),
  repeats: Id.nullable().optional(),
  version: Version.optional(),
});

export const AddVersion = z.object(given).refine(isOne, ONE);
export const AddVersionForm = z.object({ articleId: Id, ...ArticleSource.shape, intakeId: Id.optional() });

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
  /** The article that it is a copy of, as a person says. */
  repeats: z.object({ id: Id, title: z.string(), outlet: z.string() }).nullable(),
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

/** How one version's text was had: by whom, when, from where; and what can be downloaded of it. */
export type Custody = {
  versionId: string;
  ordinal: number;
  held: boolean;
  sha256: string | null;
  capturedAt: Date;
  by: string;
  /** Null for a version that a sheet only named. */
  capture: {
    id: string;
    origin: CaptureOrigin;
    url: string | null;
    filename: string | null;
    contentType: string;
    sha256: string;
    bytes: number;
  } | null;
};
