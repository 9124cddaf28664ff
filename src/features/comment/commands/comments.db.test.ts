import { beforeAll, describe, expect, test } from "vitest";
import { listLatestActivity } from "@/features/activity/queries";
import { readNotices } from "@/features/case/commands/read-notices";
import { countUnread, listNotices } from "@/features/case/queries/notices";
import { ListNotices } from "@/features/case/schema";
import { assessClaim } from "@/features/claim/commands/assess-claim";
import { assignConflict } from "@/features/conflict/commands/assign-conflict";
import { claimsBeside } from "@/features/conflict/queries/claims-beside";
import { recordRelation } from "@/features/relation/commands/record-relation";
import { ruleOnRelation } from "@/features/relation/commands/rule-on-relation";
import type { Ctx } from "@/platform/context";
import { type TestTeam, testMember, testTeam } from "@/testing/actors";
import { testDatabase } from "@/testing/database";
import { testArticle, testCase, testClaim } from "@/testing/factories";
import { commentsOn, getComment, listComments } from "../queries";
import { ListComments } from "../schema";
import { addComment } from "./add-comment";
import { editComment, reopenThread, resolveThread, restoreComment, retractComment } from "./change-comment";

testDatabase();

let team: TestTeam;
let second: Ctx;
let stranger: Ctx;
beforeAll(async () => {
  team = await testTeam();
  second = await testMember(team.teamId, "analyst", "Bilal Second");
  stranger = (await testTeam()).owner;
});

async function onClaim(blind = false) {
  const { id: caseId } = await testCase(team.lead, { blind });
  const { id } = await testClaim(team.lead, caseId);
  const say = (ctx: Ctx, body: string, more: object = {}) =>
    addComment(ctx, { caseId, on: { type: "claim", id }, body, mentions: [], ...more });
  const seen = async (ctx: Ctx) =>
    (await commentsOn(ctx, caseId, { type: "claim", ids: [id] })).map(({ body }) => body);
  return { caseId, claimId: id, say, seen };
}

const inbox = async (ctx: Ctx, query = {}) => (await listNotices(ctx, ListNotices.parse(query))).items;
const lastVerb = async (ctx: Ctx, caseId: string) =>
  (await listLatestActivity(ctx, caseId, { limit: 1 })).items[0] ?? null;

