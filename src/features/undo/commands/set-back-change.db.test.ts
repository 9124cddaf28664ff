import { beforeAll, describe, expect, it } from "vitest";
import { listLatestActivity, listOutletActivity, verifyHistory } from "@/features/activity/queries";
import { changeArticle } from "@/features/article/commands/change-article";
import { getArticle } from "@/features/article/queries";
import { ChangeArticle } from "@/features/article/schema";
import { changeCase } from "@/features/case/commands/change-case";
import { getCase } from "@/features/case/queries";
import { assessClaim } from "@/features/claim/commands/assess-claim";
import { changeClaim } from "@/features/claim/commands/change-claim";
import { retractClaim } from "@/features/claim/commands/retract-claim";
import { getClaim } from "@/features/claim/queries";
import { addComment } from "@/features/comment/commands/add-comment";
import { editComment, resolveThread, retractComment } from "@/features/comment/commands/change-comment";
import { getComment } from "@/features/comment/queries";
import { assignConflict } from "@/features/conflict/commands/assign-conflict";
import { dismissWarning } from "@/features/conflict/commands/dismiss-warning";
import { markOwnReporting } from "@/features/conflict/commands/mark-own-reporting";
import { withdrawFinding } from "@/features/conflict/commands/withdraw-finding";
import { writeFinding } from "@/features/conflict/commands/write-finding";
import { getConflict } from "@/features/conflict/queries/get-conflict";
import { getOwnReporting } from "@/features/conflict/queries/own-reporting";
import { changeOutlet } from "@/features/outlet/commands/change-outlet";
import { createOutlet } from "@/features/outlet/commands/create-outlet";
import { getOutlet } from "@/features/outlet/queries";
import { ChangeOutlet, CreateOutlet } from "@/features/outlet/schema";
import { judgeRelation } from "@/features/relation/commands/judge-relation";
import { recordRelation } from "@/features/relation/commands/record-relation";
import { ruleOnRelation } from "@/features/relation/commands/rule-on-relation";
import { withdrawJudgement } from "@/features/relation/commands/withdraw-judgement";
import { getRelation } from "@/features/relation/queries";
import type { Ctx } from "@/platform/context";
import { type TestTeam, testMember, testTeam } from "@/testing/actors";
import { testDatabase } from "@/testing/database";
import { testArticle, testCase, testClaim } from "@/testing/factories";
import { findLastChange } from "../queries";
import { setBackChange } from "./set-back-change";

testDatabase();

let team: TestTeam;
let second: Ctx;
beforeAll(async () => {
  team = await testTeam();
  second = await testMember(team.teamId, "analyst", "Boris Second");
});

/** The last row of a case, or of one thing in it. */
async function last(caseId: string, subjectId?: string) {
  const [row] = (await listLatestActivity(team.owner, caseId, { limit: 1, ...(subjectId && { subjectId }) })).items;
  if (!row) throw new Error("nothing has happened");
  return row;
}

const setBackLast = async (ctx: Ctx, caseId: string, subjectId?: string) =>
  setBackChange(ctx, { activityId: (await last(caseId, subjectId)).id });

const refused = (code: string, message = "") =>
  expect.objectContaining({ code, message: expect.stringContaining(message) });

