"use client";

import { useEffect, useState } from "react";
import { attempt, type Failure } from "@/ui/attempt";
import { previewArticleAction } from "../actions";
import { type ArticlePreview, MAX_SOURCE_BYTES, MAX_TEXT } from "../schema";

export type PastedSource = { text: string } | { html: string };

type Place = { team: string; caseId: string; articleId?: string | undefined };

const PAUSE_MS = 500;

type State = { preview: ArticlePreview | null; failure: Failure | null; of: PastedSource | null };

const tooLong = (source: PastedSource): string | null => {
  const length = "text" in source ? source.text.length : source.html.length;
  const most = "text" in source ? MAX_TEXT : MAX_SOURCE_BYTES;
  return length > most
    ? `has ${length.toLocaleString("en")} characters; ${most.toLocaleString("en")} is the most`
    : null;
};

/** Has the server read the source whenever it changes, a moment after the last change. `null`: there is none. */
export function usePreview(
  { team, caseId, articleId }: Place,
  source: PastedSource | null,
  onRead: (preview: ArticlePreview) => void,
) {
  const [state, setState] = useState<State>({ preview: null, failure: null, of: null });

  useEffect(() => {
    if (source === null) return setState({ preview: null, failure: null, of: null });
    let outdated = false;
    const timer = setTimeout(async () => {
      const message = tooLong(source);
      const outcome = message
        ? ({ ok: false, code: "TOO_LARGE", message, errors: [{ path: "text", message }] } as const)
        : await attempt(() => previewArticleAction(team, { ...source, caseId, articleId }));
      if (outdated) return;
      if (outcome.ok) onRead(outcome.value);
      setState(
        outcome.ok
          ? { preview: outcome.value, failure: null, of: source }
          : { preview: null, failure: { ...outcome, errors: [...outcome.errors] }, of: source },
      );
    }, PAUSE_MS);
    return () => {
      outdated = true;
      clearTimeout(timer);
    };
  }, [team, caseId, articleId, source, onRead]);

  return {
    preview: source ? state.preview : null,
    reading: source !== null && state.of !== source,
    /** What stands in the way of reading it, for the source's own field. */
    problem: source && state.of === source ? state.failure : null,
  };
}
