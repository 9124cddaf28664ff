import type { Claim } from "@/features/claim/schema";
import { SourceText } from "@/ui/source-text";

/** A claim as its judge sees it: who says it, what, when, on which words; nothing of what anybody thinks of it. */
export function ClaimToJudge({ claim, base }: { claim: Claim; base: string }) {
  const { article, quote } = claim;
  return (
    <article aria-label={claim.claim} className="border-s-2 border-s-quote-line ps-3">
      <p className="flex flex-wrap items-baseline gap-x-2 text-sm">
        <span className="font-mono text-xs">{claim.claim}</span>
        <SourceText className="font-medium">{claim.outlet?.name ?? "no outlet"}</SourceText>
        {claim.reportedOn ? <span className="text-ink-3">reported {claim.reportedOn}</span> : null}
        {claim.occurredOn ? <span className="text-ink-3">of {claim.occurredOn}</span> : null}
        {claim.place ? <SourceText className="text-ink-3">{claim.place}</SourceText> : null}
      </p>
      <SourceText className="reading mt-1 block">{claim.statement}</SourceText>
      {quote ? (
        <blockquote dir="auto" className="mt-2 text-ink-2 text-sm">
          {quote.exact}
        </blockquote>
      ) : null}
      {claim.attribution.length > 0 ? (
        <p className="mt-1 text-ink-3 text-xs">
          <SourceText>{claim.attribution.join(" › ")}</SourceText>
        </p>
      ) : null}
      {article ? (
        <a
          className="link mt-1 inline-block text-sm"
          href={`${base}/articles/${article.id}?at=${claim.number}`}
          target="_blank"
          rel="noopener"
        >
          Read it in the article
        </a>
      ) : null}
    </article>
  );
}