describe("a change of an article, set back", () => {
  it("is as before with the words of its date, and stands in the history as a change that can be set back too", async () => {
    const { id: caseId } = await testCase(team.analyst);
    const { id: articleId } = await testArticle(team.analyst, caseId, {
      title: "A halt",
      publishedOn: "late October 2024",
      language: "en",
    });
    const wanted = {
      title: "A stop",
      publishedOn: "2024-11-02",
      outlet: "Reuters",
      author: "Somebody",
      language: null,
    };
    await changeArticle(team.lead, { ...ChangeArticle.parse(wanted), articleId });
    const { seq } = await last(caseId, articleId);
    const row = await setBackLast(team.analyst, caseId, articleId);
    expect(row).toMatchObject({
      verb: "article.changed",
      actor: { name: "Anna Analyst" },
      after: { title: "A halt", author: null, publishedOnWords: "late October 2024", setsBack: seq },
    });
    expect(await getArticle(team.viewer, articleId)).toMatchObject({
      title: "A halt",
      outlet: { name: "Daily Test" },
      author: null,
      language: "en",
    });
    await setBackChange(team.analyst, { activityId: row.id });
    expect(await getArticle(team.viewer, articleId)).toMatchObject({ title: "A stop", outlet: { name: "Reuters" } });
    expect(await verifyHistory(team.analyst, caseId)).toMatchObject({ firstAltered: null });
  });

  it("leaves alone what was changed since in other fields, and refuses where it was the same, naming it and who", async () => {
    const { id: caseId } = await testCase(team.analyst);
    const { id: articleId } = await testArticle(team.analyst, caseId, { title: "A halt" });
    await changeArticle(team.analyst, { articleId, title: "A stop" });
    const first = await last(caseId);
    await changeArticle(team.lead, { articleId, author: "Somebody" });
    await changeArticle(team.lead, { articleId, title: "An end" });
    await expect(setBackChange(team.analyst, { activityId: first.id })).rejects.toMatchObject({
      code: "CONFLICT",
      message: expect.stringContaining("Lena Lead has changed Title since (#"),
      errors: [{ path: "Title" }],
    });
    await setBackLast(team.lead, caseId);
    await setBackChange(team.analyst, { activityId: first.id });
    expect(await getArticle(team.viewer, articleId)).toMatchObject({ title: "A halt", author: "Somebody" });
    await expect(setBackChange(team.analyst, { activityId: first.id })).rejects.toEqual(
      refused("INVALID", "is set back already"),
    );
  });

  it("is for who may change it, in their own team", async () => {
    const { id: caseId } = await testCase(team.analyst);
    const { id: articleId } = await testArticle(team.analyst, caseId);
    await changeArticle(team.analyst, { articleId, author: "Somebody" });
    await expect(setBackLast(team.viewer, caseId)).rejects.toEqual(refused("FORBIDDEN"));
    const stranger = (await testTeam()).owner;
    await expect(setBackLast(stranger, caseId)).rejects.toEqual(refused("NOT_FOUND"));
    await expect(findLastChange(stranger, caseId)).rejects.toEqual(refused("NOT_FOUND"));
    expect(await findLastChange(team.viewer, caseId)).toEqual({ change: null, passedOver: [] });
    const { id: activityId } = (await listLatestActivity(team.viewer, caseId, { limit: 1, subjectId: caseId }))
      .items[0] ?? {
      id: "",
    };
    await expect(setBackChange(team.analyst, { activityId })).rejects.toEqual(refused("INVALID", "no change that you"));
  });

  it("does not make an outlet anew under the name that it no longer has", async () => {
    const { id: caseId } = await testCase(team.analyst);
    const { outlet, id: articleId } = await testArticle(team.analyst, caseId, { outlet: "Old Name" });
    await changeArticle(team.analyst, { articleId, outlet: "Daily Test" });
    await changeOutlet(team.analyst, { outletId: outlet.id, name: "New Name", aliases: [] });
    await expect(setBackLast(team.analyst, caseId)).rejects.toEqual(refused("INVALID", "was Old Name"));
  });
});

