import type { ReactNode } from "react";
import { WalkByKeys } from "@/features/conflict/components/walk-by-keys";
import { loadWarnings } from "@/features/conflict/loaders";
import { canDismissWarning } from "@/features/conflict/policy";
import { ADVICE, LESSONS, TITLES } from "@/features/conflict/rules/warning-lessons";
import { type Warning, WarningKind } from "@/features/conflict/schema";
import { pageCtx } from "@/platform/auth/session";
import { EmptyState } from "@/ui/empty-state";
import { LinkButton } from "@/ui/link-button";
import { PageHeader } from "@/ui/page-header";
import { Pagination } from "@/ui/pagination";
import { WarningList } from "../_desk/warning-list";

export const metadata = { title: "Warnings" };

type Props = {
  params: Promise<{ team: string; caseId: string }>;
  searchParams: Promise<{ kind?: string; dismissed?: string; cursor?: string }>;
};

/** Of each kind on the page of all. */
const FIRST = 10;

export default async function WarningsPage({ params, searchParams }: Props) {
  const { team, caseId } = await params;
  const asked = await searchParams;
  const only = WarningKind.safeParse(asked.kind).data;
  const dismissed = asked.dismissed === "true";
  const { actor } = await pageCtx(team);
  const lists = await Promise.all(
    (only ? [only] : WarningKind.options).map(async (kind) => ({
      kind,
      ...(await loadWarnings(team, caseId, {
        kind,
        dismissed,
        ...(only ? { limit: 50, ...(asked.cursor && { cursor: asked.cursor }) } : { limit: FIRST }),
      })),
    })),
  );
  const shown = lists.filter(({ items }) => items.length > 0);
  const here = `/${team}/cases/${caseId}/warnings`;
  const address = (query: Record<string, string>) => {
    const words = new URLSearchParams({ ...(dismissed && { dismissed: "true" }), ...query }).toString();
    return words ? `${here}?${words}` : here;
  };
  const own = { team, caseId, userId: actor.userId, writes: canDismissWarning(actor) };
  return (
    <div className="mx-auto max-w-page px-4 py-5 md:px-6">
      <PageHeader
        title={dismissed ? "Dismissed warnings" : "Warnings"}
        meta={
          dismissed
            ? "Let be, for a reason. Each comes back by itself when what it rests on changes."
            : "What deserves a second look, and why. Nothing here stands in anybody’s way."
        }
        actions={<Ways dismissed={dismissed} only={only !== undefined} here={here} />}
      />
      {shown.length === 0 ? <Nothing dismissed={dismissed} /> : null}
      <WalkByKeys thing="warning">
        <div className="flex flex-col gap-9">
          {shown.map(({ kind, items, nextCursor }) => (
            <Kind key={kind} kind={kind} warnings={items} {...own}>
              {only ? (
                <Pagination
                  previous={asked.cursor ? address({ kind }) : null}
                  next={nextCursor ? address({ kind, cursor: nextCursor }) : null}
                />
              ) : nextCursor ? (
                <LinkButton size="sm" className="mt-2" href={address({ kind })}>
                  All of these
                </LinkButton>
              ) : null}
            </Kind>
          ))}
        </div>
      </WalkByKeys>
    </div>
  );
}

function Ways({ dismissed, only, here }: { dismissed: boolean; only: boolean; here: string }) {
  return (
    <>
      {only || dismissed ? (
        <LinkButton variant="ghost" href={here}>
          All in force
        </LinkButton>
      ) : null}
      {dismissed ? null : (
        <LinkButton variant="ghost" href={`${here}?dismissed=true`}>
          Dismissed
        </LinkButton>
      )}
    </>
  );
}

type KindProps = {
  team: string;
  caseId: string;
  userId: string;
  writes: boolean;
  kind: WarningKind;
  warnings: Warning[];
  children: ReactNode;
};

/** The warnings of a kind under what they teach. */
function Kind({ kind, children, ...list }: KindProps) {
  return (
    <section aria-labelledby={kind}>
      <h2 id={kind} className="font-semibold font-serif text-xl">
        {TITLES[kind]}
      </h2>
      <p className="mt-1 max-w-reading text-sm">{LESSONS[kind]}</p>
      <p className="mt-1 mb-3 max-w-reading text-ink-2 text-sm">{ADVICE[kind]}</p>
      <WarningList {...list} label={TITLES[kind]} known={null} />
      {children}
    </section>
  );
}

function Nothing({ dismissed }: { dismissed: boolean }) {
  return dismissed ? (
    <EmptyState title="Nothing is dismissed">
      A warning that was looked at and let be stands here with the reason, for as long as it would still warn.
    </EmptyState>
  ) : (
    <EmptyState title="Nothing to warn of">
      Here it says when a claim is called confirmed without independent origins, when grades lie far apart, when a
      contradiction may be an update, when one owner or one source stands behind several reports.
    </EmptyState>
  );
}
