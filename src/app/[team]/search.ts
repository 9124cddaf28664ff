"use client";

import { z } from "zod";
import { parseClaimNumber } from "@/features/claim/rules/claim-number";
import type { PaletteGroup, PaletteItem, PaletteSearch } from "@/ui/command-palette";

const LIMIT = 8;

const Claims = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      number: z.number(),
      claim: z.string(),
      statement: z.string(),
      outlet: z.object({ name: z.string() }).nullable(),
    }),
  ),
});
const Articles = z.object({
  items: z.array(
    z.object({ id: z.string(), title: z.string(), language: z.string(), outlet: z.object({ name: z.string() }) }),
  ),
});
const Outlets = z.object({
  items: z.array(z.object({ id: z.string(), name: z.string(), aliases: z.array(z.string()) })),
});

type Place = { team: string; caseId?: string | undefined };

/** Finds claims, articles and outlets by their words, through the same addresses that scripts use. */
export function searchIn({ team, caseId }: Place): PaletteSearch {
  const ask = async <S extends z.ZodType>(path: string, shape: S, q: string, signal: AbortSignal) => {
    const query = new URLSearchParams({ q, team, limit: String(LIMIT) });
    const answer = await fetch(`/api/v1/${path}?${query}`, { signal, headers: { accept: "application/json" } });
    if (!answer.ok) throw new Error(`The search answered ${answer.status}.`);
    return shape.parse(await answer.json());
  };
  const outlets = async (q: string, signal: AbortSignal): Promise<PaletteGroup> => {
    const { items } = await ask("outlets", Outlets, q, signal);
    return {
      heading: "Outlets",
      items: items.map(({ id, name, aliases }) => ({
        id: `outlet ${id}`,
        label: name,
        detail: aliases.join(", "),
        href: `/${team}/outlets/${id}`,
      })),
    };
  };
  if (!caseId) return async (q, signal) => withItems([await outlets(q, signal)]);
  const home = `/${team}/cases/${caseId}`;
  const claims = async (q: string, signal: AbortSignal): Promise<PaletteGroup> => {
    const { items } = await ask(`cases/${caseId}/claims`, Claims, q, signal);
    return {
      heading: "Claims",
      items: items.map(({ id, number, claim, statement, outlet }) => ({
        id: `claim ${id}`,
        label: `${claim}  ${statement}`,
        ...(outlet ? { detail: outlet.name } : {}),
        href: `${home}/claims/${number}`,
      })),
    };
  };
  const articles = async (q: string, signal: AbortSignal): Promise<PaletteGroup> => {
    const { items } = await ask(`cases/${caseId}/articles`, Articles, q, signal);
    return {
      heading: "Articles",
      items: items.map(({ id, title, language, outlet }) => ({
        id: `article ${id}`,
        label: title,
        lang: language,
        detail: outlet.name,
        href: `${home}/articles/${id}`,
      })),
    };
  };
  return async (q, signal) => {
    const number = parseClaimNumber(q);
    const jumps: PaletteGroup[] = number === null ? [] : [{ heading: "By number", items: [jump(home, number)] }];
    return withItems([...jumps, ...(await Promise.all([claims(q, signal), articles(q, signal), outlets(q, signal)]))]);
  };
}

const jump = (home: string, number: number): PaletteItem => ({
  id: `claim number ${number}`,
  label: `Open C-${number}`,
  href: `${home}/claims/${number}`,
});

const withItems = (groups: PaletteGroup[]) => groups.filter((group) => group.items.length > 0);
