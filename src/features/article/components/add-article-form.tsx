"use client";

import { useRouter } from "next/navigation";
import { useCallback, useMemo, useRef, useState } from "react";
import { Button } from "@/ui/button";
import type { ComboOption } from "@/ui/combobox-options";
import { recognise } from "@/ui/combobox-options";
import { FormErrors } from "@/ui/form-errors";
import { useActionForm } from "@/ui/use-action-form";
import { useDraft } from "@/ui/use-draft";
import { addArticleAction, proposeOutletAction } from "../actions";
import { directionOf } from "../rules/direction";
import type { ArticlePreview } from "../schema";
import {
  ARTICLE_FIELDS,
  type ArticleDraft,
  type ArticleWords,
  inputOf,
  NO_ARTICLE,
  readDraft,
  withProposals,
} from "./article-draft";
import { ArticleFields } from "./article-fields";
import { LANGUAGES } from "./languages";
import { SourceBox } from "./source-box";
import { SourcePreview } from "./source-preview";
import { type PreviewSource, usePreview } from "./use-preview";

type AddArticleFormProps = {
  team: string;
  caseId: string;
  outlets: ComboOption[];
  /** Where this person's unfinished article is kept in this browser. */
  draftKey: string;
};

const FIELDS = [...ARTICLE_FIELDS, "text", "html", "file"];

type Proposed = Partial<Record<keyof ArticleWords, string | null>>;

/** Brings an article in: source and facts on one side, the text as it will be read on the other. */
export function AddArticleForm({ team, caseId, outlets, draftKey }: AddArticleFormProps) {
  const router = useRouter();
  const draft = useDraft<ArticleDraft>({ key: draftKey, blank: NO_ARTICLE, read: readDraft });
  const [file, setFile] = useState<File | null>(null);
  const { value } = draft;
  const source = useSource(value, file);
  const { preview, reading, problem } = usePreview(team, source, useProposals(draft.set));
  const { form, pending, errorOf, unplaced } = useActionForm({
    fields: FIELDS,
    leaves: true,
    save: () => addArticleAction(team, { caseId, ...inputOf(settled(value, outlets)), ...(source ?? { text: "" }) }),
    onSaved: ({ id }) => {
      draft.forget();
      router.push(`/${team}/cases/${caseId}/articles/${id}`);
    },
  });
  const proposeOutlet = async () => {
    if (!value.url.trim() || value.outlet.text.trim()) return;
    const outcome = await proposeOutletAction(team, { url: value.url.trim() });
    const name = outcome.ok ? outcome.value : null;
    if (name) draft.set((before) => (before.outlet.text ? before : { ...before, outlet: { text: name, value: null } }));
  };
  const language = value.language.text.trim() ? settled(value, outlets).language : null;
  const given = language ? (language.value ?? language.text) : null;
  const unreadable = problem ? (problem.errors[0]?.message ?? problem.message) : undefined;
  const sourceError = unreadable
    ? `The source ${unreadable}.`
    : (errorOf("text") ?? errorOf("html") ?? errorOf("file"));
  return (
    <div className="grid items-start gap-x-12 gap-y-8 lg:grid-cols-[minmax(0,30rem)_minmax(0,1fr)]">
      <form {...form} className="flex min-w-0 flex-col gap-4">
        <FormErrors errors={unplaced} />
        <DraftNote restored={draft.restored} room={draft.room} onDiscard={draft.discard} />
        <SourceBox
          value={value}
          onChange={(pasted) => draft.set((before) => ({ ...before, ...pasted }))}
          file={file}
          onFile={setFile}
          error={sourceError}
        />
        <ArticleFields
          value={value}
          onChange={(change) => draft.set((before) => ({ ...before, ...change(before) }))}
          errorOf={errorOf}
          outlets={outlets}
          onAddress={() => void proposeOutlet()}
          direction={preview ? directionOf(given ?? preview.language, preview.text) : null}
        />
        <div className="flex items-center gap-3">
          <Button type="submit" variant="primary" pending={pending} keys="mod+enter">
            Add and read
          </Button>
        </div>
      </form>
      <SourcePreview preview={preview} reading={reading} language={given} failed={problem !== null} />
    </div>
  );
}

/** The source that is in force: the file, else what was pasted in the way chosen. The same object while it is the same. */
function useSource({ mode, text, html }: ArticleDraft, file: File | null): PreviewSource | null {
  return useMemo(() => {
    if (file) return { file };
    if (mode === "html" && html) return { html };
    return text.trim() ? { text } : null;
  }, [mode, text, html, file]);
}

/** Puts what a source says of itself into the fields, as long as nobody typed there. */
function useProposals(set: (change: (before: ArticleDraft) => ArticleDraft) => void) {
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

/** Names typed but never chosen stand for what they are the name of. */
function settled(words: ArticleDraft, outlets: ComboOption[]): ArticleDraft {
  const { outlet, language } = words;
  return {
    ...words,
    outlet: { ...outlet, value: outlet.value ?? recognise(outlets, outlet.text)?.value ?? null },
    language: { ...language, value: language.value ?? recognise(LANGUAGES, language.text)?.value ?? null },
  };
}

type DraftNoteProps = { restored: boolean; room: boolean; onDiscard: () => void };

function DraftNote({ restored, room, onDiscard }: DraftNoteProps) {
  if (!room) {
    return (
      <p className="text-caution text-sm">
        This source is too long to be kept in the browser: save before you leave the page.
      </p>
    );
  }
  if (!restored) return null;
  return (
    <p className="flex flex-wrap items-center gap-x-3 text-ink-2 text-sm">
      What you had begun is back.
      <button type="button" onClick={onDiscard} className="link">
        Throw it away
      </button>
    </p>
  );
}
