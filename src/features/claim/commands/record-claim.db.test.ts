import { beforeAll, describe, expect, it } from "vitest";
import type { Article } from "@/features/article/schema";
import type { Case } from "@/features/case/schema";
import { prisma } from "@/platform/db/client";
import { AppError } from "@/platform/errors";
import { type TestTeam, testMember, testTeam } from "@/testing/actors";
import { testDatabase } from "@/testing/database";
import { testArticle, testCase, testClaim } from "@/testing/factories";
import { RecordClaim } from "../schema";
import { recordClaim } from "./record-claim";

testDatabase();

const TEXT = "Twelve people were hurt, the Wire reported. The mayor said on Channel 4 that twelve people were hurt.";

let team: TestTeam;
let opened: Case;
let article: Article;

beforeAll(async () => {
  team = await testTeam();
  opened = await testCase(team.lead);
  article = await testArticle(team.lead, opened.id, { outlet: "Herald", text: TEXT });
});

const refused = async (work: Promise<unknown>) => {
  const error = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof AppError)) throw new Error(`not refused: ${error}`);
  return { code: error.code, path: error.errors[0]?.path, message: error.message };
};

describe("recordClaim", () => {
  it("records words, quote, outlet, dates, grades and tags, and says so in the history", async () => {
    const claim = await testClaim(team.analyst, opened.id, {
      statement: "The mayor put the number of hurt at twelve.",
      articleId: article.id,
      quote: { exact: "The mayor said on Channel 4 that twelve people were hurt", start: 44, end: 100 },
      attribution: ["The mayor"],
      outlet: "Channel 4",
      reportedOn: "2024-10",
      occurredOn: { edtf: "2024-10-21~/2024-10-31~", words: "late October" },
      place: "Bridge Street",
      reliability: "B",
      credibility: 2,
      confidence: "moderate",
      tags: ["Casualties", "casualties ", "Bridge"],
      note: "Check the hospital.",
    });
    expect(claim).toMatchObject({
      number: 1,
      claim: "C-1",
      caseId: opened.id,
      outlet: { name: "Channel 4" },
      attribution: ["Channel 4", "The mayor"],
      steps: [{ kind: "outlet" }, { kind: "source", outletId: null }],
      article: { id: article.id, title: article.title },
      quote: { start: 44, end: 100, state: "exact", versionId: article.versionId, suffix: "." },
      reportedOn: "2024-10",
      occurredOn: "2024-10-21~/2024-10-31~",
      occurredOnWords: "late October",
      reliability: "B",
      credibility: 2,
      confidence: "moderate",
      reliabilityFromOutlet: false,
      status: "draft",
      tags: ["Casualties", "Bridge"],
      version: 1,
      createdBy: { name: "Anna Analyst" },
    });
    expect(claim.quote?.prefix).toBe(TEXT.slice(12, 44));
    expect(claim.assessments).toMatchObject([{ user: { name: "Anna Analyst" }, credibility: 2, lead: false }]);
    const rows = await prisma().activity.findMany({ where: { teamId: team.teamId, subjectId: claim.id } });
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ verb: "claim.recorded", subject: "C-1", actorName: "Anna Analyst", before: null });
    expect(rows[0]?.after).toMatchObject({ outlet: "Channel 4", assessment: { credibility: 2 } });
  });

  it("takes a claim by hand, with nothing but a statement", async () => {
    const claim = await testClaim(team.analyst, opened.id, { statement: "The bridge is closed." });
    expect(claim).toMatchObject({ outlet: null, article: null, quote: null, attribution: [], credibility: null });
    expect(claim.assessments).toEqual([]);
  });

  it("credits the article's outlet where nobody else is", async () => {
    const claim = await testClaim(team.analyst, opened.id, { articleId: article.id, attribution: ["a bystander"] });
    expect(claim).toMatchObject({ outlet: { name: "Herald" }, attribution: ["a bystander"] });
  });

  it("finds a quote without offsets where it stands once, or once between the given words", async () => {
    const once = await testClaim(team.analyst, opened.id, {
      articleId: article.id,
      quote: { exact: "the Wire reported" },
    });
    expect(once.quote).toMatchObject({ start: 25, end: 42 });
    const between = await testClaim(team.analyst, opened.id, {
      articleId: article.id,
      quote: { exact: "people were hurt", prefix: "twelve " },
    });
    expect(between.quote?.start).toBe(TEXT.lastIndexOf("people"));
  });

  it.each([
    [{ exact: "people were hurt" }, "quote.exact", /stands 2 times/],
    [{ exact: "Forty people were hurt" }, "quote.exact", /is not in the text/],
    [{ exact: "The mayor", start: 0, end: 9 }, "quote.start", /the text reads “Twelve pe” there/],
    [{ exact: "The mayor", start: 44, end: 9000 }, "quote.start", /outside/],
    [{ exact: "the wire reported" }, "quote.exact", /reads “the Wire reported”/],
    [
      { exact: "The mayor", versionId: "00000000-0000-7000-8000-000000000000" },
      "quote.versionId",
      /no.* version|not a version/,
    ],
  ])("refuses the quote %j", async (quote, path, message) => {
    const attempt = refused(testClaim(team.analyst, opened.id, { articleId: article.id, quote }));
    expect(await attempt).toMatchObject({ code: "INVALID", path, message: expect.stringMatching(message) });
  });

  it("refuses a quote without an article, and an article of another case or team", async () => {
    const other = await testTeam();
    const elsewhere = await testCase(team.lead);
    const foreign = await testArticle(other.lead, (await testCase(other.lead)).id);
    const exact = "The mayor";
    expect(await refused(testClaim(team.analyst, opened.id, { quote: { exact } }))).toMatchObject({ path: "quote" });
    for (const [caseId, articleId] of [
      [elsewhere.id, article.id],
      [opened.id, foreign.id],
    ] as const) {
      const attempt = refused(testClaim(team.analyst, caseId, { articleId, quote: { exact } }));
      expect(await attempt).toMatchObject({ code: "INVALID", path: "articleId" });
    }
  });

  it("refuses an outlet that the attribution contradicts, and writes nothing then", async () => {
    await testClaim(team.analyst, opened.id, { outlet: "Wire" });
    const before = await prisma().outlet.count({ where: { teamId: team.teamId } });
    const attempt = testClaim(team.analyst, opened.id, { attribution: ["Wire", "officials"], outlet: "Brand New" });
    expect(await refused(attempt)).toMatchObject({ code: "INVALID", path: "outlet" });
    expect(await prisma().outlet.count({ where: { teamId: team.teamId } })).toBe(before);
  });

  it("refuses viewers, and cases of other teams", async () => {
    const other = await testTeam();
    expect(await refused(testClaim(other.analyst, opened.id))).toMatchObject({ code: "NOT_FOUND" });
    expect(await refused(testClaim(team.viewer, opened.id))).toMatchObject({ code: "FORBIDDEN" });
  });

  it("adopts the case's spelling of a tag", async () => {
    const claim = await testClaim(team.analyst, opened.id, { tags: ["bridge", "Other"] });
    expect(claim.tags).toEqual(["Bridge", "Other"]);
  });

  it("gives every claim of a busy case its own number", async () => {
    const busy = await testCase(team.lead);
    const members = await Promise.all([1, 2, 3, 4].map((n) => testMember(team.teamId, "analyst", `Analyst ${n}`)));
    const claims = await Promise.all(
      members.flatMap((member) => [testClaim(member, busy.id, { outlet: "New Daily" }), testClaim(member, busy.id)]),
    );
    expect(claims.map(({ number }) => number).sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(await prisma().outlet.count({ where: { teamId: team.teamId, name: "New Daily" } })).toBe(1);
    const seqs = await prisma().activity.findMany({
      where: { teamId: team.teamId, scopeId: busy.id },
      orderBy: { seq: "asc" },
    });
    expect(seqs.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });
});

