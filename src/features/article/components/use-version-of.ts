"use client";

import { useState } from "react";
import { attempt, type Failure, type Outcome } from "@/ui/attempt";
import type { PastedSource } from "./use-preview";

export type VersionSource = PastedSource | { intakeId: string };

type Options = {
  source: VersionSource | null;
  add: (input: { articleId: string } & VersionSource) => Promise<Outcome<unknown>>;
  onAdded: (articleId: string) => void;
  onFailure: (failure: Failure) => void;
};

/** Adds the source at hand to an article as a newer version of it. */
export function useVersionOf({ source, add, onAdded, onFailure }: Options) {
  const [pending, setPending] = useState(false);
  return {
    pending,
    add: async (articleId: string) => {
      if (!source) return;
      setPending(true);
      const outcome = await attempt(() => add({ articleId, ...source }));
      setPending(false);
      if (outcome.ok) onAdded(articleId);
      else onFailure(outcome);
    },
  };
}
