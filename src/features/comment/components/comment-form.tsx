"use client";

import { type KeyboardEvent, useId, useRef, useState } from "react";
import { Button } from "@/ui/button";
import { cn } from "@/ui/class-names";
import { FormErrors } from "@/ui/form-errors";
import { Textarea } from "@/ui/textarea";
import { useActionForm } from "@/ui/use-action-form";
import { useDraft } from "@/ui/use-draft";
import { addCommentAction, editCommentAction } from "../actions";
import { mentionedIn, nameBeingTyped } from "../rules/comment-words";
import type { Comment, CommentSubject } from "../schema";
import type { Person, Talk } from "./talk";

type CommentFormProps = Talk & {
  label: string;
  on: CommentSubject;
  parent?: string;
  editing?: Comment;
  onDone?: () => void;
};

const readText = (kept: unknown) => (typeof kept === "string" ? kept : null);

/** Words, with people named behind an @; Ctrl or ⌘ with Enter sends. What is typed survives a reload. */
export function CommentForm({ label, on, parent, editing, onDone, team, caseId, people }: CommentFormProps) {
  const key = `comment.${editing?.id ?? parent ?? `${on.type}.${on.id}`}`;
  const draft = useDraft({ key, blank: editing?.body ?? "", read: readText });
  const body = draft.value;
  const { form, pending, errorOf, unplaced } = useActionForm({
    fields: ["body"],
    save: () => {
      const said = { body, mentions: mentionedIn(body, people) };
      return editing
        ? editCommentAction(team, { ...said, commentId: editing.id, version: editing.version })
        : addCommentAction(team, { ...said, caseId, on, parent: parent ?? null });
    },
    onSaved: () => {
      draft.forget();
      onDone?.();
    },
  });
  return (
    <form {...form} aria-label={label} className="flex flex-col gap-2">
      <FormErrors
        errors={[...unplaced, ...(errorOf("body") ? [{ path: "body", message: errorOf("body") ?? "" }] : [])]}
        title="The comment was not saved"
      />
      <MentionTextarea label={label} value={body} onChange={draft.set} people={people} />
      <span className="flex gap-2">
        <Button type="submit" size="sm" pending={pending} disabled={body.trim() === ""}>
          {editing ? "Save" : "Comment"}
        </Button>
        {onDone ? (
          <Button
            size="sm"
            variant="ghost"
            onClick={() => {
              draft.discard();
              onDone();
            }}
          >
            Cancel
          </Button>
        ) : null}
      </span>
    </form>
  );
}

type MentionTextareaProps = { label: string; value: string; onChange: (text: string) => void; people: Person[] };

const OFFERED = 6;

/** A text box that offers the team's people while a name is typed behind an @: arrows and Enter, or a press. */
function MentionTextarea({ label, value, onChange, people }: MentionTextareaProps) {
  const box = useRef<HTMLTextAreaElement>(null);
  const listId = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const [active, setActive] = useState(0);
  const offered =
    typed === null
      ? []
      : people.filter(({ name }) => name.toLocaleLowerCase().startsWith(typed.toLocaleLowerCase())).slice(0, OFFERED);
  const look = () => {
    const { selectionStart, value: text } = box.current ?? { selectionStart: 0, value: "" };
    setTyped(nameBeingTyped(text.slice(0, selectionStart)));
    setActive(0);
  };
  const take = ({ name }: Person) => {
    const at = box.current?.selectionStart ?? value.length;
    const before = value.slice(0, at - (typed?.length ?? 0)) + name;
    onChange(`${before} ${value.slice(at)}`);
    setTyped(null);
    requestAnimationFrame(() => box.current?.setSelectionRange(before.length + 1, before.length + 1));
    box.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (offered.length === 0 || event.ctrlKey || event.metaKey) return;
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    const chosen = offered[active];
    if (step !== 0) setActive((active + step + offered.length) % offered.length);
    else if ((event.key === "Enter" || event.key === "Tab") && chosen) take(chosen);
    else if (event.key === "Escape") setTyped(null);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const open = offered.length > 0;
  return (
    <div className="relative">
      <Textarea
        ref={box}
        aria-label={label}
        role="combobox"
        aria-autocomplete="list"
        aria-expanded={open}
        aria-controls={open ? listId : undefined}
        aria-activedescendant={open ? `${listId}-${active}` : undefined}
        rows={2}
        placeholder="@ names somebody, C-12 leads to a claim"
        value={value}
        onChange={(event) => {
          onChange(event.currentTarget.value);
          look();
        }}
        onKeyDown={onKeyDown}
        onBlur={() => setTyped(null)}
      />
      {open ? (
        <div
          id={listId}
          role="listbox"
          aria-label="People"
          className="floating absolute start-0 top-full z-20 mt-1 min-w-48 p-1"
        >
          {offered.map((person, index) => (
            <div
              key={person.id}
              id={`${listId}-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === active}
              className={cn("cursor-pointer rounded-sm px-2 py-1 text-sm", index === active && "bg-wash")}
              onPointerDown={(event) => {
                event.preventDefault();
                take(person);
              }}
            >
              <bdi>{person.name}</bdi>
            </div>
          ))}
        </div>
      ) : null}
    </div>
  );
}
