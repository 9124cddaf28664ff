"use client";

import { usePathname, useRouter } from "next/navigation";
import { useMemo, useOptimistic, useRef, useTransition } from "react";
import { FilterBar } from "@/features/claim/components/filter-bar";
import { type FilterNames, toggled, without, withValue } from "@/features/claim/rules/sheet-address";
import type { Claim, ClaimFilter } from "@/features/claim/schema";
import { ColumnChooser } from "@/features/sheet/components/column-chooser";
import { GroupMenu } from "@/features/sheet/components/group-menu";
import { useColumns } from "@/features/sheet/components/use-columns";
import { ViewMenu } from "@/features/sheet/components/view-menu";
import { canChangeView, canShareView } from "@/features/sheet/policy";
import { viewAddress, viewParams } from "@/features/sheet/rules/view-address";
import type { SheetView } from "@/features/sheet/schema";
import { Button } from "@/ui/button";
import { cn } from "@/ui/class-names";
import { PageHeader } from "@/ui/page-header";
import { useEditing } from "../_desk/use-editing";
import { useUndo } from "../_desk/use-undo";
import { articlesOf } from "./load-articles";
import { SheetBody } from "./sheet-body";
import type { SheetDeskProps } from "./sheet-props";

/** The claim sheet: filters, rows, the row's claim in full, the claim being written and the relation being recorded. */
export function SheetDesk(props: SheetDeskProps) {
  const { team, caseId, userId, canWrite, view } = props;
  const columns = useColumns({ team, caseId }, view, canWrite);
  const shown = { ...view, columns: columns.wanted };
  const address = useAddress(shown, props.viewId);
  const { filter } = address;
  const offerUndo = useUndo({ alone: true });
  // The rows are another part of the page for each view; they say how to get to a claim that was just saved.
  const goTo = useRef<(claim: Claim) => void>(() => {});
  const onSaved = (claim: Claim) => goTo.current(claim);
  const editing = useEditing({ team, userId, place: `sheet.${caseId}`, offerUndo, onSaved });
  return (
    <div className="px-4 py-5 md:px-6">
      <PageHeader
        title="Claim sheet"
        meta={props.meta}
        actions={
          <>
            <div className="contents">{props.actions}</div>
            {canWrite ? (
              <Button variant="primary" keys="c" onClick={editing.begin}>
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
        before={
          <ViewMenu
            team={team}
            caseId={caseId}
            views={props.views}
            view={shown}
            viewId={props.viewId}
            mayShare={canShareView(props.actor)}
            mayChange={(saved) => canChangeView(props.actor, saved)}
            onGo={address.go}
          />
        }
        after={
          <>
            <GroupMenu group={view.group} onGroup={(group) => address.go(address.searchOf({ group }))} />
            <ColumnChooser team={team} caseId={caseId} columns={columns} />
          </>
        }
      />
      <div className={cn("transition-opacity", address.pending && "opacity-60")} aria-busy={address.pending}>
        <SheetBody
          key={viewParams({ ...view, columns: [] }).toString()}
          {...props}
          columns={columns}
          editing={editing}
          offerUndo={offerUndo}
          goTo={goTo}
          hrefOf={address.hrefOf}
        />
      </div>
    </div>
  );
}

/** Filters and order live in the address: they can be shared, and the browser's Back takes them back. */
function useAddress(view: SheetView, viewId: string | null) {
  const router = useRouter();
  const pathname = usePathname();
  const [pending, startTransition] = useTransition();
  // What was chosen shows at once, and the next choice adds to it; the rows follow.
  const [filter, choose] = useOptimistic(view.filter);
  const searchOf = (next: Partial<SheetView>) => viewAddress({ ...view, ...next }, viewId);
  const at = (search: string) => (search ? `${pathname}?${search}` : pathname);
  return {
    filter,
    pending,
    searchOf,
    hrefOf: (next: Partial<SheetView>) => at(searchOf(next)),
    go: (search: string) => startTransition(() => router.push(at(search), { scroll: false })),
    narrow: (next: ClaimFilter) =>
      startTransition(() => {
        choose(next);
        router.push(at(searchOf({ filter: next })), { scroll: false });
      }),
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
