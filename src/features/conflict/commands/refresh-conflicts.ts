import { type Ctx, type TxCtx, transact } from "@/platform/context";
import { findingStates } from "../queries/finding-states";
import { findMarkedMembers, type MarkedMember } from "../queries/members";
import { readLineage } from "../queries/origin-marks";
import { allStandingLinks, type TouchedLinks, touchedLinks } from "../queries/standing-links";
import { summarise, withFindings } from "../queries/summarise";
import { conflictGroups, type Group } from "../rules/camps";
import { lineageOf, marksWithin } from "../rules/lineage";
import type { ConflictLink, ConflictSummary } from "../schema";
import { findSuspicions } from "./find-suspicions";
import { casesToFreshen, tellStale } from "./tell-stale";
import { addToIndex, emptyIndex, replaceInIndex } from "./write-index";

/** From here on reading the whole case costs less than walking from each claim. */
const MANY = 2000;
/** Conflicts described at once: what bounds the memory of deriving a large case. */
const AT_ONCE = 500;
/** Others who derive the same conflicts meanwhile make a turn void; what they wrote is as new as what it would have been. */
const TURNS = 5;

/**
 * Derives anew the conflicts that changes have touched since they were last derived. Readers call it where they find that
 * something was touched. It changes nothing that anybody recorded, so it leaves no activity and asks for no permission.
 *
 * A turn takes no lock: it reads, derives, and then writes only if every touch that it saw is there still. So of two who
 * saw the same, one writes; and a change after the reading leaves a touch of its own for the next turn.
 */
export async function refreshConflicts(ctx: Ctx, caseId: string): Promise<void> {
  for (let turn = 0; turn < TURNS; turn++) {
    const touched = await touchedLinks(ctx, caseId, MANY);
    if (touched.touches.length === 0) return;
    if (touched.touches.length > MANY) return refreshAll(ctx, caseId);
    if (await refreshSome(ctx, caseId, touched)) return;
  }
}

/** Before the inbox is read: whose findings have gone stale is found when their conflicts are derived. */
export async function refreshOwnConflicts(ctx: Ctx): Promise<void> {
  for (const caseId of await casesToFreshen(ctx)) await refreshConflicts(ctx, caseId);
}

/** Whether it was written: not where the search for copies has marked some, or somebody else was faster. */
async function refreshSome(ctx: Ctx, caseId: string, { touches, claims, links }: TouchedLinks): Promise<boolean> {
  const groups = conflictGroups(links);
  const members = new Map((await findMarkedMembers(ctx, caseId, numbersIn(links))).map((row) => [row.number, row]));
  if (await findCopies(ctx, caseId, { groups, members, links })) return false;
  const marks = { suspected: suspectedAmong(members), own: [...members.values()].flatMap(ownOf) };
  // Everything that stands, whoever asks: a caller of a blind case is never shown this index.
  const lineage = lineageOf(links, marksWithin(groups, marks));
  const anyFound = [...members.values()].some(({ found }) => found);
  const states = anyFound ? await findingStates(ctx, caseId, groups, lineage) : new Map();
  const summaries = withFindings(groups, { members, lineage }, states);
  const idOf = (number: number) => members.get(number)?.id ?? "";
  const written = await replaceInIndex(ctx, caseId, {
    touches,
    claims: [...claims, ...[...members.values()].map(({ id }) => id)],
    summaries,
    members: groups.flatMap(({ key, claims }) => claims.map((number) => ({ key, id: idOf(number) }))),
  });
  if (written) await tellStale(ctx, caseId, summaries);
  return written;
}

const numbersIn = (links: ConflictLink[]) => [...new Set(links.flatMap(({ from, to }) => [from, to]))];

const ownOf = ({ own, number }: MarkedMember) => (own ? [number] : []);

const suspectedAmong = (members: ReadonlyMap<number, MarkedMember>) =>
  [...members.values()].flatMap(({ number, suspected }) => suspected.map((to) => ({ from: number, to })));

type Derived = { groups: Group[]; members: ReadonlyMap<number, MarkedMember>; links: ConflictLink[] };

/** Looks for copies where there can be some: in camps that stand on several articles whose texts are held. */
async function findCopies(ctx: Ctx, caseId: string, { groups, members, links }: Derived): Promise<boolean> {
  const written = (number: number) => {
    const member = members.get(number);
    return member?.written ? (member.articleId ?? []) : [];
  };
  const camps = groups.flatMap((group) => group.camps);
  const several = camps.filter(({ claims }) => new Set(claims.flatMap(written)).size > 1);
  return several.length > 0 && findSuspicions(ctx, { caseId, blind: false }, several, links);
}

/** The whole case; whoever else finds that it is needed waits. */
function refreshAll(ctx: Ctx, caseId: string): Promise<void> {
  return transact(ctx, async (ctx) => {
    await ctx.tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`conflicts ${caseId}`}, 0))`;
    if (!(await emptyIndex(ctx, caseId))) return;
    await deriveAll(ctx, caseId);
  });
}

async function deriveAll(ctx: TxCtx, caseId: string): Promise<void> {
  const links = await allStandingLinks(ctx, caseId);
  const groups = conflictGroups(links);
  for (const some of lots(groups)) {
    const camps = some.flatMap((group) => group.camps);
    await findSuspicions(ctx, { caseId, blind: false }, camps, links);
  }
  const lineage = await readLineage(ctx, caseId, links, groups);
  for (const some of lots(groups)) {
    const summaries: ConflictSummary[] = await summarise(ctx, caseId, some, lineage);
    const members = some.flatMap(({ key, claims }) => claims.map((number) => ({ key, number })));
    await addToIndex(ctx, caseId, summaries, members);
    await tellStale(ctx, caseId, summaries);
  }
}

const lots = (groups: Group[]): Group[][] =>
  Array.from({ length: Math.ceil(groups.length / AT_ONCE) }, (_, lot) =>
    groups.slice(lot * AT_ONCE, (lot + 1) * AT_ONCE),
  );
