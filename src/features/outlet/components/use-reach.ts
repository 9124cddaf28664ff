"use client";

import { useEffect, useState } from "react";
import { attempt, type Outcome } from "@/ui/attempt";
import type { Reach } from "../schema";

type Counted = { key: string; reach: Reach };

/** What an act would move, counted anew when `key` changes, and `count` with it; null meanwhile, and for no key. */
export function useReach(key: string | null, count: () => Promise<Outcome<Reach>>): Reach | null {
  const [counted, setCounted] = useState<Counted | null>(null);
  useEffect(() => {
    if (key === null) return;
    let left = false;
    void attempt(() => count()).then((outcome) => {
      if (!left && outcome.ok) setCounted({ key, reach: outcome.value });
    });
    return () => {
      left = true;
    };
  }, [key, count]);
  return counted !== null && counted.key === key ? counted.reach : null;
}
