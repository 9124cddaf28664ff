import type { ReactNode } from "react";
import { SourceText } from "@/ui/source-text";
import { RELIABILITY_WORDS } from "../rules";
import type { Outlet } from "../schema";

/** An outlet for those who may read but not change it. */
export function OutletFacts({ outlet }: { outlet: Outlet }) {
  const { aliases, domains, carriers, owner, country, language, reliability } = outlet;
  return (
    <dl className="grid max-w-form grid-cols-[9rem_minmax(0,1fr)] gap-x-4 gap-y-2 text-sm">
      <Fact label="Reliability">
        {reliability ? (
          `${reliability} ${RELIABILITY_WORDS[reliability]}`
        ) : (
          <span className="text-ink-3">not graded</span>
        )}
      </Fact>
      <Fact label="Also known as">{aliases.length > 0 ? <SourceText>{aliases.join(", ")}</SourceText> : null}</Fact>
      <Fact label="Domains">{domains.join(", ")}</Fact>
      <Fact label="Carried by">
        {carriers.length > 0 ? <SourceText>{carriers.map(({ name }) => name).join(", ")}</SourceText> : null}
      </Fact>
      <Fact label="Owner">{owner ? <SourceText>{owner}</SourceText> : null}</Fact>
      <Fact label="Country">{country}</Fact>
      <Fact label="Language">{language}</Fact>
    </dl>
  );
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-ink-3">{label}</dt>
      <dd className="min-w-0 break-words">{children || <span className="text-ink-3">–</span>}</dd>
    </>
  );
}