describe("a comment", () => {
  test("is said, answered, changed, taken back and brought back, and the history tells each", async () => {
    const { caseId, claimId, say, seen } = await onClaim();
    const first = await say(team.analyst, "Who says so?");
    expect(first).toMatchObject({
      body: "Who says so?",
      author: { name: "Anna Analyst" },
      parent: null,
      edited: false,
    });
    expect(await lastVerb(team.viewer, caseId)).toMatchObject({ verb: "comment.added", subject: { label: "C-1" } });
    await say(second, "The ministry.", { parent: first.id });
    expect(await editComment(team.analyst, { commentId: first.id, body: "Who said so?", mentions: [] })).toMatchObject({
      edited: true,
      version: 2,
    });
    expect(await seen(team.viewer)).toEqual(["Who said so?", "The ministry."]);
    await retractComment(team.analyst, { commentId: first.id });
    expect(await seen(team.viewer)).toEqual(["", "The ministry."]);
    expect(await lastVerb(team.viewer, caseId)).toMatchObject({ verb: "comment.retracted", after: null });
    await restoreComment(team.lead, { commentId: first.id });
    expect(await getComment(team.viewer, first.id)).toMatchObject({ body: "Who said so?", retracted: false });
    const page = await listComments(team.viewer, caseId, ListComments.parse({ on: "claim", id: claimId, limit: "1" }), [
      claimId,
    ]);
    expect(page).toMatchObject({ items: [{ id: first.id }], nextCursor: expect.any(String) });
  });

  test("opens a thread that is closed and opened again at its first comment", async () => {
    const { say } = await onClaim();
    const first = await say(team.analyst, "Done?");
    const answer = await say(second, "Done.", { parent: first.id });
    expect(await resolveThread(second, { commentId: first.id })).toMatchObject({
      resolved: { by: { name: "Bilal Second" } },
    });
    expect(await reopenThread(team.analyst, { commentId: first.id })).toMatchObject({ resolved: null });
    await expect(resolveThread(second, { commentId: answer.id })).rejects.toMatchObject({ code: "INVALID" });
    await expect(say(second, "And?", { parent: answer.id })).rejects.toMatchObject({ errors: [{ path: "parent" }] });
  });

  test("is its author's: others neither change it nor, but for leads, take it back; a stale edit keeps both", async () => {
    const { say } = await onClaim();
    const { id: commentId } = await say(team.analyst, "Mine.");
    const edit = (ctx: Ctx, more = {}) => editComment(ctx, { commentId, body: "Changed.", mentions: [], ...more });
    await expect(edit(second)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(edit(team.lead)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(retractComment(second, { commentId })).rejects.toMatchObject({ code: "FORBIDDEN" });
    await edit(team.analyst, { version: 1 });
    await expect(edit(team.analyst, { version: 1, body: "Again." })).rejects.toMatchObject({
      code: "CONFLICT",
      current: { body: "Changed.", version: 2 },
    });
    for (const act of [retractComment, restoreComment, resolveThread, reopenThread]) {
      await expect(act(team.viewer, { commentId })).rejects.toMatchObject({ code: "FORBIDDEN" });
      await expect(act(stranger, { commentId })).rejects.toMatchObject({ code: "NOT_FOUND" });
    }
    await expect(say(team.viewer, "Hello?")).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(say(stranger, "Hello?")).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(getComment(stranger, commentId)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  test("is on a claim, a pair, a conflict or an article of this case", async () => {
    const { caseId, claimId } = await onClaim();
    const other = await testClaim(team.lead, caseId);
    const relation = await recordRelation(team.lead, { caseId, from: claimId, to: other.id, kind: "contradicts" });
    const article = await testArticle(team.lead, caseId);
    const on = (type: "claim" | "relation" | "conflict" | "article", id: string) =>
      addComment(team.analyst, { caseId, on: { type, id }, body: type, mentions: [] });
    for (const [type, id] of [
      ["relation", relation.id],
      ["conflict", other.id],
      ["article", article.id],
    ] as const)
      expect((await on(type, id)).on).toEqual({ type, id });
    expect((await commentsOn(team.viewer, caseId, { type: "conflict", ids: [claimId, other.id] })).length).toBe(1);
    expect((await commentsOn(team.viewer, caseId, { type: "claim", ids: [other.id] })).length).toBe(0);
    expect((await claimsBeside(team.viewer, claimId)).sort()).toEqual([claimId, other.id].sort());
    expect(await claimsBeside(team.viewer, (await testClaim(team.lead, caseId)).id)).toHaveLength(1);
    const elsewhere = await onClaim();
    await expect(on("claim", elsewhere.claimId)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});

describe("in a blind case", () => {
  test("what is said of a claim is for who has graded it, in the history too", async () => {
    const { caseId, claimId, say, seen } = await onClaim(true);
    await say(team.analyst, "I would say B2.");
    for (const ctx of [team.viewer, second, team.lead, team.owner]) {
      expect(await seen(ctx)).toEqual([]);
      expect(JSON.stringify((await listLatestActivity(ctx, caseId, { limit: 5 })).items)).not.toContain("B2");
    }
    expect(await seen(team.analyst)).toEqual(["I would say B2."]);
    await assessClaim(second, { claimId, confidence: "low" });
    expect(await seen(second)).toEqual(["I would say B2."]);
  });

  test("what is said of a conflict, and that one is to decide it, waits until all around it is judged", async () => {
    const { caseId, claimId } = await onClaim(true);
    const others = [await testClaim(team.lead, caseId), await testClaim(team.lead, caseId)];
    const judge = (ctx: Ctx, to: string, kind: "contradicts" | "agrees") =>
      recordRelation(ctx, { caseId, from: claimId, to, kind });
    for (const { id } of others) await judge(team.analyst, id, "contradicts");
    const on = { type: "conflict", id: claimId } as const;
    await addComment(team.analyst, { caseId, on, body: "They cannot both be.", mentions: [second.actor.userId] });
    await assignConflict(team.analyst, { caseId, number: 1, user: second.actor.userId });
    const said = async () => (await commentsOn(second, caseId, { type: "conflict", ids: [claimId] })).length;
    const own = async () => (await inbox(second)).filter((notice) => notice.case.id === caseId).map(({ kind }) => kind);
    const unread = await countUnread(second);
    await assessClaim(second, { claimId, confidence: "low" });
    expect(await said()).toBe(0);
    expect(await own()).toEqual([]);
    await judge(second, others[0]?.id ?? "", "agrees");
    expect(await own()).toEqual(["assigned", "mentioned"]);
    expect(await countUnread(second)).toBe(unread + 2);
    expect(await said()).toBe(0);
    await judge(second, others[1]?.id ?? "", "agrees");
    expect(await said()).toBe(1);
  });
});

describe("the inbox", () => {
  test("tells who was mentioned or answered, once, and is one's own", async () => {
    const { say } = await onClaim();
    const before = await countUnread(second);
    const first = await say(team.analyst, "@Bilal Second, see this.", {
      mentions: [second.actor.userId, stranger.actor.userId, team.analyst.actor.userId],
    });
    expect(first.mentions.map(({ name }) => name)).toEqual(["Anna Analyst", "Bilal Second"]);
    expect(await countUnread(second)).toBe(before + 1);
    expect((await inbox(second))[0]).toMatchObject({
      kind: "mentioned",
      actor: { name: "Anna Analyst" },
      subject: { type: "claim", label: "C-1" },
      read: false,
    });
    expect(await inbox(stranger)).toEqual([]);
    await say(second, "I see.", { parent: first.id });
    expect((await inbox(team.analyst))[0]).toMatchObject({ kind: "answered" });
    const [notice] = await inbox(second, { unread: "true" });
    expect(await readNotices(team.analyst, { ids: [notice?.id ?? ""], read: true })).toEqual({ changed: 0 });
    expect(await readNotices(second, { ids: [notice?.id ?? ""], read: true })).toEqual({ changed: 1 });
    expect(await countUnread(second)).toBe(before);
    await readNotices(second, { read: false });
    expect(await countUnread(second)).toBeGreaterThan(before);
  });

  test("tells who was assigned a conflict, and whose judgement was overruled", async () => {
    const { caseId, claimId } = await onClaim();
    const other = await testClaim(team.lead, caseId);
    const relation = await recordRelation(second, { caseId, from: claimId, to: other.id, kind: "contradicts" });
    await assignConflict(team.lead, { caseId, number: 1, user: second.actor.userId });
    expect((await inbox(second))[0]).toMatchObject({ kind: "assigned", subject: { type: "conflict", label: "C-1" } });
    await ruleOnRelation(team.lead, { relationId: relation.id, kind: "qualifies" });
    expect((await inbox(second))[0]).toMatchObject({ kind: "ruled", subject: { type: "relation" } });
    const told = (await inbox(second)).length;
    await ruleOnRelation(team.lead, { relationId: relation.id, kind: "contradicts" });
    expect((await inbox(second)).length).toBe(told);
  });
});
