"use client";

import { useRouter } from "next/navigation";
import { type ReactNode, type RefObject, useMemo, useRef } from "react";
import type { Span } from "@/anchoring/selectors";
import { ArticleText } from "@/features/article/components/article-text";
import type { Article } from "@/features/article/schema";
import type { Claim } from "@/features/claim/schema";
import type { RelationOfClaim } from "@/features/relation/schema";
import { Button } from "@/ui/button";
import { cn } from "@/ui/class-names";
import { ClaimForm } from "../../_desk/claim-form";
import type { GradedOutlet } from "../../_desk/known-outlets";
import { useClaimActs } from "../../_desk/use-claim-acts";
import { useRelating } from "../../_desk/use-relating";
import { useUndo } from "../../_desk/use-undo";
import { ClaimMargin } from "./claim-margin";
import { FindBar } from "./find-bar";
import { QuoteStripes } from "./quote-stripes";
import { otherArticle, sourceOf } from "./reader-rules";
import { useDesk } from "./use-desk";
import { useEntering } from "./use-entering";
import { useFind } from "./use-find";
import { useHighlights } from "./use-highlights";
import { type Place, usePlaces } from "./use-places";
import { useReaderKeys } from "./use-reader-keys";
import { useReading } from "./use-reading";
import { useRepeating } from "./use-repeating";
import { useWide } from "./use-wide";

type ReaderDeskProps = {
  team: string;
  caseId: string;
  userId: string;
  canWrite: boolean;
  article: Article;
  claims: Claim[];
  relations: RelationOfClaim[];
  outlets: GradedOutlet[];
  /** The claim that the address names. */
  at: number | null;
  /** Another article, read beside this one. */
  beside: ReactNode;
};

const ALONE = "lg:grid-cols-[minmax(0,calc(var(--reading-measure,36rem)+1.5rem))_minmax(18rem,26rem)]";
const BESIDE = `${ALONE} xl:grid-cols-[minmax(0,1fr)_15rem_minmax(0,1fr)]`;

/** The reader: the text, the claims at their quotes, the claim being written and the relation being recorded. */
export function ReaderDesk(props: ReaderDeskProps) {
  const { article, canWrite, beside } = props;
  const { root, reading, desk, finding, entering, relating, retract, goTo, goBeside } = useReader(props);
  const { open } = entering.composer;
  const { focused } = desk;
  const wide = useWide();
  const places = usePlaces(root, desk.spans);
  const held = open?.span ?? reading.held;
  const heldPlace = useHeldPlace(root, held);
  useHighlights(root, {
    quote: desk.spans,
    "quote-held": held ? [held] : [],
    "quote-focus": desk.focusedSpan ? [desk.focusedSpan] : [],
    "quote-flash": desk.flashedSpan ? [desk.flashedSpan] : [],
    "quote-match": finding.places,
    "quote-found": finding.place ? [finding.place] : [],
  });
  const other = otherArticle(props.relations, focused, article.id);
  useReaderKeys({
    canWrite,
    composing: open !== null,
    focused,
    walk: reading.walk,
    step: desk.step,
    find: finding.open ? null : finding.begin,
    begin: entering.begin,
    edit: entering.edit,
    retract,
    relating,
    openOther: other && focused ? () => goBeside(focused.number, other) : null,
    letGo: () => {
      if (beside) goTo("");
      reading.hold(null);
      relating.end();
      desk.focus(null, { scroll: false });
    },
  });
  const form = open ? (
    <ClaimForm
      {...props}
      editing={entering}
      source={sourceOf(article, open.span)}
      ownOutlet={article.outlet.name}
      onClosed={() => focused && desk.refocus(focused.id)}
    />
  ) : null;
  const onText = (offset: number | null) => {
    const hit = offset === null ? undefined : desk.hit(offset)[0];
    if (hit) desk.focus(hit, { scroll: false });
  };
  return (
    <div className={cn("grid items-start gap-x-6", beside ? BESIDE : ALONE)}>
      <div className="relative ps-6" onPointerUp={(event) => onText(reading.onPointerUp(event))}>
        <QuoteStripes spans={desk.spans} places={places} focused={focused?.id ?? null} />
        <ArticleText
          ref={root}
          text={article.text ?? ""}
          blocks={article.blocks}
          language={article.language}
          direction={article.direction}
        />
        {canWrite && reading.held && !open && heldPlace ? (
          <span className="absolute start-6 z-10" style={{ top: heldPlace.bottom + 4 }}>
            <Button size="sm" variant="primary" keys="c" onClick={entering.begin}>
              New claim
            </Button>
          </span>
        ) : null}
      </div>
      <ClaimMargin
        {...props}
        places={places}
        focused={focused}
        onFocus={desk.focus}
        relatingOf={relating.panelFor}
        composer={form ? { anchor: heldPlace?.top ?? 0, claimId: open?.claimId ?? null, form } : null}
        wide={wide}
      />
      {beside}
      {finding.open ? (
        <FindBar
          finding={finding}
          onHold={
            finding.place
              ? () => {
                  reading.hold(finding.place);
                  finding.end();
                }
              : null
          }
        />
      ) : null}
      {form && !wide ? <div className="fixed inset-x-0 bottom-0 z-30 max-h-[70dvh] overflow-y-auto">{form}</div> : null}
    </div>
  );
}

/** The parts of the reader's state, tied together. */
function useReader({ team, caseId, userId, article, claims, outlets, at }: ReaderDeskProps) {
  const router = useRouter();
  const root = useRef<HTMLDivElement>(null);
  const { text, blocks, language } = article;
  const reading = useReading(root, { text: text ?? "", blocks, language });
  const desk = useDesk(root, article, claims, at);
  const finding = useFind(root, text ?? "");
  const offerUndo = useUndo();
  const { retract } = useClaimActs(team, offerUndo);
  const relating = useRelating({ team, caseId, offerUndo, onDone: desk.refocus });
  const repeatOriginal = useRepeating(team, article, claims, offerUndo);
  const onSaved = (claim: Claim) => {
    reading.hold(null);
    desk.saved(claim);
    void repeatOriginal(claim);
  };
  const { spans } = desk;
  const entering = useEntering({ team, userId, article, outlets, spans, held: reading.held, offerUndo, onSaved });
  const goTo = (query: string) =>
    router.replace(`/${team}/cases/${caseId}/articles/${article.id}${query}`, { scroll: false });
  return {
    root,
    reading,
    desk,
    finding,
    entering,
    relating,
    retract,
    goTo,
    goBeside: (focused: number, other: { articleId: string; number: number }) =>
      goTo(`?at=${focused}&beside=${other.articleId}&besideAt=${other.number}`),
  };
}

function useHeldPlace(root: RefObject<HTMLElement | null>, held: Span | null): Place | null {
  const { start, end } = held ?? { start: 0, end: 0 };
  const spans = useMemo(() => (end > start ? [{ id: "held", start, end }] : []), [start, end]);
  return usePlaces(root, spans).get("held") ?? null;
}