describe("what belongs to a case or the team, set back", () => {
  it("is a case's name and tolerance; what decides who sees what takes a lead", async () => {
    const { id: caseId } = await testCase(team.analyst, { title: "The bridge" });
    await changeCase(team.analyst, { caseId, title: "The dam", timeTolerance: 3 });
    await setBackLast(second, caseId);
    expect(await getCase(team.viewer, caseId)).toMatchObject({ title: "The bridge", timeTolerance: 0 });
    await changeCase(team.lead, { caseId, secondSignature: true });
    await expect(setBackLast(team.analyst, caseId)).rejects.toEqual(refused("INVALID"));
    await setBackLast(team.lead, caseId);
    expect(await getCase(team.viewer, caseId)).toMatchObject({ secondSignature: false });
  });

  it("is an outlet's details, from the outlet's own history; its grade takes a lead", async () => {
    const { id: outletId } = await createOutlet(team.analyst, CreateOutlet.parse({ name: "Wire", aliases: ["W"] }));
    const change = (ctx: Ctx, fields: object) => changeOutlet(ctx, { ...ChangeOutlet.parse(fields), outletId });
    const latest = async () => (await listOutletActivity(team.viewer, outletId, 10))[0] ?? { id: "", seq: 0 };
    await change(team.analyst, { name: "Wires", owner: "Somebody", carriers: ["Wire Carrier"] });
    const { id: activityId, seq } = await latest();
    await expect(setBackChange(team.viewer, { activityId })).rejects.toEqual(refused("FORBIDDEN"));
    await expect(setBackChange((await testTeam()).owner, { activityId })).rejects.toEqual(refused("NOT_FOUND"));
    const row = await setBackChange(team.analyst, { activityId });
    expect(row).toMatchObject({ verb: "outlet.changed", after: { name: "Wire", owner: null, setsBack: seq } });
    expect(await getOutlet(team.viewer, outletId)).toMatchObject({ name: "Wire", aliases: ["W"], carriers: [] });
    await change(team.lead, { reliability: "C", reason: "Seen often" });
    await expect(setBackChange(team.analyst, { activityId: (await latest()).id })).rejects.toEqual(refused("INVALID"));
    await setBackChange(team.lead, { activityId: (await latest()).id });
    expect(await getOutlet(team.viewer, outletId)).toMatchObject({ reliability: null });
    expect(await verifyHistory(team.analyst, null)).toMatchObject({ firstAltered: null });
  });

  it("is nothing else of the team's history", async () => {
    const { id: outletId } = await createOutlet(team.analyst, CreateOutlet.parse({ name: "Made Once" }));
    const [made] = await listOutletActivity(team.owner, outletId, 1);
    await expect(setBackChange(team.owner, { activityId: made?.id ?? "" })).rejects.toEqual(refused("INVALID"));
  });
});

describe("what was done to a claim, set back", () => {
  it("restores what was retracted, retracts what was entered, and leaves what others worked on since", async () => {
    const { id: caseId } = await testCase(team.analyst);
    const claim = await testClaim(team.analyst, caseId);
    const entered = await last(caseId);
    await retractClaim(team.lead, { claimId: claim.id });
    await setBackLast(team.analyst, caseId);
    expect(await getClaim(team.viewer, claim.id)).toMatchObject({ status: "draft" });
    expect(await last(caseId)).toMatchObject({ verb: "claim.restored" });
    await changeClaim(second, { claimId: claim.id, note: "Looked up." });
    await expect(setBackChange(team.analyst, { activityId: entered.id })).rejects.toEqual(
      refused("CONFLICT", "Boris Second has"),
    );
    await setBackLast(second, caseId);
    await setBackChange(team.analyst, { activityId: entered.id });
    expect(await getClaim(team.viewer, claim.id)).toMatchObject({ status: "retracted" });
  });

  it("brings back one's own grades and marks, and nobody else's", async () => {
    const { id: caseId } = await testCase(team.analyst);
    const { id: claimId } = await testClaim(team.lead, caseId);
    await assessClaim(team.analyst, { claimId, credibility: 2, reason: "Seen." });
    await assessClaim(team.analyst, { claimId, credibility: 5, reason: "Not seen." });
    await assessClaim(second, { claimId, credibility: 1 });
    const own = (await listLatestActivity(team.analyst, caseId, { limit: 2 })).items[1];
    await expect(setBackChange(second, { activityId: own?.id ?? "" })).rejects.toEqual(refused("INVALID"));
    await setBackChange(team.analyst, { activityId: own?.id ?? "" });
    expect((await getClaim(team.viewer, claimId)).assessments).toMatchObject([
      { credibility: 2, reason: "Seen." },
      { credibility: 1 },
    ]);
    await markOwnReporting(team.analyst, { claimId, reason: "They were there." });
    await setBackLast(team.analyst, caseId);
    expect((await getOwnReporting(team.viewer, claimId)).marks).toEqual([]);
    await setBackLast(team.analyst, caseId);
    expect((await getOwnReporting(team.viewer, claimId)).marks).toMatchObject([{ reason: "They were there." }]);
  });

  it("refuses a change of a claim by the door of claims too where the same was changed since", async () => {
    const { id: caseId } = await testCase(team.analyst);
    const { id: claimId } = await testClaim(team.analyst, caseId, { place: "Basra" });
    await changeClaim(team.analyst, { claimId, place: "Mosul", credibility: 3 });
    const { id: activityId } = await last(caseId);
    await changeClaim(second, { claimId, place: "Kirkuk" });
    await expect(setBackChange(team.analyst, { activityId })).rejects.toEqual(
      refused("CONFLICT", "Boris Second has changed Place since"),
    );
    await setBackLast(second, caseId);
    await setBackChange(team.analyst, { activityId });
    expect(await getClaim(team.viewer, claimId)).toMatchObject({ place: "Basra", credibility: null, assessments: [] });
  });
});

