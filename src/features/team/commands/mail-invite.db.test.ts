import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { prisma } from "@/platform/db/client";
import { MAIL_ATTEMPTS } from "@/platform/mail/send-mail";
import { type TestTeam, testMember, testTeam } from "@/testing/actors";
import { testDatabase } from "@/testing/database";
import { type MailBox, mailBox } from "@/testing/mail-box";
import { jobsInQueue, runJobs } from "@/testing/run-jobs";
import { findOpenInvite, listInvites } from "../queries";
import { acceptInvite } from "./accept-invite";
import { changeName } from "./change-name";
import { inviteMember } from "./invite-member";
import { MAIL_INVITE_TASK, mailInvite } from "./mail-invite";
import { renameTeam } from "./rename-team";
import { revokeInvite } from "./revoke-invite";

const database = testDatabase();

let team: TestTeam;
let box: MailBox;
beforeEach(async () => {
  team = await testTeam();
  box = await mailBox();
  vi.stubEnv("NEXTAUTH_SECRET", "a secret of this installation");
  vi.stubEnv("PUBLIC_URL", "https://claims.example.org");
  vi.stubEnv("SMTP_FROM", "Crossbearing <claims@example.org>");
  vi.stubEnv("SMTP_URL", box.url);
  vi.spyOn(console, "error").mockImplementation(() => undefined);
});
afterEach(async () => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  await box.close();
});

const deliver = () => runJobs(database.url(), { [MAIL_INVITE_TASK]: mailInvite });
const secretOf = ({ path }: { path: string }) => path.split("/").at(-1) ?? "";
const stateOf = async (id: string) => (await listInvites(team.owner)).find((each) => each.id === id)?.mail;

let count = 0;
const address = () => {
  count += 1;
  return `guest-${count}@example.org`;
};

test("an invitation arrives, once, and its link lets its reader in", async () => {
  const email = address();
  const made = await inviteMember(team.owner, { email, role: "analyst" });
  expect(made).toMatchObject({ mailed: true, mail: "queued" });
  await deliver();
  await deliver();
  expect(box.mails).toMatchObject([{ to: [email], from: "claims@example.org" }]);
  const [{ text, headers } = { text: "", headers: {} }] = box.mails;
  expect(headers).toMatchObject({ subject: "An invitation to Crossbearing" });
  expect(text).toMatch(/^“Olga Owner” invites you to the team “Team team-\w+” on Crossbearing, as an analyst\.$/m);
  const [, token = ""] = /^https:\/\/claims\.example\.org\/join\/([\w-]+)$/m.exec(text) ?? [];
  expect(await findOpenInvite(token)).toMatchObject({ email, role: "analyst" });
  expect(await stateOf(made.id)).toBe("sent");
  await acceptInvite({ token, email, name: "Gus Guest", password: "a few words do well" });
});

test("nothing of its secret waits in the queue, and nothing at all once it was sent", async () => {
  const email = address();
  const made = await inviteMember(team.owner, { email, role: "viewer" });
  const waiting = await jobsInQueue();
  expect(waiting).toHaveLength(1);
  const sealed = waiting.map(({ payload }) => (payload as { sealed: string }).sealed).join();
  const bytes = Buffer.from(sealed, "base64").toString("latin1");
  for (const held of [JSON.stringify(waiting), bytes]) expect(held).not.toContain(secretOf(made));
  await deliver();
  expect(await jobsInQueue()).toEqual([]);
});

test("a server that is down loses nothing: the mail goes when it is back", async () => {
  const { port } = box;
  await box.close();
  const made = await inviteMember(team.owner, { email: address(), role: "viewer" });
  await deliver();
  const [job] = await jobsInQueue();
  expect(job).toMatchObject({ attempts: 1 });
  expect(`${job?.error}`).not.toContain(secretOf(made));
  expect(await stateOf(made.id)).toBe("queued");
  box = await mailBox({}, port);
  await deliver();
  expect(box.mails).toHaveLength(1);
  expect(await stateOf(made.id)).toBe("sent");
});

