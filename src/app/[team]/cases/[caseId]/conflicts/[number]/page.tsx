import type { Metadata } from "next";
import { parseClaimNumber } from "@/features/claim/rules/claim-number";
import { Because } from "@/features/conflict/components/because";
import { CampColumn } from "@/features/conflict/components/camp-column";
import { InconsistencyNotes } from "@/features/conflict/components/inconsistency-notes";
import { LinkLine } from "@/features/conflict/components/link-line";
import { OppositionList } from "@/features/conflict/components/opposition-list";
import { WalkByKeys } from "@/features/conflict/components/walk-by-keys";
import { loadConflict } from "@/features/conflict/loaders";
import { countWords, listWords, originWords } from "@/features/conflict/rules/origin-words";
import type { Conflict } from "@/features/conflict/schema";
import { loadRelationsById } from "@/features/relation/loaders";
import { Badge } from "@/ui/badge";
import { PageHeader } from "@/ui/page-header";
import { RelationMark } from "@/ui/relation-mark";

type Props = { params: Promise<{ team: string; caseId: string; number: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { team, caseId, number } = await params;
  return { title: `Conflict C-${(await loadConflict(team, caseId, number)).key}` };
}

export default async function ConflictPage({ params }: Props) {
  const { team, caseId, number } = await params;
  const conflict = await loadConflict(team, caseId, number);
  const { key, camps, oppositions, aside } = conflict;
  const links = linksOf(conflict);
  const relations = await loadRelationsById(
    team,
    links.map(({ id }) => id),
  );
  const reasons = new Map(relations.map((relation) => [relation.id, relation]));
  const asked = parseClaimNumber(number) ?? key;
  return (
    <div className="mx-auto flex max-w-page flex-col gap-7 px-4 py-5 md:px-6">
      <div>
        <PageHeader
          title={
            <>
              Conflict <span className="font-mono">C-{key}</span>
            </>
          }
          meta={<Figures conflict={conflict} />}
        />
        <InconsistencyNotes inconsistencies={conflict.inconsistencies} circular={conflict.circular} reasons={reasons} />
      </div>
      <WalkByKeys thing="quote">
        <div className="grid items-start gap-x-10 gap-y-8 md:grid-cols-2 xl:grid-cols-[repeat(auto-fit,minmax(22rem,1fr))]">
          {camps.map((camp) => (
            <CampColumn
              key={camp.letter}
              camp={camp}
              base={`/${team}/cases/${caseId}`}
              asked={asked === key ? 0 : asked}
              links={links}
            />
          ))}
        </div>
      </WalkByKeys>
      {oppositions.length > 0 ? (
        <section aria-labelledby="oppositions">
          <h2 id="oppositions" className="mb-2 border-rule border-b pb-1 font-semibold text-base">
            What they contradict each other on
          </h2>
          <OppositionList oppositions={oppositions} reasons={reasons} />
        </section>
      ) : null}
      {aside.length > 0 ? (
        <section aria-labelledby="aside">
          <h2 id="aside" className="mb-1 border-rule border-b pb-1 font-semibold text-base">
            Related otherwise
          </h2>
          <p className="mb-2 text-ink-3 text-sm">These relations neither join claims to a camp nor oppose them.</p>
          <ul className="flex flex-col gap-2 text-sm">
            {aside.map((link) => (
              <li key={link.id}>
                <LinkLine link={link} />
                <Because relation={reasons.get(link.id)} />
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </div>
  );
}

function Figures({ conflict: { camps, about, reports, origins, inconsistent } }: { conflict: Conflict }) {
  const claims = camps.reduce((sum, camp) => sum + camp.claims.length, 0);
  return (
    <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <RelationMark kind="contradicts" word={about.length > 0 ? `on ${listWords(about)}` : "contradicts"} />
      <span>
        {countWords(claims, "claim")} in {countWords(camps.length, "camp")}, {countWords(reports, "report")},{" "}
        {originWords(origins)}
      </span>
      {inconsistent ? <Badge tone="caution">inconsistent</Badge> : null}
    </span>
  );
}

/** Every relation between claims of the conflict, once. */
function linksOf({ camps, oppositions, inconsistencies, aside }: Conflict) {
  const all = [
    ...oppositions.flatMap(({ contradictions }) => contradictions),
    ...inconsistencies.map(({ contradiction }) => contradiction),
    ...camps.flatMap(({ joins }) => joins),
    ...aside,
  ];
  return [...new Map(all.map((link) => [link.id, link])).values()];
}