/** Two claims, related by the analyst. */
async function related(more: { blind?: boolean } = {}) {
  const { id: caseId } = await testCase(team.lead, more);
  const from = await testClaim(team.analyst, caseId);
  const to = await testClaim(team.analyst, caseId);
  const said = { kind: "contradicts", about: "number", rationale: "12 or 47" } as const;
  const { id: relationId } = await recordRelation(team.analyst, { caseId, from: from.id, to: to.id, ...said });
  return { caseId, from, to, relationId };
}

describe("what was said of a pair, set back", () => {
  it("is one's own judgement, as it was said, and taken back where it was the first", async () => {
    const { caseId, from, to, relationId } = await related();
    const first = await last(caseId);
    await judgeRelation(team.analyst, { relationId, kind: "updates", from: to.id, rationale: "Newer" });
    const changed = await last(caseId);
    await expect(setBackChange(second, { activityId: changed.id })).rejects.toEqual(refused("INVALID"));
    await expect(setBackChange(team.analyst, { activityId: first.id })).rejects.toEqual(
      refused("CONFLICT", "You have changed the judgement since"),
    );
    await setBackChange(team.analyst, { activityId: changed.id });
    expect(await getRelation(team.viewer, relationId)).toMatchObject({
      kind: "contradicts",
      judgements: [{ kind: "contradicts", about: "number", rationale: "12 or 47", from: from.id }],
    });
    await setBackChange(team.analyst, { activityId: first.id });
    expect(await getRelation(team.viewer, relationId)).toMatchObject({ kind: null, judgements: [] });
    await setBackLast(team.analyst, caseId);
    await judgeRelation(team.analyst, { relationId, kind: "updates", from: to.id });
    await withdrawJudgement(team.analyst, { relationId });
    await setBackLast(team.analyst, caseId);
    expect(await getRelation(team.viewer, relationId)).toMatchObject({
      judgements: [{ kind: "updates", from: to.id }],
    });
  });

  it("is one's own ruling", async () => {
    const { caseId, relationId } = await related();
    await ruleOnRelation(team.lead, { relationId, kind: "agrees", rationale: "Same" });
    await ruleOnRelation(team.lead, { relationId, kind: "qualifies", rationale: "Other scope" });
    const changed = await last(caseId);
    await expect(setBackChange(team.owner, { activityId: changed.id })).rejects.toEqual(refused("INVALID"));
    await setBackChange(team.lead, { activityId: changed.id });
    expect(await getRelation(team.viewer, relationId)).toMatchObject({ ruling: { kind: "agrees", rationale: "Same" } });
  });

  it("shows nobody in a blind case what they have not judged", async () => {
    const { caseId, relationId } = await related({ blind: true });
    const judged = await last(caseId);
    await expect(setBackChange(second, { activityId: judged.id })).rejects.toEqual(refused("INVALID"));
    await writeFinding(team.analyst, { caseId, number: 1, outcome: "open", rationale: "Zyzzyva", status: "draft" });
    const drafted = await last(caseId);
    const error = await setBackChange(second, { activityId: drafted.id }).catch((error: unknown) => error);
    expect(error).toEqual(refused("INVALID"));
    expect(JSON.stringify(error)).not.toMatch(/Zyzzyva|contradicts|C-1/);
    await judgeRelation(second, { relationId, kind: "agrees" });
    await withdrawJudgement(second, { relationId });
    expect(JSON.stringify(await findLastChange(second, caseId))).not.toMatch(/Zyzzyva|12 or 47/);
    await setBackChange(team.analyst, { activityId: drafted.id });
    expect(await last(caseId)).toMatchObject({ verb: "finding.withdrawn" });
  });
});

