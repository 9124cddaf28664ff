import { cache } from "react";
import { pageCtx } from "@/platform/auth/session";
import { idFromAddress, orNotFoundPage } from "@/platform/page";
import { getOutlet, listGrades, listOutletNames, listOutlets } from "./queries";

export const loadOutlets = cache(async (team: string, q?: string, cursor?: string, caseId?: string) =>
  listOutlets(await pageCtx(team), { limit: 100, q, cursor, case: caseId && idFromAddress(caseId) }),
);

export const loadOutletNames = cache(async (team: string) => listOutletNames(await pageCtx(team)));

/** An outlet with the history of its grade. */
export const loadOutlet = cache(async (team: string, outletId: string) => {
  const ctx = await pageCtx(team);
  const id = idFromAddress(outletId);
  const [outlet, grades] = await orNotFoundPage(Promise.all([getOutlet(ctx, id), listGrades(ctx, id)]));
  return { outlet, grades };
});
