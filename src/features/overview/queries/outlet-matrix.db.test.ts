import { beforeAll, describe, expect, it } from "vitest";
import { changeCase } from "@/features/case/commands/change-case";
import { retractClaim } from "@/features/claim/commands/retract-claim";
import type { Claim } from "@/features/claim/schema";
import { recordRelation } from "@/features/relation/commands/record-relation";
import { RelationKind } from "@/features/relation/schema";
import { pool } from "@/platform/db/pool";
import { type TestTeam, testTeam } from "@/testing/actors";
import { testDatabase } from "@/testing/database";
import { testArticle, testCase, testClaim } from "@/testing/factories";
import { MatrixKind, type ReadMatrix } from "../schema";
import { drawMatrix } from "./draw-matrix";
import { listMatrixPairs } from "./list-matrix-pairs";
import { outletMatrix } from "./outlet-matrix";

testDatabase();

const RECORDED: ReadMatrix = { by: "report", implied: false };
const WAYS: ReadMatrix[] = (["report", "origin"] as const).flatMap((by) => [
  { by, implied: false },
  { by, implied: true },
]);

let team: TestTeam;

beforeAll(async () => {
  team = await testTeam();
});

const relate = (caseId: string, from: Claim | undefined, kind: RelationKind, to: Claim | undefined) =>
  recordRelation(team.analyst, { caseId, from: from?.id ?? "", to: to?.id ?? "", kind });

const said = (caseId: string, ...outlets: string[]) =>
  outlets.reduce<Promise<Claim[]>>(
    async (claims, outlet) => [...(await claims), await testClaim(team.analyst, caseId, { outlet })],
    Promise.resolve([]),
  );

const NONE = { agrees: 0, contradicts: 0, qualifies: 0, updates: 0, repeats: 0 };

describe("the matrix", () => {
  it("counts what stands between outlets, whichever way round it was recorded", async () => {
    const { id: caseId } = await testCase(team.analyst);
    const [r1, r2, u1, u2] = await said(caseId, "Reuters", "Reuters", "UTV", "UTV");
    await relate(caseId, r1, "contradicts", u1);
    await relate(caseId, u2, "contradicts", r2);
    await relate(caseId, r1, "agrees", r2);
    await relate(caseId, u2, "repeats", r1);
    await relate(caseId, u1, "unrelated", r2);
    const { outlets, cells } = await outletMatrix(team.viewer, caseId, RECORDED);
    expect(outlets.map(({ name }) => name)).toEqual(["Reuters", "UTV"]);
    const [reuters, utv] = outlets.map(({ id }) => id) as [string, string];
    const [a, b] = [reuters, utv].sort() as [string, string];
    expect(cells).toHaveLength(2);
    expect(cells).toContainEqual({ ...NONE, a, b, contradicts: 2, repeats: 1 });
    expect(cells).toContainEqual({ ...NONE, a: reuters, b: reuters, agrees: 1 });
    await retractClaim(team.analyst, { claimId: u2?.id ?? "" });
    expect((await outletMatrix(team.viewer, caseId, RECORDED)).cells).toContainEqual({ ...NONE, a, b, contradicts: 1 });
  });

  it("counts by origin copies of one wire against another outlet once", async () => {
    const { id: caseId } = await testCase(team.analyst);
    const article = await testArticle(team.analyst, caseId, { outlet: "Carrier" });
    const credits = await testClaim(team.analyst, caseId, {
      articleId: article.id,
      attribution: ["Carrier", "Reuters"],
    });
    const [wire, copy, against] = await said(caseId, "Reuters", "Copyist", "UTV");
    await relate(caseId, copy, "repeats", wire);
    await relate(caseId, credits, "agrees", wire);
    for (const each of [wire, copy, credits]) await relate(caseId, each, "contradicts", against);
    const sum = async (how: ReadMatrix) =>
      (await outletMatrix(team.viewer, caseId, how)).cells.reduce((all, { contradicts }) => all + contradicts, 0);
    expect(await sum(RECORDED)).toBe(3);
    expect(await sum({ by: "origin", implied: false })).toBe(1);
    expect(await sum({ by: "origin", implied: true })).toBe(1);
    const { outlets } = await outletMatrix(team.viewer, caseId, RECORDED);
    const id = (name: string) => outlets.find((outlet) => outlet.name === name)?.id ?? "";
    const cell = { a: id("UTV"), b: id("Reuters"), by: "origin", implied: false, limit: 50 } as const;
    const { items } = await listMatrixPairs(team.viewer, caseId, cell);
    expect(items).toMatchObject([{ kind: "contradicts", recorded: 3, conflict: 1 }]);
    const recorded = await listMatrixPairs(team.viewer, caseId, { ...cell, by: "report" });
    expect(recorded.items.map(({ conflict }) => conflict)).toEqual([1, 1]);
    const [pair] = items;
    expect([pair?.origins?.from, pair?.origins?.to]).toContainEqual({ name: "Reuters", claims: 3 });
  });

  it("tells nobody in a blind case what they have not judged, whatever it counts", async () => {
    const { id: caseId } = await testCase(team.lead);
    const [one, two] = await said(caseId, "Reuters", "UTV");
    await relate(caseId, one, "agrees", two);
    await changeCase(team.lead, { caseId, blind: true });
    const { outlets } = await outletMatrix(team.analyst, caseId, RECORDED);
    const [a = "", b = ""] = outlets.map(({ id }) => id);
    for (const how of WAYS) {
      expect((await outletMatrix(team.lead, caseId, how)).cells).toEqual([]);
      expect((await outletMatrix(team.analyst, caseId, how)).cells).toHaveLength(1);
      const list = { a, b, ...how, limit: 50 };
      expect((await listMatrixPairs(team.lead, caseId, list)).items).toEqual([]);
      expect((await listMatrixPairs(team.analyst, caseId, list)).items).toHaveLength(1);
      const drawing = { ...how, order: "name", theme: "light" } as const;
      expect((await drawMatrix(team.lead, caseId, drawing)).svg).not.toContain("Reuters");
      expect((await drawMatrix(team.analyst, caseId, drawing)).svg).toContain("Reuters");
    }
  });

  it("is empty for a case without claims, and of another team's case not there", async () => {
    const { id: caseId } = await testCase(team.analyst);
    const stranger = (await testTeam()).viewer;
    const [outlet = ""] = (await outletMatrix(team.viewer, (await somethingRelated()).caseId, RECORDED)).outlets.map(
      ({ id }) => id,
    );
    const refused = expect.objectContaining({ code: "NOT_FOUND" });
    for (const how of WAYS) {
      expect(await outletMatrix(team.viewer, caseId, how)).toEqual({ outlets: [], cells: [] });
      await expect(outletMatrix(stranger, caseId, how)).rejects.toEqual(refused);
      await expect(listMatrixPairs(stranger, caseId, { a: outlet, b: outlet, ...how, limit: 50 })).rejects.toEqual(
        refused,
      );
    }
  });
});

