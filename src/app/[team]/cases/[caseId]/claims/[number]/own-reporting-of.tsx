import type { Claim } from "@/features/claim/schema";
import { OwnReportingNote } from "@/features/conflict/components/own-reporting";
import { loadOwnReporting } from "@/features/conflict/loaders";
import { canMarkOrigins } from "@/features/conflict/policy";
import type { RelationOfClaim } from "@/features/relation/schema";
import { pageCtx } from "@/platform/auth/session";

type OwnReportingOfProps = { team: string; claim: Claim; relations: RelationOfClaim[] };

/** Marks of own reporting, where the claim has any or says that it comes from elsewhere. */
export async function OwnReportingOf({ team, claim, relations }: OwnReportingOfProps) {
  const [{ actor }, reporting] = await Promise.all([pageCtx(team), loadOwnReporting(team, claim.id)]);
  const repeats = relations.some(({ kind, from }) => kind === "repeats" && from === claim.id);
  const comesFromElsewhere = repeats || claim.attribution.length > 0;
  if (reporting.marks.length === 0 && !comesFromElsewhere) return null;
  const mayMark = canMarkOrigins(actor) && claim.status !== "retracted";
  return <OwnReportingNote team={team} userId={actor.userId} reporting={reporting} mayMark={mayMark} />;
}
