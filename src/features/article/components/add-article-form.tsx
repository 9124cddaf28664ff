"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { type Outcome, sayFailure } from "@/ui/attempt";
import { Button } from "@/ui/button";
import type { ComboOption } from "@/ui/combobox-options";
import { recognise } from "@/ui/combobox-options";
import { FormErrors } from "@/ui/form-errors";
import { toast } from "@/ui/toast";
import { useActionForm } from "@/ui/use-action-form";
import { useDraft } from "@/ui/use-draft";
import { addArticleAction, askAddressAction } from "../actions";
import { directionOf } from "../rules/direction";
import type { Alike, Intake } from "../schema";
import { AlikeNote } from "./alike-note";
import { ARTICLE_FIELDS, type ArticleDraft, inputOf, NO_ARTICLE, readDraft } from "./article-draft";
import { ArticleFields } from "./article-fields";
import { DraftNote } from "./draft-note";
import { IntakeList } from "./intake-list";
import { LANGUAGES } from "./languages";
import { SourceBox } from "./source-box";
import { SourcePreview } from "./source-preview";
import { useIntakes } from "./use-intakes";
import { useProposals, useSource } from "./use-source";
import { useVersionOf, type VersionSource } from "./use-version-of";

type AddArticleFormProps = {
  team: string;
  caseId: string;
  outlets: ComboOption[];
  /** What one sent and has not saved yet; `first` is looked at first. */
  intakes: Intake[];
  first?: string | undefined;
  /** Adds a source to an article that is there, as a newer version. */
  addVersion: (team: string, input: { articleId: string } & VersionSource) => Promise<Outcome<unknown>>;
  /** Where this person's unfinished article is kept in this browser. */
  draftKey: string;
};

const FIELDS = [...ARTICLE_FIELDS, "text", "html", "intakeId", "repeats"];

/** Brings articles in: source and facts on one side, the text as it will be read on the other. */
export function AddArticleForm({
  team,
  caseId,
  outlets,
  intakes: known,
  first,
  addVersion,
  draftKey,
}: AddArticleFormProps) {
  const router = useRouter();
  const draft = useDraft<ArticleDraft>({ key: draftKey, blank: NO_ARTICLE, read: readDraft });
  const intakes = useIntakes({ team, caseId, known, first });
  const { value } = draft;
  /** What the case has at the address that was typed. */
  const [there, setThere] = useState<Alike[]>([]);
  const articles = `/${team}/cases/${caseId}/articles`;
  const { source, preview, reading, problem, failed } = useSource(
    { team, caseId },
    value,
    intakes,
    useProposals(draft.set),
  );
  /** The next source that waits, or the article that was saved. */
  const goOn = (id: string, title: string) => {
    const rest = intakes.chosen ? intakes.saved(intakes.chosen.id) : [];
    if (rest.length === 0) {
      draft.forget();
      router.push(`${articles}/${id}`);
      return;
    }
    draft.set(() => NO_ARTICLE);
    setThere([]);
    toast.success("Saved", {
      detail: title,
      action: { label: "Read it", run: () => router.push(`${articles}/${id}`) },
    });
  };
  const { form, pending, errorOf, unplaced } = useActionForm({
    fields: FIELDS,
    leaves: intakes.all.length < 2,
    save: () => {
      const { repeats, ...words } = settled(value, outlets);
      return addArticleAction(team, { caseId, ...inputOf(words), repeats, ...(source ?? { text: "" }) });
    },
    onSaved: ({ id, title }) => goOn(id, title),
  });
  const version = useVersionOf({
    source,
    add: (input) => addVersion(team, input),
    onAdded: (articleId) => {
      draft.forget();
      router.push(`${articles}/${articleId}/versions`);
    },
    onFailure: sayFailure,
  });
  const onAddress = async () => {
    const url = value.url.trim();
    const outcome = url ? await askAddressAction(team, { caseId, url }) : null;
    const name = outcome?.ok ? outcome.value.outlet : null;
    setThere(outcome?.ok ? outcome.value.alike : []);
    if (name) draft.set((before) => (before.outlet.text ? before : { ...before, outlet: { text: name, value: null } }));
  };
  const language = value.language.text.trim() ? settled(value, outlets).language : null;
  const given = language ? (language.value ?? language.text) : null;
  const unreadable = problem ? (problem.errors[0]?.message ?? problem.message) : undefined;
  const sourceError = unreadable
    ? `The source ${unreadable}.`
    : (errorOf("text") ?? errorOf("html") ?? errorOf("intakeId"));
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-x-12 gap-y-8 lg:grid-cols-[minmax(0,30rem)_minmax(0,1fr)]">
      <form {...form} className="flex min-w-0 flex-col gap-4">
        <FormErrors errors={unplaced} />
        <DraftNote restored={draft.restored} room={draft.room} onDiscard={draft.discard} />
        <IntakeList
          all={intakes.all}
          chosen={intakes.chosen}
          onChoose={intakes.choose}
          onDiscard={(id) => void intakes.discard(id)}
        />
        <SourceBox
          value={value}
          onChange={(pasted) => draft.set((before) => ({ ...before, ...pasted }))}
          intakes={intakes}
          error={sourceError}
        />
        <AlikeNote
          alike={together(preview?.alike ?? [], there)}
          hrefOf={(id) => `${articles}/${id}`}
          repeats={value.repeats}
          onRepeats={(repeats) => draft.set((before) => ({ ...before, repeats }))}
          onVersion={(articleId) => void version.add(articleId)}
          pending={version.pending}
        />
        {failed && intakes.chosen ? null : (
          <ArticleFields
            value={value}
            onChange={(change) => draft.set((before) => ({ ...before, ...change(before) }))}
            errorOf={errorOf}
            outlets={outlets}
            onAddress={() => void onAddress()}
            direction={preview ? directionOf(given ?? preview.language, preview.text) : null}
          />
        )}
        <div className="flex items-center gap-3">
          <Button
            type="submit"
            variant="primary"
            pending={pending}
            disabled={intakes.chosen !== null && source === null}
            keys="mod+enter"
          >
            {intakes.all.length > 1 ? "Add, and on to the next" : "Add and read"}
          </Button>
        </div>
      </form>
      <SourcePreview preview={preview} reading={reading} language={given} failed={failed} />
    </div>
  );
}

const together = (read: Alike[], there: Alike[]): Alike[] => [
  ...read,
  ...there.filter(({ articleId }) => !read.some((each) => each.articleId === articleId)),
];

/** Names typed but never chosen stand for what they are the name of. */
function settled(words: ArticleDraft, outlets: ComboOption[]): ArticleDraft {
  const { outlet, language } = words;
  return {
    ...words,
    outlet: { ...outlet, value: outlet.value ?? recognise(outlets, outlet.text)?.value ?? null },
    language: { ...language, value: language.value ?? recognise(LANGUAGES, language.text)?.value ?? null },
  };
}
