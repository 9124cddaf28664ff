import { beforeAll, describe, expect, it } from "vitest";
import { changeOutlet } from "@/features/outlet/commands/change-outlet";
import { ChangeOutlet } from "@/features/outlet/schema";
import type { Ctx } from "@/platform/context";
import { prisma } from "@/platform/db/client";
import { type TestTeam, testTeam } from "@/testing/actors";
import { testDatabase } from "@/testing/database";
import { testArticle, testCase, testClaim } from "@/testing/factories";
import { addVersion } from "./commands/add-version";
import { retractClaim } from "./commands/retract-claim";
import { claimsOfArticle, findClaimRefs, findClaims, getClaim, getClaimOfCase, listClaims, listTags } from "./queries";
import { type Claim, ListClaims } from "./schema";

testDatabase();

let team: TestTeam;
let caseId: string;
let articleId: string;
let claims: Record<"first" | "second" | "third" | "fourth" | "gone", Claim>;

beforeAll(async () => {
  team = await testTeam();
  caseId = (await testCase(team.lead)).id;
  articleId = (await testArticle(team.lead, caseId, { outlet: "Herald", text: "Rain fell. Wind blew. Snow fell." })).id;
  const record = (input: object) => testClaim(team.analyst, caseId, input);
  const first = await record({
    statement: "Rain in Baghdad",
    reportedOn: "2024-10-25",
    credibility: 2,
    tags: ["Weather"],
  });
  const second = await record({
    statement: "Wind",
    outlet: "Wire",
    articleId,
    quote: { exact: "Wind blew" },
    reliability: "D",
  });
  const third = await record({ statement: "أمطار في بغداد", outlet: "Wire", reportedOn: "2024-09", confidence: "low" });
  const fourth = await record({
    statement: "Rain",
    articleId,
    quote: { exact: "Rain fell" },
    reportedOn: "2024-10",
    tags: ["x"],
  });
  const gone = await record({ statement: "Rain again", articleId, quote: { exact: "Snow fell" }, tags: ["x"] });
  await retractClaim(team.analyst, { claimId: gone.id });
  claims = { first, second, third, fourth, gone };
});

const list = async (input: object, ctx: Ctx = team.viewer, inCase = caseId) =>
  (await listClaims(ctx, inCase, ListClaims.parse(input))).items.map(({ number }) => number);

