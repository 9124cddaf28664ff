"use client";

import { useRef } from "react";
import { attempt, type Outcome, sayFailure } from "@/ui/attempt";
import { useShortcuts } from "@/ui/keys/shortcuts";
import { toast } from "@/ui/toast";

type Way = { back: () => Promise<Outcome<unknown>>; done: string };

/** The way back from what was done last, by the button in its notice or by the key. */
export function useUndo() {
  const last = useRef<Way | null>(null);
  const run = async (way: Way | null) => {
    if (!way || last.current !== way) return;
    last.current = null;
    const outcome = await attempt(way.back);
    if (outcome.ok) toast.success(way.done);
    else sayFailure(outcome);
  };
  useShortcuts([{ keys: "mod+z", label: "Undo", run: () => void run(last.current), hidden: true }]);
  /** Says what was done; `done` is what is said once it was taken back. */
  return (title: string, way: Way) => {
    last.current = way;
    toast.success(title, { undo: () => run(way) });
  };
}

export type OfferUndo = ReturnType<typeof useUndo>;
