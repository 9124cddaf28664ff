import { SourceText } from "@/ui/source-text";
import type { Marks } from "../rules/differences-of-claim";
import type { Camp, ConflictLink } from "../schema";
import { ClaimQuoteCard } from "./claim-quote-card";
import { OriginsNote } from "./origins-note";

type CampColumnProps = {
  camp: Camp;
  base: string;
  asked: number;
  links: ConflictLink[];
  /** Where on the page the way to its origins is drawn, where it is. */
  way: string | undefined;
  marks: ReadonlyMap<number, Marks>;
};

/** One side of a conflict: what stands behind it, and its claims in their own words. */
export function CampColumn({ camp, base, asked, links, way, marks }: CampColumnProps) {
  const title = `camp-${camp.letter}`;
  return (
    <section aria-labelledby={title} className="min-w-0">
      <header className="flex flex-wrap items-baseline gap-x-3 border-rule border-t pt-2">
        <h2 id={title} className="font-semibold font-serif text-xl">
          <span className="sr-only">Camp </span>
          {camp.letter}
        </h2>
        <OriginsNote
          reports={camp.reports}
          origins={camp.origins}
          of={`camp ${camp.letter}`}
          why={camp.why}
          roots={camp.roots}
          href={way}
        />
        <p className="w-full text-sm">
          <SourceText className="font-medium">
            {camp.outlets.map(({ name }) => name).join(" · ") || "no outlet credited"}
          </SourceText>
        </p>
      </header>
      <ol aria-label={`Claims of camp ${camp.letter}`} className="mt-3 flex flex-col gap-4">
        {camp.claims.map((claim) => (
          <li key={claim.id}>
            <ClaimQuoteCard
              claim={claim}
              base={base}
              asked={claim.number === asked}
              marks={marks.get(claim.number)}
              links={links.filter(({ from, to }) => from === claim.number || to === claim.number)}
            />
          </li>
        ))}
      </ol>
    </section>
  );
}