describe("recordClaim for an import", () => {
  const row = (caseId: string, input: object = {}) => ({
    ...RecordClaim.parse({ statement: "A row", ...input }),
    caseId,
  });

  it("keeps a wished number where it is free, and counts on from there", async () => {
    const { id } = await testCase(team.lead);
    expect(await recordClaim(team.analyst, row(id), { number: 7 })).toMatchObject({ claim: "C-7" });
    expect(await recordClaim(team.analyst, row(id), { number: 7 })).toMatchObject({ claim: "C-8" });
    expect(await recordClaim(team.analyst, row(id), { number: 2 })).toMatchObject({ claim: "C-2" });
    expect(await recordClaim(team.analyst, row(id))).toMatchObject({ claim: "C-9" });
  });

  it("keeps unknown columns and the status", async () => {
    const { id } = await testCase(team.lead);
    const imported = { extra: { weather: "rain" }, status: "retracted" as const };
    expect(await recordClaim(team.analyst, row(id), imported)).toMatchObject(imported);
  });

  it("takes a quote of a text that is not held, as orphaned; nobody else may", async () => {
    const { teamId } = team;
    const { id: versionId } = await prisma().articleVersion.create({
      data: { teamId, articleId: article.id, ordinal: 2, sha256: "0".repeat(64), capturedById: team.lead.actor.userId },
    });
    const input = row(opened.id, { articleId: article.id, quote: { exact: "Words of a text elsewhere", versionId } });
    const claim = await recordClaim(team.analyst, input, {});
    expect(claim.quote).toMatchObject({ state: "orphaned", start: null, exact: "Words of a text elsewhere" });
    expect(await refused(recordClaim(team.analyst, input))).toMatchObject({ path: "quote.versionId" });
  });
});

describe("recordClaim with steps called outlets", () => {
  it("creates those that are new, and leaves other unknown steps sources", async () => {
    const claim = await testClaim(team.analyst, opened.id, {
      articleId: article.id,
      attribution: ["Evening Post", "Radio North", "Jo Guest"],
      newOutlets: ["Evening Post", "Radio North", "Never Named"],
    });
    expect(claim.steps.map(({ kind }) => kind)).toEqual(["outlet", "outlet", "source"]);
    expect(claim.outlet?.name).toBe("Radio North");
    expect(await prisma().outlet.count({ where: { teamId: team.teamId, name: "Never Named" } })).toBe(0);
  });

  it("lets two writers name the same new outlets in different order", async () => {
    const cases = await Promise.all([testCase(team.lead), testCase(team.lead)]);
    for (let round = 0; round < 5; round += 1) {
      const names = [`East ${round}`, `West ${round}`];
      const chains = [names, names.toReversed()];
      await Promise.all(
        cases.map(({ id }, index) =>
          testClaim(team.analyst, id, { attribution: chains[index], newOutlets: chains[index] }),
        ),
      );
      expect(await prisma().outlet.count({ where: { teamId: team.teamId, name: { in: names } } })).toBe(2);
    }
  });
});
