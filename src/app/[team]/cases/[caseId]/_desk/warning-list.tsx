"use client";

import { useRef } from "react";
import { WarningRow } from "@/features/conflict/components/warning-row";
import type { Warning } from "@/features/conflict/schema";
import { judgingUpdates } from "./judging-updates";

type WarningListProps = {
  team: string;
  caseId: string;
  userId: string;
  label: string;
  warnings: Warning[];
  /** May dismiss, and judge. */
  writes: boolean;
  /** The claims whose words stand on this page already; null on a page of warnings alone. */
  known: readonly number[] | null;
};

/** Warnings one under the other. An update taken for a contradiction is set right from here with one key. */
export function WarningList({ team, caseId, userId, label, warnings, writes, known }: WarningListProps) {
  const list = useRef<HTMLUListElement>(null);
  const judge = judgingUpdates({ team, caseId, userId, onDone: () => list.current?.focus() });
  return (
    <ul ref={list} tabIndex={-1} aria-label={label} className="border-hairline border-t outline-none">
      {warnings.map((warning) => (
        <li
          key={`${warning.kind} ${warning.subject} ${warning.facts} ${warning.dismissal?.id}`}
          className="border-hairline border-b"
        >
          <WarningRow
            team={team}
            caseId={caseId}
            warning={warning}
            mayDismiss={writes}
            act={writes ? judge(warning) : null}
            known={known}
          />
        </li>
      ))}
    </ul>
  );
}
