import { createHash } from "node:crypto";
import jsonld from "jsonld";
import { beforeAll, describe, expect, it } from "vitest";
import type { ClaimFilter } from "@/features/claim/schema";
import { writeFinding } from "@/features/conflict/commands/write-finding";
import { WriteFinding } from "@/features/conflict/schema";
import { recordRelation } from "@/features/relation/commands/record-relation";
import type { Ctx } from "@/platform/context";
import { type TestTeam, testTeam } from "@/testing/actors";
import { ANNOTATION_CONTEXT } from "@/testing/annotation-context";
import { testDatabase } from "@/testing/database";
import { testArticle, testCase, testClaim } from "@/testing/factories";
import { exportJsonLd } from "./export-json-ld";

testDatabase();

type Json = Record<string, unknown>;
type Annotation = { id: string; motivation: string; body: Json | Json[]; target: Json };
type Collection = Json & { first: { items: Annotation[] }; total: number };

const TEXT = "🚑🚑 Twelve were hurt. قال المتحدث إن الجسر مغلق 🚧.";
const ARABIC = "قال المتحدث إن الجسر مغلق 🚧";

let team: TestTeam;
let caseId: string;
let file: string;
let collection: Collection;

async function exported(ctx: Ctx, which: string, filter: ClaimFilter = {}) {
  const chunks: string[] = [];
  for await (const chunk of await exportJsonLd(ctx, which, filter)) chunks.push(String(chunk));
  return chunks.join("");
}

async function fill(ctx: Ctx, id: string) {
  const article = await testArticle(ctx, id, {
    title: "Bridge",
    text: TEXT,
    url: "https://example.org/a b",
    publishedOn: "2024-10",
  });
  const first = await testClaim(ctx, id, {
    statement: "Twelve hurt",
    articleId: article.id,
    quote: { exact: "Twelve were hurt." },
    attribution: ["Wire One", "a spokesman"],
    newOutlets: ["Wire One"],
    reportedOn: "2024-10-25",
    occurredOn: "late October 2024",
    reliability: "F",
    credibility: 2,
    confidence: "low",
    tags: ["toll"],
    note: "Seen twice",
  });
  const second = await testClaim(ctx, id, { statement: "Closed", articleId: article.id, quote: { exact: ARABIC } });
  await testClaim(ctx, id, { statement: "By hand" });
  await recordRelation(ctx, { caseId: id, from: first.id, to: second.id, kind: "contradicts", about: "number" });
}

beforeAll(async () => {
  team = await testTeam();
  caseId = (await testCase(team.analyst, { title: "Bridge" })).id;
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
  collection = JSON.parse(file);
});

const documentLoader = async (url: string) => {
  if (url !== "http://www.w3.org/ns/anno.jsonld") throw new Error(`${url} is not to be loaded.`);
  return { contextUrl: null, documentUrl: url, document: ANNOTATION_CONTEXT };
};

const annotations = (motivation: string) =>
  collection.first.items.filter((annotation) => annotation.motivation === motivation);

describe("as linked data", () => {
  it("has a meaning for every term, and no name that needs a base", async () => {
    const expanded = await jsonld.expand(collection, { documentLoader, safe: true });
    expect(expanded).toHaveLength(1);
    const quads = await jsonld.toRDF(collection, { documentLoader, safe: true, format: "application/n-quads" });
    const claims = quads.split("\n").filter((quad) => quad.endsWith("<http://schema.org/Claim> ."));
    expect(claims).toHaveLength(3);
    expect(quads).toContain('"2024-10"^^<http://id.loc.gov/datatypes/edtf/EDTF>');
    expect(quads).toMatch(/<http:\/\/schema\.org\/appearance> <https:\/\/example\.org\/a%20b>/);
  });
});

