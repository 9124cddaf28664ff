"use client";

import { useState } from "react";
import { attempt, sayFailure } from "@/ui/attempt";
import { Badge } from "@/ui/badge";
import { Button } from "@/ui/button";
import { DiffText } from "@/ui/diff-text";
import { SourceText } from "@/ui/source-text";
import { toast } from "@/ui/toast";
import { changeClaimAction } from "../actions";
import type { QuoteReview } from "../schema";

type QuoteReviewListProps = {
  team: string;
  reviews: QuoteReview[];
  language: string;
  canWrite: boolean;
  /** Where a claim's own page is. */
  claimHref: string;
};

/** Quotes that the newest text does not have as they were: what stands there instead, and what to do about it. */
export function QuoteReviewList({ reviews, ...rest }: QuoteReviewListProps) {
  return (
    <ul className="flex flex-col">
      {reviews.map((review) => (
        <li key={review.claimId} className="border-hairline border-b py-3">
          <Review review={review} {...rest} />
        </li>
      ))}
    </ul>
  );
}

const ALERT = { number: "figures changed", negation: "a negation changed", name: "names changed" } as const;
const WHY = {
  "quote-reworded": "The quoted words themselves were reworded.",
  "sentence-reworded": "The quoted words stand there still, in another sentence.",
  "several-places": "The quoted words stand in several places, and the text around them was moved.",
} as const;

function Review({
  team,
  review,
  language,
  canWrite,
  claimHref,
}: Omit<QuoteReviewListProps, "reviews"> & { review: QuoteReview }) {
  const { claimId, number, statement, version, exact, ordinal, suggestion, why, diff, alerts } = review;
  const [pending, setPending] = useState(false);
  const take = async () => {
    if (!suggestion) return;
    setPending(true);
    const outcome = await attempt(() => changeClaimAction(team, { claimId, version, quote: suggestion }));
    setPending(false);
    if (outcome.ok) toast.success(`C-${number} quotes the newest text`);
    else sayFailure(outcome);
  };
  return (
    <div className="flex flex-col gap-2">
      <p className="flex flex-wrap items-center gap-2 text-sm">
        <a className="link font-medium" href={`${claimHref}/${number}`}>
          C-{number}
        </a>
        <SourceText className="min-w-0">{statement}</SourceText>
        {alerts.map(({ kind, removed, added }) => (
          <Badge key={kind} tone="danger">
            <span>
              {ALERT[kind]}: <bdi>{removed.join(", ") || "none"}</bdi> → <bdi>{added.join(", ") || "none"}</bdi>
            </span>
          </Badge>
        ))}
      </p>
      <div className="grid gap-x-6 gap-y-2 md:grid-cols-2">
        <div>
          <p className="text-ink-3 text-xs">Quoted from version {ordinal}</p>
          <SourceText lang={language} className="block text-base">
            {exact}
          </SourceText>
        </div>
        <div>
          <p className="text-ink-3 text-xs">In the newest text</p>
          {suggestion ? (
            <SourceText lang={language} className="block text-base">
              {diff.length > 0 ? <DiffText parts={diff} /> : suggestion.exact}
            </SourceText>
          ) : (
            <p className="text-ink-2 text-sm italic">Nothing in it is like the quoted words.</p>
          )}
        </div>
      </div>
      {why ? <p className="text-ink-2 text-sm">{WHY[why]}</p> : null}
      {canWrite && suggestion ? (
        <div className="flex flex-wrap items-center gap-3">
          <Button size="sm" pending={pending} onClick={() => void take()}>
            Quote the newest text
          </Button>
          <span className="text-ink-3 text-xs">
            It becomes: “<bdi>{suggestion.exact}</bdi>”. Left alone, the claim goes on quoting version {ordinal}.
          </span>
        </div>
      ) : null}
    </div>
  );
}
