import { createHash } from "node:crypto";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { beforeAll, describe, expect, it } from "vitest";
import { changeClaim } from "@/features/claim/commands/change-claim";
import { retractClaim } from "@/features/claim/commands/retract-claim";
import type { ClaimFilter } from "@/features/claim/schema";
import { writeFinding } from "@/features/conflict/commands/write-finding";
import { WriteFinding } from "@/features/conflict/schema";
import { recordRelation } from "@/features/relation/commands/record-relation";
import type { RelationKind } from "@/features/relation/schema";
import type { Ctx } from "@/platform/context";
import { type TestTeam, testTeam } from "@/testing/actors";
import { testDatabase } from "@/testing/database";
import { testArticle, testCase, testClaim } from "@/testing/factories";
import { STIX_BUNDLE, STIX_PARTS } from "@/testing/stix-schema";
import { exportStix } from "./export-stix";

testDatabase();

type Stix = Record<string, unknown> & { id: string; type: string };

const ajv = new Ajv2020({ schemas: STIX_PARTS, allowUnionTypes: true });
addFormats.default(ajv);
const isBundle = ajv.compile(STIX_BUNDLE);

let team: TestTeam;
let caseId: string;
let file: string;
let objects: Stix[];

async function exported(ctx: Ctx, which: string, filter: ClaimFilter = {}) {
  const chunks: string[] = [];
  for await (const chunk of await exportStix(ctx, which, filter)) chunks.push(String(chunk));
  return chunks.join("");
}

const objectsOf = (text: string) => (JSON.parse(text) as { objects: Stix[] }).objects;
const ofType = (type: string) => objects.filter((each) => each.type === type);
const extension = (each: Stix | undefined) =>
  Object.values((each?.extensions ?? {}) as Record<string, Record<string, unknown>>)[0] ?? {};
const claimNotes = () => ofType("note").filter((note) => "claim" in extension(note));

async function fill(ctx: Ctx, id: string) {
  const article = await testArticle(ctx, id, {
    title: "Bridge",
    url: "https://example.org/a b",
    publishedOn: "2024-10-25",
    language: "en",
  });
  const vague = await testArticle(ctx, id, {
    title: "Older",
    outlet: "Wire One",
    publishedOn: "October 2024",
    author: "A. B.",
  });
  const graded = await testClaim(ctx, id, {
    statement: "Twelve hurt",
    articleId: article.id,
    quote: { exact: "Twelve people were hurt." },
    attribution: ["a spokesman"],
    occurredOn: "late October 2024",
    reliability: "B",
    credibility: 2,
    confidence: "high",
    tags: ["toll"],
  });
  const others = [
    await testClaim(ctx, id, { statement: "Thirty hurt", articleId: vague.id, credibility: 6 }),
    await testClaim(ctx, id, { statement: "By hand", note: "\u202eكذا", credibility: 5 }),
    await testClaim(ctx, id, { statement: "Gone", outlet: "Wire One" }),
  ];
  await changeClaim(ctx, { claimId: graded.id }, { extra: { "Ünknown column": "x" } });
  const relate = (to: number, kind: RelationKind) =>
    recordRelation(ctx, { caseId: id, from: graded.id, to: others[to]?.id ?? "", kind, rationale: "seen" });
  await relate(0, "contradicts");
  await relate(1, "repeats");
  await retractClaim(ctx, { claimId: others[2]?.id ?? "" });
}

beforeAll(async () => {
  team = await testTeam();
  caseId = (await testCase(team.analyst, { title: "Bridge", description: "A case" })).id;
  await fill(team.analyst, caseId);
  const finding = {
    outcome: "one_camp",
    preferredCamp: "A",
    rationale: "Seen.",
    likelihood: "likely",
    confidence: "low",
  };
  await writeFinding(team.lead, { caseId, number: 1, ...WriteFinding.parse(finding) });
  file = await exported(team.viewer, caseId);
  objects = objectsOf(file);
});

