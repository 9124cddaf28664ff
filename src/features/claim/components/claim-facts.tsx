import Link from "next/link";
import type { ReactNode } from "react";
import { formatVagueDate } from "@/dates/format-vague-date";
import { RelativeTime } from "@/ui/relative-time";
import { SourceText } from "@/ui/source-text";
import type { Claim } from "../schema";

type ClaimFactsProps = {
  claim: Claim;
  hrefs: {
    outlet: (id: string) => string;
    article: string | null;
    tag: (tag: string) => string;
  };
};

/** Who says it, when, where, and what the team noted about it. */
export function ClaimFacts({ claim, hrefs }: ClaimFactsProps) {
  const { article, place, tags, note, createdBy, createdAt } = claim;
  return (
    <dl className="grid grid-cols-[6rem_minmax(0,1fr)] gap-x-3 gap-y-1.5 text-sm">
      <Fact term="Outlet">
        {claim.outlet ? (
          <Link className="link" href={hrefs.outlet(claim.outlet.id)}>
            <SourceText>{claim.outlet.name}</SourceText>
          </Link>
        ) : (
          <None>none named</None>
        )}
      </Fact>
      <Fact term="Attribution">
        <Chain steps={claim.steps} outletHref={hrefs.outlet} />
      </Fact>
      <Fact term="Reported">
        <Day edtf={claim.reportedOn} words={claim.reportedOnWords} />
      </Fact>
      <Fact term="Happened">
        <Day edtf={claim.occurredOn} words={claim.occurredOnWords} />
      </Fact>
      <Fact term="Place">{place ? <SourceText>{place}</SourceText> : <None>not given</None>}</Fact>
      <Fact term="Tags">
        {tags.length > 0 ? (
          <span className="flex flex-wrap gap-x-2.5 gap-y-0.5">
            {tags.map((tag) => (
              <Link key={tag} className="link" href={hrefs.tag(tag)}>
                <SourceText>{tag}</SourceText>
              </Link>
            ))}
          </span>
        ) : (
          <None>none</None>
        )}
      </Fact>
      <Fact term="Article">
        {article && hrefs.article ? (
          <Link className="link" href={hrefs.article}>
            <SourceText>{article.title}</SourceText>
          </Link>
        ) : (
          <None>entered by hand</None>
        )}
      </Fact>
      {note ? (
        <Fact term="Note">
          <SourceText className="whitespace-pre-wrap">{note}</SourceText>
        </Fact>
      ) : null}
      {Object.entries(claim.extra).map(([column, value]) => (
        <Fact key={column} term={<SourceText>{column}</SourceText>}>
          <SourceText className="whitespace-pre-wrap">{value}</SourceText>
        </Fact>
      ))}
      <Fact term="Entered">
        <RelativeTime at={createdAt} show="date" /> by <bdi>{createdBy.name}</bdi>
      </Fact>
    </dl>
  );
}

function Fact({ term, children }: { term: ReactNode; children: ReactNode }) {
  return (
    <div className="contents">
      <dt className="break-words text-ink-3">{term}</dt>
      <dd className="min-w-0 break-words">{children}</dd>
    </div>
  );
}

const None = ({ children }: { children: ReactNode }) => <span className="text-ink-3">{children}</span>;

function Chain({ steps, outletHref }: { steps: Claim["steps"]; outletHref: (id: string) => string }) {
  if (steps.length === 0) return <None>the outlet itself</None>;
  return (
    <ol className="flex flex-wrap gap-x-1.5">
      {steps.map(({ name, outletId }, index) => (
        // Who speaks through whom may name one person twice.
        <li key={`${index.toString()} ${name}`}>
          {index > 0 ? (
            <span aria-hidden="true" className="text-ink-3">
              ›{" "}
            </span>
          ) : null}
          {outletId ? (
            <Link className="link" href={outletHref(outletId)}>
              <SourceText>{name}</SourceText>
            </Link>
          ) : (
            <SourceText>{name}</SourceText>
          )}
        </li>
      ))}
    </ol>
  );
}

/** As understood, and beside it as typed where that says more. */
function Day({ edtf, words }: { edtf: string | null; words: string | null }) {
  if (edtf === null) return <None>not given</None>;
  const understood = formatVagueDate(edtf);
  const isTyped = words !== null && words !== edtf && words !== understood;
  return (
    <>
      {understood} {understood === edtf ? null : <span className="font-mono text-ink-3 text-xs">{edtf}</span>}
      {isTyped ? (
        <span className="block text-ink-3 text-xs">
          typed “<SourceText>{words}</SourceText>”
        </span>
      ) : null}
    </>
  );
}
