export type ErrorCode = "UNAUTHENTICATED" | "FORBIDDEN" | "NOT_FOUND" | "INVALID" | "CONFLICT" | "TOO_LARGE" | "LIMIT";

/** What is wrong with one field: `path` as in the input's schema (`quote.exact`, `tags.2`), `message` for people. */
export type FieldError = { path: string; message: string };

/** What a pure rule answers when it says no. */
export type Refusal = FieldError;

type Details = { errors?: FieldError[]; current?: unknown; retryAfterSeconds?: number };

/** The only error that commands and queries throw on purpose. Everything else is a fault and never shows its text. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly errors: FieldError[];
  /** The present state of the row, where a stale write was refused. */
  readonly current: unknown;
  readonly retryAfterSeconds: number | undefined;

  constructor(code: ErrorCode, message: string, details: Details = {}) {
    super(message);
    this.name = "AppError";
    this.code = code;
    this.errors = details.errors ?? [];
    this.current = details.current;
    this.retryAfterSeconds = details.retryAfterSeconds;
  }
}

/** Also the answer for what another team owns: nobody learns that it exists. */
export const notFound = (what: string) => new AppError("NOT_FOUND", `There is no such ${what}.`);

export const forbidden = (message = "Your role in this team does not allow this.") =>
  new AppError("FORBIDDEN", message);

export const invalid = (path: string, message: string) =>
  new AppError("INVALID", message, { errors: [{ path, message }] });

export const refuse = (refusal: Refusal | null) => {
  if (refusal) throw invalid(refusal.path, refusal.message);
};

/** A write that names a version other than the row's present one. */
export const stale = (what: string, current: unknown) =>
  new AppError("CONFLICT", `This ${what} was changed by somebody else in the meantime.`, { current });
