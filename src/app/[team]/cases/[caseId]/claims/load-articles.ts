"use client";

import { z } from "zod";
import type { LoadOptions } from "@/ui/use-loaded-options";

const Articles = z.object({
  items: z.array(
    z.object({ id: z.string(), title: z.string(), language: z.string(), outlet: z.object({ name: z.string() }) }),
  ),
});

/** Articles of a case by words of their title or outlet, for a box with names. */
export function articlesOf(team: string, caseId: string): LoadOptions {
  return async (q, signal) => {
    const query = new URLSearchParams({ team, limit: "20", ...(q && { q }) });
    const answer = await fetch(`/api/v1/cases/${caseId}/articles?${query}`, { signal });
    if (!answer.ok) throw new Error(`The articles were answered with ${answer.status}.`);
    return Articles.parse(await answer.json()).items.map(({ id, title, language, outlet }) => ({
      value: id,
      label: title,
      detail: outlet.name,
      lang: language,
    }));
  };
}
