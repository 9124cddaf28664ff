import Link from "next/link";
import { formatVagueDate } from "@/dates/format-vague-date";
import { gradeWording } from "@/features/claim/rules/grade-wording";
import type { ClaimCard } from "@/features/relation/schema";
import { Badge } from "@/ui/badge";
import { ClaimNumber } from "@/ui/claim-number";
import { cn } from "@/ui/class-names";
import { ConfidenceWord } from "@/ui/confidence-word";
import { GradeChip } from "@/ui/grade-chip";
import { RelationMark } from "@/ui/relation-mark";
import { SourceText } from "@/ui/source-text";
import type { Marks } from "../rules/differences-of-claim";
import type { Difference } from "../rules/telling-differences";
import type { ConflictLink } from "../schema";
import { MarkedText } from "./marked-text";

type ClaimQuoteCardProps = {
  claim: ClaimCard;
  base: string;
  /** The claim by whose number the conflict was opened. */
  asked: boolean;
  /** What of the conflict touches this claim. */
  links: ConflictLink[];
  /** Where its words differ from those that it contradicts. */
  marks: Marks | undefined;
};

/** A claim of a camp with what one needs to weigh it: who says it, how, when, how it is graded, in which words. */
export function ClaimQuoteCard({ claim, base, asked, links, marks }: ClaimQuoteCardProps) {
  const { number, outlet, attribution, quote, confidence } = claim;
  return (
    <article
      id={`C-${number}`}
      aria-label={`${claim.claim}: ${claim.statement}`}
      aria-current={asked ? "true" : undefined}
      className={cn(
        "scroll-mt-16 border-s-2 py-2 ps-3 target:bg-accent-wash",
        asked ? "border-s-accent" : "border-s-quote-line",
      )}
    >
      <header className="flex flex-wrap items-center gap-x-2 gap-y-1 text-sm">
        <ClaimNumber number={number} href={`${base}/claims/${number}`} />
        <SourceText className="font-medium">{outlet?.name ?? "no outlet"}</SourceText>
        <GradeChip reliability={claim.reliability} credibility={claim.credibility} wording={gradeWording(claim)} />
        <ConfidenceWord value={confidence} />
        {quote && quote.state !== "exact" ? <Badge tone="caution">quote {quote.state}</Badge> : null}
      </header>
      <p className="mt-1 text-base">
        <MarkedText text={claim.statement} marks={marks?.statement ?? []} />
      </p>
      <Quote claim={claim} base={base} marks={marks?.quote ?? []} />
      {attribution.length > 0 ? (
        <p className="mt-1 text-ink-2 text-sm">
          <span className="sr-only">Attributed: </span>
          <SourceText>{attribution.join(" › ")}</SourceText>
        </p>
      ) : null}
      <Dates claim={claim} />
      <OwnLinks number={number} links={links} />
    </article>
  );
}

function Quote({ claim, base, marks }: { claim: ClaimCard; base: string; marks: Difference[] }) {
  const { quote, article, number } = claim;
  if (!quote) return <p className="mt-1 text-ink-3 text-sm">Entered by hand, without a quote.</p>;
  const words = <Quoted text={quote.exact} marks={marks} />;
  return (
    <blockquote className="mt-1 font-serif text-base">
      {article ? (
        <Link
          href={`${base}/articles/${article.id}?at=${number}`}
          data-walk=""
          title={`Read it in ${article.title}`}
          className="rounded-sm underline decoration-quote-line underline-offset-4 hover:text-accent"
        >
          {words}
        </Link>
      ) : (
        words
      )}
      {article ? (
        <footer className="font-sans text-ink-3 text-sm">
          <SourceText>{article.title}</SourceText>
        </footer>
      ) : null}
    </blockquote>
  );
}

const Quoted = ({ text, marks }: { text: string; marks: Difference[] }) => (
  <bdi dir="auto">
    “<MarkedText text={text} marks={marks} />”
  </bdi>
);

function Dates({ claim: { occurredOn, reportedOn } }: { claim: ClaimCard }) {
  if (!occurredOn && !reportedOn) return null;
  const parts = [
    occurredOn ? `happened ${formatVagueDate(occurredOn)}` : null,
    reportedOn ? `reported ${formatVagueDate(reportedOn)}` : null,
  ];
  return <p className="mt-0.5 text-ink-3 text-sm">{parts.filter(Boolean).join(", ")}</p>;
}

/** The same relations seen from this claim: what it says of the others, and they of it. */
function OwnLinks({ number, links }: { number: number; links: ConflictLink[] }) {
  if (links.length === 0) return null;
  return (
    <ul aria-label={`Relations of C-${number}`} className="mt-1.5 flex flex-wrap gap-x-3 gap-y-1">
      {links.map((link) => {
        const other = link.from === number ? link.to : link.from;
        return (
          <li key={link.id} className="inline-flex items-center gap-1">
            <RelationMark kind={link.kind} word={wordFrom(number, link)} look="plain" />
            <ClaimNumber number={other} href={`#C-${other}`} />
          </li>
        );
      })}
    </ul>
  );
}

const BACKWARD: Partial<Record<ConflictLink["kind"], string>> = {
  updates: "is updated by",
  repeats: "is repeated by",
};

function wordFrom(number: number, { kind, from, about }: ConflictLink): string {
  if (kind === "contradicts" && about) return `contradicts on ${about}`;
  return from === number ? kind : (BACKWARD[kind] ?? kind);
}
