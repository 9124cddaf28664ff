import Link from "next/link";
import type { ReactNode } from "react";
import { Badge } from "@/ui/badge";
import { RelationMark } from "@/ui/relation-mark";
import { SourceText } from "@/ui/source-text";
import { countWords, listWords, originWords } from "../rules/origin-words";
import { STATUS_WORDS } from "../rules/queue-address";
import { pressingWords } from "../rules/weight";
import type { ConflictSummary } from "../schema";
import { OriginsNote } from "./origins-note";

type Side = ConflictSummary["sides"][number];

type ConflictRowProps = {
  conflict: ConflictSummary;
  base: string;
  /** Who is to decide it. */
  decider: ReactNode;
};

/** A conflict of the queue: its camps side by side, each with the claim that tells it apart, and why it stands here. */
export function ConflictRow({ conflict, base, decider }: ConflictRowProps) {
  const { key, about, status, sides, finding } = conflict;
  const title = `conflict-${key}`;
  return (
    <article aria-labelledby={title} data-conflict={key} className="border-hairline border-b py-4">
      <header className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <h2 id={title} className="font-semibold text-base">
          <Link href={`${base}/conflicts/${key}`} data-walk="" className="rounded-sm text-accent hover:underline">
            Conflict <span className="font-mono text-sm">C-{key}</span>
          </Link>
        </h2>
        <RelationMark kind="contradicts" word={about.length > 0 ? `on ${listWords(about)}` : "contradicts"} />
        <span className="text-ink-3 text-sm">
          {countWords(conflict.claims, "claim")} in {countWords(conflict.camps, "camp")},{" "}
          {countWords(conflict.reports, "report")}, {originWords(conflict.origins)}
        </span>
        {status === "open" ? null : <Badge tone={TONES[status]}>{STATUS_WORDS[status]}</Badge>}
        {pressingWords(conflict).map((words) => (
          <Badge key={words} tone="neutral">
            {words}
          </Badge>
        ))}
        <span className="ms-auto text-sm">{decider}</span>
      </header>
      {finding?.question ? (
        <p className="mt-1 font-serif text-base">
          <SourceText>{finding.question}</SourceText>
        </p>
      ) : null}
      <div className="mt-2 grid gap-x-8 gap-y-3 sm:grid-cols-[repeat(auto-fit,minmax(18rem,1fr))]">
        {sides.map((side) => (
          <CampInShort key={side.letter} side={side} conflict={key} base={base} />
        ))}
      </div>
    </article>
  );
}

const TONES = { proposed: "accent", settled: "neutral", stale: "caution" } as const;

function CampInShort({ side, conflict, base }: { side: Side; conflict: number; base: string }) {
  const { letter, claim, outlets } = side;
  return (
    <section aria-label={`Camp ${letter}`} className="flex gap-2.5 border-rule border-t pt-2">
      <span aria-hidden="true" className="w-5 shrink-0 font-semibold font-serif text-base">
        {letter}
      </span>
      <div className="min-w-0">
        <p className="line-clamp-3 text-base">
          <Link href={`${base}/claims/${claim.number}`} className="rounded-sm hover:text-accent hover:underline">
            <SourceText>{claim.statement}</SourceText>
          </Link>
        </p>
        <p className="mt-0.5 text-sm">
          <SourceText className="font-medium">
            {outlets.map(({ name }) => name).join(" · ") || "no outlet credited"}
          </SourceText>
        </p>
        <OriginsNote
          reports={side.reports}
          origins={side.origins}
          of={`camp ${letter} of conflict C-${conflict}`}
          why={side.why}
        />
      </div>
    </section>
  );
}