describe("a claim's annotation", () => {
  it("names its words by code points of the version whose hash it gives", () => {
    const points = [...TEXT];
    const quotes = annotations("identifying").flatMap(({ target }) => {
      const { selector, source } = target as { selector?: [Json, { start: number; end: number }]; source?: Json };
      if (!selector) return [];
      expect(source).toMatchObject({ "schema:sha256": createHash("sha256").update(TEXT).digest("hex") });
      const [words, place] = selector;
      expect(points.slice(place.start, place.end).join("")).toBe(words.exact);
      return [words.exact];
    });
    expect(quotes).toEqual(["Twelve were hurt.", ARABIC]);
  });

  it("keeps the statement, who is credited, vague dates, tags and notes", () => {
    const [claim, ...more] = (annotations("identifying")[0]?.body ?? []) as Json[];
    expect(claim).toMatchObject({
      "schema:identifier": "C-1",
      "schema:text": "Twelve hurt",
      "schema:author": { "schema:name": "Wire One" },
      "schema:datePublished": "2024-10-25",
      "cb:attribution": { "@list": ["Wire One", "a spokesman"] },
      "cb:occurredOn": { "@type": "edtf:EDTF" },
      "cb:occurredOnWords": "late October 2024",
    });
    expect(more.map(({ value, purpose }) => `${purpose}: ${value}`)).toEqual([
      "tagging: toll",
      "commenting: Seen twice",
    ]);
  });

  it("is about the claim alone where there is no article", () => {
    const by = annotations("identifying")[2];
    expect(by?.target).toBe(`${by?.id}#claim`);
  });
});

it("tells grades as reviews, the unknown ones without a place on the scale", () => {
  const [standing, own] = annotations("assessing").map(({ body }) => body as Json);
  const ratings = [
    expect.objectContaining({ "schema:reviewAspect": "reliability", "cb:grade": "F" }),
    expect.objectContaining({ "schema:ratingValue": "2", "schema:alternateName": "probably true" }),
    expect.objectContaining({ "schema:ratingValue": "low" }),
  ];
  expect(standing).toMatchObject({ type: "schema:ClaimReview", "cb:stands": true, "schema:reviewRating": ratings });
  expect(own).toMatchObject({ "schema:author": { "schema:name": "Anna Analyst" }, "schema:reviewRating": ratings });
  const given = standing?.["schema:reviewRating"] as Json[] | undefined;
  expect(given?.[0]).not.toHaveProperty("schema:ratingValue");
});

it("links related claims and tells findings over them", () => {
  const iris = annotations("identifying").map(({ id }) => `${id}#claim`);
  expect(annotations("linking")).toMatchObject([
    { target: iris[0], body: { source: iris[1], "cb:kind": "contradicts", "cb:about": "number" } },
  ]);
  const finding = annotations("assessing").at(-1);
  expect(finding?.target).toEqual(iris.slice(0, 2));
  expect(finding?.body).toMatchObject({
    "cb:likelihood": "likely",
    "cb:confidence": "low",
    "cb:preferred": [{ id: iris[0] }],
  });
});

it("counts what it holds, and gives a hash of its lines", async () => {
  const lines = file.split("\n").filter((line) => line.startsWith('{"id"'));
  expect(collection.total).toBe(lines.length);
  expect(collection["cb:contents"]).toMatchObject({
    "cb:claims": 3,
    "cb:relations": 1,
    "cb:findings": 1,
    "cb:claimsLeftOut": 0,
  });
  const hash = createHash("sha256")
    .update(lines.map((line) => `${line}\n`).join(""))
    .digest("hex");
  expect(collection["cb:sha256"]).toBe(hash);
  const part = JSON.parse(await exported(team.viewer, caseId, { tag: ["toll"] })) as Collection;
  expect(part["cb:contents"]).toMatchObject({ "cb:claims": 1, "cb:relationsLeftOut": 1, "cb:claimsLeftOut": 2 });
  expect(JSON.parse(await exported(team.viewer, caseId, { q: "nothing" })).total).toBe(0);
});

it("keeps in a blind case what the reader has not judged, and another team's case altogether", async () => {
  const { id } = await testCase(team.analyst, { blind: true });
  await fill(team.analyst, id);
  const { first } = JSON.parse(await exported(team.lead, id)) as Collection;
  expect(new Set(first.items.map(({ motivation }) => motivation))).toEqual(new Set(["identifying"]));
  const own = JSON.parse(await exported(team.analyst, id)) as Collection;
  expect(own.first.items.map(({ motivation }) => motivation)).toContain("linking");
  await expect(exportJsonLd((await testTeam()).owner, id, {})).rejects.toMatchObject({ code: "NOT_FOUND" });
});
