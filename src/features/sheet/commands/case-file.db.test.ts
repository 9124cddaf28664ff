import { beforeAll, describe, expect, it } from "vitest";
import { verifyHistory } from "@/features/activity/queries";
import { assessClaim } from "@/features/claim/commands/assess-claim";
import { changeClaim } from "@/features/claim/commands/change-claim";
import { retractClaim } from "@/features/claim/commands/retract-claim";
import { listClaims } from "@/features/claim/queries";
import { ListClaims } from "@/features/claim/schema";
import { addComment } from "@/features/comment/commands/add-comment";
import { resolveThread, retractComment } from "@/features/comment/commands/change-comment";
import { commentsOn } from "@/features/comment/queries";
import { dismissWarning } from "@/features/conflict/commands/dismiss-warning";
import { markOwnReporting } from "@/features/conflict/commands/mark-own-reporting";
import { writeFinding } from "@/features/conflict/commands/write-finding";
import { getConflict } from "@/features/conflict/queries/get-conflict";
import { changeOutlet } from "@/features/outlet/commands/change-outlet";
import { ChangeOutlet } from "@/features/outlet/schema";
import { judgeRelation } from "@/features/relation/commands/judge-relation";
import { recordRelation } from "@/features/relation/commands/record-relation";
import { ruleOnRelation } from "@/features/relation/commands/rule-on-relation";
import { listRelations } from "@/features/relation/queries";
import { ListRelations } from "@/features/relation/schema";
import { prisma } from "@/platform/db/client";
import { type TestTeam, testTeam } from "@/testing/actors";
import { comparableCase, exportCase } from "@/testing/case-files";
import { testDatabase } from "@/testing/database";
import { testArticle, testCase, testClaim } from "@/testing/factories";
import { importSheet } from "@/testing/sheets";

testDatabase();

const TEXT =
  "According to Wire One, 12 were hurt 🚑.\n\nقال المتحدث إن الجسر مغلق. A second passage says that nobody was hurt.";

let team: TestTeam;
let caseId: string;
let file: Buffer;

beforeAll(async () => {
  team = await testTeam();
  ({ caseId, file } = await richCase(team));
});

/** A case with something of everything that people record. */
async function richCase({ owner, lead, analyst }: TestTeam) {
  const { id: caseId } = await testCase(analyst, { title: "Bridge" });
  const article = await testArticle(analyst, caseId, {
    title: "=Bridge",
    outlet: "Daily Test",
    text: TEXT,
    url: "https://example.org/1",
    publishedOn: "late October 2024",
  });
  await testArticle(analyst, caseId, { title: "A copy", outlet: "Daily Copy", text: TEXT, repeats: article.id });
  const first = await testClaim(analyst, caseId, {
    statement: '=1+1 "quoted"\nقال 🚑',
    articleId: article.id,
    quote: { exact: "12 were hurt" },
    attribution: ["Daily Test", "Wire One", "a spokesman"],
    newOutlets: ["Wire One"],
    reportedOn: "2024-10-21/2024-10-31",
    occurredOn: "2024-10",
    reliability: "B",
    credibility: 2,
    tags: ["baghdad", "بغداد"],
    note: "-",
  });
  const second = await testClaim(lead, caseId, {
    statement: "Nobody was hurt",
    articleId: article.id,
    quote: { exact: "nobody was hurt" },
    credibility: 4,
  });
  const third = await testClaim(lead, caseId, { statement: "Twelve, says the ministry", outlet: "Ministry" });
  const gone = await testClaim(analyst, caseId, { statement: "Retracted" });
  await assessClaim(analyst, { claimId: second.id, credibility: 3, reason: "Two sources" });
  await changeClaim(analyst, { claimId: third.id, status: "reviewed" }, { extra: { Own: "x".repeat(32_767) } });
  const relation = await recordRelation(analyst, {
    caseId,
    from: second.id,
    to: first.id,
    kind: "contradicts",
    about: "number",
    rationale: "twelve or none",
  });
  await judgeRelation(lead, { relationId: relation.id, kind: "updates", from: first.id });
  await ruleOnRelation(lead, {
    relationId: relation.id,
    kind: "contradicts",
    about: "occurrence",
    rationale: "both of Monday",
  });
  await recordRelation(lead, { caseId, from: third.id, to: first.id, kind: "repeats" });
  await recordRelation(analyst, { caseId, from: gone.id, to: first.id, kind: "agrees" });
  await retractClaim(analyst, { claimId: gone.id });
  await writeFinding(analyst, {
    caseId,
    number: first.number,
    outcome: "cannot_tell",
    rationale: "Both name a source.",
    status: "proposed",
  });
  await writeFinding(lead, {
    caseId,
    number: first.number,
    outcome: "cannot_tell",
    rationale: "Both name a source.",
    status: "signed",
  });
  await markOwnReporting(lead, { claimId: third.id, reason: "Their correspondent was there" });
  const warned = await testClaim(analyst, caseId, { statement: "Warned", reliability: "A", credibility: 5 });
  await dismissWarning(analyst, { caseId, kind: "far_apart_grades", subject: warned.claim, reason: "Meant so" });
  const say = (ctx: TestTeam["analyst"], type: "claim" | "article" | "relation" | "conflict", id: string, more = {}) =>
    addComment(ctx, { caseId, on: { type, id }, body: `Of this ${type}.`, mentions: [], ...more });
  const thread = await say(analyst, "claim", first.id, { mentions: [lead.actor.userId] });
  await say(lead, "claim", first.id, { parent: thread.id, body: "Quite." });
  await resolveThread(lead, { commentId: thread.id });
  await say(analyst, "relation", relation.id);
  await retractComment(analyst, { commentId: (await say(analyst, "conflict", first.id)).id });
  if (third.outlet)
    await changeOutlet(owner, {
      ...ChangeOutlet.parse({ reliability: "D", reason: "Party" }),
      outletId: third.outlet.id,
    });
  return { caseId, file: await exportCase(analyst, caseId) };
}

