"use client";

import { SkeletonText } from "@/ui/skeleton";
import { directionOf } from "../rules/direction";
import type { ArticlePreview } from "../schema";
import { ArticleText } from "./article-text";
import { languageName } from "./languages";

type SourcePreviewProps = {
  preview: ArticlePreview | null;
  /** A newer source is being read. */
  reading: boolean;
  /** The language that a person gave, which decides over the one detected. */
  language: string | null;
  /** It could not be read; its own field says why. */
  failed: boolean;
};

const NUMBER = new Intl.NumberFormat("en");
/** As much as shows whether it was read well. */
const SHOWN_CHARACTERS = 30_000;

/** The source as it will be read: what claims will be pinned to. */
export function SourcePreview({ preview, reading, language, failed }: SourcePreviewProps) {
  return (
    <section aria-labelledby="preview" aria-busy={reading}>
      <h2 id="preview" className="border-rule border-b pb-1.5 font-semibold text-base">
        As it will be read
      </h2>
      {preview ? <Read preview={preview} language={language ?? preview.language} /> : null}
      {!preview && reading ? (
        <div className="pt-4">
          <SkeletonText lines={8} label="Reading the source" />
        </div>
      ) : null}
      {failed ? <p className="pt-3 text-base text-ink-2">This source cannot be read as it is.</p> : null}
      {preview || reading || failed ? null : (
        <p className="pt-3 text-base text-ink-2">
          Paste a link or a text, or drop files: the paragraphs, headings, lists and quotations appear here as they will
          be kept. Once saved, a text is never altered, so that every quote stays where it is.
        </p>
      )}
    </section>
  );
}

function Read({ preview, language }: { preview: ArticlePreview; language: string }) {
  const { text, blocks } = preview;
  const shown = blocks.filter((block) => block.start < SHOWN_CHARACTERS);
  const rest = blocks.length - shown.length;
  const facts = [
    `${NUMBER.format(blocks.length)} ${blocks.length === 1 ? "paragraph" : "paragraphs"}`,
    `${NUMBER.format(text.length)} characters`,
    languageName(language) ?? "language not recognised",
  ];
  return (
    <>
      <p role="status" className="pt-1.5 text-ink-3 text-xs">
        {facts.join(" · ")}
      </p>
      <div className="pt-3">
        <ArticleText text={text} blocks={shown} language={language} direction={directionOf(language, text)} />
      </div>
      {rest > 0 ? (
        <p className="pt-4 text-ink-3 text-sm">… and {NUMBER.format(rest)} more, kept but not shown here.</p>
      ) : null}
    </>
  );
}
