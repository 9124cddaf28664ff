import { redirect } from "next/navigation";
import { cache } from "react";
import { pageCtx } from "@/platform/auth/session";
import { idFromAddress, orNotFoundPage } from "@/platform/page";
import { getOutlet, listGrades, listOutletNames, listOutlets, listOwners } from "./queries";
import { listMerges } from "./queries/merges";
import { countUses, listUses } from "./queries/outlet-uses";
import { type Directory, wantedOf } from "./rules/directory-address";
import { distinctOwners } from "./rules/families";

export const loadOutlets = cache(async (team: string, q?: string, cursor?: string, caseId?: string) =>
  listOutlets(await pageCtx(team), { limit: 100, q, cursor, case: caseId && idFromAddress(caseId) }),
);

/** A page of the directory: its outlets, with how much names each. */
export async function loadDirectory(team: string, directory: Directory, cursor: string | undefined) {
  if (directory.case) idFromAddress(directory.case);
  const ctx = await pageCtx(team);
  const page = await listOutlets(ctx, { ...wantedOf(directory), limit: 100, cursor });
  const uses = await countUses(
    ctx,
    page.items.map(({ id }) => id),
  );
  return { ...page, uses };
}

export const loadOutletNames = cache(async (team: string) => listOutletNames(await pageCtx(team)));

/** The owners that the team has named, each in one spelling. */
export const loadOwners = cache(async (team: string) => distinctOwners(await listOwners(await pageCtx(team))));

/** An outlet. One that was merged leads to what it is part of. */
export const loadOutlet = cache(async (team: string, outletId: string) => {
  const outlet = await orNotFoundPage(getOutlet(await pageCtx(team), idFromAddress(outletId)));
  if (outlet.mergedInto) redirect(`/${team}/outlets/${outlet.mergedInto.id}`);
  return outlet;
});

/** What stands around an outlet: where it is named, its family, how its grade came about, what was merged into it. */
export const loadAround = cache(async (team: string, outletId: string) => {
  const ctx = await pageCtx(team);
  const { id, owner } = await loadOutlet(team, outletId);
  const [uses, grades, merges, family] = await Promise.all([
    listUses(ctx, id),
    listGrades(ctx, id),
    listMerges(ctx, id),
    owner ? listOutlets(ctx, { owner, limit: 51 }) : null,
  ]);
  return { uses, grades, merges, family: family?.items.filter((each) => each.id !== id) ?? [] };
});
