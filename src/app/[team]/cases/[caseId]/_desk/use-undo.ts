"use client";

import { useRef, useState } from "react";
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
const QUIET = { hidden: true, inInputs: false };

type Options = {
  /** The keys are this desk's even where it has nothing left to take back; else they go on to the whole case. */
  alone?: boolean;
};

/** The ways back from what was done, the last first, by the button in a notice or by the key; and forth again. */
export function useUndo({ alone = false }: Options = {}) {
  const past = useRef<Way[]>([]);
  const future = useRef<Way[]>([]);
  const [spent, setSpent] = useState(!alone);
  const count = () => setSpent(!alone && past.current.length === 0);
  const take = async (way: Way | undefined, from: { current: Way[] }, to: { current: Way[] }) => {
    if (!way || !from.current.includes(way)) return;
    from.current = from.current.filter((each) => each !== way);
    count();
    const outcome = await attempt(way.back);
    if (!outcome.ok) return sayFailure(outcome);
    if (way.forth) to.current.push(way.forth());
    count();
    toast.success(way.done);
  };
  const undo = (way = past.current.at(-1)) => take(way, past, future);
  const redo = () => take(future.current.at(-1), future, past);
  useShortcuts([
    { keys: "mod+z", label: "Undo", run: () => void undo(), disabled: spent, ...QUIET },
    { keys: "mod+shift+z", label: "Redo", run: () => void redo(), ...QUIET },
    { keys: "mod+y", label: "Redo", run: () => void redo(), ...QUIET },
  ]);
  /** Says what was done; `done` is what is said once it was taken back. */
  return (title: string, way: Way) => {
    past.current = [...past.current.slice(-MOST), way];
    future.current = [];
    count();
    toast.success(title, { undo: () => undo(way) });
  };
}

export type OfferUndo = ReturnType<typeof useUndo>;
