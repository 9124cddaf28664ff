import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { type MailBox, mailBox } from "@/testing/mail-box";
import { type Mail, mailing, sendMail } from "./send-mail";

const MAIL: Mail = {
  to: "nia@example.org",
  subject: "Ünder way",
  text: "Hello “Nia”,\n\nhttps://claims.example.org/join/abc\n",
  about: "a test",
};

let box: MailBox;
const told: string[] = [];
beforeEach(async () => {
  box = await mailBox();
  use(box.url);
  told.length = 0;
  vi.spyOn(console, "error").mockImplementation((...words) => void told.push(words.join(" ")));
});
afterEach(async () => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  await box.close();
});

function use(server: string, from = "The desk <claims@example.org>") {
  vi.stubEnv("DATABASE_URL", "postgresql://db/mail");
  vi.stubEnv("PUBLIC_URL", "https://claims.example.org/");
  vi.stubEnv("SMTP_URL", server);
  vi.stubEnv("SMTP_FROM", from);
}

const first = { last: false };
const last = { last: true };

test("hands over plain text, said to be automatic, from whom the installation says", async () => {
  expect(await sendMail({ ...MAIL, unsubscribe: "https://claims.example.org/desk/settings" }, first)).toBe("sent");
  const [mail] = box.mails;
  expect(mail).toMatchObject({ from: "claims@example.org", to: ["nia@example.org"], text: MAIL.text });
  expect(mail?.headers).toMatchObject({
    from: "The desk <claims@example.org>",
    to: "nia@example.org",
    subject: "=?UTF-8?Q?=C3=9Cnder_way?=",
    "auto-submitted": "auto-generated",
    "content-type": "text/plain; charset=utf-8",
    "list-unsubscribe": "<https://claims.example.org/desk/settings>",
  });
  expect(mail?.headers).not.toHaveProperty("reply-to");
  expect(mail?.headers).not.toHaveProperty("x-mailer");
});

test("is the same mail when it is sent again, and another about something else", async () => {
  for (const about of ["one", "one", "two"]) await sendMail({ ...MAIL, about }, first);
  const [one, again, two] = box.mails.map(({ headers }) => headers["message-id"]);
  expect(one).toMatch(/^<[0-9a-f]{32}@example\.org>$/);
  expect(again).toBe(one);
  expect(two).not.toBe(one);
});

test("says who it is where the server asks, after the connection is safe", async () => {
  const keeper = await mailBox({
    authOptional: false,
    onAuth: ({ username, password }, _, done) =>
      password === "p/w" ? done(null, { user: username }) : done(new Error("Wrong: p/w")),
  });
  use(`smtp://desk%40example.org:p%2Fw@127.0.0.1:${keeper.port}`);
  expect(await sendMail(MAIL, first)).toBe("sent");
  expect(keeper.mails).toMatchObject([{ user: "desk@example.org", secure: true }]);
  use(`smtp://desk%40example.org:wrong@127.0.0.1:${keeper.port}`);
  await expect(sendMail(MAIL, first)).rejects.toThrow(/^A mail could not be sent: EAUTH AUTH PLAIN 535$/);
  await keeper.close();
});

test("goes in the clear to this machine only, and to no server that cannot say who it is", async () => {
  const clear = await mailBox({ disabledCommands: ["STARTTLS"] });
  use(clear.url);
  expect(await sendMail(MAIL, first)).toBe("sent");
  // Not one of the names of this machine, though it leads here.
  use(`smtp://0.0.0.0:${clear.port}`);
  await expect(sendMail(MAIL, first)).rejects.toThrow(/ETLS/);
  use(`smtp://0.0.0.0:${box.port}`);
  await expect(sendMail(MAIL, first)).rejects.toThrow("A mail could not be sent");
  expect([...clear.mails, ...box.mails]).toHaveLength(1);
  await clear.close();
});

test("is tried again while the server is away, and given up with the last attempt", async () => {
  await box.close();
  await expect(sendMail(MAIL, first)).rejects.toThrow(/ECONNREFUSED|ESOCKET/);
  expect(await sendMail(MAIL, last)).toBe("failed");
  expect(told).toHaveLength(1);
  expect(told.join()).not.toMatch(/nia|Hello|join/);
});

test("is given up at once where the address is refused for good, not where it is for now", async () => {
  const answers = [450, 550];
  const choosy = await mailBox({
    onRcptTo: ({ address }, _, done) =>
      done(Object.assign(new Error(`No ${address} here`), { responseCode: answers.shift() })),
  });
  use(choosy.url);
  await expect(sendMail(MAIL, first)).rejects.toThrow(/^A mail could not be sent: EENVELOPE RCPT TO 450$/);
  expect(await sendMail(MAIL, first)).toBe("failed");
  expect(told).toEqual(["A mail could not be sent: EENVELOPE RCPT TO 550. It is given up."]);
  await choosy.close();
});

test.each(["nia@example.org, all@example.org", "nia@example.org\r\nBcc: all@example.org", "All <all@example.org>", ""])(
  "sends nothing to %j",
  async (to) => {
    expect(await sendMail({ ...MAIL, to }, first)).toBe("failed");
    expect(box.mails).toEqual([]);
  },
);

test("a subject with line ends makes no header, and a text that looks like a mail ends none", async () => {
  const text = "One\r\n.\r\nMAIL FROM:<x@example.org>\r\n\r\nBcc: all@example.org\n";
  await sendMail({ ...MAIL, subject: "One\r\nBcc: all@example.org\r\n\r\nTwo", text }, first);
  const [mail] = box.mails;
  expect(mail?.to).toEqual(["nia@example.org"]);
  expect(mail?.headers).not.toHaveProperty("bcc");
  expect(mail?.headers.subject).toMatch(/^One Bcc: all@example.org +Two$/);
  expect(mail?.text).toBe(text.replaceAll("\r\n", "\n"));
});

test("there is no mail without a server, or without an address that links lead to", async () => {
  expect(mailing()).toMatchObject({ home: "https://claims.example.org" });
  vi.stubEnv("DATABASE_URL", "postgresql://db/no-address");
  vi.stubEnv("PUBLIC_URL", undefined);
  expect(mailing()).toBeNull();
  use("");
  expect(mailing()).toBeNull();
  await expect(sendMail(MAIL, first)).rejects.toThrow("no mail server is set");
});
