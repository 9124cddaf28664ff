import type { Browser } from "@playwright/test";
import { expectAccessible } from "./access";
import { expect, test } from "./fixtures";
import { IdentityProvider, PROVIDER_NAME, signInThere } from "./identity-provider";
import { person } from "./people";

test.describe.configure({ mode: "serial" });

let provider: IdentityProvider;
const CONTINUE = `Continue with ${PROVIDER_NAME}`;

test.beforeAll(async ({ baseURL }) => {
  provider = new IdentityProvider(baseURL ?? "");
  await provider.open();
});
test.afterAll(() => provider.close());

const freshPage = async (browser: Browser, baseURL: string | undefined) => {
  const context = await browser.newContext({ baseURL: baseURL ?? "", storageState: { cookies: [], origins: [] } });
  return context.newPage();
};

test("somebody invited joins by the provider, and gets in by it again", async ({ browser, browserOf, baseURL }) => {
  const { page: owner, desk } = await browserOf("owner");
  const pia = `pia.${Date.now().toString(36)}`;
  const email = `${pia}@journeys.example`;
  provider.knows(pia, { email, verified: true, name: "Pia Provider" });
  const { path } = await desk.post<{ path: string }>("/invites", { email, role: "analyst" });

  const page = await freshPage(browser, baseURL);
  await page.goto("/sign-in");
  await page.getByRole("button", { name: CONTINUE }).click();
  await signInThere(page, pia);
  await expect(page.getByText("You have no account here yet.")).toBeVisible();
  await expectAccessible(page);
  await page.context().clearCookies();

  await page.goto(path);
  await page.getByRole("button", { name: CONTINUE }).click();
  await signInThere(page, pia);
  await page.getByRole("button", { name: "Join as Pia Provider" }).click();
  await page.waitForURL(`**/${desk.team}/cases`);
  await page.goto(`/${desk.team}/settings`);
  await expect(page.getByRole("region", { name: "Sign-in by a provider" })).toContainText(email);
  // No password is there to be changed, or to have a second factor beside it.
  await expect(page.getByRole("heading", { name: "Password" })).toHaveCount(0);
  await expectAccessible(page);

  const another = await freshPage(browser, baseURL);
  await another.goto(`/${desk.team}/settings`);
  await another.getByRole("button", { name: CONTINUE }).click();
  await signInThere(another, pia);
  await another.waitForURL(`**/${desk.team}/settings`);
  await owner.goto(`/${desk.team}/settings`);
  await expect(owner.getByRole("region", { name: /^Who is in/ })).toContainText("Pia Provider");
  await another.context().close();
  await page.context().close();
});

test("an account with a password is connected by its owner, not by its address", async ({ browser, baseURL }) => {
  const { email, password, team } = person("viewer");
  provider.knows("vera", { email, verified: true, name: "Vera" });
  provider.knows("unverified", { email: "new@journeys.example", verified: false, name: "Nobody" });
  const page = await freshPage(browser, baseURL);

  await page.goto("/sign-in");
  await page.getByRole("button", { name: CONTINUE }).click();
  await signInThere(page, "unverified");
  await expect(page.getByText("names no verified e-mail address")).toBeVisible();
  await page.context().clearCookies();

  await page.goto(`/sign-in?from=/${team}/settings`);
  await page.getByRole("button", { name: CONTINUE }).click();
  await signInThere(page, "vera");
  await expect(page.getByText("There is an account with your address already.")).toBeVisible();
  await page.getByLabel("E-mail address").fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL(`**/${team}/settings`);
  const section = page.getByRole("region", { name: "Sign-in by a provider" });
  const connect = section.getByRole("button", { name: `Connect ${PROVIDER_NAME}` });
  await section.getByLabel("Your password").fill("not the password");
  await connect.click();
  await expect(section.getByText("Is not your present password")).toBeVisible();
  await section.getByLabel("Your password").fill(password);
  await connect.click();
  await expect(section).toContainText(email);

  const another = await freshPage(browser, baseURL);
  await another.goto("/sign-in");
  await another.getByRole("button", { name: CONTINUE }).click();
  await signInThere(another, "vera");
  await another.waitForURL(`**/${team}/cases`);
  await another.context().close();

  await section.getByRole("button", { name: "Disconnect" }).click();
  await expect(connect).toBeVisible();
  await page.context().close();
});