describe("a bundle", () => {
  it.each([
    ["of a case", (ctx: Ctx) => exported(ctx, caseId)],
    ["of a part of it", (ctx: Ctx) => exported(ctx, caseId, { tag: ["toll"] })],
    ["of nothing", (ctx: Ctx) => exported(ctx, caseId, { q: "nothing like it" })],
    ["of an empty case", async (ctx: Ctx) => exported(ctx, (await testCase(team.analyst)).id)],
  ])("%s is what STIX 2.1 asks for", async (_, write) => {
    const bundle = JSON.parse(await write(team.viewer));
    isBundle(bundle);
    expect(isBundle.errors).toBeNull();
  });

  it("holds everything it refers to, each once, under ids that stay", async () => {
    const ids = objects.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const named = file.match(/"[a-z-]+--[0-9a-f-]{36}"/g) ?? [];
    const missing = new Set(named.map((each) => JSON.parse(each)).filter((each) => !ids.includes(each)));
    expect([...missing]).toEqual([(JSON.parse(file) as Stix).id]);
    const again = objectsOf(await exported(team.lead, caseId)).map(({ id }) => id);
    expect(again.slice(0, -1)).toEqual(ids.slice(0, -1));
  });

  it("ends with what it holds and a hash of the rest", async () => {
    const lines = file
      .split("\n")
      .slice(1, -3)
      .map((line) => `${line}\n`);
    expect(objects.at(-1)?.content).toContain(createHash("sha256").update(lines.join("")).digest("hex"));
    expect(objects.at(-1)?.content).toContain("claims: 4\narticles: 2\nrelations: 2\nfindings: 1\n");
    const part = objectsOf(await exported(team.viewer, caseId, { tag: ["toll"] })).at(-1)?.content;
    expect(part).toContain("claims left out by the filter: 3\nrelations left out because one of their claims is: 2");
  });
});

it("tells a claim with its words and the grades on their own scales", () => {
  const [graded, , byHand, gone] = claimNotes();
  expect(graded).toMatchObject({ abstract: "C-1", content: "Twelve hurt", confidence: 70, labels: ["toll"] });
  expect(extension(graded)).toMatchObject({
    reliability: "B",
    credibility: 2,
    analytic_confidence: "high",
    quote: { exact: "Twelve people were hurt.", state: "exact" },
    occurred_on_words: "late October 2024",
    own_columns: [{ name: "Ünknown column", value: "x" }],
  });
  expect(byHand).toMatchObject({ confidence: 10 });
  expect(gone).toMatchObject({ revoked: true });
  expect(claimNotes()[1]).not.toHaveProperty("confidence");
});

it("tells analysts' grades as opinions, save those that judge nothing", () => {
  expect(ofType("opinion").map(({ opinion }) => opinion)).toEqual(["agree", "strongly-disagree"]);
});

it("tells articles with the claims in them, and a day of publication only where it is known", () => {
  const [dated, vague] = ["Bridge", "Older"].map((name) =>
    objects.find((each) => each.name === name && each.type === "report"),
  );
  expect(dated).toMatchObject({
    published: "2024-10-25T00:00:00.000Z",
    lang: "en",
    object_refs: [claimNotes()[0]?.id],
  });
  expect(dated?.external_references).toEqual([
    { source_name: "Daily Test", description: "Bridge", url: "https://example.org/a%20b" },
  ]);
  expect(vague?.published).toBe(vague?.created);
  expect(extension(vague)).toMatchObject({ published_on: "2024-10" });
});

it("tells relations by descent or else as related, and findings over claims", () => {
  expect(ofType("relationship").map((each) => [each.relationship_type, extension(each).kind])).toEqual([
    ["related-to", "contradicts"],
    ["derived-from", "repeats"],
  ]);
  const finding = ofType("note").find((note) => "outcome" in extension(note));
  expect(finding).toMatchObject({ confidence: 15, content: "One camp holds. Seen." });
  expect(extension(finding)).toMatchObject({ likelihood: "likely", analytic_confidence: "low" });
});

it("keeps in a blind case what the reader has not judged, and another team's case altogether", async () => {
  const { id } = await testCase(team.analyst, { blind: true });
  await fill(team.analyst, id);
  const seen = objectsOf(await exported(team.lead, id));
  expect(seen.filter(({ type }) => type === "opinion" || type === "relationship")).toEqual([]);
  expect(seen.some((each) => "confidence" in each)).toBe(false);
  expect(objectsOf(await exported(team.analyst, id)).filter(({ type }) => type === "relationship")).toHaveLength(2);
  await expect(exportStix((await testTeam()).owner, id, {})).rejects.toMatchObject({ code: "NOT_FOUND" });
});
