import Link from "next/link";
import type { ClaimCard } from "@/features/relation/schema";
import { Badge } from "@/ui/badge";
import { ClaimNumber } from "@/ui/claim-number";
import { RelationMark } from "@/ui/relation-mark";
import { SourceText } from "@/ui/source-text";
import type { MatrixPair } from "../schema";

/** Two claims, or the origins behind them, and how they stand to each other. */
export function PairCard({ pair, base }: { pair: MatrixPair; base: string }) {
  const { kind, about, from, to, conflict, origins, recorded } = pair;
  const word = kind === "contradicts" && about ? `contradicts on ${about}` : kind;
  return (
    <article aria-label={`${from.claim} ${word} ${to.claim}`} className="mt-3 border-hairline border-t pt-3 text-sm">
      <Claim claim={from} base={base} />
      <p className="my-1.5 flex flex-wrap items-center gap-2">
        <RelationMark kind={kind} word={word} />
        {recorded === 0 ? <Badge>implied</Badge> : null}
        {recorded > 1 ? <span className="text-ink-3 text-xs">by {recorded} relations</span> : null}
        {conflict === null ? null : (
          <Link href={`${base}/conflicts/${conflict}`} className="link text-xs">
            Conflict <span className="font-mono">C-{conflict}</span>
          </Link>
        )}
      </p>
      <Claim claim={to} base={base} />
      {origins ? <Origins {...origins} /> : null}
    </article>
  );
}

function Claim({ claim, base }: { claim: ClaimCard; base: string }) {
  const { number, outlet, statement, quote, article } = claim;
  return (
    <div>
      <p className="flex flex-wrap items-baseline gap-x-2">
        <ClaimNumber number={number} href={`${base}/claims/${number}`} data-walk="" />
        <SourceText className="font-medium">{outlet?.name ?? "no outlet"}</SourceText>
      </p>
      <SourceText className="block">{statement}</SourceText>
      {quote && article ? (
        <Link
          href={`${base}/articles/${article.id}?at=${number}`}
          className="mt-0.5 block rounded-sm font-serif text-ink-2 hover:text-accent"
          title={`Read it in ${article.title}`}
        >
          <SourceText>“{quote.exact}”</SourceText>
        </Link>
      ) : null}
    </div>
  );
}

function Origins({ from, to }: NonNullable<MatrixPair["origins"]>) {
  return (
    <p className="mt-1.5 text-ink-3 text-xs">
      Origins: <Origin {...from} /> and <Origin {...to} />
    </p>
  );
}

const Origin = ({ name, claims }: { name: string; claims: number }) => (
  <>
    <SourceText className="font-medium">{name}</SourceText> ({claims === 1 ? "1 claim" : `${claims} claims`})
  </>
);
