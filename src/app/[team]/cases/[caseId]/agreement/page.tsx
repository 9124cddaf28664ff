import type { ReactNode } from "react";
import { AgreementFigures } from "@/features/agreement/components/agreement-figures";
import { AgreementTable } from "@/features/agreement/components/agreement-table";
import { loadAgreement, loadBreakdown } from "@/features/agreement/loaders";
import { NAMES } from "@/features/agreement/rules/tell-agreement";
import { Compared } from "@/features/agreement/schema";
import { loadCase } from "@/features/case/loaders";
import { Disclosure } from "@/ui/disclosure";
import { EmptyState } from "@/ui/empty-state";
import { LinkButton } from "@/ui/link-button";
import { PageHeader } from "@/ui/page-header";
import { unitsAddress } from "./units-address";

export const metadata = { title: "Agreement" };

type Props = { params: Promise<{ team: string; caseId: string }> };

export default async function AgreementPage({ params }: Props) {
  const { team, caseId } = await params;
  const [agreement, { kinds, people, outlets }, { blind }] = await Promise.all([
    loadAgreement(team, caseId, {}),
    loadBreakdown(team, caseId),
    loadCase(team, caseId),
  ]);
  const units = unitsAddress(`/${team}/cases/${caseId}/agreement`);
  const nothing = Compared.options.every((of) => agreement[of].n === 0);
  return (
    <div className="mx-auto max-w-page px-4 py-5 md:px-6">
      <PageHeader
        title="Agreement"
        meta="How far people say the same of the same thing, before they know what the others say."
        actions={
          <>
            <LinkButton variant="ghost" href={`/${team}/cases/${caseId}/rounds`}>
              Blind rounds
            </LinkButton>
            {nothing ? null : (
              <LinkButton href={units({ of: "relations", disagree: "true" })}>Where people differ</LinkButton>
            )}
          </>
        }
      />
      {agreement.withheld > 0 ? (
        <p className="mb-4 text-ink-2 text-sm">
          {agreement.withheld === 1 ? "One pair or claim is" : `${agreement.withheld} pairs and claims are`} not counted
          here: in a blind case the numbers rest on what you have judged yourself.
        </p>
      ) : null}
      {nothing ? (
        <NothingYet blind={blind} />
      ) : (
        <div className="flex flex-col gap-9">
          <div className="grid gap-x-10 gap-y-8 lg:grid-cols-2">
            {Compared.options.map((of) => (
              <AgreementFigures key={of} of={of} agreement={agreement[of]} href={units({ of })} />
            ))}
          </div>
          <Part title="By kind of relation" hint="Each kind against all the others: is it this one, or not?">
            <AgreementTable
              caption="Agreement by kind of relation"
              heads={["Kind"]}
              rows={kinds.map(({ kind, agreement }) => ({
                key: kind,
                cells: [kind],
                agreement,
                href: units({ of: "relations", kind }),
              }))}
            />
          </Part>
          <Part title="By two people">
            <AgreementTable
              caption="Agreement of two people"
              heads={["People", "On"]}
              rows={people.map(({ a, b, of, agreement }) => ({
                key: `${NAMES[of]}: ${a.name} and ${b.name}`,
                cells: [
                  <span key="people">
                    <bdi>{a.name}</bdi> and <bdi>{b.name}</bdi>
                  </span>,
                  NAMES[of],
                ],
                agreement,
                href: units({ of, people: `${a.id},${b.id}` }),
              }))}
            />
          </Part>
          <Part title="By outlet" hint="Of claims of this outlet, and of pairs in which it has one.">
            <AgreementTable
              caption="Agreement by outlet"
              heads={["Outlet", "On"]}
              rows={outlets.map(({ outlet, of, agreement }) => ({
                key: `${NAMES[of]}: ${outlet.name}`,
                cells: [<bdi key="outlet">{outlet.name}</bdi>, NAMES[of]],
                agreement,
                href: units({ of, outlet: outlet.id }),
              }))}
            />
          </Part>
        </div>
      )}
      <Explained />
    </div>
  );
}

function Part({ title, hint, children }: { title: string; hint?: string; children: ReactNode }) {
  return (
    <section>
      <h2 className="font-semibold font-serif text-xl">{title}</h2>
      {hint ? <p className="text-ink-2 text-sm">{hint}</p> : null}
      <div className="mt-2">{children}</div>
    </section>
  );
}

function NothingYet({ blind }: { blind: boolean }) {
  return (
    <EmptyState title="Nothing to compare yet">
      {blind
        ? "It takes two people who grade the same claim or judge the same pair, each for themselves; and you are one of them."
        : "Only what people say before they see what others say can be compared. Make the case blind in its settings: then nobody sees others’ judgements before giving their own."}
    </EmptyState>
  );
}

function Explained() {
  return (
    <div className="mt-9 max-w-reading">
      <Disclosure summary="What the numbers mean">
        <p className="text-sm">
          Krippendorff’s α is 1 where people always agree and 0 where they agree as often as chance would have it; it
          takes any number of people, and gaps. Relations are compared by kind; whether one claim repeats another is
          left out, for there is no other answer to it. Grades are compared by their order: A and B are closer than A
          and D, and F and 6, which mean that it cannot be judged, are left out. The interval comes from drawing the
          same number of units a thousand times. Cohen’s κ says the same of two people who rated every unit, Fleiss’ κ
          of more. By custom .800 is taken for reliable and .667 for the least; both are advice. A low α beside a high
          share means that one answer is nearly always given: look at which answers met.
        </p>
      </Disclosure>
    </div>
  );
}
