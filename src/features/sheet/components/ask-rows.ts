"use client";

import { z } from "zod";
import { filterParams } from "@/features/claim/rules/sheet-address";
import { pageOf } from "@/platform/fields";
import { columnsToRead } from "../rules/view-columns";
import { GridRow, OUTLINE_STEP, type SheetView } from "../schema";

export type Where = { team: string; caseId: string };

const Rows = pageOf(GridRow);
const Place = z.object({ claimId: z.string(), place: z.int().nullable() });

async function ask<T>(schema: z.ZodType<T>, path: string, params: URLSearchParams, signal?: AbortSignal): Promise<T> {
  const answer = await fetch(`/api/v1${path}?${params}`, { cache: "no-store", signal: signal ?? null });
  if (!answer.ok) throw new Error(`The sheet was answered with ${answer.status}.`);
  return schema.parse(await answer.json());
}

/** Which rows, in which order; what an address of rows and of their places begins with. */
function which(team: string, { filter, sort, group }: SheetView): URLSearchParams {
  const params = filterParams(filter, sort);
  params.set("team", team);
  if (group !== "none") params.set("group", group);
  return params;
}

/** The rows behind a cursor of the outline; without one the first. */
export async function askRows(
  { team, caseId }: Where,
  view: SheetView,
  cursor: string | undefined,
  signal: AbortSignal,
): Promise<GridRow[]> {
  const params = which(team, view);
  params.set("columns", columnsToRead(view.columns).join(","));
  params.set("limit", String(OUTLINE_STEP));
  if (cursor) params.set("cursor", cursor);
  return (await ask(Rows, `/cases/${caseId}/sheet/rows`, params, signal)).items;
}

/** In which row a claim stands, by id or number; null where the view leaves it out, or nothing goes by it. */
export async function askPlace({ team, caseId }: Where, view: SheetView, claim: string): Promise<number | null> {
  const params = which(team, view);
  params.set("claim", claim);
  return ask(Place, `/cases/${caseId}/sheet/place`, params).then(
    ({ place }) => place,
    () => null,
  );
}