test("a mail that was given up leaves no job, and the page tells; its link works all the same", async () => {
  await box.close();
  const email = address();
  const made = await inviteMember(team.owner, { email, role: "viewer" });
  for (let attempt = 1; attempt < MAIL_ATTEMPTS; attempt++) await deliver();
  expect(await jobsInQueue()).toMatchObject([{ attempts: MAIL_ATTEMPTS - 1 }]);
  await deliver();
  expect(await jobsInQueue()).toEqual([]);
  expect(await stateOf(made.id)).toBe("failed");
  expect(await findOpenInvite(secretOf(made))).toMatchObject({ email });
  const said = JSON.stringify(vi.mocked(console.error).mock.calls);
  expect(said).toContain("given up");
  for (const kept of [email, secretOf(made)]) expect(said).not.toContain(kept);
});

test("what was taken back, or sealed by another installation, is not sent", async () => {
  const back = await inviteMember(team.owner, { email: address(), role: "viewer" });
  await revokeInvite(team.owner, { inviteId: back.id });
  await deliver();
  const strange = await inviteMember(team.owner, { email: address(), role: "viewer" });
  vi.stubEnv("NEXTAUTH_SECRET", "a secret of another installation");
  await deliver();
  expect(await stateOf(strange.id)).toBe("failed");
  expect(await jobsInQueue()).toEqual([]);
  expect(box.mails).toEqual([]);
});

test("nobody is mailed without a server, an address to lead to, or an address to go to", async () => {
  expect(await inviteMember(team.owner, { role: "viewer" })).toMatchObject({ mailed: false, mail: null });
  vi.stubEnv("SMTP_URL", "");
  vi.stubEnv("SMTP_FROM", "");
  const made = await inviteMember(team.owner, { email: address(), role: "viewer" });
  expect(made).toMatchObject({ mailed: false, mail: null });
  expect(await jobsInQueue()).toEqual([]);
});

test("who may not invite makes nobody a mail", async () => {
  for (const actor of [team.lead, team.analyst, team.viewer])
    await expect(inviteMember(actor, { email: address(), role: "viewer" })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
  expect(await jobsInQueue()).toEqual([]);
});

test("names put no link, no line and no header into a mail", async () => {
  const bad = "Your bank”\nhttps://evil.example/x ";
  // The forms take no line ends; a provider's or an imported name might have them.
  await changeName(team.owner, { name: bad });
  await renameTeam(team.owner, { name: "Sign in at www.evil.example or boss@evil.example\r\nBcc: all@evil.example" });
  const email = address();
  await inviteMember(team.owner, { email, role: "owner" });
  await deliver();
  const [mail] = box.mails;
  expect(mail?.to).toEqual([email]);
  expect(mail?.headers).not.toHaveProperty("bcc");
  expect(mail?.text.match(/https?:\/\/\S+/g)).toEqual([
    expect.stringMatching(/^https:\/\/claims\.example\.org\/join\//),
    "https://claims.example.org",
  ]);
  expect(mail?.text).not.toMatch(/evil\.\S|@evil/);
  expect(mail?.text.match(/^“.*$/gm)).toEqual([
    "“Your bank' https: //evil. example/x” invites you to the team “Sign in at www. evil. example or boss@ evil. example Bcc: all@ evil. example” on Crossbearing, as an owner.",
  ]);
});

test("one person mails fifty a day, whatever teams they make, and three to one address", async () => {
  const email = address();
  for (let n = 0; n < 3; n++) expect((await inviteMember(team.owner, { email, role: "viewer" })).mailed).toBe(true);
  expect((await inviteMember(team.owner, { email, role: "viewer" })).mailed).toBe(false);
  const another = await testMember(team.teamId, "owner", "Otto Owner");
  expect((await inviteMember(another, { email, role: "viewer" })).mailed).toBe(false);
  for (let n = 3; n < 50; n++) await inviteMember(team.owner, { email: address(), role: "viewer" });
  const elsewhere = { ...team.owner, teamId: (await testTeam()).teamId };
  expect((await inviteMember(elsewhere, { email: address(), role: "viewer" })).mailed).toBe(false);
  await prisma().$executeRaw`UPDATE invite SET created_at = now() - interval '25 hours'`;
  expect((await inviteMember(team.owner, { email, role: "viewer" })).mailed).toBe(true);
  await deliver();
});
