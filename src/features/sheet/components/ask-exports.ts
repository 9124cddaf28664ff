"use client";

import type { z } from "zod";
import { pageOf } from "@/platform/fields";
import { Export } from "../schema";

const ExportPage = pageOf(Export);

async function ask<T>(schema: z.ZodType<T>, path: string, init: RequestInit = {}): Promise<T | null> {
  const answer = await fetch(`/api/v1${path}`, { cache: "no-store", ...init });
  return answer.ok ? schema.parse(await answer.json()) : null;
}

const ofTeam = (team: string, more: Record<string, string> = {}) => new URLSearchParams({ ...more, team });

/** An export as it is now; null where it has not begun. */
export const askExport = (team: string, exportId: string) =>
  ask(Export, `/exports/${exportId}?${ofTeam(team)}`).catch(() => null);

/** What was taken out of the case last; null where the server did not answer. */
export const askExports = async (team: string, caseId: string): Promise<Export[] | null> => {
  const page = await ask(ExportPage, `/cases/${caseId}/exports?${ofTeam(team, { limit: "10" })}`).catch(() => null);
  return page?.items ?? null;
};

export const stopExport = (team: string, exportId: string) =>
  ask(Export, `/exports/${exportId}/cancel?${ofTeam(team)}`, { method: "POST" }).catch(() => null);

/** An id to follow an export by. `randomUUID` is missing on plain http away from localhost. */
export function newExportId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = 0x40 | ((bytes[6] ?? 0) & 0x0f);
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f);
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}
