"use client";

import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import { attempt, sayFailure } from "@/ui/attempt";
import { cn } from "@/ui/class-names";
import { Kbd } from "@/ui/kbd";
import { RelationMark } from "@/ui/relation-mark";
import { SourceText } from "@/ui/source-text";
import { recordRelationAction } from "../actions";
import type { Relation, RelationKind } from "../schema";

/** A claim that may be the other end. */
export type Candidate = {
  id: string;
  number: number;
  statement: string;
  outlet: string | null;
  quote: string | null;
  reportedOn: string | null;
  /** Why it is offered though nothing was typed. */
  why?: string;
};

type RelatePanelProps = {
  team: string;
  caseId: string;
  claim: { id: string; number: number };
  kind: RelationKind;
  /** The claim pinned elsewhere: `0` takes it. */
  pinned: Candidate | null;
  /** The claims most likely meant, while nothing is typed; a digit takes one. */
  suggest: () => Promise<Candidate[]>;
  find: (words: string) => Promise<Candidate[]>;
  onRecorded: (relation: Relation, other: Candidate) => void;
  onCancel: () => void;
};

const PAUSE_MS = 120;

/** The verb is chosen; now the other claim: a digit while nothing is typed, else its number or words and Enter. */
export function RelatePanel(props: RelatePanelProps) {
  const { claim, kind, pinned, suggest, find, onCancel } = props;
  const [query, setQuery] = useState("");
  const [active, setActive] = useState(0);
  const [found, setFound] = useState<{ query: string; rows: Candidate[] } | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const busy = useRef(false);
  /** What was typed when Enter was pressed before its answer had come. */
  const hurried = useRef<string | null>(null);
  const listId = useId();
  const words = query.trim();
  const rows = [...(words === "" && pinned && pinned.id !== claim.id ? [pinned] : []), ...(found?.rows ?? [])]
    .filter((row, index, all) => row.id !== claim.id && all.findIndex((each) => each.id === row.id) === index)
    .slice(0, 10);
  const digitOf = (row: Candidate, index: number) => {
    if (words !== "") return null;
    const offset = rows[0] && rows[0].id === pinned?.id ? 0 : 1;
    return row.id === pinned?.id ? "0" : String(index + offset);
  };

  useEffect(() => input.current?.focus({ preventScroll: true }), []);
  useEffect(() => {
    let over = false;
    const timer = setTimeout(
      async () => {
        const rows = await (words ? find(words) : suggest()).catch(() => []);
        if (!over) setFound({ query: words, rows });
      },
      words ? PAUSE_MS : 0,
    );
    return () => {
      over = true;
      clearTimeout(timer);
    };
  }, [words, find, suggest]);

  const take = async (other: Candidate) => {
    if (busy.current) return;
    busy.current = true;
    const judgement = { caseId: props.caseId, from: claim.id, to: other.id, kind };
    const outcome = await attempt(() => recordRelationAction(props.team, judgement));
    busy.current = false;
    if (outcome.ok) props.onRecorded(outcome.value, other);
    else sayFailure(outcome);
  };
  useEffect(() => {
    const first = rows[0];
    if (hurried.current === null || found?.query !== words) return;
    const meant = hurried.current === words;
    hurried.current = null;
    if (meant && first) void take(first);
  });

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const digit = words === "" ? (/^(?:Digit|Numpad)([0-9])$/.exec(event.code)?.[1] ?? null) : null;
    const byDigit = digit === null ? undefined : rows.find((row, index) => digitOf(row, index) === digit);
    if (byDigit) {
      event.preventDefault();
      void take(byDigit);
    } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      const step = event.key === "ArrowDown" ? 1 : -1;
      setActive((active + step + rows.length) % Math.max(1, rows.length));
    } else if (event.key === "Enter") {
      event.preventDefault();
      const row = rows[active];
      // Never a row of an earlier query: Enter waits for the answer to what was typed.
      if (words !== "" && found?.query !== words) hurried.current = words;
      else if (row) void take(row);
    } else if (event.key === "Escape") {
      event.preventDefault();
      onCancel();
    }
  };

  return (
    <section aria-label={`C-${claim.number} ${kind}`} className="mt-2 border-hairline border-t pt-2">
      <div className="flex items-center gap-2">
        <RelationMark kind={kind} />
        <input
          ref={input}
          role="combobox"
          aria-expanded={rows.length > 0}
          aria-controls={listId}
          aria-activedescendant={rows[active] ? `${listId}-${active}` : undefined}
          aria-label={`Which claim? C-${claim.number} ${kind}`}
          autoComplete="off"
          spellCheck={false}
          dir="auto"
          placeholder={rows.length > 0 && words === "" ? "Digit, number or words" : "Number or words"}
          value={query}
          onChange={(event) => {
            setQuery(event.currentTarget.value);
            setActive(0);
          }}
          onKeyDown={onKeyDown}
          className="h-8 w-full min-w-0 rounded-md border border-edge bg-raised px-2 text-sm"
        />
      </div>
      <div id={listId} role="listbox" aria-label="Claims" className="mt-1">
        {rows.map((row, index) => (
          <CandidateRow
            key={row.id}
            id={`${listId}-${index}`}
            row={row}
            digit={digitOf(row, index)}
            active={index === active}
            onTake={() => void take(row)}
          />
        ))}
      </div>
      {found && rows.length === 0 ? (
        <p className="py-1 text-ink-3 text-xs">
          {words ? "No claim of this case has these words." : "There is no other claim in this case yet."}
        </p>
      ) : null}
    </section>
  );
}

type CandidateRowProps = { id: string; row: Candidate; digit: string | null; active: boolean; onTake: () => void };

function CandidateRow({ id, row, digit, active, onTake }: CandidateRowProps) {
  return (
    // The list is worked from the text box, which keeps the focus: Enter or a digit there chooses.
    <div
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={active}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onTake}
      onKeyDown={(event) => (event.key === "Enter" ? onTake() : undefined)}
      className={cn("flex cursor-pointer gap-2 rounded-sm px-1 py-1 hover:bg-wash", active && "bg-wash")}
    >
      <span className="w-5 shrink-0 pt-0.5">{digit ? <Kbd keys={digit} /> : null}</span>
      <span className="min-w-0">
        <span className="font-mono text-ink-2 text-xs">C-{row.number}</span>{" "}
        <SourceText className="font-medium text-xs">{row.outlet ?? "no outlet"}</SourceText>{" "}
        <span className="text-ink-3 text-xs">{row.reportedOn}</span>
        <SourceText className="line-clamp-2 text-sm">{row.statement}</SourceText>
        {row.why ? <span className="text-ink-3 text-xs">{row.why}</span> : null}
      </span>
    </div>
  );
}