describe("listClaims", () => {
  it("filters as a reader would expect", async () => {
    const wire = claims.second.outlet?.id ?? "";
    expect(await list({})).toEqual([1, 2, 3, 4]);
    expect(await list({ status: "retracted" })).toEqual([5]);
    expect(await list({ status: "draft,retracted" })).toEqual([1, 2, 3, 4, 5]);
    expect(await list({ outlet: wire })).toEqual([2, 3]);
    expect(await list({ article: articleId })).toEqual([2, 4]);
    expect(await list({ credibility: "1,2" })).toEqual([1]);
    expect(await list({ confidence: "low" })).toEqual([3]);
    expect(await list({ tag: "weather" })).toEqual([1]);
    expect(await list({ q: "RAIN" })).toEqual([1, 4]);
    expect(await list({ q: "rain baghdad" })).toEqual([1]);
    expect(await list({ q: "امطار بغداد" })).toEqual([3]);
    expect(await list({ q: "C-2" })).toEqual([2]);
    expect(await list({ q: "100%" })).toEqual([]);
    expect(await list({ q: "blew" })).toEqual([2]);
  });

  it("narrows by when, where, by whom, and by what is missing", async () => {
    const other = (await testCase(team.lead)).id;
    const record = (input: object, ctx: Ctx = team.analyst) => testClaim(ctx, other, input);
    const article = await testArticle(team.lead, other, { text: "Rain fell. Wind blew." });
    await record({ reportedOn: "2024-10-25", occurredOn: "2024-09", place: "Basra, Iraq", credibility: 6 });
    await record({ reportedOn: "since October 2024", place: "بغداد" });
    await record({ occurredOn: "2023", articleId: article.id, quote: { exact: "Rain fell" } }, team.lead);
    await record({ reportedOn: "before 2020", statement: "It rained in Basra" });
    const found = (input: object) => list(input, team.viewer, other);
    expect(await found({ reported: "2024-10" })).toEqual([1, 2]);
    expect(await found({ reported: "since 26 October 2024" })).toEqual([2]);
    expect(await found({ reported: "../2019" })).toEqual([4]);
    expect(await found({ reported: "2022" })).toEqual([]);
    expect(await found({ occurred: "2023/2024" })).toEqual([1, 3]);
    expect(await found({ place: "basra" })).toEqual([1]);
    expect(await found({ place: "Basra, I" })).toEqual([1]);
    expect(await found({ place: "بغداد" })).toEqual([2]);
    expect(await found({ place: "%" })).toEqual([]);
    expect(await found({ enteredBy: team.lead.actor.userId })).toEqual([3]);
    expect(await found({ lacks: "quote" })).toEqual([1, 2, 4]);
    expect(await found({ lacks: "grade" })).toEqual([2, 3, 4]);
    expect(await found({ lacks: "quote,grade" })).toEqual([2, 4]);
    await addVersion(team.lead, { articleId: article.id, text: "Rain did not fall. Wind blew." });
    expect(await found({ has: "changedQuote" })).toEqual([3]);
    await expect(async () => ListClaims.parse({ reported: "one day" })).rejects.toThrow("is not a date");
  });

  it("falls back to the outlet's reliability, in the filter too", async () => {
    const wire = claims.second.outlet?.id ?? "";
    await changeOutlet(team.lead, { ...ChangeOutlet.parse({ reliability: "B" }), outletId: wire });
    expect(await list({ reliability: "B" })).toEqual([3]);
    expect(await list({ reliability: "D" })).toEqual([2]);
    expect(await getClaim(team.viewer, claims.third.id)).toMatchObject({
      reliability: "B",
      reliabilityFromOutlet: true,
    });
    expect(await getClaim(team.viewer, claims.second.id)).toMatchObject({
      reliability: "D",
      reliabilityFromOutlet: false,
    });
  });

  it.each([
    ["number", [1, 2, 3, 4]],
    ["-number", [4, 3, 2, 1]],
    ["reportedOn", [3, 4, 1, 2]],
    ["-reportedOn", [1, 4, 3, 2]],
  ] as const)("sorts by %s and pages through without a gap or a repetition", async (sort, numbers) => {
    expect(await list({ sort })).toEqual(numbers);
    const paged: number[] = [];
    let cursor: string | undefined;
    do {
      const page = await listClaims(team.viewer, caseId, ListClaims.parse({ sort, limit: 1, cursor }));
      paged.push(...page.items.map(({ number }) => number));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(paged).toEqual(numbers);
  });

  it("refuses a made-up cursor and another team's case", async () => {
    const other = await testTeam();
    await expect(list({ cursor: "nonsense" })).rejects.toMatchObject({ code: "INVALID" });
    await expect(list({}, other.owner)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});

describe("relations of claims", () => {
  const relate = async (inCase: string, from: Claim, to: Claim, kind: "contradicts" | "agrees", judge: Ctx) => {
    const [low, high] = [from.id, to.id].sort() as [string, string];
    const { teamId } = judge;
    const { id } = await prisma().relation.create({
      data: {
        ...{ teamId, caseId: inCase, family: "content", standing: kind },
        ...{ fromClaimId: from.id, toClaimId: to.id, lowClaimId: low, highClaimId: high },
      },
    });
    await prisma().judgement.create({ data: { teamId, relationId: id, userId: judge.actor.userId, kind } });
    return id;
  };

  it("counts what stands between claims that stand, and finds conflicts by it", async () => {
    await relate(caseId, claims.first, claims.second, "contradicts", team.analyst);
    await relate(caseId, claims.first, claims.third, "agrees", team.analyst);
    await relate(caseId, claims.fourth, claims.gone, "contradicts", team.analyst);
    expect(await list({ has: "conflict" })).toEqual([1, 2]);
    expect((await getClaim(team.viewer, claims.first.id)).relations).toEqual({ agrees: 1, contradicts: 1 });
    expect((await getClaim(team.viewer, claims.fourth.id)).relations).toEqual({});
  });

  it("in a blind case, shows a pair to who judged or ruled on it, and lets no filter tell what is hidden", async () => {
    const blind = (await testCase(team.lead, { blind: true })).id;
    const a = await testClaim(team.analyst, blind, { credibility: 1 });
    const b = await testClaim(team.analyst, blind);
    const id = await relate(blind, a, b, "contradicts", team.analyst);
    expect(await list({ credibility: "1" }, team.analyst, blind)).toEqual([1]);
    expect(await list({ credibility: "1" }, team.lead, blind)).toEqual([]);
    expect(await list({ has: "conflict" }, team.analyst, blind)).toEqual([1, 2]);
    expect(await list({ has: "conflict" }, team.lead, blind)).toEqual([]);
    expect((await getClaim(team.lead, a.id)).relations).toEqual({});
    await prisma().ruling.create({
      data: { teamId: team.teamId, relationId: id, userId: team.owner.actor.userId, kind: "contradicts" },
    });
    expect(await list({ has: "conflict" }, team.lead, blind)).toEqual([]);
    expect(await list({ has: "conflict" }, team.owner, blind)).toEqual([1, 2]);
    expect((await getClaim(team.owner, a.id)).relations).toEqual({ contradicts: 1 });
  });

  it("counts them, as far as the caller may see", async () => {
    const blind = (await testCase(team.lead, { blind: true })).id;
    const [a, b, c] = [
      await testClaim(team.analyst, blind),
      await testClaim(team.lead, blind),
      await testClaim(team.lead, blind),
    ];
    await relate(blind, a, b, "agrees", team.analyst);
    await relate(blind, a, c, "contradicts", team.analyst);
    const found = (input: object, ctx: Ctx) => list(input, ctx, blind);
    expect(await found({ minRelations: 1 }, team.analyst)).toEqual([1, 2, 3]);
    expect(await found({ minRelations: 2 }, team.analyst)).toEqual([1]);
    expect(await found({ minRelations: 1, maxRelations: 1 }, team.analyst)).toEqual([2, 3]);
    expect(await found({ lacks: "relation" }, team.analyst)).toEqual([]);
    expect(await found({ lacks: "relation" }, team.lead)).toEqual([1, 2, 3]);
  });
});

describe("finding one claim", () => {
  it("finds by id and by number, in this case only", async () => {
    expect((await getClaimOfCase(team.viewer, caseId, "c-2")).id).toBe(claims.second.id);
    expect((await getClaimOfCase(team.viewer, caseId, claims.second.id)).number).toBe(2);
    const elsewhere = (await testCase(team.lead)).id;
    for (const which of [claims.second.id, "C-2", "C-99", "two"]) {
      await expect(getClaimOfCase(team.viewer, elsewhere, which)).rejects.toMatchObject({ code: "NOT_FOUND" });
    }
  });

  it("shows no claim to another team", async () => {
    const other = await testTeam();
    await expect(getClaim(other.owner, claims.first.id)).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(await claimsOfArticle(other.owner, articleId)).toEqual([]);
    expect(await findClaims(other.owner, caseId, "rain")).toEqual([]);
    expect((await findClaimRefs(other.owner, [claims.first.id])).size).toBe(0);
    expect(await listTags(other.owner, caseId)).toEqual([]);
  });

  it("serves pickers: by number first, then by words, the newest first", async () => {
    expect((await findClaims(team.viewer, caseId, "2")).map(({ claim }) => claim)[0]).toBe("C-2");
    expect(await findClaims(team.viewer, caseId, "rain")).toMatchObject([
      { claim: "C-4", quote: "Rain fell", outlet: "Herald", reportedOn: "2024-10" },
      { claim: "C-1" },
    ]);
    expect(await findClaims(team.viewer, caseId, "", 2)).toHaveLength(2);
  });

  it("lists an article's claims in reading order", async () => {
    expect((await claimsOfArticle(team.viewer, articleId)).map(({ number }) => number)).toEqual([4, 2]);
  });

  it("counts tags of claims that stand", async () => {
    expect(await listTags(team.viewer, caseId)).toEqual([
      { tag: "Weather", claims: 1 },
      { tag: "x", claims: 1 },
    ]);
  });
});
