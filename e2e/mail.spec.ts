import { type MailBox, mailBox } from "../src/testing/mail-box";
import { expectAccessible } from "./access";
import { expect, test } from "./fixtures";

let box: MailBox;
test.beforeAll(async () => {
  box = await mailBox({}, Number(process.env.CROSSBEARING_SMTP_PORT));
});
test.afterAll(() => box.close());

test("somebody is invited by mail, joins by its link, and asks for their inbox once a day", async ({
  browser,
  browserOf,
  baseURL,
}) => {
  const { page: owner, desk } = await browserOf("owner");
  const email = `mia.${Date.now().toString(36)}@journeys.example`;
  await owner.goto(`/${desk.team}/settings`);
  const section = owner.getByRole("region", { name: "Invite people" });
  await section.getByLabel("E-mail address").fill(email);
  await section.getByRole("button", { name: "Make the invitation" }).click();
  await expect(section.getByText(`It is mailed to ${email}`)).toBeVisible();
  await expectAccessible(owner);

  const mail = () => box.mails.find(({ to }) => to.includes(email));
  await expect.poll(() => mail()?.headers.subject).toBe("An invitation to Crossbearing");
  await owner.reload();
  const row = section.getByRole("listitem").filter({ hasText: email });
  await expect(row).toContainText("mailed");

  const [link = ""] = /http\S+\/join\/\S+/.exec(mail()?.text ?? "") ?? [];
  expect(new URL(link).origin).toBe(new URL(baseURL ?? "").origin);
  const context = await browser.newContext({ baseURL: baseURL ?? "", storageState: { cookies: [], origins: [] } });
  const page = await context.newPage();
  await page.goto(link);
  await page.getByLabel("Your name").fill("Mia Mailed");
  await page.getByLabel("Password").fill("a few words do well");
  await page.getByRole("button", { name: "Join" }).click();
  await page.waitForURL(new RegExp(`/${desk.team}/cases`));

  await page.goto(`/${desk.team}/settings#mail`);
  const daily = page.getByRole("checkbox", { name: "Mail me once a day what is new in my inbox" });
  await expect(daily).not.toBeChecked();
  await daily.check();
  await expect(page.getByText("Your inbox will be mailed once a day")).toBeVisible();
  await page.reload();
  await expect(daily).toBeChecked();
  await expectAccessible(page);
  await context.close();
});
