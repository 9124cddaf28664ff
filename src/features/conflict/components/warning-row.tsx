"use client";

import Link from "next/link";
import { useRef, useState } from "react";
import { attempt, sayFailure } from "@/ui/attempt";
import { Button } from "@/ui/button";
import { ClaimNumber } from "@/ui/claim-number";
import { cn } from "@/ui/class-names";
import { Disclosure } from "@/ui/disclosure";
import { ShortcutScope, useShortcuts } from "@/ui/keys/shortcuts";
import { RelativeTime } from "@/ui/relative-time";
import { SourceText } from "@/ui/source-text";
import { undismissWarningAction } from "../actions";
import type { Dismissal, Warning } from "../schema";
import { DismissForm } from "./dismiss-form";

type WarningRowProps = {
  team: string;
  caseId: string;
  warning: Warning;
  mayDismiss: boolean;
  /** Another way out, where the kind has one; null for who may not take it. */
  act: { label: string; keys: string; run: () => void } | null;
  /** Whose words stand on the page already. With them goes the lesson, folded; a list of one kind says it once, above. */
  known: readonly number[] | null;
};

/** One warning: what it is about, why, what one can do; and letting it be, or bringing it back, in place. */
export function WarningRow(props: WarningRowProps) {
  return (
    <ShortcutScope>
      <Row {...props} />
    </ShortcutScope>
  );
}

function Row({ team, caseId, warning, mayDismiss, act, known }: WarningRowProps) {
  const root = useRef<HTMLElement>(null);
  const [isOpen, setOpen] = useState(false);
  const [dismissal, setDismissal] = useState(warning.dismissal);
  const base = `/${team}/cases/${caseId}`;
  const stands = dismissal === null;
  const close = (made: Dismissal | null) => {
    setOpen(false);
    if (made) setDismissal(made);
    root.current?.focus();
  };
  const bringBack = async () => {
    if (!dismissal) return;
    const outcome = await attempt(() => undismissWarningAction(team, { caseId, dismissalId: dismissal.id }));
    if (!outcome.ok) return sayFailure(outcome);
    setDismissal(null);
    root.current?.focus();
  };
  useShortcuts(
    [
      { keys: "shift+d", label: "Dismiss", run: () => setOpen(true), disabled: !mayDismiss || !stands || isOpen },
      ...(act ? [{ ...act, disabled: !stands }] : []),
    ],
    { within: root },
  );
  return (
    <article
      ref={root}
      tabIndex={-1}
      aria-label={warning.title}
      className="flex flex-col gap-1.5 py-3 outline-none focus-within:bg-desk -mx-2 px-2"
    >
      <h3 className={cn("font-medium", known ? "text-sm" : "text-base", !stands && "text-ink-3")}>
        <SourceText>{warning.title}</SourceText>
      </h3>
      <About warning={warning} base={base} known={known ?? []} />
      {stands && warning.why ? (
        <p className="max-w-reading text-ink-2 text-sm">
          <SourceText>{warning.why}</SourceText>
        </p>
      ) : null}
      {stands && known ? <Lesson warning={warning} /> : null}
      {dismissal ? <LetBe dismissal={dismissal} onUndo={mayDismiss ? () => void bringBack() : null} /> : null}
      {isOpen ? <DismissForm team={team} caseId={caseId} warning={warning} onClose={close} /> : null}
      {stands && !isOpen && (mayDismiss || act) ? (
        <div className="flex flex-wrap gap-2 pt-0.5">
          {act ? (
            <Button size="sm" keys={act.keys} onClick={act.run}>
              {act.label}
            </Button>
          ) : null}
          {mayDismiss ? (
            <Button
              size="sm"
              variant="ghost"
              keys="shift+d"
              className={act ? "" : "-ms-2"}
              onClick={() => setOpen(true)}
            >
              Dismiss
            </Button>
          ) : null}
        </div>
      ) : null}
    </article>
  );
}

type AboutProps = { warning: Warning; base: string; known: readonly number[] };

/** The claims themselves, and by number whatever else it rests on. */
function About({ warning: { about, article, claims }, base, known }: AboutProps) {
  const told = about.filter(({ number }) => !known.includes(number));
  const others = claims.filter((number) => !known.includes(number) && !told.some((each) => each.number === number));
  return (
    <>
      {article ? (
        <p className="text-sm">
          <Link href={`${base}/articles/${article.id}`} className="link">
            <SourceText>{article.title}</SourceText>
          </Link>
        </p>
      ) : null}
      {told.length > 0 ? <Claims claims={told} base={base} /> : null}
      {others.length > 0 ? <Others numbers={others} base={base} /> : null}
    </>
  );
}

function Claims({ claims, base }: { claims: Warning["about"]; base: string }) {
  return (
    <ul className="flex flex-col text-sm">
      {claims.map(({ id, number, statement, outlet }, index) => (
        <li key={id} className="flex items-baseline gap-2">
          <ClaimNumber number={number} href={`${base}/claims/${number}`} data-walk={index === 0 ? "" : undefined} />
          <span className="min-w-0">
            <SourceText>{statement}</SourceText>
            {outlet ? (
              <span className="text-ink-3">
                {" · "}
                <SourceText>{outlet.name}</SourceText>
              </span>
            ) : null}
          </span>
        </li>
      ))}
    </ul>
  );
}

const SHOWN = 12;

function Others({ numbers, base }: { numbers: number[]; base: string }) {
  return (
    <p className="flex flex-wrap items-baseline gap-x-2 text-ink-3 text-sm">
      with
      {numbers.slice(0, SHOWN).map((number) => (
        <ClaimNumber key={number} number={number} href={`${base}/claims/${number}`} />
      ))}
      {numbers.length > SHOWN ? `and ${numbers.length - SHOWN} more` : null}
    </p>
  );
}

function Lesson({ warning: { lesson, advice } }: { warning: Warning }) {
  return (
    <Disclosure summary="Why it matters, and what to do">
      <div className="flex max-w-reading flex-col gap-1.5 text-ink-2 text-sm">
        <p>{lesson}</p>
        <p>{advice}</p>
      </div>
    </Disclosure>
  );
}

function LetBe({
  dismissal: { user, reason, createdAt },
  onUndo,
}: {
  dismissal: Dismissal;
  onUndo: (() => void) | null;
}) {
  return (
    <div role="status" className="flex flex-wrap items-baseline gap-x-2 gap-y-1 text-sm">
      <p className="text-ink-2">
        Dismissed by <bdi className="font-medium">{user.name}</bdi>, <RelativeTime at={createdAt} show="date" />:{" "}
        <SourceText>{reason}</SourceText>
      </p>
      {onUndo ? (
        <Button size="sm" variant="ghost" onClick={onUndo}>
          Bring it back
        </Button>
      ) : null}
    </div>
  );
}
