import { beforeAll, describe, expect, it } from "vitest";
import type { Article } from "@/features/article/schema";
import type { Case } from "@/features/case/schema";
import { prisma } from "@/platform/db/client";
import { AppError } from "@/platform/errors";
import { type TestTeam, testTeam } from "@/testing/actors";
import { testDatabase } from "@/testing/database";
import { testArticle, testCase, testClaim } from "@/testing/factories";
import { ChangeClaim } from "../schema";
import { changeClaim } from "./change-claim";
import { restoreClaim } from "./restore-claim";
import { retractClaim } from "./retract-claim";

testDatabase();

let team: TestTeam;
let opened: Case;
let article: Article;

beforeAll(async () => {
  team = await testTeam();
  opened = await testCase(team.lead);
  article = await testArticle(team.lead, opened.id, { outlet: "Herald", text: "Talks began. Talks ended on Friday." });
});

const change = (claimId: string, input: object, ctx = team.analyst) =>
  changeClaim(ctx, { ...ChangeClaim.parse(input), claimId });

const refused = async (work: Promise<unknown>) => {
  const error = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof AppError)) throw new Error(`not refused: ${error}`);
  return error;
};

const history = (claimId: string) =>
  prisma().activity.findMany({
    where: { teamId: team.teamId, subjectId: claimId },
    orderBy: { seq: "asc" },
    select: { verb: true, before: true, after: true },
  });

describe("changeClaim", () => {
  it("changes what is given, leaves the rest, and tells only that", async () => {
    const claim = await testClaim(team.analyst, opened.id, { statement: "Old", place: "Basra", note: "kept" });
    const changed = await change(claim.id, { statement: "New", place: null, reportedOn: "2024-10", version: 1 });
    expect(changed).toMatchObject({ statement: "New", place: null, note: "kept", reportedOn: "2024-10", version: 2 });
    expect((await history(claim.id))[1]).toEqual({
      verb: "claim.changed",
      before: { statement: "Old", place: "Basra", reportedOn: null, reportedOnWords: null },
      after: { statement: "New", place: null, reportedOn: "2024-10", reportedOnWords: "2024-10" },
    });
  });

  it("writes nothing where nothing changes", async () => {
    const claim = await testClaim(team.analyst, opened.id, { statement: "Same", tags: ["a"] });
    expect(await change(claim.id, { statement: "Same", tags: ["a"] })).toEqual(claim);
    expect(await history(claim.id)).toHaveLength(1);
  });

  it("refuses a stale version with the present state", async () => {
    const claim = await testClaim(team.analyst, opened.id);
    await change(claim.id, { statement: "First", version: 1 }, team.lead);
    const error = await refused(change(claim.id, { statement: "Second", version: 1 }));
    expect(error).toMatchObject({ code: "CONFLICT", current: { statement: "First", version: 2 } });
  });

  it("lets one of two writers at once through, and tells the other", async () => {
    const claim = await testClaim(team.analyst, opened.id);
    const attempts = [team.analyst, team.lead, team.owner].map((ctx, n) =>
      change(claim.id, { note: `${n}`, version: 1 }, ctx),
    );
    const results = await Promise.allSettled(attempts);
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });

  it("anchors another quote, takes it away, and keeps one that is sent back as it is", async () => {
    const quote = { exact: "Talks began", start: 0, end: 11 };
    const claim = await testClaim(team.analyst, opened.id, { articleId: article.id, quote });
    expect((await change(claim.id, { quote })).version).toBe(1);
    expect((await change(claim.id, { quote: { exact: "Talks ended" } })).quote).toMatchObject({ start: 13, end: 24 });
    const error = await refused(change(claim.id, { quote: { exact: "Talks failed" } }));
    expect(error.errors[0]?.path).toBe("quote.exact");
    expect((await change(claim.id, { quote: null })).quote).toBeNull();
  });

  it("follows the chain with the outlet, and the outlet with the chain", async () => {
    const claim = await testClaim(team.analyst, opened.id, { articleId: article.id, outlet: "Wire" });
    await testClaim(team.analyst, opened.id, { outlet: "Channel 4" });
    expect(await change(claim.id, { attribution: ["Channel 4", "a guest"] })).toMatchObject({
      outlet: { name: "Channel 4" },
      attribution: ["Channel 4", "a guest"],
    });
    expect(await change(claim.id, { outlet: "Wire" })).toMatchObject({ attribution: ["Wire", "a guest"] });
    expect(await change(claim.id, { outlet: null })).toMatchObject({
      outlet: { name: "Herald" },
      attribution: ["a guest"],
    });
    expect((await change(claim.id, { outlet: "Herald" })).attribution).toEqual(["a guest"]);
    const error = await refused(change(claim.id, { attribution: ["Wire"], outlet: "Channel 4" }));
    expect(error.errors[0]?.path).toBe("outlet");
  });

  it("keeps grades as the caller's own", async () => {
    const claim = await testClaim(team.analyst, opened.id, { credibility: 2 });
    const changed = await change(claim.id, { credibility: 4, reliability: "C" }, team.lead);
    expect(changed).toMatchObject({ credibility: 4, reliability: "C", version: 2 });
    expect(changed.assessments.map(({ user, credibility }) => [user.name, credibility])).toEqual([
      ["Anna Analyst", 2],
      ["Lena Lead", 4],
    ]);
    expect((await change(claim.id, { credibility: null, reliability: null }, team.lead)).credibility).toBe(2);
  });

  it("marks as reviewed and back", async () => {
    const claim = await testClaim(team.analyst, opened.id);
    expect((await change(claim.id, { status: "reviewed" })).status).toBe("reviewed");
    expect((await change(claim.id, { status: "draft" })).status).toBe("draft");
  });

  it("finds the claim by its new words", async () => {
    const claim = await testClaim(team.analyst, opened.id, { statement: "Before" });
    await change(claim.id, { statement: "Afterwards", tags: ["Émissaire"] });
    const row = await prisma().claim.findFirstOrThrow({ where: { teamId: team.teamId, id: claim.id } });
    expect(row.searchText).toBe("afterwards emissaire");
  });

  it("refuses viewers, other teams and unknown claims", async () => {
    const other = await testTeam();
    const claim = await testClaim(team.analyst, opened.id);
    expect((await refused(change(claim.id, { note: "x" }, team.viewer))).code).toBe("FORBIDDEN");
    expect((await refused(change(claim.id, { note: "x" }, other.owner))).code).toBe("NOT_FOUND");
    expect((await refused(change(opened.id, { note: "x" }))).code).toBe("NOT_FOUND");
  });
});

