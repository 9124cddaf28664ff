import { notFound as notFoundPage } from "next/navigation";
import { cache } from "react";
import { z } from "zod";
import { pageCtx } from "@/platform/auth/session";
import { AppError } from "@/platform/errors";
import { getOutlet, listGrades, listOutletNames, listOutlets } from "./queries";

export const loadOutlets = cache(async (team: string, q?: string, cursor?: string) =>
  listOutlets(await pageCtx(team), { limit: 100, q, cursor }),
);

export const loadOutletNames = cache(async (team: string) => listOutletNames(await pageCtx(team)));

/** An outlet with the history of its grade. */
export const loadOutlet = cache(async (team: string, outletId: string) => {
  const ctx = await pageCtx(team);
  if (!z.guid().safeParse(outletId).success) notFoundPage();
  try {
    const [outlet, grades] = await Promise.all([getOutlet(ctx, outletId), listGrades(ctx, outletId)]);
    return { outlet, grades };
  } catch (error) {
    if (error instanceof AppError && error.code === "NOT_FOUND") notFoundPage();
    throw error;
  }
});
