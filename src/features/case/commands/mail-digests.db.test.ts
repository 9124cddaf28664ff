import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { addComment } from "@/features/comment/commands/add-comment";
import { recordRelation } from "@/features/relation/commands/record-relation";
import { changeName } from "@/features/team/commands/change-name";
import { removeMember } from "@/features/team/commands/remove-member";
import { setDigest } from "@/features/team/commands/set-digest";
import { prisma } from "@/platform/db/client";
import { MAIL_ATTEMPTS } from "@/platform/mail/send-mail";
import { type TestTeam, testTeam } from "@/testing/actors";
import { testDatabase } from "@/testing/database";
import { testCase, testClaim } from "@/testing/factories";
import { type MailBox, mailBox } from "@/testing/mail-box";
import { jobsInQueue, runJobs } from "@/testing/run-jobs";
import { DIGEST_TASK, mailDigest, queueDigests } from "./mail-digests";
import { notify } from "./notify";
import { readNotices } from "./read-notices";

const database = testDatabase();

const HOUR = 3_600_000;
const freshen = vi.fn(async () => {});
let box: MailBox;
let team: TestTeam;
beforeEach(async () => {
  box = await mailBox();
  vi.stubEnv("SMTP_URL", box.url);
  vi.stubEnv("SMTP_FROM", "Claims desk <claims@example.org>");
  vi.stubEnv("PUBLIC_URL", "https://claims.example.org");
  vi.spyOn(console, "error").mockImplementation(() => undefined);
  await prisma().$executeRaw`UPDATE membership SET digest = false`;
  team = await testTeam();
});
afterEach(async () => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  await box.close();
});

/** A morning some hours from now; the number of mails that it brought. */
async function morning(later = 0) {
  const before = box.mails.length;
  await queueDigests();
  await work(later);
  return box.mails.length - before;
}

const work = (later = 0) =>
  runJobs(database.url(), {
    [DIGEST_TASK]: (payload, attempt) =>
      mailDigest(payload, attempt, { freshen, now: new Date(Date.now() + later * HOUR) }),
  });

async function mention(body = "Look here", title = "The dam") {
  const { id: caseId } = await testCase(team.analyst, { title });
  const { id } = await testClaim(team.analyst, caseId);
  const mentions = [team.lead.actor.userId, team.viewer.actor.userId];
  await addComment(team.analyst, { caseId, on: { type: "claim", id }, body, mentions });
}

const text = () => box.mails.at(-1)?.text ?? "";

