import { createToken } from "@/features/team/commands/create-token";
import type { Ctx } from "@/platform/context";
import type { Route } from "@/platform/endpoint";

type Sent = {
  as?: string;
  params?: Record<string, string>;
  query?: string;
  json?: unknown;
  body?: BodyInit;
  headers?: Record<string, string>;
  signal?: AbortSignal;
};

/** A bearer token of this member. */
export const testToken = async (ctx: Ctx, scope: "read" | "write" = "write"): Promise<string> =>
  (await createToken(ctx, { scope, name: "test", expiresInDays: 1 })).secret;

/** Calls a route as a client would, with the address that its operation declares. */
export async function call(route: Route, sent: Sent = {}) {
  const { method, path } = route.operation;
  const params = sent.params ?? {};
  const address = path.replace(/\{(\w+)\}/g, (_, name: string) => params[name] ?? name);
  const headers = new Headers(sent.headers);
  if (sent.as !== undefined) headers.set("Authorization", `Bearer ${sent.as}`);
  if (sent.json !== undefined) headers.set("Content-Type", "application/json");
  const body = sent.json === undefined ? sent.body : JSON.stringify(sent.json);
  const request = new Request(`http://localhost:3000/api/v1${address}${sent.query ?? ""}`, {
    method: method.toUpperCase(),
    headers,
    ...(body !== undefined && { body }),
    ...(sent.signal && { signal: sent.signal }),
  });
  return route(request, { params: Promise.resolve(params) });
}

/** The same, read: status, headers and JSON. */
export async function ask(route: Route, sent: Sent = {}) {
  const response = await call(route, sent);
  return {
    status: response.status,
    headers: response.headers,
    body: (await response.json()) as Record<string, unknown>,
  };
}
