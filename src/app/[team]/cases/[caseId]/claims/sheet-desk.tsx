"use client";

import { usePathname, useRouter } from "next/navigation";
import { type ReactNode, useMemo, useOptimistic, useTransition } from "react";
import { ClaimTable } from "@/features/claim/components/claim-table";
import { FilterBar } from "@/features/claim/components/filter-bar";
import { type FilterNames, filterParams, toggled, without, withValue } from "@/features/claim/rules/sheet-address";
import type { Claim, ClaimFilter, ClaimSort } from "@/features/claim/schema";
import { Button } from "@/ui/button";
import { cn } from "@/ui/class-names";
import { PageHeader } from "@/ui/page-header";
import { ClaimForm } from "../_desk/claim-form";
import type { GradedOutlet } from "../_desk/known-outlets";
import { useClaimActs } from "../_desk/use-claim-acts";
import { useEditing } from "../_desk/use-editing";
import { useRelating } from "../_desk/use-relating";
import { useUndo } from "../_desk/use-undo";
import { useWide } from "../articles/[articleId]/use-wide";
import { ClaimAside } from "./claim-aside";
import { articlesOf } from "./load-articles";
import { useRelationsOf } from "./use-relations-of";
import { useRows } from "./use-rows";
import { useSheetKeys } from "./use-sheet-keys";

type SheetDeskProps = {
  team: string;
  caseId: string;
  userId: string;
  canWrite: boolean;
  claims: Claim[];
  filter: ClaimFilter;
  sort: ClaimSort;
  /** Titles of the articles that the filter names. */
  articles: { id: string; title: string }[];
  tags: { tag: string; claims: number }[];
  people: { id: string; name: string }[];
  outlets: GradedOutlet[];
  /** How many claims are shown. */
  meta: ReactNode;
  /** Ways out of the sheet: export, import. */
  actions: ReactNode;
  /** Said where there is no claim to show. */
  empty: ReactNode;
  /** The ways to the pages before and after. */
  pages: ReactNode;
};

/** The claim sheet: filters, rows, the row's claim in full, the claim being written and the relation being recorded. */
export function SheetDesk(props: SheetDeskProps) {
  const { canWrite, claims } = props;
  const address = useAddress(props.filter, props.sort);
  const { filter } = address;
  const sheet = useSheet(props);
  const beside = useBeside(props, sheet);
  return (
    <div className="px-4 py-5 md:px-6">
      <PageHeader
        title="Claim sheet"
        meta={props.meta}
        actions={
          <>
            <div className="contents">{props.actions}</div>
            {canWrite ? (
              <Button variant="primary" keys="c" onClick={sheet.editing.begin}>
                New claim
              </Button>
            ) : null}
          </>
        }
      />
      <FilterBar
        filter={filter}
        names={useNames(props)}
        options={useOptions(props)}
        onToggle={(field, value) => address.narrow(toggled(filter, field, value))}
        onValue={(field, value) => address.narrow(withValue(filter, field, value))}
        onRemove={(field) => address.narrow(without(filter, field))}
        onClear={() => address.narrow({})}
      />
      <div className={cn(beside && "gap-6 lg:grid lg:grid-cols-[minmax(0,1fr)_26rem]")}>
        <div className="min-w-0">
          {claims.length === 0 ? props.empty : <Rows {...props} sheet={sheet} address={address} />}
          <div>{props.pages}</div>
        </div>
        {beside}
      </div>
    </div>
  );
}

type Sheet = ReturnType<typeof useSheet>;
type Address = ReturnType<typeof useAddress>;

function Rows({ team, caseId, claims, sort, sheet, address }: SheetDeskProps & { sheet: Sheet; address: Address }) {
  const { rows, relating, opened } = sheet;
  return (
    <div className={cn("transition-opacity", address.pending && "opacity-60")} aria-busy={address.pending}>
      <ClaimTable
        claims={claims}
        base={`/${team}/cases/${caseId}`}
        sort={sort}
        sortHref={address.sorted}
        focused={rows.focusedId}
        opened={opened?.id ?? null}
        onFocus={(id) => {
          // A relation begun on one row does not wait there for the next visit.
          if (id !== rows.focusedId) relating.end();
          rows.setFocused(id);
        }}
        onToggle={rows.toggle}
        tableRef={rows.table}
      />
    </div>
  );
}

