import { loadWarningsOf } from "@/features/conflict/loaders";
import { canDismissWarning } from "@/features/conflict/policy";
import { pageCtx } from "@/platform/auth/session";
import { Disclosure } from "@/ui/disclosure";
import { WarningList } from "./warning-list";

type WarningsOfProps = { team: string; caseId: string; claims: number[] };

/** What warns of some claims; nothing where nothing does. What was dismissed is folded away. */
export async function WarningsOf({ team, caseId, claims }: WarningsOfProps) {
  const [{ actor }, warnings] = await Promise.all([pageCtx(team), loadWarningsOf(team, caseId, claims)]);
  if (warnings.length === 0) return null;
  const own = { team, caseId, userId: actor.userId, writes: canDismissWarning(actor), known: claims };
  const dismissed = warnings.filter(({ dismissal }) => dismissal !== null);
  const inForce = warnings.filter(({ dismissal }) => dismissal === null);
  return (
    <section aria-labelledby="warnings">
      <h2 id="warnings" className="mb-1.5 font-semibold text-base">
        Warnings
      </h2>
      {inForce.length > 0 ? <WarningList {...own} label="Warnings" warnings={inForce} /> : null}
      {dismissed.length > 0 ? (
        <Disclosure summary={`${dismissed.length} dismissed`}>
          <WarningList {...own} label="Dismissed warnings" warnings={dismissed} />
        </Disclosure>
      ) : null}
    </section>
  );
}