describe("the digest", () => {
  test("tells once a day what is new and unread, to who asked for it, and where to end it", async () => {
    await setDigest(team.lead, { digest: true });
    await mention("The words stay here");
    expect(await morning()).toBe(1);
    expect(freshen).toHaveBeenCalledWith(expect.objectContaining({ teamId: team.teamId, actor: team.lead.actor }));
    const { email } = await prisma().user.findUniqueOrThrow({ where: { id: team.lead.actor.userId } });
    const [mail] = box.mails;
    expect(mail?.to).toEqual([email]);
    expect(text()).toMatch(/^One new notice in the team “Team team-\w+”; 1 unread in all\.$/m);
    expect(text()).toContain("- “Anna Analyst” mentioned you on C-1, in the case “The dam”\n");
    expect(text()).toMatch(/^Your inbox: https:\/\/claims\.example\.org\/team-\w+\/inbox$/m);
    const [, settings = ""] = /To end it: (https:\S+\/settings#mail)$/m.exec(text()) ?? [];
    expect(mail?.headers["list-unsubscribe"]).toBe(`<${settings}>`);
    expect(text()).not.toContain("The words stay here");

    // Neither twice on one day, nor the same again on the next; what is older is counted.
    await mention("More", "The bridge");
    expect(await morning()).toBe(0);
    expect(await morning(24)).toBe(1);
    expect(text()).toContain("One new notice in");
    expect(text()).toContain("2 unread in all");
    expect(text()).not.toContain("The dam");
    expect(await morning(48)).toBe(0);
    // Ended and begun again it does not begin anew.
    await setDigest(team.lead, { digest: false });
    await setDigest(team.lead, { digest: true });
    expect(await morning(72)).toBe(0);
  });

  test("is nothing where all is read, nobody asked, or it was ended", async () => {
    await mention();
    expect(await morning()).toBe(0);
    await setDigest(team.lead, { digest: true });
    await readNotices(team.lead, { read: true });
    expect(await morning()).toBe(0);
    await mention();
    await setDigest(team.lead, { digest: false });
    expect(await morning()).toBe(0);
  });

  test("of several processes that are at it at once is mailed once", async () => {
    await setDigest(team.lead, { digest: true });
    await mention();
    const payload = { teamId: team.teamId, userId: team.lead.actor.userId };
    await Promise.all([1, 2, 3, 4].map(() => mailDigest(payload, { last: false }, { freshen })));
    expect(box.mails).toHaveLength(1);
  });

  test("waits for a mail server that is down, and is news still the day after it was given up", async () => {
    const { port } = box;
    await box.close();
    await setDigest(team.lead, { digest: true });
    await mention();
    expect(await morning()).toBe(0);
    const [job] = await jobsInQueue();
    expect(job).toMatchObject({
      attempts: 1,
      payload: { teamId: team.teamId, userId: team.lead.actor.userId },
    });
    for (let attempt = 1; attempt < MAIL_ATTEMPTS; attempt++) await work();
    expect(await jobsInQueue()).toEqual([]);
    box = await mailBox({}, port);
    expect(await morning(24)).toBe(1);
  });

  test("goes to nobody who has left since it was queued, and to no other team", async () => {
    const other = await testTeam();
    const { port } = box;
    await box.close();
    await setDigest(team.viewer, { digest: true });
    await setDigest(other.viewer, { digest: true });
    await mention();
    await morning();
    await removeMember(team.owner, { userId: team.viewer.actor.userId });
    box = await mailBox({}, port);
    await work();
    expect(box.mails).toEqual([]);
  });

  test("goes to nobody who may not look into the team for want of a second factor", async () => {
    await setDigest(team.lead, { digest: true });
    await mention();
    await prisma().team.update({ where: { id: team.teamId }, data: { requiresSecondFactor: true } });
    expect(await morning()).toBe(0);
    const { userId } = team.lead.actor;
    await prisma().secondFactor.create({ data: { userId, secret: new Uint8Array(40), confirmedAt: new Date() } });
    expect(await morning()).toBe(1);
  });

  test("in a blind case tells of a conflict only once its reader may know of it, however late that is", async () => {
    await setDigest(team.analyst, { digest: true });
    const { id: caseId } = await testCase(team.lead, { blind: true });
    const [one, two] = [await testClaim(team.lead, caseId), await testClaim(team.lead, caseId)];
    const subject = { type: "conflict" as const, id: one.id, label: "C-1" };
    const people = [team.analyst.actor.userId];
    await prisma().$transaction((tx) => notify({ ...team.lead, tx }, { caseId, kind: "assigned", subject, people }));
    expect(await morning()).toBe(0);
    // Meanwhile they heard of something else.
    const claim = { type: "claim" as const, id: two.id };
    await addComment(team.lead, { caseId, on: claim, body: "Look", mentions: people });
    expect(await morning()).toBe(1);
    expect(text()).not.toContain("asks you to decide");
    await recordRelation(team.analyst, { caseId, from: one.id, to: two.id, kind: "agrees" });
    expect(await morning(24)).toBe(1);
    expect(text()).toContain("“Lena Lead” asks you to decide the conflict of C-1, in the case");
  });

  test("carries no link and no line of whoever chose a name or a title", async () => {
    await setDigest(team.lead, { digest: true });
    await changeName(team.analyst, { name: "Prize at https://evil.example\n\nYour password ended" });
    const analyst = { ...team.analyst, actor: { ...team.analyst.actor } };
    const { id: caseId } = await testCase(analyst, { title: "www.evil.example" });
    const { id } = await testClaim(analyst, caseId);
    const mentions = [team.lead.actor.userId];
    await addComment(analyst, { caseId, on: { type: "claim", id }, body: "Look", mentions });
    expect(await morning()).toBe(1);
    expect(text()).toContain(
      "- “Prize at https: //evil. example Your password ended” mentioned you on C-1, in the case “www. evil. example”\n",
    );
    expect(text().match(/https?:\/\/[^/\s]+/g)).toEqual(["https://claims.example.org", "https://claims.example.org"]);
  });
});

test("shows twenty, and says that there are more", async () => {
  await setDigest(team.lead, { digest: true });
  const { id: caseId } = await testCase(team.analyst);
  const { id } = await testClaim(team.analyst, caseId);
  const mentions = [team.lead.actor.userId];
  for (let n = 0; n < 22; n++)
    await addComment(team.analyst, { caseId, on: { type: "claim", id }, body: `Look ${n}`, mentions });
  expect(await morning()).toBe(1);
  expect(text()).toContain("22 new notices in the team");
  expect(text().match(/^- “Anna/gm)).toHaveLength(20);
  expect(text()).toContain("\n- and more\n");
  expect(await morning(24)).toBe(0);
});

test("without a mail server nothing is queued", async () => {
  await setDigest(team.lead, { digest: true });
  await mention();
  vi.stubEnv("SMTP_URL", "");
  vi.stubEnv("SMTP_FROM", "");
  await queueDigests();
  expect(await jobsInQueue()).toEqual([]);
});
