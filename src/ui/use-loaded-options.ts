"use client";

import { useEffect, useState } from "react";
import type { ComboOption } from "./combobox-options";

/** Looks options up; must give up when the signal says so. */
export type LoadOptions = (query: string, signal: AbortSignal) => Promise<ComboOption[]>;

type Loaded = { query: string; options: ComboOption[]; failed: boolean };

const PAUSE_MS = 150;

/** Looks up after a short pause in the typing; earlier answers stay until the next, so that the list does not blink. */
export function useLoadedOptions(load: LoadOptions | undefined, query: string, wanted: boolean) {
  const [loaded, setLoaded] = useState<Loaded | null>(null);
  useEffect(() => {
    if (!load || !wanted) return;
    const abort = new AbortController();
    const timer = setTimeout(async () => {
      try {
        const options = await load(query, abort.signal);
        if (!abort.signal.aborted) setLoaded({ query, options, failed: false });
      } catch {
        if (!abort.signal.aborted) setLoaded({ query, options: [], failed: true });
      }
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [load, query, wanted]);
  return {
    options: loaded?.options ?? [],
    loading: Boolean(load) && wanted && loaded?.query !== query,
    failed: loaded?.failed === true && loaded.query === query,
  };
}
