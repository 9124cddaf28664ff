import { beforeAll, describe, expect, it } from "vitest";
import { retractClaim } from "@/features/claim/commands/retract-claim";
import type { Claim } from "@/features/claim/schema";
import { recordRelation } from "@/features/relation/commands/record-relation";
import type { RelationKind } from "@/features/relation/schema";
import type { Ctx } from "@/platform/context";
import { type TestTeam, testMember, testTeam } from "@/testing/actors";
import { testDatabase } from "@/testing/database";
import { testCase, testClaim } from "@/testing/factories";
import { GraphOf } from "../schema";
import { readGraph } from "./graph";

testDatabase();

let team: TestTeam;
beforeAll(async () => {
  team = await testTeam();
});

/** Claims of Reuters, UTV and Al-Sumaria in turn, and a hand to relate them by number. */
async function caseOf(count: number, blind = false) {
  const { id: caseId } = await testCase(team.lead, { blind });
  const claims: Claim[] = [];
  for (let index = 0; index < count; index++) {
    const outlet = ["Reuters", "UTV", "Al-Sumaria"][index % 3] ?? "";
    claims.push(await testClaim(team.analyst, caseId, { statement: `Rain ${index + 1}`, outlet }));
  }
  const relate = (from: number, kind: RelationKind, to: number, by: Ctx = team.analyst) =>
    recordRelation(by, { caseId, from: claims[from - 1]?.id ?? "", to: claims[to - 1]?.id ?? "", kind });
  return { caseId, claims, relate };
}

const labels = ({ nodes }: { nodes: { label: string }[] }) => nodes.map(({ label }) => label);

describe("a graph", () => {
  it("of claims has those that relate, with their camps, and no line for what is unrelated", async () => {
    const { caseId, relate } = await caseOf(5);
    await relate(1, "contradicts", 2);
    await relate(3, "repeats", 2);
    await relate(4, "unrelated", 5);
    const graph = await readGraph(team.viewer, caseId, "claims");
    expect(labels(graph)).toEqual(["C-1", "C-2", "C-3"]);
    expect(graph.nodes[1]).toMatchObject({ text: "Rain 2", outlet: "UTV", conflict: 1, camp: "B", claim: 2 });
    expect(graph.edges).toEqual([
      { a: 0, b: 1, kind: "contradicts", count: 1 },
      { a: 2, b: 1, kind: "repeats", count: 1 },
    ]);
    expect(graph.claims).toEqual({ shown: 3, total: 3 });
  });

  it("leaves out what was retracted", async () => {
    const { caseId, claims, relate } = await caseOf(3);
    await relate(1, "contradicts", 2);
    await relate(2, "contradicts", 3);
    await retractClaim(team.analyst, { claimId: claims[0]?.id ?? "" });
    expect(labels(await readGraph(team.viewer, caseId, "claims"))).toEqual(["C-2", "C-3"]);
  });

  it("shows a part of a large case, and says so", async () => {
    const { caseId, relate } = await caseOf(4);
    await relate(1, "agrees", 2);
    await relate(3, "contradicts", 4);
    const graph = await readGraph(team.viewer, caseId, "claims", 2);
    expect(labels(graph)).toEqual(["C-3", "C-4"]);
    expect(graph.claims).toEqual({ shown: 2, total: 4 });
    expect((await readGraph(team.viewer, caseId, "origins", 2)).claims).toEqual({ shown: 2, total: 4 });
  });

  it("of outlets counts by pair, and keeps who repeats whom", async () => {
    const { caseId, relate } = await caseOf(6);
    await relate(1, "contradicts", 2);
    await relate(5, "contradicts", 4);
    await relate(2, "repeats", 1);
    await relate(3, "agrees", 6);
    const { nodes, edges } = await readGraph(team.viewer, caseId, "outlets");
    const named = edges.map(({ a, b, ...edge }) => ({ a: nodes[a]?.label, b: nodes[b]?.label, ...edge }));
    expect(nodes.map(({ label, claims }) => [label, claims])).toEqual([
      ["Al-Sumaria", 2],
      ["Reuters", 2],
      ["UTV", 2],
    ]);
    expect(named).toContainEqual({ a: "UTV", b: "Reuters", kind: "repeats", count: 1 });
    expect(named).toContainEqual({ a: "Al-Sumaria", b: "Al-Sumaria", kind: "agrees", count: 1 });
    const contradicting = named.find(({ kind }) => kind === "contradicts");
    expect(contradicting?.count).toBe(2);
    expect([contradicting?.a, contradicting?.b].sort()).toEqual(["Reuters", "UTV"]);
  });

  it("of origins draws a copy's relations between the origins behind it", async () => {
    const { caseId, relate } = await caseOf(3);
    await relate(2, "repeats", 1);
    await relate(2, "contradicts", 3);
    const { nodes, edges } = await readGraph(team.viewer, caseId, "origins");
    expect(nodes.map(({ label, claims }) => [label, claims])).toEqual([
      ["Reuters", 2],
      ["Al-Sumaria", 1],
    ]);
    expect(edges).toEqual([{ a: 0, b: 1, kind: "contradicts", count: 1 }]);
  });

  it("of an empty case is empty, and of another team's case not there", async () => {
    const { id: caseId } = await testCase(team.lead);
    const stranger = (await testTeam()).viewer;
    for (const of of GraphOf.options) {
      expect((await readGraph(team.viewer, caseId, of)).nodes).toEqual([]);
      await expect(readGraph(stranger, caseId, of)).rejects.toMatchObject({ code: "NOT_FOUND" });
    }
  });
});

it("shows in a blind case only the lines that the caller has judged, of whatever it is", async () => {
  const { caseId, relate } = await caseOf(4, true);
  const second = await testMember(team.teamId, "analyst", "Omar");
  await relate(1, "contradicts", 2);
  await relate(3, "agrees", 4);
  await relate(2, "contradicts", 1, second);
  for (const of of GraphOf.options) {
    expect((await readGraph(team.analyst, caseId, of)).edges).toHaveLength(2);
    expect((await readGraph(second, caseId, of)).edges).toHaveLength(1);
    for (const other of [team.lead, team.viewer]) {
      expect(await readGraph(other, caseId, of)).toMatchObject({ nodes: [], edges: [], claims: { total: 0 } });
    }
  }
});
