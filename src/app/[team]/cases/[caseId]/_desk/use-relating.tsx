"use client";

import { type ReactNode, useCallback, useState } from "react";
import { findClaimsAction, findCounterpartsAction } from "@/features/claim/actions";
import type { Claim } from "@/features/claim/schema";
import { withdrawJudgementAction } from "@/features/relation/actions";
import { AboutStrip } from "@/features/relation/components/about-strip";
import { type Candidate, RelatePanel } from "@/features/relation/components/relate-panel";
import { VERBS } from "@/features/relation/components/relation-words";
import type { Relation, RelationKind } from "@/features/relation/schema";
import type { Shortcut } from "@/ui/keys/registry";
import { toast } from "@/ui/toast";
import { type Pinned, usePinned } from "./use-pinned";
import type { OfferUndo } from "./use-undo";

type Where = { team: string; caseId: string; offerUndo: OfferUndo; onDone: (claimId: string) => void };

/**
 * Relating a claim from anywhere: a verb opens the panel for the other claim; a contradiction then asks what it is about.
 * `panelFor` gives what belongs beside a claim, or null.
 */
export function useRelating({ team, caseId, offerUndo, onDone }: Where) {
  const [open, setOpen] = useState<{ claim: Claim; kind: RelationKind } | null>(null);
  const [about, setAbout] = useState<{ relation: Relation; from: string } | null>(null);
  const { pinned, pin } = usePinned(caseId);
  const claimId = open?.claim.id;

  const find = useCallback(
    async (words: string) => {
      const outcome = await findClaimsAction(team, { caseId, words });
      return outcome.ok ? outcome.value : [];
    },
    [team, caseId],
  );
  const suggest = useCallback(async () => {
    const outcome = claimId ? await findCounterpartsAction(team, { claimId }) : null;
    return outcome?.ok ? outcome.value : [];
  }, [team, claimId]);

  const begin = (claim: Claim, kind: RelationKind) => {
    setAbout(null);
    setOpen({ claim, kind });
  };
  const end = () => {
    setOpen(null);
    setAbout(null);
  };
  const finish = (id: string) => {
    end();
    onDone(id);
  };
  const onRecorded = (relation: Relation, other: Candidate) => {
    if (!open) return;
    const { claim, kind } = open;
    if (kind === "contradicts") {
      setOpen(null);
      setAbout({ relation, from: claim.id });
    } else finish(claim.id);
    offerUndo(`${claim.claim} ${kind} C-${other.number}`, {
      back: () => {
        setAbout(null);
        return withdrawJudgementAction(team, { relationId: relation.id });
      },
      done: `What you said of ${claim.claim} and C-${other.number} is taken back`,
    });
  };

  const panelFor = (claim: Claim): ReactNode => {
    if (open?.claim.id === claim.id) {
      return (
        <RelatePanel
          key={`${claim.id} ${open.kind}`}
          team={team}
          caseId={caseId}
          claim={claim}
          kind={open.kind}
          pinned={pinned}
          suggest={suggest}
          find={find}
          onRecorded={onRecorded}
          onCancel={() => finish(claim.id)}
        />
      );
    }
    if (about?.from !== claim.id) return null;
    return <AboutStrip team={team} relation={about.relation} from={about.from} onDone={() => finish(claim.id)} />;
  };

  const pinClaim = (claim: Claim) => {
    pin(pinnedOf(claim));
    toast.success(`${claim.claim} pinned`, {
      detail: "On another claim, a verb and then 0 relates it to this one.",
    });
  };

  return { begin, end, pin, pinClaim, pinned, panelFor, isOpen: open !== null || about !== null };
}

/** The verbs and the pin, on the claim in focus, as far as it is known. */
export function relateShortcuts<C extends { status: Claim["status"] }>(
  claim: C | null,
  enabled: boolean,
  relating: { begin: (claim: C, kind: RelationKind) => void; pinClaim: (claim: C) => void },
): Shortcut[] {
  const disabled = !enabled || !claim || claim.status === "retracted";
  return [
    ...VERBS.map(({ keys, kind, label }) => ({
      keys,
      label,
      group: "Relate",
      disabled,
      run: () => claim && relating.begin(claim, kind),
    })),
    {
      keys: "p",
      label: "Pin the claim",
      group: "Relate",
      disabled,
      run: () => (claim ? relating.pinClaim(claim) : undefined),
    },
  ];
}

const pinnedOf = (claim: Claim): Pinned => ({
  id: claim.id,
  number: claim.number,
  statement: claim.statement,
  outlet: claim.outlet?.name ?? null,
  quote: claim.quote?.exact ?? null,
  reportedOn: claim.reportedOn,
});
