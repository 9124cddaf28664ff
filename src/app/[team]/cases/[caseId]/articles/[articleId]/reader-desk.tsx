"use client";

import { useRouter } from "next/navigation";
import { type ReactNode, useCallback, useRef, useState } from "react";
import { ArticleText } from "@/features/article/components/article-text";
import type { Article } from "@/features/article/schema";
import {
  findClaimsAction,
  findCounterpartsAction,
  restoreClaimAction,
  retractClaimAction,
} from "@/features/claim/actions";
import type { KnownOutlet } from "@/features/claim/components/attribution-field";
import { ClaimComposer } from "@/features/claim/components/claim-composer";
import { ClaimMarginCard } from "@/features/claim/components/claim-margin-card";
import { draftOfClaim } from "@/features/claim/rules/claim-draft";
import type { Claim } from "@/features/claim/schema";
import { withdrawJudgementAction } from "@/features/relation/actions";
import { AboutStrip } from "@/features/relation/components/about-strip";
import { type Candidate, RelatePanel } from "@/features/relation/components/relate-panel";
import { VERBS } from "@/features/relation/components/relation-words";
import type { Relation, RelationKind, RelationOfClaim } from "@/features/relation/schema";
import { attempt, sayFailure } from "@/ui/attempt";
import { Button } from "@/ui/button";
import { EmptyState } from "@/ui/empty-state";
import { useShortcuts } from "@/ui/keys/shortcuts";
import { MarginStack } from "@/ui/margin-stack";
import { toast } from "@/ui/toast";
import { RelationCards, RelationLine } from "./claim-relations";
import { usePinned } from "../../_desk/use-pinned";
import { proposeDraft } from "./propose-draft";
import { QuoteStripes } from "./quote-stripes";
import { type OpenComposer, useComposer } from "./use-composer";
import { useDesk } from "./use-desk";
import { useHighlights } from "./use-highlights";
import { usePlaces } from "./use-places";
import { useReading } from "./use-reading";
import { useWide } from "./use-wide";

export type ReaderDeskProps = {
  team: string;
  caseId: string;
  userId: string;
  canWrite: boolean;
  article: Article;
  claims: Claim[];
  relations: RelationOfClaim[];
  outlets: (KnownOutlet & { reliability: string | null })[];
  /** The claim that the address names. */
  at: number | null;
  /** Another article, read beside this one. */
  beside: ReactNode;
};

type Relating = { claim: Claim; kind: RelationKind };

