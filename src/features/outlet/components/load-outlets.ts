"use client";

import { z } from "zod";
import type { LoadOptions } from "@/ui/use-loaded-options";

const Outlets = z.object({
  items: z.array(z.object({ id: z.string(), name: z.string(), aliases: z.array(z.string()) })),
});

/** The team's outlets but one, by any of their names, for a box with names. */
export function outletsBut(team: string, outletId: string): LoadOptions {
  return async (q, signal) => {
    const query = new URLSearchParams({ team, limit: "20", ...(q && { q }) });
    const answer = await fetch(`/api/v1/outlets?${query}`, { signal });
    if (!answer.ok) throw new Error(`The outlets were answered with ${answer.status}.`);
    return Outlets.parse(await answer.json())
      .items.filter(({ id }) => id !== outletId)
      .map(({ id, name, aliases }) => ({ value: id, label: name, aliases, detail: aliases.join(", ") }));
  };
}
