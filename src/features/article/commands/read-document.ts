import type { CanonicalText } from "@/anchoring/canonical-text";
import { blocksOfHtml } from "@/anchoring/html/html-blocks";
import type { PageMetadata } from "@/anchoring/html/metadata";
import { textOfPages } from "@/anchoring/pdf/text-of-pages";
import {
  type DocumentInfo,
  type DocumentOptions,
  readRawDocument,
  UnreadableDocument,
} from "@/platform/documents/read-document";
import { invalid } from "@/platform/errors";

export type ReadDocument = CanonicalText & { about: PageMetadata };

/** The words of a PDF or DOCX file as an article's text. `path` is the field that a refusal is told at. */
export async function readDocument(
  bytes: Uint8Array,
  kind: "pdf" | "docx",
  path: string,
  options: DocumentOptions = {},
): Promise<ReadDocument> {
  try {
    const raw = await readRawDocument(bytes, kind, options);
    const text = raw.kind === "docx" ? blocksOfHtml(withoutBacklinks(raw.html)) : textOfPages(raw.pages);
    if (text.text === "" && kind === "pdf")
      throw invalid(path, "holds pictures of text only; have it recognised (OCR) first");
    return { ...text, about: aboutOf(raw.info) };
  } catch (error) {
    if (error instanceof UnreadableDocument) throw invalid(path, error.message);
    throw error;
  }
}

/** The arrow with which a footnote leads back to where it is cited: a mark of the reader's, not the author's. */
const withoutBacklinks = (html: string) => html.replace(/\s*<a href="#(?:foot|end)note-ref-[^"]*">↑<\/a>/g, "");

/** Titles that programs give by themselves, from a file's name or template. */
const NO_TITLE = /^(?:untitled|document\d*|microsoft word - .*|.*\.(?:docx?|pdf|odt|indd|qxd))$/i;

function aboutOf({ title, author, language }: DocumentInfo): PageMetadata {
  const named = title?.trim();
  return {
    ...(named && !NO_TITLE.test(named) && { title: named.slice(0, 500) }),
    ...(author?.trim() && { byline: author.trim().slice(0, 300) }),
    ...(language?.trim() && { lang: language.trim() }),
  };
}
