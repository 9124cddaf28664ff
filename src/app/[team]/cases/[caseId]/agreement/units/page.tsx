import { UnitList } from "@/features/agreement/components/unit-list";
import { loadUnits } from "@/features/agreement/loaders";
import { NAMES } from "@/features/agreement/rules/tell-agreement";
import { ListUnits } from "@/features/agreement/schema";
import { canRule } from "@/features/relation/policy";
import { pageCtx } from "@/platform/auth/session";
import { EmptyState } from "@/ui/empty-state";
import { LinkButton } from "@/ui/link-button";
import { PageHeader } from "@/ui/page-header";
import { Pagination } from "@/ui/pagination";
import { unitsAddress } from "../units-address";

export const metadata = { title: "What was rated" };

type Props = {
  params: Promise<{ team: string; caseId: string }>;
  searchParams: Promise<Record<string, string | undefined>>;
};

export default async function UnitsPage({ params, searchParams }: Props) {
  const { team, caseId } = await params;
  const asked = await searchParams;
  // What cannot be read of an address is passed over, as everywhere: it leads to all relations.
  const list = ListUnits.safeParse({ limit: "50", ...asked }).data ?? ListUnits.parse({ of: "relations", limit: "50" });
  const [{ actor }, { items, nextCursor }] = await Promise.all([pageCtx(team), loadUnits(team, caseId, list)]);
  const base = `/${team}/cases/${caseId}`;
  const address = unitsAddress(`${base}/agreement`);
  const { of, kind, people, outlet, disagree } = list;
  const query = {
    of,
    ...(kind && { kind }),
    ...(people && { people: people.join() }),
    ...(outlet && { outlet }),
  };
  const title = disagree ? `${NAMES[of]}: where people differ` : `${NAMES[of]}: what was rated`;
  return (
    <div className="mx-auto max-w-page px-4 py-5 md:px-6">
      <PageHeader
        title={title}
        meta={[kind && `kind: ${kind}`, people && "of two people", outlet && "of one outlet"]
          .filter(Boolean)
          .join(", ")}
        actions={
          <>
            <LinkButton variant="ghost" href={disagree ? address(query) : address({ ...query, disagree: "true" })}>
              {disagree ? "All that was rated" : "Only where people differ"}
            </LinkButton>
            <LinkButton variant="ghost" href={`${base}/agreement`}>
              All numbers
            </LinkButton>
          </>
        }
      />
      {items.length === 0 ? (
        <EmptyState title={disagree ? "Nobody differs" : "Nothing was rated by two people"}>
          {disagree
            ? "Of what you may see, everybody said the same without knowing of each other."
            : "It takes two people who say something of the same thing before they see what the other says."}
        </EmptyState>
      ) : (
        <UnitList units={items} base={base} label={title} canSettle={canRule(actor)} />
      )}
      <Pagination
        previous={asked.cursor ? address({ ...query, ...(disagree && { disagree: "true" }) }) : null}
        next={nextCursor ? address({ ...query, ...(disagree && { disagree: "true" }), cursor: nextCursor }) : null}
      />
    </div>
  );
}
