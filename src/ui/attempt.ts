"use client";

import type { FormError } from "./form-errors";
import { toast } from "./toast";

/** What a save answers: the value, or what stood in its way. */
export type Failure = { ok: false; code: string; message: string; errors: FormError[]; current?: unknown };
export type Outcome<T> = { ok: true; value: T } | Failure;

const UNREACHABLE: Failure = {
  ok: false,
  code: "UNREACHABLE",
  message: "The server did not answer. Nothing typed here is lost; try again.",
  errors: [],
};

/** Runs a save whose connection may break: what is thrown on the way becomes an answer, too. */
export async function attempt<T>(save: () => Promise<Outcome<T>>): Promise<Outcome<T>> {
  try {
    return await save();
  } catch {
    return UNREACHABLE;
  }
}

/** Says in a toast that something was not done. Who is signed out signs in beside this page, which keeps what it holds. */
export function sayFailure({ code, message, errors }: Failure) {
  if (code === "UNAUTHENTICATED") {
    toast.error("You are signed out", {
      detail: "Nothing typed here is lost. Sign in in a new tab, then come back and save again.",
      action: { label: "Sign in", run: () => void window.open("/sign-in?beside=1", "_blank") },
    });
    return;
  }
  const details = errors.map((error) => error.message).filter((each) => each !== message);
  toast.error(message, details.length > 0 ? { detail: details.join(" ") } : {});
}
