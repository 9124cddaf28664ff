import { z } from "zod";
import { type Ctx, db } from "@/platform/context";
import { cutPage, decodeCursor } from "@/platform/cursor";
import { notFound } from "@/platform/errors";
import type { Page } from "@/platform/fields";
import { readSubject } from "../rules/warning-subject";
import { type ListWarnings, type Warning, WarningKind } from "../schema";
import { everDismissed, type Placed, withDismissals } from "./dismissals";
import { beginning, FINDERS, type Look, type Place, type Sight } from "./find-warnings";

const Position = z.tuple([WarningKind, z.tuple([z.int32(), z.int32()])]);

/**
 * The warnings of a case: kind by kind, each in the order of its claims' numbers. In a blind case they rest on what the
 * caller may see, so two people may be warned of different things.
 */
export async function listWarnings(
  ctx: Ctx,
  caseId: string,
  { limit, cursor, kind, claim, dismissed }: ListWarnings,
): Promise<Page<Warning>> {
  const found = await findCase(ctx, caseId);
  const among = claim ? await findClaim(ctx, caseId, claim) : dismissed ? await everDismissed(ctx, caseId) : null;
  const at = decodeCursor(Position, cursor);
  const kinds = WarningKind.options.filter((each) => (kind ? each === kind : true)).slice(startOf(at?.[0], kind));
  const items: Placed[] = [];
  for (const each of kinds) {
    const after = each === at?.[0] ? at[1] : beginning();
    await collect(ctx, { ...found, among }, { kind: each, after, enough: limit + 1, dismissed }, items);
    if (items.length > limit) break;
  }
  const page = cutPage(items, limit, ({ warning, place }) => [warning.kind, place]);
  return { items: page.items.map(({ warning }) => warning), nextCursor: page.nextCursor };
}

const startOf = (at: WarningKind | undefined, only: WarningKind | undefined) =>
  at && !only ? WarningKind.options.indexOf(at) : 0;

/** Candidates are looked at in lots, each twice the one before: of those that may warn, all may do, or few. */
const LARGEST_LOT = 2000;
/** Of one claim or conflict all are looked at, within reason. */
const ALL = 20_000;

type Wanted = { kind: WarningKind; after: Place; enough: number; dismissed: boolean };

async function collect(
  ctx: Ctx,
  look: Look,
  { kind, after, enough, dismissed }: Wanted,
  items: Placed[],
): Promise<void> {
  let lot = 2 * enough;
  for (let place: Place | null = after; place && items.length < enough; lot = Math.min(2 * lot, LARGEST_LOT)) {
    const { found, seen }: Sight = await FINDERS[kind](ctx, look, place, lot);
    const warnings = await withDismissals(ctx, look.caseId, found);
    items.push(...warnings.filter(({ warning }) => (warning.dismissal !== null) === dismissed));
    place = seen;
  }
}

/** Everything that warns of these claims, dismissed or not: a claim's, or a conflict's. */
export async function warningsOf(ctx: Ctx, caseId: string, claims: number[]): Promise<Warning[]> {
  const look = { ...(await findCase(ctx, caseId)), among: { claims, articles: [] } };
  const lots = await Promise.all(WarningKind.options.map((kind) => FINDERS[kind](ctx, look, beginning(), ALL)));
  const found = await withDismissals(
    ctx,
    caseId,
    lots.flatMap((lot) => lot.found),
  );
  return found.map(({ warning }) => warning);
}

/** The warning of one kind about one thing, if it stands. */
export async function findWarning(
  ctx: Ctx,
  caseId: string,
  { kind, subject }: Pick<Warning, "kind" | "subject">,
): Promise<Warning | null> {
  const look = { ...(await findCase(ctx, caseId)), among: readSubject(subject) };
  const { found } = await FINDERS[kind](ctx, look, beginning(), ALL);
  const [own] = await withDismissals(
    ctx,
    caseId,
    found.filter(({ raised }) => raised.subject === subject),
  );
  return own?.warning ?? null;
}

async function findCase(ctx: Ctx, caseId: string): Promise<Omit<Look, "among">> {
  const [row] = await db(ctx).$queryRaw<{ blind: boolean; tolerance: number }[]>`
    SELECT blind, time_tolerance AS tolerance FROM "case" WHERE team_id = ${ctx.teamId}::uuid AND id = ${caseId}::uuid`;
  if (!row) throw notFound("case");
  return { caseId, ...row };
}

/** A claim that is not of this case has no warnings here. */
async function findClaim(ctx: Ctx, caseId: string, claimId: string): Promise<NonNullable<Look["among"]>> {
  const rows = await db(ctx).$queryRaw<{ number: number }[]>`
    SELECT number FROM claim WHERE team_id = ${ctx.teamId}::uuid AND case_id = ${caseId}::uuid AND id = ${claimId}::uuid`;
  return { claims: rows.map(({ number }) => number), articles: [] };
}
