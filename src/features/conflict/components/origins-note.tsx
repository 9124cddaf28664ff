"use client";

import { Info } from "lucide-react";
import { Popover } from "@/ui/popover";
import { SourceText } from "@/ui/source-text";
import { countWords, originWords } from "../rules/origin-words";
import type { Origin, Origins } from "../schema";

type OriginsNoteProps = {
  reports: number;
  origins: Origins;
  /** Whose origins: "camp A". */
  of: string;
  why: string;
  roots?: Origin[];
  /** Where the whole way to the origins is drawn. */
  href?: string | undefined;
};

/** "5 reports, 1–2 origins": the second number opens how it was counted. */
export function OriginsNote({ reports, origins, of, why, roots = [], href }: OriginsNoteProps) {
  return (
    <span className="inline-flex flex-wrap items-center gap-x-1.5 text-ink-2 text-sm">
      {countWords(reports, "report")},
      <Popover
        title={`How the origins of ${of} were counted`}
        trigger={
          <button
            type="button"
            aria-label={`${originWords(origins)} of ${of}: how they were counted`}
            className="inline-flex cursor-pointer items-center gap-1 rounded-sm underline decoration-edge decoration-dotted underline-offset-4 hover:text-ink hover:decoration-solid"
          >
            {originWords(origins)}
            <Info aria-hidden="true" className="size-3.5 text-ink-3" />
          </button>
        }
      >
        <p className="text-sm">
          <SourceText>{why || "Nothing is known of where these claims come from."}</SourceText>
        </p>
        {roots.length > 0 ? <Roots roots={roots} /> : null}
        <p className="mt-2 text-ink-3 text-xs">
          An origin is where claims independently come from. The smaller number leaves out whatever may be a copy, and
          counts outlets of one owner once.
        </p>
        {href ? (
          <p className="mt-2 text-sm">
            <a href={href} className="link">
              See the way from reports to origins
            </a>
          </p>
        ) : null}
      </Popover>
    </span>
  );
}

function Roots({ roots }: { roots: Origin[] }) {
  return (
    <ul aria-label="Origins" className="mt-2 border-hairline border-t text-sm">
      {roots.map((root) => (
        <li key={`${root.kind} ${root.name}`} className="border-hairline border-b py-1">
          <SourceText className="font-medium">{root.name}</SourceText>{" "}
          <span className="font-mono text-ink-2 text-xs">{root.claims.map((claim) => `C-${claim}`).join(" ")}</span>
          {root.owner ? (
            <span className="block text-ink-3 text-xs">
              owned by <SourceText>{root.owner}</SourceText>
            </span>
          ) : null}
          {root.established ? null : <span className="block text-ink-3 text-xs">not established as independent</span>}
        </li>
      ))}
    </ul>
  );
}
