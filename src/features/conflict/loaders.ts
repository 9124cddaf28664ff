import { notFound as notFoundPage } from "next/navigation";
import { cache } from "react";
import { parseClaimNumber } from "@/features/claim/rules/claim-number";
import { pageCtx } from "@/platform/auth/session";
import { AppError } from "@/platform/errors";
import { idFromAddress, orNotFoundPage } from "@/platform/page";
import { refreshOwnConflicts } from "./commands/refresh-conflicts";
import { conflictsOfClaim } from "./queries/conflicts-of-claim";
import { getConflict } from "./queries/get-conflict";
import { listConflicts } from "./queries/list-conflicts";
import { listWarnings, warningsOf } from "./queries/list-warnings";
import { nextToDecide } from "./queries/next-to-decide";
import { originTrees } from "./queries/origin-trees";
import { getOwnReporting } from "./queries/own-reporting";
import { outletTrackRecord } from "./queries/track-record";
import { choiceOf } from "./rules/queue-address";
import { ListConflicts, type ListWarnings } from "./schema";

/** A page of the queue. `asked` is what an address says: what is no choice there is passed over. */
export const loadConflicts = cache(async (team: string, caseId: string, asked = "") => {
  const { cursor, ...choice } = Object.fromEntries(new URLSearchParams(asked));
  const query = ListConflicts.parse({ ...choiceOf(choice), limit: 50, cursor });
  return orNotFoundPage(listConflicts(await pageCtx(team), idFromAddress(caseId), query));
});

/** By any member's number, as the address has it: `12` or `C-12`. */
export const loadConflict = cache(async (team: string, caseId: string, claim: string) => {
  const number = parseClaimNumber(claim) ?? notFoundPage();
  return orNotFoundPage(getConflict(await pageCtx(team), idFromAddress(caseId), number));
});

/** The conflict to go on to from this one, by its key. */
export const loadNextToDecide = async (team: string, caseId: string, key: number) =>
  nextToDecide(await pageCtx(team), idFromAddress(caseId), key);

/** The same as of a day; null where its claim was in no conflict then. */
export const loadConflictAsOf = cache(async (team: string, caseId: string, claim: string, day: string) => {
  const number = parseClaimNumber(claim) ?? notFoundPage();
  const ctx = await pageCtx(team);
  return getConflict(ctx, idFromAddress(caseId), number, day).catch((error: unknown) => {
    if (error instanceof AppError && error.code === "NOT_FOUND") return null;
    throw error;
  });
});

/** The conflict that a claim is part of, in short: one, or none. */
export const loadConflictsOfClaim = cache(async (team: string, claimId: string) =>
  orNotFoundPage(conflictsOfClaim(await pageCtx(team), idFromAddress(claimId))),
);

/** How often an outlet was right in its own voice. */
export const loadTrackRecord = cache(async (team: string, outletId: string) =>
  orNotFoundPage(outletTrackRecord(await pageCtx(team), idFromAddress(outletId))),
);
type WhichWarnings = Pick<Partial<ListWarnings>, "kind" | "dismissed" | "cursor" | "limit">;

export const loadWarnings = async (team: string, caseId: string, which: WhichWarnings) =>
  orNotFoundPage(listWarnings(await pageCtx(team), idFromAddress(caseId), { limit: 50, dismissed: false, ...which }));

/** Everything that warns of some claims, dismissed or not. */
export const loadWarningsOf = async (team: string, caseId: string, claims: number[]) =>
  orNotFoundPage(warningsOf(await pageCtx(team), idFromAddress(caseId), claims));

/** From each camp's claims to where they come from. The page has found the conflict already. */
export const loadOriginTrees = async (team: string, caseId: string, number: number) =>
  orNotFoundPage(originTrees(await pageCtx(team), idFromAddress(caseId), number));

/** Who marked a claim as reporting something of its own. */
export const loadOwnReporting = async (team: string, claimId: string) =>
  orNotFoundPage(getOwnReporting(await pageCtx(team), idFromAddress(claimId)));

/** Before the inbox is read. */
export const freshenFindings = async (team: string) => refreshOwnConflicts(await pageCtx(team));
