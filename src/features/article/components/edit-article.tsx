"use client";

import { type ReactElement, useState } from "react";
import { Button } from "@/ui/button";
import type { ComboOption } from "@/ui/combobox-options";
import { Dialog } from "@/ui/dialog";
import { FormErrors } from "@/ui/form-errors";
import { type StaleField, StaleNotice } from "@/ui/stale-notice";
import { toast } from "@/ui/toast";
import { useActionForm } from "@/ui/use-action-form";
import { changeArticleAction } from "../actions";
import { directionOf } from "../rules/direction";
import { ArticleSummary } from "../schema";
import { ARTICLE_FIELDS, type ArticleWords, inputOf, NOT_NAMED } from "./article-draft";
import { ArticleFields } from "./article-fields";
import { LANGUAGES } from "./languages";

type EditArticleProps = {
  team: string;
  article: ArticleSummary;
  outlets: ComboOption[];
  /** The button that opens it. */
  trigger: ReactElement;
};

/** Changes what is said of an article; its text is never changed. */
export function EditArticle({ trigger, ...props }: EditArticleProps) {
  const [open, setOpen] = useState(false);
  return (
    <Dialog
      title="Details of the article"
      description="The text itself is never altered."
      open={open}
      onOpenChange={setOpen}
      trigger={trigger}
    >
      <EditArticleForm {...props} onDone={() => setOpen(false)} />
    </Dialog>
  );
}

function wordsOf({ title, outlet, url, author, publishedOn, language }: ArticleSummary): ArticleWords {
  const known = LANGUAGES.find((each) => each.value === language);
  return {
    title,
    outlet: { text: outlet.name, value: outlet.id },
    url: url ?? "",
    author: author ?? "",
    publishedOn: publishedOn ?? "",
    language: language === "und" ? NOT_NAMED : { text: known?.label ?? language, value: language },
  };
}

const LABELS: Record<keyof ArticleWords, string> = {
  title: "Title",
  outlet: "Outlet",
  url: "Address",
  author: "Author",
  publishedOn: "Published",
  language: "Language",
};

const said = (words: ArticleWords, field: keyof ArticleWords) => {
  const value = words[field];
  return typeof value === "string" ? value : value.text;
};

const differences = (mine: ArticleWords, theirs: ArticleWords): StaleField[] =>
  ARTICLE_FIELDS.map((field) => ({
    label: LABELS[field],
    mine: said(mine, field),
    theirs: said(theirs, field),
  })).filter((row) => row.mine !== row.theirs);

function EditArticleForm({
  team,
  article,
  outlets,
  onDone,
}: Omit<EditArticleProps, "trigger"> & { onDone: () => void }) {
  const [base, setBase] = useState(article);
  const [words, setWords] = useState(() => wordsOf(article));
  const { form, pending, errorOf, unplaced, current, dismiss, submit } = useActionForm({
    fields: ARTICLE_FIELDS,
    save: (over) =>
      changeArticleAction(team, { articleId: article.id, version: over ?? base.version, ...inputOf(words) }),
    onSaved: () => {
      toast.success("The details are saved");
      onDone();
    },
  });
  const theirs = ArticleSummary.safeParse(current).data;
  const takeTheirs = (newer: ArticleSummary) => {
    setBase(newer);
    setWords(wordsOf(newer));
    dismiss();
  };
  const language = words.language.value ?? words.language.text;
  return (
    <form {...form} className="flex flex-col gap-4">
      {theirs ? (
        <StaleNotice
          what="article"
          fields={differences(words, wordsOf(theirs))}
          onKeepMine={() => submit(theirs.version)}
          onTakeTheirs={() => takeTheirs(theirs)}
        />
      ) : (
        <FormErrors errors={unplaced} />
      )}
      <ArticleFields
        value={words}
        onChange={(change) => setWords((before) => ({ ...before, ...change(before) }))}
        errorOf={errorOf}
        outlets={outlets}
        direction={language ? directionOf(language, "") : article.direction}
      />
      <div className="mt-1 flex justify-end gap-2">
        <Button onClick={onDone}>Cancel</Button>
        <Button type="submit" variant="primary" pending={pending} keys="mod+enter">
          Save
        </Button>
      </div>
    </form>
  );
}
