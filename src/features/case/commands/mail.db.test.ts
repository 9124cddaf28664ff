import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { addComment } from "@/features/comment/commands/add-comment";
import { inviteMember } from "@/features/team/commands/invite-member";
import { removeMember } from "@/features/team/commands/remove-member";
import { setDigest } from "@/features/team/commands/set-digest";
import { findOpenInvite } from "@/features/team/queries";
import { prisma } from "@/platform/db/client";
import { sendQueuedMail } from "@/platform/mail/mail-task";
import { type TestTeam, testTeam } from "@/testing/actors";
import { testDatabase } from "@/testing/database";
import { testCase, testClaim } from "@/testing/factories";
import { mailServer, wordsOf } from "@/testing/mail-server";
import { mailDigests } from "./mail-digests";
import { readNotices } from "./read-notices";

testDatabase();

const HOUR = 3_600_000;
const freshen = vi.fn(async () => {});
let server: Awaited<ReturnType<typeof mailServer>>;
let team: TestTeam;

beforeAll(async () => {
  server = await mailServer();
  vi.stubEnv("SMTP_URL", server.url);
  vi.stubEnv("SMTP_FROM", "Claims desk <claims@example.org>");
  vi.stubEnv("PUBLIC_URL", "https://claims.example.org");
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await server.close();
});
beforeEach(async () => {
  server.received.length = 0;
  server.state.refuses = false;
  team = await testTeam();
  await prisma().$executeRaw`UPDATE membership SET digest = false`;
});

const queued = () => prisma().$queryRaw<{ payload: object }[]>`
  SELECT payload FROM graphile_worker._private_jobs ORDER BY id`;

/** What the runner of a serving process does, once for each that waits. */
async function runQueue() {
  for (const { payload } of await queued()) await sendQueuedMail(payload);
  await prisma().$executeRaw`DELETE FROM graphile_worker._private_jobs`;
}

describe("an invitation", () => {
  test("for an address is mailed there, with a link that works, and waits sealed until then", async () => {
    const made = await inviteMember(team.owner, { email: "nia@example.org", role: "analyst" });
    expect(made.mailed).toBe(true);
    expect(JSON.stringify(await queued())).not.toContain(made.path.split("/").at(-1));
    await runQueue();
    const [mail] = server.received;
    if (!mail) throw new Error("nothing came");
    expect(server.received).toHaveLength(1);
    expect(mail).toMatchObject({ from: "claims@example.org", to: ["nia@example.org"] });
    expect(mail.text).toMatch(/^Auto-Submitted: auto-generated/m);
    expect(mail.text).toMatch(/^Subject: An invitation to Team team-/m);
    const words = wordsOf(mail);
    expect(words).toContain("Olga Owner invites you to the team");
    const link = /https:\/\/claims\.example\.org\/join\/(\S+)/.exec(words)?.[1] ?? "";
    expect(await findOpenInvite(link)).toMatchObject({ email: "nia@example.org", role: "analyst" });
  });

  test("without an address is not mailed", async () => {
    expect((await inviteMember(team.owner, { role: "viewer" })).mailed).toBe(false);
    await runQueue();
    expect(server.received).toEqual([]);
  });

  test("carries no link and no line of whoever chose a name", async () => {
    const name = "Prize at https://evil.example";
    await prisma().team.update({ where: { id: team.teamId }, data: { name: `${name}\r\nBcc: all@example.org` } });
    await inviteMember(
      { ...team.owner, actor: { ...team.owner.actor, name } },
      { email: "x@example.org", role: "viewer" },
    );
    await runQueue();
    const [mail] = server.received;
    if (!mail) throw new Error("nothing came");
    expect(mail.to).toEqual(["x@example.org"]);
    expect(mail.text).not.toMatch(/^Bcc/im);
    expect(wordsOf(mail).match(/https?:\/\/[^/\s]+/g)).toEqual(["https://claims.example.org"]);
  });

  test("stays in the queue while the server takes nothing, and stands without it", async () => {
    server.state.refuses = true;
    const { path } = await inviteMember(team.owner, { email: "later@example.org", role: "viewer" });
    const [job] = await queued();
    await expect(sendQueuedMail(job?.payload)).rejects.toThrow();
    expect(await findOpenInvite(path.split("/").at(-1) ?? "")).toMatchObject({ email: "later@example.org" });
    server.state.refuses = false;
    await runQueue();
    expect(server.received).toHaveLength(1);
  });
});

describe("the digest", () => {
  const run = async (later = 0) => {
    const mailed = await mailDigests(freshen, new Date(Date.now() + later));
    await runQueue();
    return mailed;
  };
  const mention = async (body = "Look, @Lena Lead") => {
    const { id: caseId } = await testCase(team.analyst, { title: "The dam" });
    const { id } = await testClaim(team.analyst, caseId);
    await addComment(team.analyst, {
      caseId,
      on: { type: "claim", id },
      body,
      mentions: [team.lead.actor.userId, team.viewer.actor.userId],
    });
  };

  test("tells once a day what is new and unread, to who asked for it", async () => {
    await setDigest(team.lead, { digest: true });
    await mention();
    expect(await run()).toBe(1);
    expect(freshen).toHaveBeenCalledWith(expect.objectContaining({ teamId: team.teamId, actor: team.lead.actor }));
    const [mail] = server.received;
    if (!mail) throw new Error("nothing came");
    expect(server.received).toHaveLength(1);
    const words = wordsOf(mail);
    expect(words).toContain("- Anna Analyst mentioned you on C-1 (The dam)");
    expect(words).toMatch(/https:\/\/claims\.example\.org\/team-[0-9a-f]+\/inbox/);
    expect(words).not.toContain("Look,");

    // Neither twice on one day, nor the same again on the next.
    await mention();
    expect(await run()).toBe(0);
    expect(await run(25 * HOUR)).toBe(1);
    expect(await run(50 * HOUR)).toBe(0);
  });

  test("of two processes that look at once is mailed once", async () => {
    await setDigest(team.lead, { digest: true });
    await mention();
    const now = new Date();
    const mailed = await Promise.all([1, 2, 3].map(() => mailDigests(freshen, now)));
    await runQueue();
    expect(mailed.reduce((sum, each) => sum + each, 0)).toBe(1);
    expect(server.received).toHaveLength(1);
  });

  test("is nothing where nothing is new, all is read, it was ended, or the person has left", async () => {
    await setDigest(team.lead, { digest: true });
    expect(await run()).toBe(0);
    await mention();
    await readNotices(team.lead, { read: true });
    expect(await run()).toBe(0);
    await mention();
    await setDigest(team.lead, { digest: false });
    expect(await run()).toBe(0);
    await setDigest(team.viewer, { digest: true });
    await mention();
    await removeMember(team.owner, { userId: team.viewer.actor.userId });
    expect(await run()).toBe(0);
    expect(server.received).toEqual([]);
  });
});

test("without a mail server nothing is queued, and the answer says so", async () => {
  vi.stubEnv("SMTP_URL", "");
  vi.stubEnv("DATABASE_URL", `${process.env.DATABASE_URL}?`);
  const { mailed } = await inviteMember(team.owner, { email: "a@example.org", role: "viewer" });
  expect(mailed).toBe(false);
  expect(await mailDigests(freshen)).toBe(0);
});
