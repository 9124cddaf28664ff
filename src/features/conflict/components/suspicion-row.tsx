"use client";

import { useRef, useState, useTransition } from "react";
import { attempt, sayFailure } from "@/ui/attempt";
import { Button } from "@/ui/button";
import { ClaimNumber } from "@/ui/claim-number";
import { SourceText } from "@/ui/source-text";
import { decideSuspicionAction } from "../actions";
import { tellSignal } from "../rules/tell-signal";
import type { Suspicion, SuspicionStatus } from "../schema";
import { RejectForm } from "./reject-form";

type SuspicionRowProps = { team: string; base: string; suspicion: Suspicion; mayDecide: boolean };

/** One suspected copy: what speaks for it, and a person's answer. */
export function SuspicionRow({ team, base, suspicion, mayDecide }: SuspicionRowProps) {
  const { id, from, to, signals, status, version } = suspicion;
  const root = useRef<HTMLElement>(null);
  const [isRejecting, setRejecting] = useState(false);
  const [pending, startTransition] = useTransition();
  const decide = (next: SuspicionStatus) =>
    startTransition(async () => {
      const outcome = await attempt(() => decideSuspicionAction(team, { suspicionId: id, status: next, version }));
      if (!outcome.ok) sayFailure(outcome);
      root.current?.focus();
    });
  const close = () => {
    setRejecting(false);
    root.current?.focus();
  };
  return (
    <article
      ref={root}
      id={`suspicion-${id}`}
      tabIndex={-1}
      aria-label={`Suspected copy: ${from.claim} of ${to.claim}`}
      className="flex scroll-mt-16 flex-col gap-1.5 outline-none target:bg-accent-wash"
    >
      <p className="flex flex-wrap items-baseline gap-x-1.5 text-sm">
        <Named claim={from} base={base} /> {status === "open" ? "may be a copy of" : TOLD[status]}{" "}
        <Named claim={to} base={base} />
      </p>
      <ul aria-label="What speaks for it" className="flex flex-col gap-1 text-sm">
        {signals.map((signal) => {
          const { says, words } = tellSignal(signal);
          return (
            <li key={signal.kind} className="text-ink-2">
              {says}: <SourceText className="rounded-sm bg-repeats-wash px-0.5 font-serif text-ink">{words}</SourceText>
            </li>
          );
        })}
      </ul>
      <Decision suspicion={suspicion} />
      {isRejecting ? <RejectForm team={team} suspicion={suspicion} onClose={close} /> : null}
      {mayDecide && !isRejecting ? (
        <div className="flex flex-wrap gap-2">
          {status === "open" ? (
            <>
              <Button size="sm" pending={pending} onClick={() => decide("confirmed")}>
                It is a copy
              </Button>
              <Button size="sm" variant="ghost" onClick={() => setRejecting(true)}>
                It is none
              </Button>
            </>
          ) : (
            <Button size="sm" variant="ghost" className="-ms-2" pending={pending} onClick={() => decide("open")}>
              Open it again
            </Button>
          )}
        </div>
      ) : null}
    </article>
  );
}

const TOLD: Record<Exclude<SuspicionStatus, "open">, string> = { confirmed: "is a copy of", rejected: "is no copy of" };

function Named({ claim: { number, outlet }, base }: { claim: Suspicion["from"]; base: string }) {
  return (
    <span className="inline-flex items-baseline gap-x-1">
      <ClaimNumber number={number} href={`${base}/claims/${number}`} />
      <SourceText className="font-medium">{outlet?.name ?? "no outlet"}</SourceText>
    </span>
  );
}

function Decision({ suspicion: { status, decidedBy, reason } }: { suspicion: Suspicion }) {
  if (status === "open") {
    return <p className="text-ink-3 text-xs">Until somebody decides, it lowers the smaller number of origins alone.</p>;
  }
  return (
    <p className="text-ink-2 text-sm">
      <SourceText className="font-medium text-ink">{decidedBy?.name ?? "Somebody"}</SourceText>{" "}
      {status === "confirmed" ? "confirmed it" : "rejected it"}
      {reason ? (
        <>
          : <SourceText>{reason}</SourceText>
        </>
      ) : null}
    </p>
  );
}
