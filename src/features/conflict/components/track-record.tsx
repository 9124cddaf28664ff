import Link from "next/link";
import type { ReactNode } from "react";
import { ClaimNumber } from "@/ui/claim-number";
import { DataTable, TableCell, TableHead, TableHeader, TableRow } from "@/ui/data-table";
import { RelativeTime } from "@/ui/relative-time";
import { SourceText } from "@/ui/source-text";
import { chosenConflicts, type RecordChoice } from "../rules/record-choice";
import type { RecordedConflict, RecordShare, TrackRecord, Verdict } from "../schema";

type TrackRecordProps = {
  team: string;
  record: TrackRecord;
  choice: RecordChoice;
  /** Where a choice is shown: the page with it. */
  hrefOf: (choice: RecordChoice) => string;
  /** Grades outlets: is told what the record may be used for. */
  grades: boolean;
};

/** How often an outlet was right where the team decided, with the conflicts behind every number. */
export function TrackRecordView({ team, record, choice, hrefOf, grades }: TrackRecordProps) {
  if (record.conflicts.length === 0) {
    return (
      <p className="text-ink-3 text-sm">
        No signed finding has chosen between camps in which this outlet spoke in its own voice.
      </p>
    );
  }
  const listed = chosenConflicts(record.conflicts, choice);
  return (
    <div className="flex flex-col gap-3 text-sm">
      <Share {...record} />
      {grades && !record.tooFew ? (
        <p className="text-ink-2">
          A lead may take it into account: grade with a reason. What gets decided is often what is easy to decide, and
          an outlet can be right by copying.
        </p>
      ) : null}
      <DataTable caption="Track record by year">
        <TableHead>
          <TableHeader>Decided in</TableHeader>
          <TableHeader align="end">Right</TableHeader>
          <TableHeader align="end">Wrong</TableHeader>
          <TableHeader align="end">Not judged</TableHeader>
          <TableHeader align="end">All</TableHeader>
        </TableHead>
        <tbody>
          <CountRow label="All years" share={record} year={null} hrefOf={hrefOf} />
          {record.years.map(({ year, ...share }) => (
            <CountRow key={year} label={String(year)} share={share} year={year} hrefOf={hrefOf} />
          ))}
        </tbody>
      </DataTable>
      {listed.length > 0 ? (
        <ol className="border-hairline border-t" aria-label="The conflicts behind it">
          {listed.map((conflict) => (
            <ConflictItem key={conflict.findingId} team={team} conflict={conflict} />
          ))}
        </ol>
      ) : (
        <p className="text-ink-3">Each number opens the conflicts behind it.</p>
      )}
    </div>
  );
}

const percent = (share: number) => `${Math.round(share * 100)} %`;

/** "8 of 10 right", with the interval as words and as a line from 0 to 100 %. */
function Share({ right, judged, low, high, tooFew }: RecordShare) {
  return (
    <div>
      <p className="tabular-nums">
        <span className="font-semibold text-base">
          {right} of {judged}
        </span>{" "}
        right in its own voice
        {tooFew || low === null || high === null ? (
          <span className="text-ink-3">: too few to say more (under 10)</span>
        ) : (
          <span className="text-ink-2">
            : between {percent(low)} and {percent(high)} (95 % interval)
          </span>
        )}
      </p>
      {tooFew || low === null || high === null ? null : (
        <div aria-hidden="true" className="relative mt-2 h-2 max-w-80 rounded-full bg-wash">
          <div
            className="absolute inset-y-0 rounded-full bg-accent opacity-40"
            style={{ insetInlineStart: `${low * 100}%`, width: `${(high - low) * 100}%` }}
          />
          <div
            className="absolute inset-y-0 w-0.5 bg-accent-strong"
            style={{ insetInlineStart: `${(right / judged) * 100}%` }}
          />
        </div>
      )}
    </div>
  );
}

type CountRowProps = { label: string; share: RecordShare; year: number | null; hrefOf: TrackRecordProps["hrefOf"] };

function CountRow({ label, share, year, hrefOf }: CountRowProps) {
  const cell = (count: number, verdict: Verdict | "all"): ReactNode => (
    <TableCell align="end" className="tabular-nums">
      {count > 0 ? (
        <Link href={hrefOf({ year, verdict })} className="link" scroll={false}>
          {count}
        </Link>
      ) : (
        <span className="text-ink-3">0</span>
      )}
    </TableCell>
  );
  return (
    <TableRow>
      <TableCell heading className="tabular-nums">
        {label}
      </TableCell>
      {cell(share.right, "right")}
      {cell(share.judged - share.right, "wrong")}
      {cell(share.notJudged, "not_judged")}
      {cell(share.judged + share.notJudged, "all")}
    </TableRow>
  );
}

const VERDICTS: Record<Verdict, string> = { right: "Right", wrong: "Wrong", not_judged: "Not judged" };

function ConflictItem({ team, conflict }: { team: string; conflict: RecordedConflict }) {
  const home = `/${team}/cases/${conflict.case.id}`;
  return (
    <li className="border-hairline border-b py-2">
      <p className="flex flex-wrap items-baseline justify-between gap-x-4">
        <Link href={`${home}/conflicts/${conflict.conflict}`} className="link font-medium">
          {conflict.question ? <SourceText>{conflict.question}</SourceText> : `Conflict C-${conflict.conflict}`}
        </Link>
        <span className="text-ink-3 text-xs">
          <RelativeTime at={conflict.decidedAt} />
        </span>
      </p>
      <p className="text-ink-2">
        <span className="font-medium">{VERDICTS[conflict.verdict]}</span>: {conflict.why}. It said{" "}
        {conflict.claims.map((number, index) => (
          <span key={number}>
            {index > 0 ? ", " : null}
            <ClaimNumber number={number} href={`${home}/claims/${number}`} />
          </span>
        ))}{" "}
        <span className="text-ink-3">
          in <SourceText>{conflict.case.title}</SourceText>
        </span>
      </p>
    </li>
  );
}
