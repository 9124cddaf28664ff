"use client";

import { useCallback, useEffect, useMemo, useRef } from "react";
import { loneAddress } from "../rules/lone-address";
import type { ArticlePreview, Intake } from "../schema";
import { type ArticleDraft, type ArticleWords, draftOf, withProposals } from "./article-draft";
import { LANGUAGES } from "./languages";
import type { Intakes } from "./use-intakes";
import { type PastedSource, usePreview } from "./use-preview";

type Place = { team: string; caseId: string; articleId?: string | undefined };
type Pasted = Pick<ArticleDraft, "mode" | "text" | "html">;

/** What is to be saved, and how it would be read: the source that is being looked at, else what was pasted. */
export function useSource(
  place: Place,
  value: Pasted,
  intakes: Intakes,
  onRead: (preview: ArticlePreview, of: string | null) => void,
) {
  const { chosen } = intakes;
  const pasted = usePasted(value, chosen);
  const onPasted = useCallback((preview: ArticlePreview) => onRead(preview, null), [onRead]);
  const found = usePreview(place, pasted, onPasted);
  const preview = chosen ? chosen.preview : found.preview;
  const shown = chosen?.preview ?? null;
  const of = chosen?.id ?? null;
  useEffect(() => {
    if (shown) onRead(shown, of);
  }, [shown, of, onRead]);
  const failed = chosen ? chosen.status === "failed" : found.problem !== null;
  return {
    source: chosen ? (chosen.status === "done" ? { intakeId: chosen.id } : null) : pasted,
    preview,
    reading: chosen ? !preview && !failed : found.reading,
    problem: found.problem,
    failed,
  };
}

/** What was pasted, in the way chosen. The same object while it is the same. */
function usePasted({ mode, text, html }: Pasted, chosen: Intake | null): PastedSource | null {
  const none = chosen !== null;
  return useMemo(() => {
    if (none) return null;
    if (mode === "html" && html) return { html };
    // An address is where an article is, and none itself.
    return text.trim() && loneAddress(text) === null ? { text } : null;
  }, [mode, text, html, none]);
}

type Proposed = Partial<Record<keyof ArticleWords, string | null>>;

/** Puts what a source says of itself into the fields, as long as nobody typed there. */
export function useProposals(set: (change: (before: ArticleDraft) => ArticleDraft) => void) {
  const last = useRef<Proposed>({});
  return useCallback(
    ({ title, author, outlet, url, publishedOn, language }: ArticlePreview, of: string | null) => {
      const before = last.current;
      const name = LANGUAGES.find((each) => each.value === language)?.label;
      const proposed = {
        title,
        author,
        outlet,
        url,
        publishedOn,
        language: language === "und" ? "" : (name ?? language),
      };
      last.current = proposed;
      set((draft) =>
        draft.of === of ? withProposals(draft, proposed, before) : withProposals(draftOf(of, draft), proposed, {}),
      );
    },
    [set],
  );
}