describe("retractClaim and restoreClaim", () => {
  it("takes a claim out and brings it back as it was", async () => {
    const claim = await testClaim(team.analyst, opened.id);
    await change(claim.id, { status: "reviewed" });
    const retracted = await retractClaim(team.analyst, { claimId: claim.id, version: 2 });
    expect(retracted).toMatchObject({ status: "retracted", version: 3 });
    expect((await refused(change(claim.id, { note: "x" }))).errors[0]?.path).toBe("status");
    const restored = await restoreClaim(team.lead, { claimId: claim.id });
    expect(restored).toMatchObject({ status: "reviewed", version: 4 });
    expect((await history(claim.id)).map(({ verb }) => verb)).toEqual([
      "claim.recorded",
      "claim.changed",
      "claim.retracted",
      "claim.restored",
    ]);
  });

  it("does nothing twice", async () => {
    const { id: claimId } = await testClaim(team.analyst, opened.id);
    await restoreClaim(team.analyst, { claimId });
    await retractClaim(team.analyst, { claimId });
    await retractClaim(team.analyst, { claimId });
    expect(await history(claimId)).toHaveLength(2);
  });

  it("refuses viewers, other teams and stale versions", async () => {
    const other = await testTeam();
    const { id: claimId } = await testClaim(team.analyst, opened.id);
    for (const command of [retractClaim, restoreClaim]) {
      expect((await refused(command(team.viewer, { claimId }))).code).toBe("FORBIDDEN");
      expect((await refused(command(other.owner, { claimId }))).code).toBe("NOT_FOUND");
      expect((await refused(command(team.analyst, { claimId, version: 9 }))).code).toBe("CONFLICT");
    }
  });
});
