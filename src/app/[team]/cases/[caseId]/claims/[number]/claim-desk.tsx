"use client";

import { ChevronLeft, ChevronRight, Pencil } from "lucide-react";
import { useRouter } from "next/navigation";
import { type ReactNode, useRef } from "react";
import { ClaimStatus } from "@/features/claim/components/claim-status";
import { gradeWording } from "@/features/claim/rules/grade-wording";
import type { Claim } from "@/features/claim/schema";
import type { RelationOfClaim } from "@/features/relation/schema";
import { Button } from "@/ui/button";
import { ConfidenceWord } from "@/ui/confidence-word";
import { GradeChip } from "@/ui/grade-chip";
import { useShortcuts } from "@/ui/keys/shortcuts";
import { LinkButton } from "@/ui/link-button";
import { PageHeader } from "@/ui/page-header";
import { SourceText } from "@/ui/source-text";
import { ClaimForm } from "../../_desk/claim-form";
import type { GradedOutlet } from "../../_desk/known-outlets";
import { useClaimActs } from "../../_desk/use-claim-acts";
import { useEditing } from "../../_desk/use-editing";
import { relateShortcuts, useRelating } from "../../_desk/use-relating";
import { useUndo } from "../../_desk/use-undo";
import type { Rights } from "./pair-actions";
import { RelationsSection } from "./relations-section";

type ClaimDeskProps = {
  team: string;
  caseId: string;
  userId: string;
  rights: Rights;
  claim: Claim;
  relations: RelationOfClaim[];
  /** What was said of each pair, by the relation's id. */
  talks: Record<string, ReactNode>;
  neighbours: { previous: number | null; next: number | null };
  outlets: GradedOutlet[];
  /** The words in their paragraph. */
  quote: ReactNode;
  /** Who, when, where; grades; conflict. */
  aside: ReactNode;
  /** Claims that it may have to be related to. */
  akin: ReactNode;
  comments: ReactNode;
  history: ReactNode;
};

/** One claim with everything known of it, and everything that may be done about it. */
export function ClaimDesk(props: ClaimDeskProps) {
  const { team, caseId, userId, rights, claim, relations } = props;
  const base = `/${team}/cases/${caseId}`;
  const page = useRef<HTMLDivElement>(null);
  const offerUndo = useUndo();
  const acts = useClaimActs(team, offerUndo);
  const toPage = () => page.current?.focus({ preventScroll: true });
  const relating = useRelating({ team, caseId, offerUndo, onDone: toPage });
  const editing = useEditing({ team, userId, place: `claim.${claim.id}`, offerUndo, onSaved: toPage });
  const isWriting = rights.write && editing.composer.open?.claimId === claim.id;
  const stands = claim.status !== "retracted";
  const canAct = rights.write && stands && !isWriting;
  const relate = relating.begin;
  useClaimKeys({ ...props, base, canAct, edit: editing.edit, acts, relating: { ...relating, begin: relate } });
  return (
    <div ref={page} tabIndex={-1} className="mx-auto max-w-page px-4 py-5 outline-none md:px-6">
      <PageHeader
        title={<span className="font-mono">{claim.claim}</span>}
        meta={<Meta claim={claim} />}
        actions={<Actions {...props} base={base} acts={acts} canAct={canAct} onEdit={() => editing.edit(claim)} />}
      />
      <div className="grid gap-x-10 gap-y-7 lg:grid-cols-[minmax(0,1fr)_23rem] lg:grid-rows-[auto_1fr]">
        <div className="flex min-w-0 flex-col gap-5">
          {isWriting ? (
            <ClaimForm {...props} claims={[claim]} editing={editing} onClosed={toPage} />
          ) : (
            <SourceText className="reading block max-w-reading whitespace-pre-wrap">{claim.statement}</SourceText>
          )}
          <div>{props.quote}</div>
        </div>
        <div className="min-w-0 lg:col-start-2 lg:row-span-2 lg:row-start-1">{props.aside}</div>
        <div className="flex min-w-0 flex-col gap-7">
          <RelationsSection
            team={team}
            base={base}
            userId={userId}
            rights={rights}
            claim={claim}
            relations={relations}
            talks={props.talks}
            relating={relating.panelFor(claim)}
            onRelate={(kind) => relate(claim, kind)}
            offerUndo={offerUndo}
          />
          {props.comments}
          {props.akin}
          <div>{props.history}</div>
        </div>
      </div>
    </div>
  );
}

