"use client";

import { useEffect, useState } from "react";
import { attempt } from "@/ui/attempt";
import { findCounterpartsOfDraftAction } from "../actions";
import type { Counterpart } from "../rules/akin";
import { AkinList } from "./akin-list";

type AkinClaimsProps = {
  team: string;
  caseId: string;
  statement: string;
  quote: string | null;
  articleId: string | null;
};

const PAUSE_MS = 500;
/** Fewer letters say nothing yet. */
const SHORTEST = 8;

/** The claims that the case has about the same thing, perhaps, while one is written. Once it is saved, a verb relates it. */
export function AkinClaims({ team, caseId, statement, quote, articleId }: AkinClaimsProps) {
  const [found, setFound] = useState<Counterpart[]>([]);
  const words = statement.trim();
  useEffect(() => {
    if (words.length < SHORTEST) return setFound([]);
    let outdated = false;
    const timer = setTimeout(async () => {
      const outcome = await attempt(() =>
        findCounterpartsOfDraftAction(team, { caseId, statement: words, quote, articleId }),
      );
      // A hint that does not come is no failure of what is being done.
      if (!outdated && outcome.ok) setFound(outcome.value);
    }, PAUSE_MS);
    return () => {
      outdated = true;
      clearTimeout(timer);
    };
  }, [team, caseId, words, quote, articleId]);
  if (found.length === 0) return null;
  return (
    <section aria-label="Perhaps about the same" className="border-hairline border-t pt-2">
      <h3 className="text-ink-3 text-xs">Perhaps about the same; once this is saved, a verb relates it</h3>
      <AkinList items={found} base={`/${team}/cases/${caseId}`} />
    </section>
  );
}