describe("what a conflict bears, set back", () => {
  it("is who is to decide it", async () => {
    const { caseId } = await related();
    const assign = (user: string | null) => assignConflict(team.lead, { caseId, number: 1, user });
    const present = async () => (await getConflict(team.viewer, caseId, 1)).assignee?.name ?? null;
    await assign(second.actor.userId);
    await assign(team.analyst.actor.userId);
    const { id: activityId } = await last(caseId);
    await setBackChange(team.analyst, { activityId });
    expect(await present()).toBe("Boris Second");
    await assign(null);
    await setBackLast(team.analyst, caseId);
    expect(await present()).toBe("Boris Second");
  });

  it("is not overwritten where a blind case keeps from the caller who assigned it since", async () => {
    const { caseId, relationId } = await related({ blind: true });
    const assign = (ctx: Ctx, user: string | null) => assignConflict(ctx, { caseId, number: 1, user });
    await assign(team.analyst, second.actor.userId);
    const { id: activityId } = await last(caseId);
    await judgeRelation(team.lead, { relationId, kind: "contradicts" });
    await assign(team.lead, null);
    const error = await setBackChange(team.analyst, { activityId }).catch((error: unknown) => error);
    expect(error).toEqual(refused("CONFLICT", "It has been changed since"));
    expect(JSON.stringify(error)).not.toContain("Lena");
  });

  it("is a finding that is not signed: its words, its status, that it was begun or withdrawn", async () => {
    const { caseId } = await related();
    const write = (ctx: Ctx, more: object) =>
      writeFinding(ctx, { caseId, number: 1, outcome: "cannot_tell", rationale: "Both name a source.", ...more });
    const present = async () => (await getConflict(team.viewer, caseId, 1)).finding;
    await write(team.analyst, { status: "proposed", question: "How many?" });
    const begun = await last(caseId);
    await write(second, { status: "draft", outcome: "one_camp", preferredCamp: "B", rationale: "B saw it." });
    const changed = await last(caseId);
    await expect(setBackChange(team.analyst, { activityId: begun.id })).rejects.toEqual(refused("CONFLICT", "Boris"));
    await setBackChange(team.analyst, { activityId: changed.id });
    expect(await present()).toMatchObject({
      status: "proposed",
      outcome: "cannot_tell",
      preferred: [],
      rationale: "Both name a source.",
    });
    await withdrawFinding(team.lead, { caseId, number: 1 });
    await setBackLast(team.analyst, caseId);
    expect(await present()).toMatchObject({ status: "proposed" });
    await write(team.lead, { status: "signed" });
    await expect(setBackLast(team.lead, caseId)).rejects.toEqual(refused("INVALID"));
  });

  it("is not a finding's words once the conflict is another", async () => {
    const { caseId, to } = await related();
    const write = (rationale: string) =>
      writeFinding(team.analyst, { caseId, number: 1, outcome: "cannot_tell", rationale, status: "draft" });
    await write("One");
    await write("Two");
    const { id: activityId } = await last(caseId);
    const third = await testClaim(team.analyst, caseId);
    await recordRelation(team.analyst, { caseId, from: third.id, to: to.id, kind: "contradicts" });
    await expect(setBackChange(team.analyst, { activityId })).rejects.toEqual(
      refused("INVALID", "the conflict has changed since"),
    );
  });

  it("is a dismissed warning", async () => {
    const { id: caseId } = await testCase(team.analyst);
    const { claim: subject } = await testClaim(team.analyst, caseId, { reliability: "A", credibility: 5 });
    const kind = "far_apart_grades";
    await dismissWarning(team.analyst, { caseId, kind, subject, reason: "Meant so" });
    expect(await setBackLast(second, caseId)).toMatchObject({ verb: "warning.undismissed" });
  });
});

