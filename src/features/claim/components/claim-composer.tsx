"use client";

import { type KeyboardEvent, type ReactNode, useEffect, useRef } from "react";
import type { Span } from "@/anchoring/selectors";
import type { Reliability } from "@/features/outlet/schema";
import { Badge } from "@/ui/badge";
import { Button } from "@/ui/button";
import { Disclosure } from "@/ui/disclosure";
import { Field } from "@/ui/field";
import { FormErrors } from "@/ui/form-errors";
import { Input } from "@/ui/input";
import { SourceText } from "@/ui/source-text";
import { StaleNotice } from "@/ui/stale-notice";
import { Textarea } from "@/ui/textarea";
import { useActionForm } from "@/ui/use-action-form";
import { changeClaimAction, recordClaimAction } from "../actions";
import { type ClaimDraft, draftOfClaim, inputOfDraft } from "../rules/claim-draft";
import type { Claim } from "../schema";
import { AkinClaims } from "./akin-claims";
import { AttributionField, type KnownOutlet } from "./attribution-field";
import { ConfidenceField } from "./confidence-field";
import { GradeFields } from "./grade-fields";
import { VagueDateField } from "./vague-date-field";

export type ClaimSource = {
  articleId: string;
  language: string;
  publishedOn: string | null;
  quote: Span & { exact: string };
};

/** What the sentence around the quote suggests; shown as proposed until it is saved. */
export type Proposed = { attribution: string | null; occurredOn: string | null };

type ClaimComposerProps = {
  team: string;
  caseId: string;
  userId: string;
  /** Absent for a claim entered by hand. */
  source: ClaimSource | null;
  /** The claim being edited; absent for a new one. */
  claim: Claim | null;
  /** The version that the edit began from. */
  since: number | null;
  draft: ClaimDraft;
  onDraft: (draft: ClaimDraft) => void;
  proposed: Proposed;
  outlets: KnownOutlet[];
  inheritedReliability: Reliability | null;
  /** Said beside credibility 1 while it is being chosen. */
  confirmedNote: ReactNode;
  onSaved: (claim: Claim) => void;
  onCancel: () => void;
};

const FIELDS = [
  "statement",
  "attribution",
  "outlet",
  "reportedOn",
  "occurredOn",
  "place",
  "reliability",
  "credibility",
  "confidence",
  "tags",
  "note",
];

/**
 * A claim being written. Enter in the statement goes on to the confidence, where a digit saves: `c`, words, Enter, 2.
 * Ctrl or ⌘ with Enter saves from anywhere; Escape closes and keeps the draft's words for the next `c` on this quote.
 */
