import { refresh } from "next/cache";
import type { z } from "zod";
import { actionCtx } from "./auth/session";
import type { Ctx } from "./context";
import { AppError, type ErrorCode, type FieldError } from "./errors";
import { parseInput } from "./parse-input";

export type ActionResult<T> =
  | { ok: true; value: T }
  | { ok: false; code: ErrorCode | "FAULT"; message: string; errors: FieldError[]; current?: unknown };

type Options = {
  /** Renders the page anew in the same answer. Off where the component shows the change by itself. */
  refresh?: boolean;
};

/**
 * A server action out of a command: finds the actor, checks the input, runs the command, maps errors to fields.
 * Every permission is checked in the command itself; this only says who asks.
 */
export function action<S extends z.ZodType, T>(
  schema: S,
  command: (ctx: Ctx, input: z.output<S>) => Promise<T>,
  options: Options = {},
) {
  return async (team: string, input: z.input<S>): Promise<ActionResult<T>> => {
    try {
      const ctx = await actionCtx(team);
      const value = await command(ctx, parseInput(schema, input));
      if (options.refresh !== false) refresh();
      return { ok: true, value };
    } catch (error) {
      return failure(error);
    }
  };
}

/** The same for a person who has no account yet: the command itself decides what a stranger may do. */
export function publicAction<S extends z.ZodType, T>(schema: S, command: (input: z.output<S>) => Promise<T>) {
  return async (input: z.input<S>): Promise<ActionResult<T>> => {
    try {
      return { ok: true, value: await command(parseInput(schema, input)) };
    } catch (error) {
      return failure(error);
    }
  };
}

function failure(error: unknown): Extract<ActionResult<never>, { ok: false }> {
  if (error instanceof AppError) {
    return { ok: false, code: error.code, message: error.message, errors: error.errors, current: error.current };
  }
  console.error(error);
  return {
    ok: false,
    code: "FAULT",
    message: "Something went wrong on the server; nothing was saved. Try again.",
    errors: [],
  };
}
