import { readdirSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, expect, test } from "vitest";
import { assessClaim } from "@/features/claim/commands/assess-claim";
import { addComment } from "@/features/comment/commands/add-comment";
import { writeFinding } from "@/features/conflict/commands/write-finding";
import { recordRelation } from "@/features/relation/commands/record-relation";
import { answerTask } from "@/features/round/commands/answer-task";
import { drawRound } from "@/features/round/commands/draw-round";
import { takeTask } from "@/features/round/commands/take-task";
import { DrawRound } from "@/features/round/schema";
import type { Ctx } from "@/platform/context";
import type { Route } from "@/platform/endpoint";
import { type TestTeam, testMember, testTeam } from "@/testing/actors";
import { call, testToken } from "@/testing/api";
import { testDatabase } from "@/testing/database";
import { testCase, testClaim } from "@/testing/factories";

testDatabase();

/** Words that only the first judge wrote: wherever they turn up, blindness is broken. */
const SECRET = "zyzzyva";

const root = fileURLToPath(new URL(".", import.meta.url));
const files = readdirSync(root, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith("route.ts"));
const modules = await Promise.all(files.map((file) => import(path.join(root, file))));
const reading = modules
  .flatMap((module): Route[] => (module.GET?.operation ? [module.GET] : []))
  .filter(({ operation }) => !operation.open && /\{(caseId|claimId|relationId|roundId)\}/.test(operation.path));

let team: TestTeam;
let second: Ctx;
let ids: Record<string, string>;

beforeAll(async () => {
  team = await testTeam();
  second = await testMember(team.teamId, "analyst", "Bilal Second");
  const { id: caseId } = await testCase(team.lead, { blind: true });
  const from = await testClaim(team.lead, caseId, { statement: "Twelve were hurt." });
  const to = await testClaim(team.lead, caseId, { statement: "Forty-seven were hurt." });
  const judges = [team.analyst.actor.userId, second.actor.userId];
  const round = await drawRound(team.lead, {
    ...DrawRound.parse({ title: "Round", of: "pairs", judges, pairs: [{ from: from.id, to: to.id }] }),
    caseId,
  });
  const { task } = await takeTask(team.analyst, { roundId: round.id });
  await answerTask(team.analyst, {
    roundId: round.id,
    unitId: task?.unit ?? "",
    kind: "contradicts",
    about: "number",
    rationale: SECRET,
  });
  await takeTask(second, { roundId: round.id });
  await assessClaim(team.analyst, { claimId: from.id, reliability: "E", credibility: 5, reason: SECRET });
  await writeFinding(team.analyst, {
    caseId,
    number: from.number,
    outcome: "open",
    rationale: SECRET,
    status: "proposed",
  });
  for (const on of [
    { type: "claim", id: from.id },
    { type: "conflict", id: to.id },
  ] as const)
    await addComment(team.analyst, { caseId, on, body: SECRET, mentions: judges });
  const relation = await recordRelation(team.analyst, { caseId, from: from.id, to: to.id, kind: "contradicts" });
  await addComment(team.analyst, { caseId, on: { type: "relation", id: relation.id }, body: SECRET, mentions: [] });
  ids = { caseId, claimId: from.id, relationId: relation.id, roundId: round.id, number: String(from.number) };
});

const FORMATS = ["csv", "json", "jsonld", "stix", "md"].map((format) => `?format=${format}`);
const QUERIES: Record<string, string[]> = {
  exportSheet: FORMATS,
  listComments: ["claim", "conflict", "relation"].map((on) => `?on=${on}&id=`),
  listAgreementUnits: ["relations", "reliability", "credibility"].map((of) => `?of=${of}`),
  placeOfClaim: ["?claim="],
  listMatrixPairs: [],
};

async function read(route: Route, as: string, query: string): Promise<string> {
  const leaving = new AbortController();
  const { claimId = "", relationId = "" } = ids;
  const asked = query.endsWith("id=") ? query + (query.includes("relation") ? relationId : claimId) : query;
  const response = await call(route, {
    as,
    params: ids,
    query: asked.endsWith("claim=") ? asked + claimId : asked,
    signal: leaving.signal,
  });
  const reader = response.body?.getReader();
  const decoder = new TextDecoder();
  let text = "";
  // A stream never ends: what it says at once is enough.
  const deadline = setTimeout(() => leaving.abort(), 1500);
  for (let chunk = await reader?.read(); chunk && !chunk.done; chunk = await reader?.read()) {
    text += decoder.decode(chunk.value, { stream: true });
  }
  clearTimeout(deadline);
  return text;
}

test.each(reading.map((route): [string, Route] => [route.operation.id, route]))(
  "%s tells a judge who has not judged yet nothing of what the other said",
  async (id, route) => {
    const token = await testToken(second);
    for (const query of QUERIES[id] ?? [""]) {
      const text = await read(route, token, query);
      expect(text, `${id}${query}`).not.toContain(SECRET);
      expect(text, `${id}${query}`).not.toMatch(/"(?:kind|standing|reliability)":"(?:contradicts|E)"/);
    }
  },
  20_000,
);

test("the one who said it reads it, so that the words are there to be kept back", async () => {
  const token = await testToken(team.analyst);
  const texts = await Promise.all(
    reading
      .filter(({ operation }) => ["getRelation", "getClaim", "exportSheet", "listActivity"].includes(operation.id))
      .map((route) => read(route, token, QUERIES[route.operation.id]?.[1] ?? "")),
  );
  for (const text of texts) expect(text).toContain(SECRET);
});