export function ClaimComposer(props: ClaimComposerProps) {
  const { team, caseId, source, claim, draft, onDraft, proposed, onSaved, onCancel } = props;
  const statement = useRef<HTMLTextAreaElement>(null);
  const confidence = useRef<HTMLDivElement>(null);
  // A digit chooses the confidence and saves in one stroke: the save must not wait for the next render.
  const latest = useRef(draft);
  useEffect(() => {
    latest.current = draft;
  }, [draft]);
  const change = (fields: Partial<ClaimDraft>) => {
    latest.current = { ...latest.current, ...fields };
    onDraft(latest.current);
  };

  const save = async () => {
    const input = inputOfDraft(latest.current);
    const quote = source?.quote ?? null;
    if (!claim) return recordClaimAction(team, { ...input, caseId, articleId: source?.articleId ?? null, quote });
    const moved = quote && (quote.start !== claim.quote?.start || quote.end !== claim.quote?.end);
    return changeClaimAction(team, { ...input, ...(moved && { quote }), claimId: claim.id, version: version.current });
  };
  const version = useRef(props.since ?? claim?.version ?? 1);
  const { form, pending, errorOf, unplaced, current, submit, dismiss } = useActionForm({
    save,
    onSaved,
    fields: FIELDS,
  });

  useEffect(() => {
    statement.current?.focus({ preventScroll: true });
    statement.current?.select();
  }, []);

  const onKeyDown = (event: KeyboardEvent<HTMLFormElement>) => {
    form.onKeyDown(event);
    if (event.key !== "Escape" || event.defaultPrevented || event.nativeEvent.isComposing) return;
    event.preventDefault();
    onCancel();
  };
  const onStatementKey = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.key !== "Enter" || event.shiftKey || event.ctrlKey || event.metaKey || event.nativeEvent.isComposing)
      return;
    event.preventDefault();
    confidence.current?.querySelector<HTMLInputElement>("input:checked, input")?.focus();
  };
  const theirs = current as Claim | undefined;

  return (
    <form
      {...form}
      onKeyDown={onKeyDown}
      aria-label={claim ? `Edit ${claim.claim}` : "New claim"}
      className="floating flex flex-col gap-3 border-s-2 border-s-accent p-3"
    >
      {source ? (
        <SourceText lang={source.language} className="line-clamp-3 text-ink-2 text-sm">
          “{source.quote.exact}”
        </SourceText>
      ) : null}
      <FormErrors errors={theirs ? [] : unplaced} />
      {theirs && claim ? (
        <StaleNotice
          what="claim"
          fields={differing(latest.current, draftOfClaim(theirs, props.userId))}
          onKeepMine={() => {
            version.current = theirs.version;
            dismiss();
            submit();
          }}
          onTakeTheirs={() => {
            version.current = theirs.version;
            change(draftOfClaim(theirs, props.userId));
            dismiss();
          }}
        />
      ) : null}
      <Field label="Statement" id="statement" error={errorOf("statement") ?? errorOf("quote")} required>
        <Textarea
          ref={statement}
          rows={3}
          dir="auto"
          value={draft.statement}
          onChange={(event) => change({ statement: event.currentTarget.value })}
          onKeyDown={onStatementKey}
        />
      </Field>
      <AttributionField
        steps={draft.attribution}
        newOutlets={draft.newOutlets}
        onChange={(attribution, newOutlets) => change({ attribution, newOutlets })}
        outlets={props.outlets}
        proposal={proposed.attribution}
        error={errorOf("attribution") ?? errorOf("outlet")}
      />
      <div className="grid grid-cols-2 gap-3">
        <VagueDateField
          label="Happened on"
          id="occurredOn"
          value={draft.occurredOn}
          onChange={(occurredOn) => change({ occurredOn })}
          reference={source?.publishedOn ?? null}
          proposal={proposed.occurredOn}
          error={errorOf("occurredOn")}
        />
        <VagueDateField
          label="Reported on"
          id="reportedOn"
          value={draft.reportedOn}
          onChange={(reportedOn) => change({ reportedOn })}
          error={errorOf("reportedOn")}
        />
      </div>
      <GradeFields
        reliability={draft.reliability}
        credibility={draft.credibility}
        onChange={change}
        inherited={props.inheritedReliability}
        errorOf={errorOf}
        confirmedNote={props.confirmedNote}
      />
      <ConfidenceField
        value={draft.confidence}
        onChange={(value) => change({ confidence: value })}
        onDigit={(value) => {
          change({ confidence: value });
          submit();
        }}
        groupRef={confidence}
        error={errorOf("confidence")}
      />
      <Disclosure summary={<MoreSummary draft={draft} />}>
        <div className="flex flex-col gap-3 pt-2">
          <Field label="Place" id="place" error={errorOf("place")}>
            <Input dir="auto" value={draft.place} onChange={(event) => change({ place: event.currentTarget.value })} />
          </Field>
          <Field label="Tags" id="tags" hint="Several with a semicolon between" error={errorOf("tags")}>
            <Input dir="auto" value={draft.tags} onChange={(event) => change({ tags: event.currentTarget.value })} />
          </Field>
          <Field label="Note" id="note" error={errorOf("note")}>
            <Textarea
              rows={2}
              dir="auto"
              value={draft.note}
              onChange={(event) => change({ note: event.currentTarget.value })}
            />
          </Field>
        </div>
      </Disclosure>
      <div className="flex items-center justify-end gap-2">
        <Button variant="ghost" onClick={onCancel} keys="escape">
          Cancel
        </Button>
        <Button type="submit" variant="primary" pending={pending} keys="mod+enter">
          {claim ? "Save changes" : "Save claim"}
        </Button>
      </div>
      {claim ? null : (
        <AkinClaims
          team={team}
          caseId={caseId}
          statement={draft.statement}
          quote={source?.quote.exact ?? null}
          articleId={source?.articleId ?? null}
        />
      )}
    </form>
  );
}

function MoreSummary({ draft }: { draft: ClaimDraft }) {
  const filled = [draft.place, draft.tags, draft.note].filter((value) => value.trim()).length;
  return (
    <span className="inline-flex items-center gap-2">
      Place, tags, note {filled > 0 ? <Badge>{filled} filled</Badge> : null}
    </span>
  );
}

const LABELS: Record<Exclude<keyof ClaimDraft, "newOutlets">, string> = {
  statement: "Statement",
  attribution: "Attribution",
  reportedOn: "Reported on",
  occurredOn: "Happened on",
  place: "Place",
  reliability: "Reliability",
  credibility: "Credibility",
  confidence: "Confidence",
  tags: "Tags",
  note: "Note",
};

const shown = (value: string | string[]) => (Array.isArray(value) ? value.join(" > ") : value);

/** The fields in which one's own text and the row as it is now differ. */
function differing(mine: ClaimDraft, theirs: ClaimDraft) {
  return (Object.keys(LABELS) as (keyof typeof LABELS)[])
    .map((key) => ({ label: LABELS[key], mine: shown(mine[key]), theirs: shown(theirs[key]) }))
    .filter((field) => field.mine !== field.theirs);
}