function Meta({ claim }: { claim: Claim }) {
  return (
    <span className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
      <SourceText className="font-medium text-ink">{claim.outlet?.name ?? "no outlet"}</SourceText>
      <GradeChip
        reliability={claim.reliability}
        credibility={claim.credibility}
        inherited={claim.reliabilityFromOutlet}
        wording={gradeWording(claim)}
      />
      <ConfidenceWord value={claim.confidence} />
      <ClaimStatus status={claim.status} />
    </span>
  );
}

type ActionsProps = ClaimDeskProps & {
  base: string;
  acts: ReturnType<typeof useClaimActs>;
  canAct: boolean;
  onEdit: () => void;
};

function Actions({ base, rights, claim, neighbours, acts, canAct, onEdit }: ActionsProps) {
  const { previous, next } = neighbours;
  return (
    <>
      {previous ? (
        <LinkButton
          variant="ghost"
          keys="["
          href={`${base}/claims/${previous}`}
          icon={<ChevronLeft className="rtl:rotate-180" />}
        >
          C-{previous}
        </LinkButton>
      ) : null}
      {next ? (
        <LinkButton
          variant="ghost"
          keys="]"
          href={`${base}/claims/${next}`}
          icon={<ChevronRight className="rtl:rotate-180" />}
        >
          C-{next}
        </LinkButton>
      ) : null}
      {canAct ? (
        <>
          <Button keys="r" onClick={() => void acts.review(claim)}>
            {claim.status === "reviewed" ? "Back to draft" : "Mark reviewed"}
          </Button>
          <Button variant="ghost" onClick={() => void acts.retract(claim)}>
            Retract
          </Button>
          <Button icon={<Pencil />} keys="e" onClick={onEdit}>
            Edit
          </Button>
        </>
      ) : null}
      {rights.write && claim.status === "retracted" ? (
        <Button variant="primary" onClick={() => void acts.restore(claim)}>
          Restore
        </Button>
      ) : null}
    </>
  );
}

type Keys = ClaimDeskProps & {
  base: string;
  canAct: boolean;
  edit: (claim: Claim) => void;
  acts: ReturnType<typeof useClaimActs>;
  relating: ReturnType<typeof useRelating>;
};

function useClaimKeys({ base, claim, neighbours, canAct, edit, acts, relating }: Keys) {
  const router = useRouter();
  const go = (number: number | null) => number !== null && router.push(`${base}/claims/${number}`);
  const { previous, next } = neighbours;
  const { article } = claim;
  useShortcuts([
    { keys: "[", label: "Previous claim", group: "Claim", run: () => go(previous), disabled: previous === null },
    { keys: "]", label: "Next claim", group: "Claim", run: () => go(next), disabled: next === null },
    {
      keys: "o",
      label: "Read it in the article",
      group: "Claim",
      disabled: !article,
      run: () => router.push(`${base}/articles/${article?.id}?at=${claim.number}`),
    },
    { keys: "e", label: "Edit", group: "Claim", run: () => edit(claim), disabled: !canAct },
    {
      keys: "r",
      label: "Mark reviewed, or draft again",
      group: "Claim",
      hidden: true,
      run: () => void acts.review(claim),
      disabled: !canAct,
    },
    {
      keys: "shift+r",
      label: "Retract",
      group: "Claim",
      hidden: true,
      run: () => void acts.retract(claim),
      disabled: !canAct,
    },
    ...relateShortcuts(claim, canAct, relating),
  ]);
}