/** What stands beside the rows: the claim being written, else the row's claim in full. On a phone it lies over them. */
function useBeside(props: SheetDeskProps, { rows, relating, editing, isWriting, opened }: Sheet): ReactNode {
  const relations = useRelationsOf(props.team, opened);
  const wide = useWide();
  if (!isWriting && !opened) return null;
  return (
    <div
      className={
        wide
          ? "sticky top-(--shell-top) max-h-[calc(100dvh-var(--shell-top)-var(--shell-bottom))] self-start overflow-y-auto pb-4"
          : "fixed inset-x-0 bottom-0 z-30 max-h-[70dvh] overflow-y-auto bg-paper shadow-float"
      }
    >
      {opened ? (
        <ClaimAside
          key={opened.id}
          claim={opened}
          relations={relations}
          base={`/${props.team}/cases/${props.caseId}`}
          relating={relating.panelFor(opened)}
          onClose={() => {
            relating.end();
            rows.close();
          }}
        />
      ) : (
        <ClaimForm {...props} editing={editing} onClosed={() => rows.focusRow(rows.focusedId ?? undefined)} />
      )}
    </div>
  );
}

/** The parts of the sheet's state, tied together, and its keys. */
function useSheet({ team, caseId, userId, canWrite, claims }: SheetDeskProps) {
  const rows = useRows(claims);
  const offerUndo = useUndo();
  const claimActs = useClaimActs(team, offerUndo);
  const relating = useRelating({ team, caseId, offerUndo, onDone: rows.focusRow });
  const onSaved = (claim: Claim) => rows.show(claim.id);
  const editing = useEditing({ team, userId, place: `sheet.${caseId}`, offerUndo, onSaved });
  const { open } = editing.composer;
  // A draft of a claim on another page of the sheet waits there.
  const isHere = open !== null && (open.claimId === null || claims.some(({ id }) => id === open.claimId));
  const isWriting = canWrite && isHere;
  useSheetKeys({
    base: `/${team}/cases/${caseId}`,
    acts: canWrite && !isWriting,
    rows,
    begin: editing.begin,
    edit: editing.edit,
    claimActs,
    relating: {
      pin: relating.pin,
      begin: (claim, kind) => {
        rows.show(claim.id);
        relating.begin(claim, kind);
      },
    },
  });
  return { rows, relating, editing, isWriting, opened: isWriting ? null : rows.opened };
}

/** Filters and order live in the address: they can be shared, and the browser's Back takes them back. */
function useAddress(inForce: ClaimFilter, sort: ClaimSort) {
  const router = useRouter();
  const pathname = usePathname();
  const [pending, startTransition] = useTransition();
  // What was chosen shows at once, and the next choice adds to it; the rows follow.
  const [filter, choose] = useOptimistic(inForce);
  const of = (next: ClaimFilter, order: ClaimSort) => {
    const params = filterParams(next, order);
    return params.size > 0 ? `${pathname}?${params}` : pathname;
  };
  return {
    filter,
    pending,
    narrow: (next: ClaimFilter) =>
      startTransition(() => {
        choose(next);
        router.push(of(next, sort), { scroll: false });
      }),
    sorted: (order: ClaimSort) => of(inForce, order),
  };
}

function useNames({ outlets, articles, people }: SheetDeskProps): FilterNames {
  return useMemo(
    () => ({
      outlets: new Map(outlets.map(({ id, name }) => [id, name])),
      articles: new Map(articles.map(({ id, title }) => [id, title])),
      people: new Map(people.map(({ id, name }) => [id, name])),
    }),
    [outlets, articles, people],
  );
}

function useOptions({ team, caseId, outlets, tags, people }: SheetDeskProps) {
  return useMemo(
    () => ({
      outlets: outlets.map(({ id, name, aliases }) => ({
        value: id,
        label: name,
        aliases,
        ...(aliases.length > 0 && { detail: aliases.join(", ") }),
      })),
      tags: tags.map(({ tag, claims }) => ({ value: tag, label: tag, detail: String(claims) })),
      people: people.map(({ id, name }) => ({ value: id, label: name })),
      loadArticles: articlesOf(team, caseId),
    }),
    [team, caseId, outlets, tags, people],
  );
}
