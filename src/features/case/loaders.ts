import { notFound as notFoundPage } from "next/navigation";
import { cache } from "react";
import { z } from "zod";
import { pageCtx } from "@/platform/auth/session";
import { AppError } from "@/platform/errors";
import { getCase, listCases } from "./queries";

export const loadCases = cache(async (team: string, cursor?: string) =>
  listCases(await pageCtx(team), { limit: 50, cursor }),
);

export const loadCase = cache(async (team: string, caseId: string) => {
  const ctx = await pageCtx(team);
  if (!z.guid().safeParse(caseId).success) notFoundPage();
  try {
    return await getCase(ctx, caseId);
  } catch (error) {
    if (error instanceof AppError && error.code === "NOT_FOUND") notFoundPage();
    throw error;
  }
});