it("comments are set back: words, showing, and whether their thread is closed", async () => {
  const { id: caseId } = await testCase(team.analyst);
  const { id } = await testClaim(team.analyst, caseId);
  const comment = await addComment(team.analyst, {
    caseId,
    on: { type: "claim", id },
    body: "Really, @Boris?",
    mentions: [second.actor.userId],
  });
  const which = { commentId: comment.id };
  const present = () => getComment(team.viewer, comment.id);
  await editComment(team.analyst, { ...which, body: "Surely", mentions: [second.actor.userId] });
  await expect(setBackLast(second, caseId)).rejects.toEqual(refused("INVALID"));
  await setBackLast(team.analyst, caseId);
  expect(await present()).toMatchObject({ body: "Really, @Boris?", mentions: [{ name: "Boris Second" }] });
  await retractComment(team.lead, which);
  await setBackLast(team.lead, caseId);
  expect(await present()).toMatchObject({ retracted: false });
  await resolveThread(second, which);
  await setBackLast(team.analyst, caseId);
  expect(await present()).toMatchObject({ resolved: null });
  await setBackLast(team.analyst, caseId);
  expect(await present()).toMatchObject({ resolved: { by: { name: "Anna Analyst" } } });
});

describe("undoing one's last change again and again", () => {
  const undo = async (ctx: Ctx, caseId: string) => {
    const { change } = await findLastChange(ctx, caseId);
    return change ? setBackChange(ctx, { activityId: change.id }) : null;
  };

  it("walks back through one's own changes, never undoes an undo, and goes on after a redo", async () => {
    const { id: caseId } = await testCase(team.lead);
    const { id: claimId } = await testClaim(team.analyst, caseId, { place: "Basra" });
    for (const place of ["Mosul", "Kirkuk", "Erbil"]) await changeClaim(team.analyst, { claimId, place });
    await changeClaim(team.lead, { claimId, note: "Not theirs." });
    const place = async () => (await getClaim(team.viewer, claimId)).place;
    await undo(team.analyst, caseId);
    expect(await place()).toBe("Kirkuk");
    const second = await undo(team.analyst, caseId);
    expect(await place()).toBe("Mosul");
    await setBackChange(team.analyst, { activityId: second?.id ?? "" });
    expect(await place()).toBe("Kirkuk");
    await undo(team.analyst, caseId);
    expect(await place()).toBe("Mosul");
    await undo(team.analyst, caseId);
    expect(await place()).toBe("Basra");
    // What is left is that it was entered, and the lead has a note in it since.
    expect(await findLastChange(team.analyst, caseId)).toMatchObject({
      change: null,
      passedOver: [{ change: { verb: "claim.recorded" }, why: expect.stringContaining("Lena Lead has changed Note") }],
    });
  });

  it("passes over what was taken back by hand, and what somebody else changed since", async () => {
    const { id: caseId } = await testCase(team.lead);
    const { id: articleId } = await testArticle(team.analyst, caseId, { title: "One" });
    await changeArticle(team.analyst, { articleId, author: "Somebody" });
    await changeArticle(team.analyst, { articleId, title: "Two" });
    await changeArticle(team.lead, { articleId, title: "Three" });
    const { id: claimId } = await testClaim(team.analyst, caseId);
    await retractClaim(team.analyst, { claimId });
    const found = await findLastChange(team.analyst, caseId);
    expect(found).toMatchObject({
      change: { verb: "article.changed", after: { author: "Somebody" } },
      passedOver: [
        { change: { after: { title: "Two" } }, why: expect.stringContaining("Lena Lead has changed Title") },
      ],
    });
  });
});
