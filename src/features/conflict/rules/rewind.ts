import { standingOf, type Vote } from "@/features/relation/rules";
import type { ClaimCard, RelationFamily } from "@/features/relation/schema";
import type { ConflictLink } from "../schema";

/** What the history tells of one change, as far as it is replayed. */
export type PastRow = { verb: string; subjectId: string; actorId: string | null; before: Fields; after: Fields };
type Fields = Record<string, unknown> | null;

export type StandingThen = { links: ConflictLink[]; claims: ClaimThen[] };
export type ClaimThen = { id: string; number: number; stands: boolean };

/** Words of a claim that the history keeps; what is absent was as it is now. */
export type WordsThen = Partial<Pick<ClaimCard, "statement" | "occurredOn" | "reportedOn">> & { quote?: string | null };

type Rewound = StandingThen & { words: Map<string, WordsThen> };

/**
 * What stood at an earlier time. Whatever nothing has happened to since is as it is now; of anything else the rows up to
 * that time, in their order, say how it was. A relation with no row yet had not been judged, a claim with none not been
 * entered.
 */
export function rewind(now: StandingThen, touched: ReadonlySet<string>, rows: PastRow[]): Rewound {
  const pasts = new Map<string, PastRow[]>();
  for (const row of rows) {
    const known = pasts.get(row.subjectId);
    if (known) known.push(row);
    else pasts.set(row.subjectId, [row]);
  }
  const pastOf = (id: string) => pasts.get(id) ?? [];
  const claims = now.claims.map((claim) =>
    touched.has(claim.id) ? { ...claim, stands: stoodThen(pastOf(claim.id)) } : claim,
  );
  const standing = new Set(claims.flatMap(({ number, stands }) => (stands ? [number] : [])));
  const links = [
    ...now.links.filter(({ id }) => !touched.has(id)),
    ...[...pasts].flatMap(([id, past]) => linkThen(id, past) ?? []),
  ].filter(({ from, to }) => standing.has(from) && standing.has(to));
  const words = new Map(claims.flatMap(({ id }) => (touched.has(id) ? [[id, wordsThen(pastOf(id))] as const] : [])));
  return { links, claims, words };
}

function stoodThen(past: PastRow[]): boolean {
  const last = past.filter(({ verb }) => /^claim\.(?:recorded|retracted|restored)$/.test(verb)).at(-1);
  return last !== undefined && last.verb !== "claim.retracted";
}

function wordsThen(past: PastRow[]): WordsThen {
  const fields = lastFields(past);
  const text = (value: unknown) => (typeof value === "string" ? value : null);
  const words: WordsThen = {};
  if (typeof fields.statement === "string") words.statement = fields.statement;
  if ("occurredOn" in fields) words.occurredOn = text(fields.occurredOn);
  if ("reportedOn" in fields) words.reportedOn = text(fields.reportedOn);
  if ("quote" in fields) words.quote = text((fields.quote as Fields)?.exact);
  return words;
}

/** Every field as the rows left it: each row holds only those that it changed. */
export const lastFields = (past: Pick<PastRow, "after">[]): Record<string, unknown> =>
  Object.assign({}, ...past.map(({ after }) => after ?? {}));

type Said = Record<string, unknown>;

/** The judgements and the ruling that a relation bore then, put to the vote as they are today. */
function linkThen(id: string, past: PastRow[]): ConflictLink | null {
  const judgements = new Map<string, Said>();
  let ruling: Said | null = null;
  for (const { verb, actorId, before, after } of past) {
    const judgement = String(after?.judgement ?? before?.judgement ?? actorId);
    if (verb === "relation.judged") judgements.set(judgement, { ...judgements.get(judgement), ...after });
    else if (/judgement[_-]withdrawn$/.test(verb)) judgements.delete(judgement);
    else if (verb === "relation.ruled") ruling = { ...after };
    else if (/ruling[_-]withdrawn$/.test(verb)) ruling = null;
  }
  const votes = [...judgements.values()].flatMap((said) => voteOf(said) ?? []);
  const ruled = ruling && voteOf(ruling);
  const stood = standingOf(votes, ruled);
  const ends = endsOf([...judgements.values(), ...(ruling ? [ruling] : [])]);
  if (!stood || !ends) return null;
  const [from, to] = stood.reversed ? [ends.high, ends.low] : [ends.low, ends.high];
  const kind = stood.standing;
  const descent = kind === "repeats" || (kind === "disputed" && votes.some((vote) => vote.kind === "repeats"));
  const family: RelationFamily = descent ? "descent" : "content";
  return { id, from, to, family, kind, about: stood.about };
}

/** `reversed` relative to the order of the numbers: any order does that is the same for all votes. */
function voteOf({ kind, from, to, about }: Said): Vote | null {
  const ends = [numberOf(from), numberOf(to)];
  if (typeof kind !== "string" || ends.includes(null)) return null;
  const reversed = Number(ends[0]) > Number(ends[1]);
  return { kind: kind as Vote["kind"], reversed, about: (about ?? null) as Vote["about"] };
}

function endsOf(said: Said[]): { low: number; high: number } | null {
  const numbers = said.flatMap(({ from, to }) => [numberOf(from), numberOf(to)]).filter((each) => each !== null);
  return numbers.length < 2 ? null : { low: Math.min(...numbers), high: Math.max(...numbers) };
}

const numberOf = (label: unknown): number | null => {
  const digits = typeof label === "string" ? /^C-(\d+)$/.exec(label)?.[1] : undefined;
  return digits === undefined ? null : Number(digits);
};
