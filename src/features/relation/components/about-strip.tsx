"use client";

import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { attempt, sayFailure } from "@/ui/attempt";
import { Button } from "@/ui/button";
import { Input } from "@/ui/input";
import { Kbd } from "@/ui/kbd";
import { judgeRelationAction } from "../actions";
import type { ContradictionAbout, Relation } from "../schema";
import { ABOUTS } from "./relation-words";

type AboutStripProps = { team: string; relation: Relation; from: string; onDone: () => void };

/**
 * Right after a contradiction is recorded: what it is about, with one digit, and why, in words. Both may be skipped;
 * the relation stands already.
 */
export function AboutStrip({ team, relation, from, onDone }: AboutStripProps) {
  const [about, setAbout] = useState<ContradictionAbout | null>(relation.about ?? null);
  const [reason, setReason] = useState("");
  const strip = useRef<HTMLFieldSetElement>(null);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => strip.current?.querySelector("button")?.focus({ preventScroll: true }), []);

  const save = async (fields: { about: ContradictionAbout | null; rationale?: string }) => {
    const judgement = { relationId: relation.id, kind: "contradicts" as const, from, ...fields };
    const outcome = await attempt(() => judgeRelationAction(team, judgement));
    if (!outcome.ok) sayFailure(outcome);
    return outcome.ok;
  };
  // The reason can be typed at once: what is typed while the first answer is on its way must not be lost.
  const choose = (next: ContradictionAbout) => {
    setAbout(next);
    input.current?.focus();
    void save({ about: next });
  };
  const finish = async () => {
    if (reason.trim() === "" || (await save({ about, rationale: reason }))) onDone();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const typing = event.target === input.current;
    const digit = /^(?:Digit|Numpad)([1-7])$/.exec(event.code)?.[1];
    const chosen = typing ? undefined : ABOUTS.find(({ key }) => key === digit);
    if (chosen) {
      event.preventDefault();
      choose(chosen.about);
    } else if (event.key === "Escape") {
      event.preventDefault();
      onDone();
    } else if (event.key === "Enter" && typing) {
      event.preventDefault();
      void finish();
    }
  };
  return (
    <fieldset ref={strip} onKeyDown={onKeyDown} className="mt-2 border-hairline border-t pt-2" data-shortcuts="off">
      <legend className="sr-only">What the contradiction is about</legend>
      <p className="text-ink-2 text-xs">What do they contradict each other about?</p>
      <div className="mt-1 flex flex-wrap gap-1">
        {ABOUTS.map(({ key, about: each }) => (
          <button
            key={each}
            type="button"
            aria-pressed={about === each}
            onClick={() => choose(each)}
            className="inline-flex h-6 items-center gap-1 rounded-sm border border-hairline px-1.5 text-xs aria-pressed:border-contradicts aria-pressed:bg-contradicts-wash"
          >
            <Kbd keys={key} /> {each}
          </button>
        ))}
      </div>
      <div className="mt-2 flex gap-2">
        <Input
          ref={input}
          dir="auto"
          aria-label="Reason"
          placeholder="Why (optional)"
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <Button size="sm" onClick={() => void finish()}>
          Done
        </Button>
      </div>
    </fieldset>
  );
}
