import type { ReactNode } from "react";
import { SourceText } from "@/ui/source-text";
import type { CampTree, SaidDescent, SaidOwn } from "../rules/camp-tree";
import { OriginFigure } from "./origin-figure";
import { OriginList } from "./origin-list";
import { SuspicionList } from "./suspicion-list";

type OriginsSectionProps = {
  team: string;
  base: string;
  camps: CampTree[];
  said: SaidDescent[];
  own: SaidOwn[];
  mayDecide: boolean;
  /** The drawings as files. */
  pictures: ReactNode;
};

/** How many really say it: of each camp the way from its reports to where they come from, and what is still suspected. */
export function OriginsSection({ team, base, camps, said, own, mayDecide, pictures }: OriginsSectionProps) {
  return (
    <section id="origins" aria-labelledby="origins-heading" className="scroll-mt-16">
      <div className="mb-3 flex flex-wrap items-end justify-between gap-x-4 border-rule border-b pb-1">
        <h2 id="origins-heading" className="font-semibold text-base">
          Where they have it from
        </h2>
        <span className="flex gap-2 pb-0.5">{pictures}</span>
      </div>
      <div className="flex flex-col gap-8">
        {camps.map((camp) => (
          <section key={camp.letter} aria-labelledby={`origins-${camp.letter}`} className="flex min-w-0 flex-col gap-2">
            <div className="flex items-baseline gap-x-2.5">
              <h3 id={`origins-${camp.letter}`} className="scroll-mt-16 font-semibold font-serif text-base">
                <span className="sr-only">Origins of camp </span>
                {camp.letter}
              </h3>
              <p className="max-w-reading text-ink-2 text-sm">
                <SourceText>{camp.why}</SourceText>
              </p>
            </div>
            {camp.tree.edges.length > 1 ? <OriginFigure camp={camp} base={base} said={said} /> : null}
            <OriginList camp={camp} base={base} said={said} own={own} />
            <SuspicionList
              team={team}
              base={base}
              camp={camp.letter}
              suspicions={camp.suspicions}
              mayDecide={mayDecide}
            />
          </section>
        ))}
      </div>
    </section>
  );
}
