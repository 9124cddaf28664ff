import fc from "fast-check";
import { expect, test } from "vitest";
import type { Ctx } from "@/platform/context";
import { prisma } from "@/platform/db/client";
import { newId } from "@/platform/new-id";
import { testTeam } from "@/testing/actors";
import { testDatabase } from "@/testing/database";
import { testCase } from "@/testing/factories";
import { outletKey } from "../rules";
import { mergeOutlet } from "./merge-outlet";
import { unmergeOutlet } from "./unmerge-outlet";

testDatabase();

/** Four outlets by number: 0 is merged into 1. */
const outlet = fc.integer({ min: 0, max: 3 });
const world = fc.record({
  aliases: fc.array(outlet, { maxLength: 6 }),
  domains: fc.array(outlet, { maxLength: 6 }),
  articles: fc.array(outlet, { minLength: 1, maxLength: 6 }),
  /** Each with the article it is of, if any, and its chain: outlets, and null for a person. */
  claims: fc.array(
    fc.record({
      article: fc.option(fc.nat({ max: 5 })),
      chain: fc.array(fc.option(outlet), { maxLength: 4 }),
    }),
    { minLength: 1, maxLength: 8 },
  ),
  carriers: fc.uniqueArray(
    fc.tuple(outlet, outlet).filter(([a, b]) => a !== b),
    { maxLength: 6, selector: String },
  ),
  graded: fc.tuple(fc.boolean(), fc.boolean()),
});
type World = typeof world extends fc.Arbitrary<infer T> ? T : never;

/** What somebody does between the merge and its undo. */
const deeds = fc.array(
  fc.record({
    table: fc.constantFrom("outlet_alias", "outlet_domain", "article", "attribution_step", "outlet_carrier"),
    which: fc.nat({ max: 20 }),
    to: fc.integer({ min: 1, max: 3 }),
  }),
  { maxLength: 8 },
);
type Deed = typeof deeds extends fc.Arbitrary<(infer T)[]> ? T : never;

async function build(ctx: Ctx, { aliases, domains, articles, claims, carriers, graded }: World): Promise<string[]> {
  const { teamId } = ctx;
  const { userId } = ctx.actor;
  const caseIds = [(await testCase(ctx)).id, (await testCase(ctx)).id];
  const tag = newId().slice(-8);
  const ids = [newId(), newId(), newId(), newId()];
  const id = (index: number) => ids[index] ?? "";
  const name = (index: number) => `Outlet ${index} ${tag}`;
  const grade = (index: number) => (graded[index] ? ("B" as const) : null);
  await prisma().outlet.createMany({
    data: ids.map((each, index) => ({ teamId, id: each, name: name(index), reliability: grade(index) })),
  });
  const names = [
    ...ids.map((outletId, index) => ({ outletId, name: name(index) })),
    ...aliases.map((of, index) => ({ outletId: id(of), name: `Alias ${index} ${tag}` })),
  ];
  await prisma().outletAlias.createMany({
    data: names.map((each) => ({ teamId, key: outletKey(each.name), ...each })),
  });
  await prisma().outletDomain.createMany({
    data: domains.map((of, index) => ({ teamId, outletId: id(of), domain: `d${index}.${tag}.org` })),
  });
  const articleIds = articles.map(() => newId());
  const caseOf = (index: number) => caseIds[index % 2] ?? "";
  await prisma().article.createMany({
    data: articles.map((of, index) => ({
      teamId,
      id: articleIds[index] ?? "",
      caseId: caseOf(index),
      outletId: id(of),
      title: `Article ${index}`,
      createdById: userId,
    })),
  });
  const rows = claims.map(({ article, chain }, index) => {
    const at = article === null ? null : article % articles.length;
    const last = chain.findLast((step) => step !== null);
    const credited = last ?? (at === null ? undefined : articles[at]);
    return {
      teamId,
      id: newId(),
      caseId: caseOf(at ?? index),
      number: index + 1,
      statement: "It rained.",
      articleId: at === null ? null : (articleIds[at] ?? null),
      outletId: credited === undefined ? null : id(credited),
      createdById: userId,
    };
  });
  await prisma().claim.createMany({ data: rows });
  await prisma().attributionStep.createMany({
    data: claims.flatMap(({ chain }, index) =>
      chain.map((step, position) => ({
        teamId,
        claimId: rows[index]?.id ?? "",
        position,
        kind: step === null ? ("source" as const) : ("outlet" as const),
        outletId: step === null ? null : id(step),
        name: step === null ? "a diplomat" : name(step),
      })),
    ),
  });
  await prisma().outletCarrier.createMany({
    data: carriers.map(([of, by]) => ({ teamId, outletId: id(of), carrierId: id(by) })),
  });
  return ids;
}

/** Every reference to an outlet in the team, by where it stands. */
async function references({ teamId }: Ctx): Promise<Map<string, string | null>> {
  const rows = await prisma().$queryRaw<{ place: string; outlet: string | null }[]>`
    SELECT 'outlet_alias ' || key AS place, outlet_id::text AS outlet FROM outlet_alias WHERE team_id = ${teamId}::uuid
    UNION ALL SELECT 'outlet_domain ' || domain, outlet_id::text FROM outlet_domain WHERE team_id = ${teamId}::uuid
    UNION ALL SELECT 'article ' || id, outlet_id::text FROM article WHERE team_id = ${teamId}::uuid
    UNION ALL SELECT 'claim ' || id, outlet_id::text FROM claim WHERE team_id = ${teamId}::uuid
    UNION ALL SELECT 'attribution_step ' || claim_id || ' ' || position, outlet_id::text
      FROM attribution_step WHERE team_id = ${teamId}::uuid
    UNION ALL SELECT 'outlet_carrier ' || outlet_id || ' ' || carrier_id, '' FROM outlet_carrier WHERE team_id = ${teamId}::uuid
    UNION ALL SELECT 'reliability ' || id, reliability::text FROM outlet WHERE team_id = ${teamId}::uuid
    UNION ALL SELECT 'merged ' || id, merged_into_id::text FROM outlet WHERE team_id = ${teamId}::uuid
    ORDER BY 1`;
  return new Map(rows.map(({ place, outlet: id }) => [place, id]));
}

