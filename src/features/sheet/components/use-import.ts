"use client";

import { useEffect, useState } from "react";
import { attempt } from "@/ui/attempt";
import type { Import } from "../schema";
import { askImport } from "./send-sheet";

const EVERY_MS = 700;

export const isOver = ({ status }: Pick<Import, "status">) => status === "done" || status === "failed";

/**
 * An import as it is now: asked for again until it is over. A question that is not answered is asked again; the work
 * does not depend on it.
 */
export function useImport(team: string, started: Import): Import {
  const [known, setKnown] = useState(started);
  // Begun anew (mapped otherwise, written), it is of a higher version than what was known of it.
  const current = known.id === started.id && known.version >= started.version ? known : started;
  const { id } = started;
  const over = isOver(current);
  useEffect(() => {
    if (over) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let left = false;
    const ask = async () => {
      const outcome = await attempt(() => askImport(team, id));
      if (left) return;
      if (outcome.ok) setKnown(outcome.value);
      if (!outcome.ok || !isOver(outcome.value)) timer = setTimeout(ask, EVERY_MS);
    };
    timer = setTimeout(ask, EVERY_MS / 2);
    return () => {
      left = true;
      clearTimeout(timer);
    };
  }, [team, id, over]);
  return current;
}
