"use client";

import { useEffect, useState } from "react";
import { SourceText } from "@/ui/source-text";
import { campOfClaimAction } from "../actions";
import { countWords, originWords } from "../rules/origin-words";
import type { CampOfClaim } from "../schema";

type ConfirmedNoteProps = {
  team: string;
  /** Null for a claim that is being entered: nothing is related to it yet. */
  claimId: string | null;
};

/** Said at once to who grades a claim as confirmed while fewer than two origins stand behind it. Nothing is in the way. */
export function ConfirmedNote({ team, claimId }: ConfirmedNoteProps) {
  const [camp, setCamp] = useState<CampOfClaim | null>(null);
  useEffect(() => {
    if (!claimId) return;
    let left = false;
    // A note that does not arrive is no failure: the warning shows where the claim does.
    campOfClaimAction(team, { claimId }).then(
      (outcome) => {
        if (!left && outcome.ok) setCamp(outcome.value);
      },
      () => {},
    );
    return () => {
      left = true;
    };
  }, [team, claimId]);
  const alone = claimId === null || (camp !== null && camp.origins.min < 2);
  return (
    <div role="status">
      {alone ? (
        <div className="border-s-2 border-s-caution bg-caution-wash px-3 py-2 text-sm">
          <p className="font-medium text-caution">
            {camp
              ? `So far ${countWords(camp.reports, "report")}, ${originWords(camp.origins)}`
              : "So far nothing in this case confirms it"}
          </p>
          {camp?.why ? (
            <p className="mt-0.5">
              <SourceText>{camp.why}</SourceText>
            </p>
          ) : null}
          <p className="mt-0.5 text-ink-2">
            “Confirmed by other sources” says that an independent one reports the same. Relate it, or give 2.
          </p>
        </div>
      ) : null}
    </div>
  );
}
