import type { Case } from "@/features/case/schema";
import { EarlierFindings } from "@/features/conflict/components/earlier-findings";
import { FindingDesk } from "@/features/conflict/components/finding-desk";
import { FindingView } from "@/features/conflict/components/finding-view";
import { StaleChanges } from "@/features/conflict/components/stale-changes";
import { canSignFinding, canWriteFinding } from "@/features/conflict/policy";
import { proposedQuestion } from "@/features/conflict/rules/proposed-question";
import type { Conflict, FindingRecord } from "@/features/conflict/schema";
import type { Actor } from "@/platform/actor";

type FindingSectionProps = { team: string; subject: Case; conflict: Conflict; actor: Actor };

/** What the team concludes: what is written, what has changed since, what can be done about it, and what was before. */
export function FindingSection({ team, subject, conflict, actor }: FindingSectionProps) {
  const { key, camps, findings } = conflict;
  const base = `/${team}/cases/${subject.id}`;
  const here = camps.flatMap(({ claims }) => claims.map(({ number }) => number));
  const unsigned = findings.find(({ status }) => status === "draft" || status === "proposed") ?? null;
  const signed = findings.find(({ status }) => status === "signed") ?? null;
  const leads = canSignFinding(actor);
  const present = [unsigned, signed].filter((each) => each !== null);
  const shown = present.map((finding) => <Current key={finding.id} finding={finding} base={base} here={here} />);
  return (
    <section id="finding" aria-labelledby="finding-title" className="scroll-mt-16">
      <h2 id="finding-title" className="mb-3 border-rule border-b pb-1 font-semibold text-base">
        Finding
      </h2>
      {canWriteFinding(actor) && conflict.asOf === null ? (
        <FindingDesk
          team={team}
          caseId={subject.id}
          number={key}
          camps={camps.map(({ letter }) => letter)}
          proposedQuestion={proposedQuestion(camps)}
          unsigned={unsigned && withoutBasis(unsigned)}
          signed={signed && withoutBasis(signed)}
          userId={actor.userId}
          signs={leads ? (subject.secondSignature ? "others" : "all") : "none"}
          leads={leads}
          changed={present[0] ? <StaleChanges changes={present[0].changes} id={`${present[0].id}-now`} /> : null}
        >
          {shown.length > 0 ? shown : <Nothing blind={subject.blind} asOf={null} />}
        </FindingDesk>
      ) : shown.length > 0 ? (
        <div className="flex flex-col gap-6">{shown}</div>
      ) : (
        <Nothing blind={subject.blind} asOf={conflict.asOf} />
      )}
      <EarlierFindings findings={findings.filter(({ status }) => status === "superseded")} base={base} here={here} />
    </section>
  );
}

const withoutBasis = ({ basis: _, ...finding }: FindingRecord) => finding;

function Current({ finding, base, here }: { finding: FindingRecord; base: string; here: number[] }) {
  return (
    <div className="flex flex-col gap-3">
      <StaleChanges changes={finding.changes} id={finding.id} />
      <FindingView finding={finding} base={base} here={here} />
    </div>
  );
}

function Nothing({ blind, asOf }: { blind: boolean; asOf: string | null }) {
  if (asOf) return <p className="text-ink-2 text-sm">Nothing was concluded by then.</p>;
  return (
    <p className="text-ink-2 text-sm">
      {blind
        ? "Nothing is concluded yet, or not yet for you: in a blind case a finding shows to those who have judged every pair of the conflict."
        : "Nothing is concluded yet. A finding answers which camp holds, or why none can be preferred, and says why."}
    </p>
  );
}
