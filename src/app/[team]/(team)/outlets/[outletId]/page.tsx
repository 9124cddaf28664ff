import type { Metadata } from "next";
import Link from "next/link";
import { recordChoiceOf } from "@/features/conflict/rules/record-choice";
import { EditOutlet } from "@/features/outlet/components/edit-outlet";
import { OutletFacts } from "@/features/outlet/components/outlet-facts";
import { loadOutlet, loadOwners } from "@/features/outlet/loaders";
import { canChangeOutlet, canGradeOutlet } from "@/features/outlet/policy";
import { pageCtx } from "@/platform/auth/session";
import { PageHeader } from "@/ui/page-header";
import { RelativeTime } from "@/ui/relative-time";
import { SourceText } from "@/ui/source-text";
import { AroundOutlet } from "./around-outlet";
import { OutletActs } from "./outlet-acts";

type Props = {
  params: Promise<{ team: string; outletId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { team, outletId } = await params;
  return { title: (await loadOutlet(team, outletId)).name };
}

export default async function OutletPage({ params, searchParams }: Props) {
  const { team, outletId } = await params;
  const choice = recordChoiceOf(await searchParams);
  const [{ actor }, outlet, owners] = await Promise.all([pageCtx(team), loadOutlet(team, outletId), loadOwners(team)]);
  return (
    <div className="mx-auto max-w-page px-4 py-5 md:px-6">
      <PageHeader
        title={<SourceText lang={outlet.language}>{outlet.name}</SourceText>}
        meta={
          <>
            known since <RelativeTime at={outlet.createdAt} />
            {outlet.carriers.length > 0 ? <CarriedBy team={team} carriers={outlet.carriers} /> : null}
          </>
        }
        actions={<OutletActs team={team} outlet={outlet} actor={actor} />}
      />
      <div className="grid gap-x-12 gap-y-8 lg:grid-cols-[minmax(0,40rem)_minmax(0,1fr)]">
        {canChangeOutlet(actor) ? (
          <EditOutlet
            key={outlet.id}
            team={team}
            outlet={outlet}
            owners={owners}
            gradesLocked={!canGradeOutlet(actor)}
          />
        ) : (
          <OutletFacts outlet={outlet} />
        )}
        <AroundOutlet team={team} outletId={outlet.id} actor={actor} choice={choice} />
      </div>
    </div>
  );
}

function CarriedBy({ team, carriers }: { team: string; carriers: { id: string; name: string }[] }) {
  return (
    <>
      {", carried by "}
      {carriers.map(({ id, name }, index) => (
        <span key={id}>
          {index > 0 ? ", " : null}
          <Link href={`/${team}/outlets/${id}`} className="link">
            <SourceText>{name}</SourceText>
          </Link>
        </span>
      ))}
    </>
  );
}
