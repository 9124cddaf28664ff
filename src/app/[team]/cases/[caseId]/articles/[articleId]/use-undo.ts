"use client";

import { useRef } from "react";
import { attempt, type Outcome, sayFailure } from "@/ui/attempt";
import { toast } from "@/ui/toast";

/** The last thing done on this page, and how to take it back: by the toast's button or with Ctrl or ⌘ and Z. */
export function useUndo() {
  const last = useRef<(() => void) | null>(null);
  const offer = (said: string, back: () => Promise<Outcome<unknown>>) => {
    const run = async () => {
      if (last.current === run) last.current = null;
      const outcome = await attempt(back);
      if (outcome.ok) toast.success("Taken back");
      else sayFailure(outcome);
    };
    last.current = run;
    toast.success(said, { undo: run });
  };
  return { offer, undo: () => last.current?.() };
}
export type Undo = ReturnType<typeof useUndo>;
