import type { ConflictSummary } from "@/features/conflict/schema";
import { LinkButton } from "@/ui/link-button";
import { RelationMark } from "@/ui/relation-mark";
import { SourceText } from "@/ui/source-text";

type ConflictNoticeProps = { conflict: ConflictSummary; claim: number; home: string };

const count = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`;

/** The conflict that the claim takes part in, in a sentence, and the way there. */
export function ConflictNotice({ conflict, claim, home }: ConflictNoticeProps) {
  const { camps, reports, origins, about, outlets } = conflict;
  const { min, max } = origins;
  return (
    <section aria-label="Conflict" className="border-s-2 border-s-contradicts bg-desk px-3 py-2.5 text-sm">
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <RelationMark
          kind="contradicts"
          word={about.length > 0 ? `in conflict on ${about.join(", ")}` : "in conflict"}
        />
      </p>
      <p className="mt-1.5">
        {count(camps, "camp", "camps")}, {count(reports, "report", "reports")}, {min === max ? min : `${min}–${max}`}{" "}
        independent {max === 1 ? "origin" : "origins"}
      </p>
      <p className="text-ink-2">
        {outlets.map(({ id, name }, index) => (
          <span key={id}>
            {index > 0 ? ", " : ""}
            <SourceText>{name}</SourceText>
          </span>
        ))}
      </p>
      <LinkButton size="sm" className="mt-2" href={`${home}/conflicts/${claim}`}>
        See the camps
      </LinkButton>
    </section>
  );
}
