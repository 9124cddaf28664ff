import { getCase } from "@/features/case/queries";
import { type Ctx, db } from "@/platform/context";
import { agreementOf } from "../rules/agreement-of";
import { pairsOfPeople } from "../rules/pairs-of-people";
import { oneKind, SCALES } from "../rules/scales";
import { unitsOf } from "../rules/units-of";
import { type Agreement, type Compared, ContentKind } from "../schema";
import { type RatingRow, readRatings } from "./rated-units";

type Person = { id: string; name: string };
export type Breakdown = {
  kinds: { kind: ContentKind; agreement: Agreement }[];
  people: { a: Person; b: Person; of: Compared; agreement: Agreement }[];
  outlets: { outlet: Person; of: Compared; agreement: Agreement }[];
};

const ALL: readonly Compared[] = ["relations", "reliability", "credibility", "confidence"];
/** The outlets with most units; the others are a filter away. */
const OUTLETS = 20;
const plain = { interval: false };

/** The same by kind of relation, by pair of people, by outlet: where is it that we differ? */
export async function breakDownAgreement(ctx: Ctx, caseId: string): Promise<Breakdown> {
  const { blind } = await getCase(ctx, caseId);
  const rows = new Map<Compared, RatingRow[]>();
  for (const of of ALL) rows.set(of, await readRatings(ctx, { caseId, blind }, of, {}));
  const names = await namesOf(ctx, [...new Set([...rows.values()].flat().map(({ person }) => person))]);
  const relations = rows.get("relations") ?? [];
  return {
    kinds: ContentKind.options.map((kind) => ({
      kind,
      agreement: agreementOf(unitsOf(relations, "relations", kind), oneKind(kind), plain),
    })),
    people: ALL.flatMap((of) =>
      pairsOfPeople(unitsOf(rows.get(of) ?? [], of)).map(({ a, b, units }) => ({
        a: { id: a, name: names.get(a) ?? "" },
        b: { id: b, name: names.get(b) ?? "" },
        of,
        agreement: agreementOf(units, SCALES[of], plain),
      })),
    ),
    outlets: (await Promise.all(ALL.map((of) => byOutlet(ctx, of, rows.get(of) ?? [])))).flat(),
  };
}

async function namesOf(ctx: Ctx, ids: string[]): Promise<Map<string, string>> {
  const rows = await db(ctx).$queryRaw<Person[]>`SELECT id::text, name FROM "user" WHERE id = ANY(${ids}::uuid[])`;
  return new Map(rows.map(({ id, name }) => [id, name]));
}

type OutletOfUnit = { unit: string; id: string; name: string };

async function byOutlet(ctx: Ctx, of: Compared, rows: readonly RatingRow[]) {
  const units = [...new Set(rows.map(({ unit }) => unit))];
  const outlets = of === "relations" ? await outletsOfPairs(ctx, units) : await outletsOfClaims(ctx, units);
  const own = new Map<string, { outlet: Person; units: Set<string> }>();
  for (const { unit, id, name } of outlets) {
    const known = own.get(id) ?? { outlet: { id, name }, units: new Set<string>() };
    known.units.add(unit);
    own.set(id, known);
  }
  return [...own.values()]
    .toSorted((a, b) => b.units.size - a.units.size)
    .slice(0, OUTLETS)
    .map((each) => ({
      outlet: each.outlet,
      of,
      agreement: agreementOf(
        unitsOf(
          rows.filter(({ unit }) => each.units.has(unit)),
          of,
        ),
        SCALES[of],
        plain,
      ),
    }));
}

/** Both claims' outlets count. */
const outletsOfPairs = (ctx: Ctx, units: string[]) => db(ctx).$queryRaw<OutletOfUnit[]>`
  SELECT DISTINCT r.id::text AS unit, o.id::text, o.name FROM relation r
  JOIN claim c ON c.team_id = r.team_id AND c.id IN (r.from_claim_id, r.to_claim_id)
  JOIN outlet o ON o.team_id = c.team_id AND o.id = c.outlet_id
  WHERE r.team_id = ${ctx.teamId}::uuid AND r.id = ANY(${units}::uuid[])`;

const outletsOfClaims = (ctx: Ctx, units: string[]) => db(ctx).$queryRaw<OutletOfUnit[]>`
  SELECT c.id::text AS unit, o.id::text, o.name FROM claim c
  JOIN outlet o ON o.team_id = c.team_id AND o.id = c.outlet_id
  WHERE c.team_id = ${ctx.teamId}::uuid AND c.id = ANY(${units}::uuid[])`;
