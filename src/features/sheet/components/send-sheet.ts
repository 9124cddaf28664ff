"use client";

import { z } from "zod";
import type { Outcome } from "@/ui/attempt";
import { Import } from "../schema";

const Problem = z.object({
  title: z.string().optional(),
  detail: z.string().optional(),
  errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
});

async function read(request: Promise<Response>): Promise<Outcome<Import>> {
  const answer = await request;
  const body: unknown = await answer.json().catch(() => null);
  if (answer.ok) return { ok: true, value: Import.parse(body) };
  const problem = Problem.safeParse(body).data;
  const errors = problem?.errors ?? [];
  return {
    ok: false,
    code: answer.status === 401 ? "UNAUTHENTICATED" : String(answer.status),
    message:
      answer.status === 413
        ? "The file is larger than a sheet may be."
        : (problem?.detail ?? problem?.title ?? `The server answered ${answer.status}.`),
    errors,
  };
}

type Sheet = { team: string; caseId: string; file: File; dryRun: boolean };

/** Sends a sheet in by the address that scripts use. The answer comes at once; the work goes on in the server. */
export function sendSheet({ team, caseId, file, dryRun }: Sheet): Promise<Outcome<Import>> {
  const body = new FormData();
  body.set("file", file);
  const query = new URLSearchParams({ dryRun: String(dryRun), team });
  return read(fetch(`/api/v1/cases/${caseId}/imports?${query}`, { method: "POST", body }));
}

export function askImport(team: string, importId: string): Promise<Outcome<Import>> {
  return read(fetch(`/api/v1/imports/${importId}?${new URLSearchParams({ team })}`, { cache: "no-store" }));
}