/** Claims whose outlet is not what their chain, or else their article, says. */
const misCredited = ({ teamId }: Ctx) => prisma().$queryRaw<unknown[]>`
  SELECT c.id FROM claim c LEFT JOIN article a ON a.team_id = c.team_id AND a.id = c.article_id
  WHERE c.team_id = ${teamId}::uuid AND c.outlet_id IS DISTINCT FROM coalesce(
    (SELECT s.outlet_id FROM attribution_step s WHERE s.team_id = c.team_id AND s.claim_id = c.id AND s.kind = 'outlet'
     ORDER BY s.position DESC LIMIT 1), a.outlet_id)`;

/** Gives the claims of the team the outlets that their chains and articles say, as the commands do. */
const creditAll = ({ teamId }: Ctx) => prisma().$executeRaw`
  UPDATE claim c SET outlet_id = coalesce(
    (SELECT s.outlet_id FROM attribution_step s WHERE s.team_id = c.team_id AND s.claim_id = c.id AND s.kind = 'outlet'
     ORDER BY s.position DESC LIMIT 1),
    (SELECT a.outlet_id FROM article a WHERE a.team_id = c.team_id AND a.id = c.article_id))
  WHERE c.team_id = ${teamId}::uuid`;

/** Names, domains, articles and steps go to another outlet; a carrier's row goes away. Own names stay. */
async function act({ teamId }: Ctx, ids: string[], { table, which, to }: Deed): Promise<void> {
  const target = ids[to];
  if (table === "outlet_carrier") {
    await prisma().$executeRaw`
      DELETE FROM outlet_carrier WHERE ctid IN (
        SELECT ctid FROM outlet_carrier WHERE team_id = ${teamId}::uuid ORDER BY outlet_id, carrier_id OFFSET ${which} LIMIT 1)`;
    return;
  }
  const order = { outlet_alias: "key", outlet_domain: "domain", article: "id", attribution_step: "claim_id, position" };
  const only = {
    outlet_alias: "AND key LIKE 'alias%'",
    outlet_domain: "",
    article: "",
    attribution_step: "AND kind = 'outlet'",
  };
  await prisma().$executeRawUnsafe(
    `UPDATE ${table} SET outlet_id = $1::uuid WHERE ctid IN (
       SELECT ctid FROM ${table} WHERE team_id = $2::uuid ${only[table]} ORDER BY ${order[table]} OFFSET $3 LIMIT 1)`,
    target,
    teamId,
    which,
  );
}

test("a merge and its undo restore every reference", async () => {
  await fc.assert(
    fc.asyncProperty(world, async (drawn) => {
      const { analyst, lead } = await testTeam();
      const [part = "", whole = ""] = await build(analyst, drawn);
      const before = await references(lead);
      await mergeOutlet(lead, { outletId: part, into: whole });
      const between = await references(lead);
      expect([...between].filter(([place, id]) => id === part && !place.startsWith("merged"))).toEqual([]);
      expect([...between.keys()].filter((place) => place.startsWith("outlet_carrier") && place.includes(part))).toEqual(
        [],
      );
      expect(await misCredited(lead)).toEqual([]);
      await unmergeOutlet(lead, { outletId: part });
      expect(await references(lead)).toEqual(before);
    }),
    { numRuns: 12 },
  );
}, 240_000);

test("an undo moves back what still stands where the merge put it, and leaves the rest", async () => {
  await fc.assert(
    fc.asyncProperty(world, deeds, async (drawn, done) => {
      const { analyst, lead } = await testTeam();
      const ids = await build(analyst, drawn);
      const [part = "", whole = ""] = ids;
      const before = await references(lead);
      await mergeOutlet(lead, { outletId: part, into: whole });
      for (const deed of done) await act(lead, ids, deed);
      await creditAll(lead);
      const between = await references(lead);
      await unmergeOutlet(lead, { outletId: part });
      const after = await references(lead);
      for (const [place, id] of between) {
        if (!/^(outlet_alias|outlet_domain|article|attribution_step) /.test(place)) continue;
        const moved = before.get(place) === part && id === whole;
        expect([place, after.get(place)]).toEqual([place, moved ? part : id]);
      }
      expect(await misCredited(lead)).toEqual([]);
    }),
    { numRuns: 12 },
  );
}, 240_000);

test("nothing else in the database points at an outlet", async () => {
  const rows = await prisma().$queryRaw<{ name: string }[]>`
    SELECT DISTINCT conrelid::regclass::text AS name FROM pg_constraint
    WHERE contype = 'f' AND confrelid = 'outlet'::regclass ORDER BY 1`;
  // A new table here is one that a merge has to move, or to leave for a reason.
  expect(rows.map(({ name }) => name)).toEqual([
    "article",
    "attribution_step",
    "claim",
    "outlet",
    "outlet_alias",
    "outlet_carrier",
    "outlet_domain",
    "outlet_grade",
    "outlet_merge",
  ]);
});
