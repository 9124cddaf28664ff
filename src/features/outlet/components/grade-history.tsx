import { RelativeTime } from "@/ui/relative-time";
import { SourceText } from "@/ui/source-text";
import { RELIABILITY_WORDS } from "../rules";
import type { Reliability } from "../schema";

type Grade = {
  reliability: Reliability | null;
  reason: string;
  by: string;
  at: string;
  /** Whose grade it was, where that outlet is now part of this one. */
  of: { name: string } | null;
};
type GradeHistoryProps = { grades: Grade[] };

/** How the team's grade of an outlet came about, newest first. */
export function GradeHistory({ grades }: GradeHistoryProps) {
  if (grades.length === 0) return <p className="text-ink-3 text-sm">Nobody has graded this outlet.</p>;
  return (
    <ol className="border-hairline border-t">
      {grades.map(({ reliability, reason, by, at, of }) => (
        <li key={`${at} ${by}`} className="border-hairline border-b py-2 text-sm">
          <p className="flex flex-wrap items-baseline justify-between gap-x-4">
            <span>
              <span className="font-mono">{reliability ?? "–"}</span>{" "}
              {reliability ? RELIABILITY_WORDS[reliability] : "grade withdrawn"}
              {of ? (
                <span className="text-ink-3">
                  {" "}
                  · of <SourceText>{of.name}</SourceText>
                </span>
              ) : null}
            </span>
            <span className="text-ink-3 text-xs">
              <bdi>{by}</bdi>, <RelativeTime at={at} show="time" />
            </span>
          </p>
          {reason ? (
            <p className="mt-0.5 text-ink-2">
              <SourceText>{reason}</SourceText>
            </p>
          ) : null}
        </li>
      ))}
    </ol>
  );
}