const sendTo = (ctx: TestTeam["analyst"], id: string, bytes: Uint8Array, options = {}) =>
  importSheet(ctx, id, new Uint8Array(bytes), options);

describe("a case file", () => {
  it("holds everything that people recorded, and ends with counts and a hash", () => {
    const parsed = JSON.parse(file.toString());
    expect(parsed).toMatchObject({ format: "crossbearing-case", version: 1, case: { id: caseId, title: "Bridge" } });
    expect(parsed.end.counts).toEqual({
      outlets: 4,
      articles: 2,
      claims: 5,
      relations: 3,
      findings: 1,
      ownReporting: 1,
      suspicions: 0,
      dismissals: 1,
      comments: 4,
    });
    expect(parsed.articles[0].versions[0]).toMatchObject({ text: TEXT });
    expect(parsed.claims[1].assessments.map(({ by }: { by: { name: string } }) => by.name).sort()).toEqual([
      "Anna Analyst",
      "Lena Lead",
    ]);
  });

  it("keeps what others judged of a blind case from who has not judged", async () => {
    const { analyst, lead } = team;
    const { id } = await testCase(lead, { blind: true });
    const [a, b] = [await testClaim(lead, id, { credibility: 2 }), await testClaim(lead, id, {})];
    const pair = await recordRelation(lead, { caseId: id, from: a.id, to: b.id, kind: "contradicts" });
    for (const on of [
      { type: "relation", id: pair.id },
      { type: "claim", id: a.id },
    ] as const)
      await addComment(lead, { caseId: id, on, body: "They clash.", mentions: [] });
    expect(JSON.parse((await exportCase(analyst, id)).toString())).toMatchObject({
      comments: [],
      relations: [],
      claims: [{ assessments: [] }, {}],
    });
    expect(JSON.parse((await exportCase(lead, id)).toString()).relations).toHaveLength(1);
  });
});

