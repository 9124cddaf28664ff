import type { Metadata } from "next";
import { Suspense } from "react";
import { loadCase } from "@/features/case/loaders";
import { parseClaimNumber } from "@/features/claim/rules/claim-number";
import { AsideList } from "@/features/conflict/components/aside-list";
import { CampColumn } from "@/features/conflict/components/camp-column";
import { ConflictTimeline } from "@/features/conflict/components/conflict-timeline";
import { InconsistencyNotes } from "@/features/conflict/components/inconsistency-notes";
import { OppositionList } from "@/features/conflict/components/opposition-list";
import { WalkByKeys } from "@/features/conflict/components/walk-by-keys";
import { loadConflict, loadConflictAsOf, loadNextToDecide } from "@/features/conflict/loaders";
import { differencesOfClaims } from "@/features/conflict/rules/differences-of-claim";
import { linksOfConflict } from "@/features/conflict/rules/links-of-conflict";
import { ConflictQuery } from "@/features/conflict/schema";
import { loadRelationsById } from "@/features/relation/loaders";
import { pageCtx } from "@/platform/auth/session";
import { ShortcutLink } from "@/ui/keys/shortcut-link";
import { CommentsOf } from "../../_desk/comments-of";
import { WarningsOf } from "../../_desk/warnings-of";
import { loadDeciders, WhoDecides } from "../../_desk/who-decides";
import { AsOfBar, NoConflictThen } from "./as-of-bar";
import { ConflictHeader } from "./conflict-header";
import { FindingSection } from "./finding-section";
import { OriginsOf } from "./origins-of";

type Props = {
  params: Promise<{ team: string; caseId: string; number: string }>;
  searchParams: Promise<{ asOf?: string | string[] }>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { team, caseId, number } = await params;
  const { key, finding } = await loadConflict(team, caseId, number);
  return { title: finding?.question ? `${finding.question} (C-${key})` : `Conflict C-${key}` };
}

export default async function ConflictPage({ params, searchParams }: Props) {
  const { team, caseId, number } = await params;
  const day = ConflictQuery.safeParse(await searchParams).data?.asOf ?? null;
  const conflict = day ? await loadConflictAsOf(team, caseId, number, day) : await loadConflict(team, caseId, number);
  if (!conflict) return <NoConflictThen number={number} day={day ?? ""} />;
  const { key, camps, oppositions } = conflict;
  const links = linksOfConflict(conflict);
  const [{ actor }, subject, people, next, relations] = await Promise.all([
    pageCtx(team),
    loadCase(team, caseId),
    loadDeciders(team),
    loadNextToDecide(team, caseId, key),
    loadRelationsById(
      team,
      links.map(({ id }) => id),
    ),
  ]);
  const reasons = new Map(relations.map((relation) => [relation.id, relation]));
  const asked = parseClaimNumber(number) ?? key;
  const base = `/${team}/cases/${caseId}`;
  const [first, ...others] = camps.flatMap(({ claims }) => claims.map(({ id }) => id));
  const marks = differencesOfClaims(
    camps.flatMap(({ claims }) => claims),
    links,
  );
  return (
    <div className="mx-auto flex max-w-page flex-col gap-7 px-4 py-5 md:px-6">
      <div>
        <ConflictHeader conflict={conflict}>
          {day ? null : (
            <>
              <WhoDecides team={team} caseId={caseId} conflict={conflict} people={people} actor={actor} />
              {next === null ? null : (
                <ShortcutLink
                  href={`${base}/conflicts/${next}`}
                  keys="]"
                  label="Next to decide"
                  size="sm"
                  variant="ghost"
                />
              )}
            </>
          )}
        </ConflictHeader>
        <AsOfBar day={day} />
        <InconsistencyNotes inconsistencies={conflict.inconsistencies} circular={conflict.circular} reasons={reasons} />
      </div>
      <WalkByKeys thing="quote">
        <div className="grid items-start gap-x-10 gap-y-8 md:grid-cols-2 xl:grid-cols-[repeat(auto-fit,minmax(22rem,1fr))]">
          {camps.map((camp) => (
            <CampColumn
              key={camp.letter}
              camp={camp}
              way={day ? undefined : `#origins-${camp.letter}`}
              base={base}
              asked={asked === key ? 0 : asked}
              links={links}
              marks={marks}
            />
          ))}
        </div>
      </WalkByKeys>
      {day ? null : <OriginsOf team={team} caseId={caseId} conflict={key} />}
      <ConflictTimeline camps={camps} />
      {oppositions.length > 0 ? (
        <section aria-labelledby="oppositions">
          <h2 id="oppositions" className="mb-2 border-rule border-b pb-1 font-semibold text-base">
            What they contradict each other on
          </h2>
          <OppositionList oppositions={oppositions} reasons={reasons} />
        </section>
      ) : null}
      <AsideList aside={conflict.aside} reasons={reasons} />
      {day ? null : (
        <WarningsOf
          team={team}
          caseId={caseId}
          claims={camps.flatMap(({ claims }) => claims.map((each) => each.number))}
        />
      )}
      <FindingSection team={team} subject={subject} conflict={conflict} actor={actor} />
      {day || !first ? null : (
        <Suspense fallback={null}>
          <CommentsOf team={team} caseId={caseId} type="conflict" ids={[first, ...others]} />
        </Suspense>
      )}
    </div>
  );
}
