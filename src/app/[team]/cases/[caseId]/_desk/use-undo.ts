"use client";

import { useRef } from "react";
import { attempt, type Outcome, sayFailure } from "@/ui/attempt";
import { useShortcuts } from "@/ui/keys/shortcuts";
import { toast } from "@/ui/toast";

type Way = {
  back: () => Promise<Outcome<unknown>>;
  done: string;
  /** From there forth again, where one can go so. */
  forth?: () => Way;
};

const MOST = 100;

/** The ways back from what was done, the last first, by the button in a notice or by the key; and forth again. */
export function useUndo() {
  const past = useRef<Way[]>([]);
  const future = useRef<Way[]>([]);
  const take = async (way: Way | undefined, from: { current: Way[] }, to: { current: Way[] }) => {
    if (!way || !from.current.includes(way)) return;
    from.current = from.current.filter((each) => each !== way);
    const outcome = await attempt(way.back);
    if (!outcome.ok) return sayFailure(outcome);
    if (way.forth) to.current.push(way.forth());
    toast.success(way.done);
  };
  const undo = (way = past.current.at(-1)) => take(way, past, future);
  const redo = () => take(future.current.at(-1), future, past);
  useShortcuts([
    { keys: "mod+z", label: "Undo", run: () => void undo(), hidden: true },
    { keys: "mod+shift+z", label: "Redo", run: () => void redo(), hidden: true },
    { keys: "mod+y", label: "Redo", run: () => void redo(), hidden: true },
  ]);
  /** Says what was done; `done` is what is said once it was taken back. */
  return (title: string, way: Way) => {
    past.current = [...past.current.slice(-MOST), way];
    future.current = [];
    toast.success(title, { undo: () => undo(way) });
  };
}

export type OfferUndo = ReturnType<typeof useUndo>;
