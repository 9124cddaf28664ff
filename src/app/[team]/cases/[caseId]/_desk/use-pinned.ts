"use client";

import { useSyncExternalStore } from "react";
import { z } from "zod";

const Pinned = z.object({
  id: z.string(),
  number: z.number(),
  statement: z.string(),
  outlet: z.string().nullable(),
  quote: z.string().nullable(),
  reportedOn: z.string().nullable(),
});
export type Pinned = z.infer<typeof Pinned>;

const listeners = new Set<() => void>();

function subscribe(listener: () => void) {
  listeners.add(listener);
  window.addEventListener("storage", listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener("storage", listener);
  };
}

/** The claim pinned in this case, kept by this browser: pin here, go to another article, relate there. */
export function usePinned(caseId: string) {
  const key = `crossbearing.pin.${caseId}`;
  const kept = useSyncExternalStore(
    subscribe,
    () => localStorage.getItem(key),
    () => null,
  );
  return {
    pinned: read(kept),
    pin: (claim: Pinned | null) => {
      if (claim) localStorage.setItem(key, JSON.stringify(claim));
      else localStorage.removeItem(key);
      for (const listener of listeners) listener();
    },
  };
}

function read(kept: string | null): Pinned | null {
  if (kept === null) return null;
  try {
    return Pinned.parse(JSON.parse(kept));
  } catch {
    return null;
  }
}
