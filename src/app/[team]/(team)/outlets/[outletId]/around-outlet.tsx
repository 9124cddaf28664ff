import type { ReactNode } from "react";
import { ActivityList } from "@/features/activity/components/activity-list";
import { loadOutletHistory } from "@/features/activity/loaders";
import { TrackRecordView } from "@/features/conflict/components/track-record";
import { loadTrackRecord } from "@/features/conflict/loaders";
import { type RecordChoice, recordQuery } from "@/features/conflict/rules/record-choice";
import { GradeHistory } from "@/features/outlet/components/grade-history";
import { MergedParts } from "@/features/outlet/components/merged-parts";
import { OutletLinks } from "@/features/outlet/components/outlet-links";
import { OutletWork } from "@/features/outlet/components/outlet-work";
import { loadAround, loadOutlet } from "@/features/outlet/loaders";
import { canGradeOutlet, canMergeOutlets } from "@/features/outlet/policy";
import { offerWaysBack } from "@/features/undo/components/ways-back";
import type { Actor } from "@/platform/actor";

type AroundOutletProps = { team: string; outletId: string; actor: Actor; choice: RecordChoice };

/** What stands beside the outlet's own fields. */
export async function AroundOutlet({ team, outletId, actor, choice }: AroundOutletProps) {
  const [{ carries, owner }, { uses, grades, merges, family }, record, history] = await Promise.all([
    loadOutlet(team, outletId),
    loadAround(team, outletId),
    loadTrackRecord(team, outletId),
    loadOutletHistory(team, outletId),
  ]);
  const hrefOf = (next: RecordChoice) => `/${team}/outlets/${outletId}${recordQuery(next)}#record`;
  return (
    <div className="flex min-w-0 flex-col gap-8">
      <Section id="work" title="Where it is named">
        <OutletWork team={team} outletId={outletId} uses={uses} />
      </Section>
      <Section id="grades" title="How the grade came about">
        <GradeHistory grades={grades} />
      </Section>
      {family.length > 0 ? (
        <Section id="family" title={`Of the same owner, ${owner}`}>
          <OutletLinks team={team} outlets={family} />
        </Section>
      ) : null}
      {carries.length > 0 ? (
        <Section id="carries" title="Passes on the texts of">
          <OutletLinks team={team} outlets={carries} />
        </Section>
      ) : null}
      {merges.length > 0 ? (
        <Section id="merged" title="Merged into it">
          <MergedParts team={team} parts={merges} undoes={canMergeOutlets(actor)} />
        </Section>
      ) : null}
      <Section id="record" title="Track record">
        <TrackRecordView team={team} record={record} choice={choice} hrefOf={hrefOf} grades={canGradeOutlet(actor)} />
      </Section>
      <Section id="history" title="History">
        <ActivityList
          label="History of the outlet"
          items={history}
          actionOf={offerWaysBack({ team, actor, items: history })}
        />
      </Section>
    </div>
  );
}

function Section({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className="mb-2 scroll-mt-20 font-semibold text-base">
        {title}
      </h2>
      {children}
    </section>
  );
}
