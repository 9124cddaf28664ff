"use client";

import { z } from "zod";
import { pageOf } from "@/platform/fields";
import type { Failure, Outcome } from "@/ui/attempt";
import type { Mapping } from "../rules/mapping";
import { Reading } from "../rules/reading";
import { Import, ImportRow, type RowOutcome } from "../schema";

const Problem = z.object({
  title: z.string().optional(),
  detail: z.string().optional(),
  errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
});

async function read<T>(schema: z.ZodType<T>, request: Promise<Response>): Promise<Outcome<T>> {
  const answer = await request;
  const body: unknown = await answer.json().catch(() => null);
  return answer.ok ? { ok: true, value: schema.parse(body) } : failureOf(answer.status, body);
}

function failureOf(status: number, body: unknown): Failure {
  const problem = Problem.safeParse(body).data;
  return {
    ok: false,
    code: status === 401 ? "UNAUTHENTICATED" : String(status),
    message:
      status === 413
        ? "The file is larger than a sheet may be."
        : (problem?.detail ?? problem?.title ?? `The server answered ${status}.`),
    errors: problem?.errors ?? [],
  };
}

const at = (team: string, path: string, more: Record<string, string> = {}) =>
  `/api/v1${path}?${new URLSearchParams({ ...more, team })}`;

const json = (method: string, body: unknown): RequestInit => ({
  method,
  headers: { "content-type": "application/json" },
  body: JSON.stringify(body),
});

type Sheet = { team: string; caseId: string; file: File };

/** Sends a sheet in to be checked, by the address that scripts use. The answer comes at once; the work goes on there. */
export function sendSheet({ team, caseId, file }: Sheet): Promise<Outcome<Import>> {
  const body = new FormData();
  body.set("file", file);
  return read(Import, fetch(at(team, `/cases/${caseId}/imports`, { dryRun: "true" }), { method: "POST", body }));
}

export const askImport = (team: string, importId: string) =>
  read(Import, fetch(at(team, `/imports/${importId}`), { cache: "no-store" }));

/** How its file was read. */
export const askReading = (team: string, importId: string) =>
  read(Reading, fetch(at(team, `/imports/${importId}/mapping`), { cache: "no-store" }));

type Which = Pick<Import, "id" | "version">;

/** Says what the columns become; the file is checked anew. */
export const sendMapping = (team: string, { id, version }: Which, mapping: Mapping) =>
  read(Import, fetch(at(team, `/imports/${id}/mapping`), json("PUT", { ...mapping, version })));

/** Writes what was checked. */
export const writeImport = (team: string, { id, version }: Which) =>
  read(Import, fetch(at(team, `/imports/${id}/write`), { method: "POST", headers: { "if-match": `"${version}"` } }));

export const cancelImport = (team: string, { id }: Which) =>
  read(Import, fetch(at(team, `/imports/${id}/cancel`), { method: "POST" }));

/** What becomes of the rows, some at a time. */
export const askImportRows = (team: string, id: string, outcome: RowOutcome | null, cursor: string | null) =>
  read(
    pageOf(ImportRow),
    fetch(at(team, `/imports/${id}/rows`, { limit: "50", ...(outcome && { outcome }), ...(cursor && { cursor }) }), {
      cache: "no-store",
    }),
  );

/** Where the refused rows lie as a sheet. */
export const refusedHref = (team: string, id: string) => at(team, `/imports/${id}/errors.csv`);
