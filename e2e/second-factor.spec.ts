import type { Page } from "@playwright/test";
import { Secret, TOTP } from "otpauth";
import { expectAccessible, expectNoSidewaysScroll } from "./access";
import { expect, test } from "./fixtures";

const PASSWORD = "a few words do well";
const HALF_MINUTE = 30_000;

/** What the app shows now, or will a half minute from now, which is taken as well: no code works twice. */
const code = (secret: string, ahead = 0) =>
  new TOTP({ secret: Secret.fromBase32(secret.replaceAll(" ", "")) }).generate({
    timestamp: Date.now() + ahead * HALF_MINUTE,
  });

async function join(page: Page, link: string, email: string, name: string) {
  await page.goto(link);
  await page.getByLabel("Your name").fill(name);
  await page.getByLabel("E-mail address").fill(email);
  await page.getByLabel("Password").fill(PASSWORD);
  await page.getByRole("button", { name: "Join" }).click();
}

/** From the button to the codes that are shown once. */
async function setUp(page: Page) {
  await page.getByLabel("Your password").first().fill(PASSWORD);
  await page.getByRole("button", { name: "Set up a second factor" }).click();
  await expect(page.getByRole("img", { name: "QR code for the authenticator app" })).toBeVisible();
  const secret = (await page.locator("form code").textContent()) ?? "";
  await page.getByLabel("The code that it shows").fill("000000");
  await page.getByRole("button", { name: "Turn it on" }).click();
  await expect(page.getByText("Is not what the app shows now; is its clock right?")).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel("The code that it shows").fill(code(secret));
  await page.getByRole("button", { name: "Turn it on" }).click();
  const codes = page.getByRole("region", { name: "Recovery codes" });
  await expect(codes.getByRole("listitem")).toHaveCount(10);
  const [recovery = ""] = await codes.getByRole("listitem").allTextContents();
  await expectAccessible(page);
  await page.getByRole("button", { name: "I have them" }).click();
  return { secret, recovery };
}

test.use({ mayComplain: [/status of 401/] });

test("a second factor is set up, asked for, recovered from, and asked of a whole team", async ({
  browser,
  browserOf,
  baseURL,
}) => {
  const stamp = Date.now().toString(36);
  const fresh = async () =>
    (await browser.newContext({ baseURL: baseURL ?? "", storageState: { cookies: [], origins: [] } })).newPage();
  const { desk } = await browserOf("owner");
  const { path } = await desk.post<{ path: string }>("/invites", { role: "analyst" });
  const page = await fresh();
  const email = `faye.${stamp}@journeys.example`;
  await join(page, path, email, "Faye Factor");
  await page.waitForURL(`**/${desk.team}/cases`);

  await page.goto(`/${desk.team}/settings`);
  await page.getByLabel("Name of the new team").fill(`Locked desk ${stamp}`);
  await page.getByRole("button", { name: "Make the team" }).click();
  await page.waitForURL(/\/locked-desk-[a-z0-9]+\/cases$/);
  const [, team = ""] = new URL(page.url()).pathname.split("/");
  await page.goto(`/${team}/settings`);
  const rule = page.getByRole("region", { name: "Second factor of all" });
  await expect(rule).toContainText("Without: Faye Factor.");
  await rule.getByRole("button", { name: "Ask everybody for it" }).click();
  await page.getByRole("button", { name: "Ask for it", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Set up your own second factor first" })).toBeVisible();
  await page.keyboard.press("Escape");

  const { secret, recovery } = await setUp(page);
  const own = page.getByRole("region", { name: "Second factor", exact: true });
  await expect(own).toContainText("with 10 recovery codes left");
  await page.setViewportSize({ width: 360, height: 740 });
  await expectNoSidewaysScroll(page);
  await page.setViewportSize({ width: 1280, height: 800 });

  await test.step("signing in asks for a code; one that was used is refused, a recovery code does once", async () => {
    const there = await fresh();
    await there.goto("/sign-in");
    await there.getByLabel("E-mail address").fill(email);
    await there.getByLabel("Password").fill("not the password");
    await there.keyboard.press("Enter");
    await expect(there.getByText("do not belong together")).toBeVisible();
    await expect(there.getByLabel("Code")).toHaveCount(0);
    await there.getByLabel("Password").fill(PASSWORD);
    await there.keyboard.press("Enter");
    await expect(there.getByLabel("Code")).toBeFocused();
    await expectAccessible(there);
    await there.getByLabel("Code").fill("000000");
    await there.keyboard.press("Enter");
    await expect(there.getByText("This code is wrong, or was used already.")).toBeVisible();
    await there.getByLabel("Code").fill(code(secret, 1));
    await there.keyboard.press("Enter");
    await there.waitForURL("**/cases");
    await there.context().clearCookies();
    await there.goto("/sign-in");
    for (const [typed, works] of [
      [code(secret, 1), false],
      [recovery, true],
    ] as const) {
      await there.getByLabel("E-mail address").fill(email);
      await there.getByLabel("Password").fill(PASSWORD);
      await there.keyboard.press("Enter");
      await there.getByLabel("Code").fill(typed);
      await there.keyboard.press("Enter");
      if (works) await there.waitForURL("**/cases");
      else await expect(there.getByText("This code is wrong, or was used already.")).toBeVisible();
      if (!works) await there.reload();
    }
    await there.context().close();
    await page.reload();
    await expect(own).toContainText("with 9 recovery codes left");
  });

  await test.step("a team that asks for it leads newcomers to setting theirs up first", async () => {
    await rule.getByRole("button", { name: "Ask everybody for it" }).click();
    await page.getByRole("button", { name: "Ask for it", exact: true }).click();
    await expect(rule.getByRole("button", { name: "No longer ask for it" })).toBeVisible();
    const made = await page.request.post("/api/v1/invites", {
      headers: { "X-Team": team, Origin: new URL(baseURL ?? "").origin },
      data: { role: "viewer" },
    });
    const newcomer = await fresh();
    await join(newcomer, (await made.json()).path, `gus.${stamp}@journeys.example`, "Gus Guest");
    await newcomer.waitForURL("**/second-factor?team=*");
    await expectAccessible(newcomer);
    expect((await newcomer.request.get("/api/v1/cases", { headers: { "X-Team": team } })).status()).toBe(403);
    await newcomer.goto(`/${team}/cases`);
    await newcomer.waitForURL("**/second-factor?team=*");
    await setUp(newcomer);
    await newcomer.waitForURL(`**/${team}/cases`);
    expect((await newcomer.request.get("/api/v1/cases", { headers: { "X-Team": team } })).status()).toBe(200);
    await newcomer.context().close();
  });
  await page.context().close();
});
