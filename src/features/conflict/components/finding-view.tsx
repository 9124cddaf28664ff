import type { ReactNode } from "react";
import { CONFIDENCE_WORDS } from "@/features/claim/rules/grade-wording";
import { Badge } from "@/ui/badge";
import { RelativeTime } from "@/ui/relative-time";
import { SourceText } from "@/ui/source-text";
import { LIKELIHOOD_WORDS, OUTCOME_WORDS } from "../rules/finding-wording";
import type { Finding } from "../schema";
import { CitedText } from "./cited-text";

type FindingViewProps = {
  finding: Finding;
  base: string;
  /** The claims that stand on this page. */
  here: number[];
  /** What can be done with it. */
  children?: ReactNode;
};

const TONES = {
  draft: "neutral",
  proposed: "accent",
  signed: "neutral",
  superseded: "neutral",
  withdrawn: "neutral",
} as const;

/** A finding in full: what, why, how sure, who and over which claims. Likelihood and confidence never in one sentence. */
export function FindingView({ finding, base, here, children }: FindingViewProps) {
  const { outcome, status, likelihood, confidence, rationale, question } = finding;
  return (
    <div className="flex flex-col gap-2.5">
      <p className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <strong className="font-semibold font-serif text-base">{OUTCOME_WORDS[outcome]}</strong>
        <Preferred finding={finding} />
        <Badge tone={TONES[status]}>{status}</Badge>
      </p>
      {question ? (
        <p className="text-ink-2 text-sm">
          To the question: <SourceText>{question}</SourceText>
        </p>
      ) : null}
      {rationale ? (
        <p className="max-w-form whitespace-pre-wrap font-serif text-base">
          <CitedText text={rationale} base={base} here={here} />
        </p>
      ) : null}
      <dl className="flex flex-wrap gap-x-8 gap-y-1 text-sm">
        <Fact term="Likelihood">
          {likelihood ? (
            <>
              {LIKELIHOOD_WORDS[likelihood].words}{" "}
              <span className="text-ink-3 tabular-nums">{LIKELIHOOD_WORDS[likelihood].percent}</span>
            </>
          ) : null}
        </Fact>
        <Fact term="Confidence">
          {confidence ? (
            <>
              {confidence} <span className="text-ink-3">{CONFIDENCE_WORDS[confidence]}</span>
            </>
          ) : null}
        </Fact>
      </dl>
      <Who finding={finding} base={base} here={here} />
      {children}
    </div>
  );
}

function Preferred({ finding: { preferred, preferredCamp } }: { finding: Finding }) {
  if (preferred.length === 0) return null;
  const claims = preferred.map((number) => `C-${number}`).join(", ");
  return (
    <span className="text-base">
      {preferredCamp ? (
        <>
          Camp <span className="font-semibold font-serif">{preferredCamp}</span>
        </>
      ) : (
        "A camp that is no longer one"
      )}
      <span className="ps-2 font-mono text-ink-3 text-xs">{claims}</span>
    </span>
  );
}

function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div className="flex gap-x-2">
      <dt className="text-ink-3">{term}</dt>
      <dd>{children ?? <span className="text-ink-3">not given</span>}</dd>
    </div>
  );
}

function Who({ finding, base, here }: { finding: Finding; base: string; here: number[] }) {
  const { author, signer, signedAt, updatedAt, claims } = finding;
  return (
    <p className="text-ink-3 text-sm">
      By <bdi className="font-medium text-ink-2">{author.name}</bdi>
      {signer && signedAt ? (
        <>
          , signed by <bdi className="font-medium text-ink-2">{signer.name}</bdi>{" "}
          <RelativeTime at={signedAt} show="date" />
        </>
      ) : (
        <>
          , <RelativeTime at={updatedAt} show="date" />
        </>
      )}
      , over <CitedText text={claims.map((claim) => `C-${claim}`).join(", ")} base={base} here={here} />
    </p>
  );
}