describe("brought into an empty case", () => {
  it("of another team is the same case, by the names of those who did it", async () => {
    const { owner, analyst } = await testTeam();
    const { id } = await testCase(owner);
    const dry = await sendTo(owner, id, file, { dryRun: true });
    expect(dry).toMatchObject({ status: "done", total: 5, created: 5, failed: 0, errors: [] });
    expect((await listClaims(owner, id, ListClaims.parse({}))).items).toEqual([]);
    const report = await sendTo(owner, id, file);
    expect(report).toMatchObject({ status: "done", created: 5, unchanged: 0, failed: 0, errors: [] });
    expect(comparableCase(await exportCase(owner, id))).toEqual(comparableCase(file));
    const claims = (await listClaims(analyst, id, ListClaims.parse({}))).items;
    expect(claims.map(({ createdBy }) => createdBy.name)).toEqual([
      ...["Anna Analyst (imported)", "Lena Lead (imported)", "Lena Lead (imported)", "Anna Analyst (imported)"],
    ]);
    expect(claims[1]).toMatchObject({ credibility: 4, assessments: [{ user: { name: /imported/ } }, {}] });
    const [relation] = (await listRelations(analyst, id, ListRelations.parse({ kind: "contradicts" }))).items;
    expect(relation).toMatchObject({ kind: "contradicts", about: "occurrence" });
    const { status, camps } = await getConflict(team.analyst, caseId, 1);
    expect(await getConflict(analyst, id, 1)).toMatchObject({
      status,
      camps: camps.map(({ letter, origins, reports }) => ({ letter, origins, reports })),
      findings: [{ status: "signed", signer: { name: "Lena Lead (imported)" } }],
    });
    expect(await verifyHistory(analyst, id)).toMatchObject({ firstAltered: null });
    const said = await commentsOn(analyst, id, { type: "claim", ids: [claims[0]?.id ?? ""] });
    expect(said).toMatchObject([
      {
        body: "Of this claim.",
        author: { name: "Anna Analyst (imported)" },
        mentions: [{ name: "Lena Lead (imported)" }],
        resolved: { by: { name: "Lena Lead (imported)" } },
      },
      { body: "Quite.", parent: said[0]?.id },
    ]);
  });

  it("of the same team is the same case under ids of its own", async () => {
    const { id } = await testCase(team.lead);
    const report = await sendTo(team.lead, id, file);
    expect(report).toMatchObject({ status: "done", created: 5, failed: 0, errors: [] });
    expect(comparableCase(await exportCase(team.lead, id))).toEqual(comparableCase(file));
  });

  it("twice, or where it came from, changes nothing", async () => {
    const { owner } = await testTeam();
    const { id } = await testCase(owner);
    await sendTo(owner, id, file);
    const again = await exportCase(owner, id);
    for (const [ctx, target] of [
      [owner, id],
      [team.lead, caseId],
    ] as const) {
      const before = await prisma().activity.count({ where: { caseId: target } });
      const users = await prisma().user.count();
      const report = await sendTo(ctx, target, file);
      expect(report).toMatchObject({ status: "done", created: 0, updated: 0, unchanged: 5, failed: 0, errors: [] });
      expect(await prisma().activity.count({ where: { caseId: target } })).toBe(before + 2);
      expect(await prisma().user.count()).toBe(users);
    }
    expect(comparableCase(await exportCase(owner, id))).toEqual(comparableCase(again));
  });

  it("by an analyst leaves to a lead what only leads may say", async () => {
    const { analyst } = await testTeam();
    const { id } = await testCase(analyst);
    const report = await sendTo(analyst, id, file);
    expect(report).toMatchObject({ status: "done", created: 5 });
    expect(report.errors.map(({ column }) => column).sort()).toEqual([
      "comments.on.id",
      "findings.signer",
      "outlets",
      "relations.ruling",
    ]);
    const claims = (await listClaims(analyst, id, ListClaims.parse({}))).items;
    expect(claims.flatMap(({ assessments }) => assessments).some(({ lead }) => lead)).toBe(false);
  });
});

describe("a file that is not as it was written", () => {
  const altered = (change: (text: string) => string) => Buffer.from(change(file.toString()));

  it.each([
    ["cut off", () => file.subarray(0, file.length - 200), /cut off/],
    [
      "cut off between items and closed again",
      () => altered((text) => text.replace(/,\n\{"id"[^\n]*"Warned"[^\n]*\n/, "\n")),
      /hash/,
    ],
    ["with a changed word", () => altered((text) => text.replace("twelve or none", "twelve or nine")), /hash/],
    ["of something else", () => Buffer.from('{"type":"bundle"}'), /no case/],
    ["of another version", () => altered((text) => text.replace('"version":1', '"version":2')), /another version/],
  ])("%s is refused as a whole", async (_, make, message) => {
    const { owner } = await testTeam();
    const { id } = await testCase(owner);
    const report = await sendTo(owner, id, make());
    expect(report.status).toBe("failed");
    expect(report.errors[0]?.message).toMatch(message);
    expect((await listClaims(owner, id, ListClaims.parse({}))).items).toEqual([]);
  });

  it("but meant so is checked item by item, and forges nothing", async () => {
    const { owner } = await testTeam();
    const { id } = await testCase(owner);
    const parsed = JSON.parse(file.toString());
    delete parsed.end;
    parsed.claims[0].quote.exact = "47 were hurt";
    parsed.claims[2].reportedOn = "yesteryear";
    for (const claim of parsed.claims) {
      for (const each of claim.assessments.slice(0, 1))
        each.by = { id: owner.actor.userId.replace(/.$/, "0"), name: "Olga Owner" };
    }
    const report = await sendTo(owner, id, Buffer.from(JSON.stringify(parsed)));
    expect(report).toMatchObject({ status: "done", created: 3 });
    expect(report.errors.map(({ row, column }) => `${row} ${column}`)).toEqual(
      expect.arrayContaining(["1 claims.quote.exact", "3 claims.reportedOn"]),
    );
    const graders = (await listClaims(owner, id, ListClaims.parse({}))).items.flatMap(({ assessments }) => assessments);
    expect(new Set(graders.map(({ user }) => user.name))).toEqual(
      new Set(["Olga Owner (imported)", "Anna Analyst (imported)"]),
    );
  });

  it("comes into no case that has other claims of these numbers", async () => {
    const { owner } = await testTeam();
    const { id } = await testCase(owner);
    await testClaim(owner, id, {});
    const report = await sendTo(owner, id, file);
    expect(report).toMatchObject({ status: "failed" });
    expect(report.errors[0]?.message).toMatch(/C-1 is another claim/);
  });
});
