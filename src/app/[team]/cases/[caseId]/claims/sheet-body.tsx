"use client";

import { type ReactNode, type RefObject, useEffect, useState } from "react";
import { CREDIBILITY_WORDS } from "@/features/claim/rules/grade-wording";
import type { Claim } from "@/features/claim/schema";
import { RELIABILITY_WORDS } from "@/features/outlet/rules";
import { GoToRow } from "@/features/sheet/components/go-to-row";
import { SelectionBar } from "@/features/sheet/components/selection-bar";
import { SheetGrid } from "@/features/sheet/components/sheet-grid";
import type { Columns } from "@/features/sheet/components/use-columns";
import { useGrid } from "@/features/sheet/components/use-grid";
import type { Options } from "@/features/sheet/rules/cell-options";
import type { SheetView } from "@/features/sheet/schema";
import { cn } from "@/ui/class-names";
import { SkeletonText } from "@/ui/skeleton";
import { ClaimForm } from "../_desk/claim-form";
import { useClaimActs } from "../_desk/use-claim-acts";
import type { useEditing } from "../_desk/use-editing";
import { useRelating } from "../_desk/use-relating";
import type { OfferUndo } from "../_desk/use-undo";
import { useWide } from "../articles/[articleId]/use-wide";
import { ClaimAside } from "./claim-aside";
import type { SheetDeskProps } from "./sheet-props";
import { useClaim, useClaims } from "./use-claims";
import { useRelationsOf } from "./use-relations-of";
import { useSheetKeys } from "./use-sheet-keys";

type SheetBodyProps = SheetDeskProps & {
  columns: Columns;
  editing: ReturnType<typeof useEditing>;
  offerUndo: OfferUndo;
  /** Is told here how one gets to a claim that was just saved. */
  goTo: RefObject<(claim: Claim) => void>;
  hrefOf: (view: Partial<SheetView>) => string;
};

/** What the page's head and its filters leave of the window. */
const FILL = "max-h-[calc(100dvh-var(--shell-top)-var(--shell-bottom)-13.5rem)] min-h-48";

/** The rows of one view, and what stands beside them. */
export function SheetBody(props: SheetBodyProps) {
  const { team, caseId, view, hrefOf } = props;
  const { grid, opened, beside, toggle } = useSheet(props);
  const options = useCellOptions(props);
  if (grid.held.total === 0 && !beside) return props.empty;
  return (
    <div className={cn(beside && "gap-6 lg:grid lg:grid-cols-[minmax(0,1fr)_26rem]")}>
      <div className="min-w-0">
        {grid.held.total === 0 ? (
          props.empty
        ) : (
          <>
            <SheetGrid
              grid={grid}
              base={`/${team}/cases/${caseId}`}
              sort={view.sort}
              sortHref={(sort) => hrefOf({ sort, columns: grid.columns.wanted })}
              opened={opened}
              options={options}
              onToggle={toggle}
              className={FILL}
            />
            <div className="flex min-h-11 flex-wrap items-center justify-between gap-x-6 gap-y-1 py-1.5">
              <GoToRow grid={grid} />
              <SelectionBar grid={grid} options={options} />
            </div>
          </>
        )}
      </div>
      {beside}
    </div>
  );
}

/** The parts of the sheet's state, tied together, and its keys. */
function useSheet(props: SheetBodyProps) {
  const { team, caseId, canWrite, editing, offerUndo, goTo } = props;
  const base = `/${team}/cases/${caseId}`;
  const grid = useGrid(props);
  const [open, setOpen] = useState(false);
  const claims = useClaims(team);
  const row = grid.active;
  const edition = `${row?.version} ${grid.held.edition}`;
  const isWriting = canWrite && editing.composer.open !== null;
  const claim = useClaim(claims, open && row ? row.id : null, edition);
  const relating = useRelating({ team, caseId, offerUndo, onDone: () => grid.focus() });
  const claimActs = useClaimActs(team, offerUndo);
  const close = () => {
    relating.end();
    if (open) setOpen(false);
    else if (grid.cursor.active) grid.moveTo({ line: grid.cursor.active.line, column: 0 });
    grid.focus();
  };
  const toggle = () => {
    relating.end();
    setOpen(!open);
    grid.focus();
  };
  useEffect(() => {
    goTo.current = async ({ id }) => {
      setOpen(true);
      await grid.goToSaved(id);
    };
  });
  useSheetKeys({
    base,
    acts: canWrite && !isWriting,
    grid,
    isOpen: open,
    toggle,
    close,
    begin: editing.begin,
    withClaim: (act) => row && void claims.withClaim(row.id, edition, act),
    edit: editing.edit,
    claimActs,
    relating: {
      pinClaim: relating.pinClaim,
      begin: (claim, kind) => {
        setOpen(true);
        relating.begin(claim, kind);
      },
    },
  });
  const edited = useClaim(claims, editing.composer.open?.claimId ?? null, String(grid.held.edition));
  const form = isWriting ? (
    <ClaimForm {...props} claims={edited ? [edited] : []} editing={editing} onClosed={() => grid.focus()} />
  ) : null;
  const relations = useRelationsOf(team, isWriting ? null : claim);
  const aside =
    open && row && !isWriting ? (
      claim ? (
        <ClaimAside
          key={claim.id}
          claim={claim}
          relations={relations}
          base={base}
          relating={relating.panelFor(claim)}
          onClose={close}
        />
      ) : (
        <SkeletonText lines={6} label={`Loading C-${row.number}`} />
      )
    ) : null;
  return { grid, opened: open && row && !isWriting ? row.id : null, toggle, beside: useBeside(form ?? aside) };
}

/** What stands beside the rows: the claim being written, else the row's claim in full. On a phone it lies over them. */
function useBeside(content: ReactNode): ReactNode {
  const wide = useWide();
  if (!content) return null;
  return (
    <div
      className={
        wide
          ? "sticky top-(--shell-top) max-h-[calc(100dvh-var(--shell-top)-var(--shell-bottom))] self-start overflow-y-auto pb-4"
          : "fixed inset-x-0 bottom-0 z-30 max-h-[70dvh] overflow-y-auto bg-paper shadow-float"
      }
    >
      {content}
    </div>
  );
}

const plain = (...values: string[]) => values.map((value) => ({ value, label: value }));
const graded = (words: Record<string, string>) =>
  Object.entries(words).map(([value, word]) => ({ value, label: `${value} ${word}` }));

/** What cells may say, where that is known. */
function useCellOptions({ outlets }: SheetDeskProps): Partial<Record<string, Options>> {
  return {
    reliability: { values: graded(RELIABILITY_WORDS), closed: true },
    credibility: { values: graded(CREDIBILITY_WORDS), closed: true },
    confidence: { values: plain("low", "moderate", "high"), closed: true },
    status: { values: plain("draft", "reviewed", "retracted"), closed: true },
    outlet: { values: outlets.map(({ name }) => ({ value: name, label: name })), closed: false },
  };
}
