"use client";

import { useCallback, useEffect, useMemo, useRef } from "react";
import type { ArticlePreview, Intake } from "../schema";
import { type ArticleDraft, type ArticleWords, withProposals } from "./article-draft";
import { LANGUAGES } from "./languages";
import type { Intakes } from "./use-intakes";
import { type PastedSource, usePreview } from "./use-preview";

type Place = { team: string; caseId: string; articleId?: string | undefined };
type Pasted = Pick<ArticleDraft, "mode" | "text" | "html">;

/** What is to be saved, and how it would be read: the source that is being looked at, else what was pasted. */
export function useSource(place: Place, value: Pasted, intakes: Intakes, onRead: (preview: ArticlePreview) => void) {
  const { chosen } = intakes;
  const pasted = usePasted(value, chosen);
  const found = usePreview(place, pasted, onRead);
  const preview = chosen ? chosen.preview : found.preview;
  const shown = chosen?.preview ?? null;
  useEffect(() => {
    if (shown) onRead(shown);
  }, [shown, onRead]);
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
    return text.trim() ? { text } : null;
  }, [mode, text, html, none]);
}

type Proposed = Partial<Record<keyof ArticleWords, string | null>>;

/** Puts what a source says of itself into the fields, as long as nobody typed there. */
export function useProposals(set: (change: (before: ArticleDraft) => ArticleDraft) => void) {
  const last = useRef<Proposed>({});
  return useCallback(
    ({ title, author, outlet, url, publishedOn, language }: ArticlePreview) => {
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
      set((draft) => withProposals(draft, proposed, before));
    },
    [set],
  );
}
