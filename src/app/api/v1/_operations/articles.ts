import { z } from "zod";
import {
  AddArticle,
  AddVersion,
  Article,
  ArticleMeta,
  ArticleSummary,
  ChangeArticle,
  ListArticles,
  MAX_FILE_BYTES,
  MAX_SOURCE_BYTES,
} from "@/features/article/schema";
import { Id, pageOf } from "@/platform/fields";
import { operation } from "@/platform/http/operation";

const tag = "Articles";

/** JSON may spell each character of a text as six bytes (`\u0645`); the text itself has its own, tighter limit. */
const maxBytes = Math.max(3 * MAX_SOURCE_BYTES, MAX_FILE_BYTES + 100_000);

export const listArticles = operation({
  id: "listArticles",
  tag,
  method: "get",
  path: "/cases/{caseId}/articles",
  summary: "The articles of a case, newest first",
  query: ListArticles,
  answer: pageOf(ArticleSummary),
});

export const addArticle = operation({
  id: "addArticle",
  tag,
  method: "post",
  path: "/cases/{caseId}/articles",
  summary: "Bring an article in: its text, its HTML, the address to fetch it from, or a file (PDF, DOCX, HTML, TXT)",
  description: "`outlet` is an id or a name; a known alias finds its outlet, an unknown name creates one.",
  body: AddArticle,
  form: ArticleMeta,
  maxBytes,
  answer: Article,
  status: 201,
  location: ({ id }) => `/articles/${id}`,
});

export const getArticle = operation({
  id: "getArticle",
  tag,
  method: "get",
  path: "/articles/{articleId}",
  summary: "An article with its newest text",
  answer: Article,
});

export const changeArticle = operation({
  id: "changeArticle",
  tag,
  method: "patch",
  path: "/articles/{articleId}",
  summary: "Change what is said about an article; its text never changes",
  body: ChangeArticle,
  answer: Article,
});

export const addVersion = operation({
  id: "addVersion",
  tag,
  method: "post",
  path: "/articles/{articleId}/versions",
  summary: "Add a newer capture; quotes that stand unchanged move to it",
  body: AddVersion,
  form: z.object({}),
  maxBytes,
  answer: z.object({
    /** 2 for the second capture, and so on. */
    version: z.int(),
    versionId: Id,
    quotes: z.object({ exact: z.int(), moved: z.int(), changed: z.int(), orphaned: z.int() }),
  }),
  status: 201,
});

export const downloadCapture = operation({
  id: "downloadCapture",
  tag,
  method: "get",
  path: "/captures/{captureId}",
  summary: "What a version was read from, byte for byte as it came",
  streams: ["application/octet-stream"],
});