/** The reader: the text, the claims at their quotes, the claim being written and the relation being recorded. */
export function ReaderDesk(props: ReaderDeskProps) {
  const { team, caseId, userId, canWrite, article, claims, relations, outlets, beside } = props;
  const base = `/${team}/cases/${caseId}`;
  const text = article.text ?? "";
  const router = useRouter();
  const root = useRef<HTMLDivElement>(null);
  const reading = useReading(root, { text, blocks: article.blocks, language: article.language });
  const desk = useDesk(root, article, claims, props.at);
  const composer = useComposer(article.id);
  const { pinned, pin } = usePinned(caseId);
  const [relating, setRelating] = useState<Relating | null>(null);
  const [about, setAbout] = useState<{ relation: Relation; from: string } | null>(null);
  const undo = useRef<(() => void) | null>(null);
  const wide = useWide();
  const places = usePlaces(root, desk.spans);
  const held = composer.open?.span ?? reading.held;
  const heldPlaces = usePlaces(root, useHeldSpan(held));

  useHighlights(root, {
    quote: desk.spans,
    "quote-held": held ? [held] : [],
    "quote-focus": desk.focusedSpan ? [desk.focusedSpan] : [],
    "quote-flash": desk.flashedSpan ? [desk.flashedSpan] : [],
  });

  const begin = () => {
    if (!reading.held) {
      toast.error("Nothing is selected", {
        detail: "Select the words, or walk to a sentence with j and k, then press c.",
      });
      return;
    }
    setRelating(null);
    composer.start({ claimId: null, ...proposeDraft({ article, span: reading.held }) });
  };
  const edit = (claim: Claim) => {
    const span = desk.spans.find((each) => each.id === claim.id) ?? null;
    const proposed = { attribution: null, occurredOn: null };
    composer.start({
      claimId: claim.id,
      span: span && { start: span.start, end: span.end },
      draft: draftOfClaim(claim, userId),
      proposed,
    });
  };
  const takeBack = (claim: Claim, label: string) => {
    undo.current = async () => {
      undo.current = null;
      const outcome = await attempt(() => retractClaimAction(team, { claimId: claim.id }));
      if (outcome.ok) toast.success(`${claim.claim} taken back`);
      else sayFailure(outcome);
    };
    toast.success(label, { undo: () => undo.current?.() });
  };
  const onSaved = (claim: Claim) => {
    const isNew = composer.open?.claimId === null;
    composer.saved();
    reading.hold(null);
    desk.saved(claim);
    if (isNew) takeBack(claim, `${claim.claim} saved`);
    else toast.success(`${claim.claim} changed`);
  };
  const retract = async (claim: Claim) => {
    const outcome = await attempt(() => retractClaimAction(team, { claimId: claim.id, version: claim.version }));
    if (!outcome.ok) return sayFailure(outcome);
    const back = () => void attempt(() => restoreClaimAction(team, { claimId: claim.id }));
    undo.current = back;
    toast.success(`${claim.claim} retracted`, { undo: back });
  };
  const onRecorded = (relation: Relation, other: Candidate) => {
    const from = relating?.claim;
    const kind = relating?.kind;
    setRelating(null);
    if (!from || !kind) return;
    if (kind === "contradicts") setAbout({ relation, from: from.id });
    else desk.refocus(from.id);
    const back = () => {
      setAbout(null);
      void attempt(() => withdrawJudgementAction(team, { relationId: relation.id }));
    };
    undo.current = back;
    toast.success(`${from.claim} ${kind} C-${other.number}`, { undo: back });
  };
  const find = useCallback(
    async (words: string) => {
      const outcome = await findClaimsAction(team, { caseId, words });
      return outcome.ok ? outcome.value : [];
    },
    [team, caseId],
  );
  const relatingId = relating?.claim.id;
  const suggest = useCallback(async () => {
    if (!relatingId) return [];
    const outcome = await findCounterpartsAction(team, { claimId: relatingId });
    return outcome.ok ? outcome.value : [];
  }, [team, relatingId]);

  const { focused } = desk;
  const canAct = canWrite && composer.open === null;
  useShortcuts([
    { keys: "j", label: "Next sentence", run: () => reading.walk(1, false), group: "Read" },
    { keys: "k", label: "Previous sentence", run: () => reading.walk(-1, false), group: "Read" },
    {
      keys: "shift+j",
      label: "Take the next sentence in",
      run: () => reading.walk(1, true),
      group: "Read",
      hidden: true,
    },
    {
      keys: "shift+k",
      label: "Take the previous sentence in",
      run: () => reading.walk(-1, true),
      group: "Read",
      hidden: true,
    },
    { keys: "]", label: "Next claim", run: () => desk.step(1), group: "Read" },
    { keys: "[", label: "Previous claim", run: () => desk.step(-1), group: "Read" },
    { keys: "c", label: "New claim", run: begin, group: "Claim", disabled: !canAct },
    {
      keys: "e",
      label: "Edit the claim",
      run: () => focused && edit(focused),
      group: "Claim",
      disabled: !canAct || !focused,
    },
    {
      keys: "shift+r",
      label: "Retract the claim",
      run: () => focused && retract(focused),
      group: "Claim",
      hidden: true,
      disabled: !canAct || !focused,
    },
    {
      keys: "p",
      label: "Pin the claim",
      run: () => focused && pin(pinnedOf(focused)),
      group: "Claim",
      disabled: !focused,
    },
    { keys: "o", label: "Other article", run: () => openOther(), group: "Read", disabled: !otherArticle() },
    {
      keys: "mod+z",
      label: "Undo",
      run: () => undo.current?.(),
      group: "Claim",
      hidden: true,
      disabled: composer.open !== null,
    },
    { keys: "escape", label: "Let go", run: letGo, group: "Read", hidden: true },
    ...VERBS.map(({ keys, kind, label }) => ({
      keys,
      label,
      group: "Relate",
      run: () => focused && setRelating({ claim: focused, kind }),
      disabled: !canAct || !focused,
    })),
  ]);

  function letGo() {
    if (beside) router.replace(`${base}/articles/${article.id}`, { scroll: false });
    reading.hold(null);
    setRelating(null);
    setAbout(null);
    desk.focus(null, { scroll: false });
  }
  function otherArticle() {
    const ids = relations.filter((relation) => relation.claimId === focused?.id);
    return ids.find((relation) => relation.counterpart.article && relation.counterpart.article.id !== article.id)
      ?.counterpart;
  }
  function openOther() {
    const other = otherArticle();
    if (!other?.article || !focused) return;
    router.replace(
      `${base}/articles/${article.id}?at=${focused.number}&beside=${other.article.id}&besideAt=${other.number}`,
      { scroll: false },
    );
  }

  const composing = composer.open ? (
    <ClaimComposer
      key={`${composer.open.claimId} ${composer.open.span?.start} ${composer.open.span?.end}`}
      team={team}
      caseId={caseId}
      userId={userId}
      source={sourceOf(article, composer.open)}
      claim={claims.find((claim) => claim.id === composer.open?.claimId) ?? null}
      draft={composer.open.draft}
      onDraft={composer.change}
      proposed={composer.open.proposed}
      outlets={outlets}
      inheritedReliability={inherited(composer.open, article, outlets)}
      onSaved={onSaved}
      onCancel={() => {
        composer.cancel();
        if (focused) desk.refocus(focused.id);
      }}
    />
  ) : null;

  const cardOf = (claim: Claim) => {
    const own = relations.filter((relation) => relation.claimId === claim.id);
    const isFocused = claim.id === focused?.id;
    return (
      <ClaimMarginCard
        claim={claim}
        href={`${base}/claims/${claim.number}`}
        focused={isFocused}
        onFocus={() => desk.focus(claim.id)}
        relations={isFocused ? null : <RelationLine relations={own} base={base} />}
      >
        {relating?.claim.id === claim.id ? (
          <RelatePanel
            key={relating.kind}
            team={team}
            caseId={caseId}
            claim={claim}
            kind={relating.kind}
            pinned={pinned}
            suggest={suggest}
            find={find}
            onRecorded={onRecorded}
            onCancel={() => {
              setRelating(null);
              desk.refocus(claim.id);
            }}
          />
        ) : null}
        {about?.from === claim.id ? (
          <AboutStrip
            team={team}
            relation={about.relation}
            from={about.from}
            onDone={() => {
              setAbout(null);
              desk.refocus(claim.id);
            }}
          />
        ) : null}
        <RelationCards relations={own} base={base} />
      </ClaimMarginCard>
    );
  };

  const placed = claims.filter((claim) => places.has(claim.id));
  const unplaced = claims.filter((claim) => !desk.spans.some((span) => span.id === claim.id));
  const cards = [
    ...placed
      .filter((claim) => claim.id !== composer.open?.claimId)
      .map((claim) => ({ id: claim.id, anchor: places.get(claim.id)?.top ?? 0, card: cardOf(claim) })),
    ...(composing && wide ? [{ id: "composer", anchor: heldPlaces.get("held")?.top ?? 0, card: composing }] : []),
  ].sort((a, b) => a.anchor - b.anchor);
  const heldTop = heldPlaces.get("held")?.bottom;

  return (
    <div className={beside ? "grid gap-6 xl:grid-cols-2" : ""}>
      <div className="grid gap-x-6 lg:grid-cols-[minmax(0,37rem)_minmax(18rem,26rem)]">
        <div className="relative ps-6" onPointerUp={(event) => onTextPointerUp(reading.onPointerUp(event))}>
          <QuoteStripes spans={desk.spans} places={places} focused={focused?.id ?? null} />
          <ArticleText
            ref={root}
            text={text}
            blocks={article.blocks}
            language={article.language}
            direction={article.direction}
          />
          {canWrite && reading.held && !composer.open && heldTop !== undefined ? (
            <span className="absolute start-6 z-10" style={{ top: heldTop + 4 }}>
              <Button size="sm" variant="primary" keys="c" onClick={begin}>
                New claim
              </Button>
            </span>
          ) : null}
        </div>
        <aside aria-label="Claims of this article" className="min-w-0 max-lg:mt-8">
          {claims.length === 0 && !composing ? <NoClaims canWrite={canWrite} /> : null}
          {wide ? (
            <MarginStack
              cards={cards}
              focused={composing ? "composer" : (focused?.id ?? null)}
              label="Claims, in reading order"
            />
          ) : (
            <ol aria-label="Claims, in reading order" className="flex flex-col gap-2">
              {placed.map((claim) => (
                <li key={claim.id}>{cardOf(claim)}</li>
              ))}
            </ol>
          )}
          {unplaced.length > 0 ? (
            <section aria-label="Claims without words in this version" className="mt-6">
              <h2 className="mb-2 font-medium text-ink-2 text-sm">Without words in this version</h2>
              <ol className="flex flex-col gap-2">
                {unplaced.map((claim) => (
                  <li key={claim.id}>{cardOf(claim)}</li>
                ))}
              </ol>
            </section>
          ) : null}
        </aside>
      </div>
      {beside}
      {composing && !wide ? (
        <div className="fixed inset-x-0 bottom-0 z-30 max-h-[70dvh] overflow-y-auto">{composing}</div>
      ) : null}
    </div>
  );

  function onTextPointerUp(offset: number | null) {
    const hit = offset === null ? undefined : desk.hit(offset)[0];
    if (hit) desk.focus(hit, { scroll: false });
  }
}

