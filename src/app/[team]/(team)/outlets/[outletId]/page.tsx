import type { Metadata } from "next";
import { EditOutlet } from "@/features/outlet/components/edit-outlet";
import { GradeHistory } from "@/features/outlet/components/grade-history";
import { OutletFacts } from "@/features/outlet/components/outlet-facts";
import { loadOutlet } from "@/features/outlet/loaders";
import { canChangeOutlet, canGradeOutlet } from "@/features/outlet/policy";
import { pageCtx } from "@/platform/auth/session";
import { PageHeader } from "@/ui/page-header";
import { RelativeTime } from "@/ui/relative-time";
import { SourceText } from "@/ui/source-text";

type Props = { params: Promise<{ team: string; outletId: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { team, outletId } = await params;
  const { outlet } = await loadOutlet(team, outletId);
  return { title: outlet.name };
}

export default async function OutletPage({ params }: Props) {
  const { team, outletId } = await params;
  const [{ actor }, { outlet, grades }] = await Promise.all([pageCtx(team), loadOutlet(team, outletId)]);
  return (
    <div className="mx-auto max-w-page px-4 py-5 md:px-6">
      <PageHeader
        title={<SourceText lang={outlet.language}>{outlet.name}</SourceText>}
        meta={
          <>
            known since <RelativeTime at={outlet.createdAt} />
          </>
        }
      />
      <div className="grid gap-x-12 gap-y-8 lg:grid-cols-[minmax(0,40rem)_minmax(0,1fr)]">
        {canChangeOutlet(actor) ? (
          <EditOutlet key={outlet.id} team={team} outlet={outlet} gradesLocked={!canGradeOutlet(actor)} />
        ) : (
          <OutletFacts outlet={outlet} />
        )}
        <section aria-labelledby="grades">
          <h2 id="grades" className="mb-2 font-semibold text-base">
            How the grade came about
          </h2>
          <GradeHistory grades={grades} />
        </section>
      </div>
    </div>
  );
}
