import { AppError, type ErrorCode } from "../errors";

const STATUS: Record<ErrorCode, { status: number; title: string }> = {
  UNAUTHENTICATED: { status: 401, title: "Not signed in" },
  FORBIDDEN: { status: 403, title: "Not allowed" },
  NOT_FOUND: { status: 404, title: "Not found" },
  INVALID: { status: 422, title: "Invalid input" },
  CONFLICT: { status: 409, title: "Changed in the meantime" },
  TOO_LARGE: { status: 413, title: "Too large" },
  LIMIT: { status: 429, title: "Too many requests" },
};

/** What the transport itself cannot read; no command ever sees it. */
export class BadRequest extends Error {}

/** RFC 9457. The only place where an error becomes an answer of the API; a fault never shows its text. */
export function problemResponse(error: unknown): Response {
  if (error instanceof BadRequest) return problem(400, "Bad request", error.message);
  if (error instanceof AppError) return appProblem(error);
  console.error(error);
  return problem(500, "Server error", "Something went wrong on the server; nothing was saved.");
}

function appProblem(error: AppError): Response {
  const { status, title } = STATUS[error.code];
  const more: Record<string, unknown> = {};
  if (error.code === "INVALID") more.errors = error.errors;
  if (error.code === "CONFLICT") more.current = error.current ?? null;
  return problem(status, title, error.message, more, headersOf(error));
}

function headersOf(error: AppError): Record<string, string> {
  if (error.code === "UNAUTHENTICATED") return { "WWW-Authenticate": 'Bearer realm="crossbearing"' };
  if (error.code === "LIMIT") return { "Retry-After": String(error.retryAfterSeconds ?? 60) };
  return {};
}

function problem(
  status: number,
  title: string,
  detail: string,
  more: object = {},
  headers: HeadersInit = {},
): Response {
  const body = JSON.stringify({ type: "about:blank", status, title, detail, ...more });
  return new Response(body, {
    status,
    headers: {
      "Content-Type": "application/problem+json",
      "Cache-Control": "no-store",
      "X-Content-Type-Options": "nosniff",
      ...headers,
    },
  });
}
