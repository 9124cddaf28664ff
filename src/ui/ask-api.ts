import { z } from "zod";
import type { Failure, Outcome } from "./attempt";

const Problem = z.object({
  title: z.string().optional(),
  detail: z.string().optional(),
  errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
});

/** What the product's own API answers to the page, as a save answers it. `tooLarge` says what may not be so large. */
export async function askApi<T>(
  schema: z.ZodType<T>,
  request: Promise<Response>,
  tooLarge?: string,
): Promise<Outcome<T>> {
  const answer = await request;
  const body: unknown = await answer.json().catch(() => null);
  return answer.ok ? { ok: true, value: schema.parse(body) } : failureOf(answer.status, body, tooLarge);
}

function failureOf(status: number, body: unknown, tooLarge: string | undefined): Failure {
  const problem = Problem.safeParse(body).data;
  const told = problem?.detail ?? problem?.title ?? `The server answered ${status}.`;
  return {
    ok: false,
    code: status === 401 ? "UNAUTHENTICATED" : String(status),
    message: status === 413 ? (tooLarge ?? told) : told,
    errors: problem?.errors ?? [],
  };
}

/** An address of the API for this browser's session, which says which team it means. */
export const apiAddress = (team: string, path: string, more: Record<string, string> = {}) =>
  `/api/v1${path}?${new URLSearchParams({ ...more, team })}`;

export const jsonRequest = (method: string, body: unknown): RequestInit => ({
  method,
  headers: { "content-type": "application/json" },
  body: JSON.stringify(body),
});
