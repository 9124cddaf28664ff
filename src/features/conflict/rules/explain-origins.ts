import { matchingKey } from "@/anchoring/normalise";
import { wordingOf } from "@/features/claim/rules/unnamed-source";
import type { Origin, Origins } from "../schema";
import { numberOf, type SourcedClaim } from "./descent-graph";
import { add } from "./lineage";
import { countWords, listWords, originWords } from "./origin-words";
import type { Descent } from "./origins";

export type Counted = Origins & {
  supporters: number[];
  claims: ReadonlyMap<number, SourcedClaim>;
  origins: Origin[];
  suspected: ReadonlyMap<number, number[]>;
  /** Outlets that others credit, and the claims of theirs that have it from elsewhere. */
  heard: Descent[];
};

/** In a sentence how origins were counted: "5 reports: 3 go back to Reuters (C-1, C-2 and C-6); … → 1–2 origins." */
export function explainOrigins(counted: Counted): string {
  const { supporters, origins } = counted;
  if (supporters.length === 0) return "";
  const parts = [
    ...origins.map((origin) => goesBack(origin, counted)),
    ...sharedOwners(origins),
    ...alikeWords(origins),
    ...heardElsewhere(counted),
    ...mayBeCopies(counted),
  ];
  const reports = countWords(countReportsOf(supporters, counted), "report");
  return `${reports}: ${parts.join("; ")} → ${originWords(counted)}.`;
}

const label = (number: number) => `C-${number}`;

/** Distinct articles; a claim without an article is a report of its own. */
function countReportsOf(numbers: number[], { claims }: Counted): number {
  return new Set(numbers.map((number) => claims.get(number)?.articleId ?? number)).size;
}

function goesBack({ name, kind, claims }: Origin, counted: Counted): string {
  if (kind === "circle") return `${listWords(name.split(", "))} repeat each other in a circle`;
  if (kind === "claim") return `nothing says where ${name} has it from`;
  if (kind === "altered") return `${name} contradicts what it repeats`;
  const count = countReportsOf(claims, counted);
  const which = `(${listWords(claims.map(label))})`;
  if (kind === "own") return `${count} ${count === 1 ? "draws" : "draw"} on ${name}’s own reporting ${which}`;
  return `${count} ${count === 1 ? "goes" : "go"} back to ${name} ${which}`;
}

function sharedOwners(origins: Origin[]): string[] {
  const outlets = origins.filter(({ owner }) => owner);
  return groups(outlets, ({ owner }) => matchingKey(owner ?? "")).map(
    (group) =>
      `${group.length} share an owner, ${group[0]?.owner} (${listWords([...new Set(group.map(({ name }) => name))])})`,
  );
}

function alikeWords(origins: Origin[]): string[] {
  const unnamed = origins.filter(({ kind }) => kind === "unnamed");
  return groups(unnamed, ({ name }) => wordingOf(name.replace(/ \([^()]*\)$/, ""))).map(
    (group) => `${listWords(group.map(({ name }) => name))} may be the same`,
  );
}

function heardElsewhere({ origins, heard }: Counted): string[] {
  const reports = new Map<string, string[]>();
  for (const { from, to } of heard) add(reports, from, label(numberOf(to)));
  return origins.flatMap(({ outletId, name, kind }) => {
    const from = kind === "outlet" ? reports.get(`outlet ${outletId}`) : undefined;
    return from ? [`${name} itself has it from elsewhere (${listWords(from)})`] : [];
  });
}

const SHOWN = 3;

function mayBeCopies({ supporters, suspected }: Counted): string[] {
  const pairs = supporters.flatMap((from) => (suspected.get(from) ?? []).map((to) => `${label(from)} of ${label(to)}`));
  if (pairs.length === 0) return [];
  const shown = pairs.length > SHOWN ? [...pairs.slice(0, SHOWN - 1), `${pairs.length - SHOWN + 1} more`] : pairs;
  return [`${pairs.length} may be ${pairs.length === 1 ? "a copy" : "copies"} (${listWords(shown)})`];
}

/** Those that go by one key, where several do. */
function groups<T>(items: T[], keyOf: (item: T) => string): T[][] {
  const found = new Map<string, T[]>();
  for (const item of items) add(found, keyOf(item), item);
  return [...found.values()].filter(({ length }) => length > 1);
}