function NoClaims({ canWrite }: { canWrite: boolean }) {
  return (
    <EmptyState title="No claims entered from this article yet">
      {canWrite
        ? "Select the words of a claim, or walk to a sentence with j, and press c."
        : "An analyst of the team enters them."}
    </EmptyState>
  );
}

const useHeldSpan = (span: { start: number; end: number } | null) => {
  const [kept, setKept] = useState<{ id: string; start: number; end: number }[]>([]);
  const before = kept[0];
  if (span?.start !== before?.start || span?.end !== before?.end) setKept(span ? [{ id: "held", ...span }] : []);
  return kept;
};

const pinnedOf = (claim: Claim) => ({
  id: claim.id,
  number: claim.number,
  statement: claim.statement,
  outlet: claim.outlet?.name ?? null,
  quote: claim.quote?.exact ?? null,
  reportedOn: claim.reportedOn,
});

function sourceOf(article: Article, { span }: OpenComposer) {
  if (!span || article.text === null) return null;
  const { id: articleId, language, publishedOn } = article;
  return { articleId, language, publishedOn, quote: { ...span, exact: article.text.slice(span.start, span.end) } };
}

/** The grade that would stand by itself: that of the last outlet in the chain, else of the article's. */
function inherited({ draft }: OpenComposer, article: Article, outlets: ReaderDeskProps["outlets"]) {
  const names = [article.outlet.name, ...draft.attribution].reverse();
  for (const name of names) {
    const outlet = outlets.find((each) => each.name === name || each.aliases.includes(name));
    if (outlet) return outlet.reliability;
  }
  return null;
}