async function somethingRelated() {
  const { id: caseId } = await testCase(team.analyst);
  const [one, two] = await said(caseId, "Reuters", "UTV");
  await relate(caseId, one, "agrees", two);
  return { caseId };
}

/** The same numbers at every run. */
function random(seed: number) {
  let state = seed;
  return (below: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** A case in which anything may stand between any two claims, some of nobody, some retracted. */
async function anyCase(seed: number): Promise<string> {
  const next = random(seed);
  const { id: caseId } = await testCase(team.analyst);
  const claims: Claim[] = [];
  for (let index = 0; index < 14; index++) {
    const outlet = [undefined, "Reuters", "UTV", "One News", "AFP"][next(5)];
    const attribution = outlet ? [outlet, ...([[], ["Ahmed"], ["Basim"]][next(3)] ?? [])] : [];
    claims.push(await testClaim(team.analyst, caseId, { attribution }));
  }
  for (let index = 0; index < 30; index++) {
    const [from, to] = [next(claims.length), next(claims.length)];
    const kind = RelationKind.options[next(RelationKind.options.length)] ?? "agrees";
    if (from !== to) await relate(caseId, claims[from], kind, claims[to]);
  }
  await retractClaim(team.analyst, { claimId: claims[next(claims.length)]?.id ?? "" });
  return caseId;
}

describe.each([1, 2, 3, 4])("in any case (%s)", (seed) => {
  let caseId: string;
  beforeAll(async () => {
    caseId = await anyCase(seed);
  });

  it("the cells are a plain count of the relations", async () => {
    const { rows } = await pool().query(
      `SELECT least(f.outlet_id, t.outlet_id) AS a, greatest(f.outlet_id, t.outlet_id) AS b, r.standing AS kind,
              count(*)::int AS count
       FROM relation r JOIN claim f ON f.id = r.from_claim_id JOIN claim t ON t.id = r.to_claim_id
       WHERE r.case_id = $1 AND r.standing NOT IN ('unrelated', 'disputed') AND f.status <> 'retracted'
         AND t.status <> 'retracted' AND f.outlet_id IS NOT NULL AND t.outlet_id IS NOT NULL
       GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`,
      [caseId],
    );
    const { cells } = await outletMatrix(team.viewer, caseId, RECORDED);
    const counted = cells.flatMap(({ a, b, ...counts }) =>
      MatrixKind.options.flatMap((kind) => (counts[kind] > 0 ? [{ a, b, kind, count: counts[kind] }] : [])),
    );
    expect(counted).toHaveLength(rows.length);
    expect(counted).toEqual(expect.arrayContaining(rows));
  });

  it.each(WAYS)("every cell lists as many pairs as it counts ($by, implied: $implied)", async (how) => {
    const { cells } = await outletMatrix(team.viewer, caseId, how);
    expect(cells.length).toBeGreaterThan(0);
    for (const { a, b, ...counts } of cells) {
      const found: MatrixKind[] = [];
      const claims = new Set<string>();
      let cursor: string | undefined;
      do {
        const page = await listMatrixPairs(team.viewer, caseId, { a: b, b: a, ...how, limit: 3, cursor });
        for (const { kind, from, to, recorded, origins } of page.items) {
          found.push(kind);
          claims.add(`${kind} ${from.number} ${to.number}`);
          expect(recorded > 0 || how.implied).toBe(true);
          expect(origins === null).toBe(how.by === "report");
        }
        cursor = page.nextCursor ?? undefined;
      } while (cursor);
      const tally = MatrixKind.options.map((kind) => [kind, found.filter((each) => each === kind).length]);
      expect(Object.fromEntries(tally)).toEqual(counts);
      if (how.by === "report") expect(claims.size).toBe(found.length);
      const only = await listMatrixPairs(team.viewer, caseId, { a, b, ...how, limit: 200, kind: "agrees" });
      expect(only.items).toHaveLength(counts.agrees);
    }
  });

  it("recorded pairs are among the implied ones", async () => {
    const recorded = await outletMatrix(team.viewer, caseId, RECORDED);
    const implied = await outletMatrix(team.viewer, caseId, { by: "report", implied: true });
    for (const cell of recorded.cells) {
      const same = implied.cells.find(({ a, b }) => a === cell.a && b === cell.b);
      for (const kind of MatrixKind.options) expect(same?.[kind]).toBeGreaterThanOrEqual(cell[kind]);
    }
  });
});
