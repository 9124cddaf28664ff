import { OriginsSection } from "@/features/conflict/components/origins-section";
import { loadOriginTrees } from "@/features/conflict/loaders";
import { canMarkOrigins } from "@/features/conflict/policy";
import { PictureLinks } from "@/features/overview/components/picture-links";
import { pageCtx } from "@/platform/auth/session";

type OriginsOfProps = { team: string; caseId: string; conflict: number };

/** Where the camps of a conflict have it from. */
export async function OriginsOf({ team, caseId, conflict }: OriginsOfProps) {
  const [{ actor }, { camps, said, own }] = await Promise.all([pageCtx(team), loadOriginTrees(team, caseId, conflict)]);
  return (
    <OriginsSection
      team={team}
      base={`/${team}/cases/${caseId}`}
      camps={camps}
      said={said}
      own={own}
      mayDecide={canMarkOrigins(actor)}
      pictures={
        <PictureLinks
          thing="origins"
          address={`/api/v1/cases/${caseId}/conflicts/${conflict}/origins/picture`}
          params={{ team }}
        />
      }
    />
  );
}
