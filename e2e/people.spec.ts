import { expectAccessible, expectNoSidewaysScroll } from "./access";
import { expect, test } from "./fixtures";

/** A browser that nobody has signed in with. */
const NOBODY = { cookies: [], origins: [] };

test("somebody is invited, joins by the link, enters a claim, becomes a viewer and is removed", async ({
  browser,
  browserOf,
  baseURL,
}) => {
  const { page: owner, desk } = await browserOf("owner");
  const email = `nia.${Date.now().toString(36)}@journeys.example`;
  const { id, home } = await desk.openCase("A newcomer");

  const link = await test.step("an owner makes an invitation", async () => {
    await owner.goto(`/${desk.team}/settings`);
    const section = owner.getByRole("region", { name: "Invite people" });
    await section.getByLabel("E-mail address").fill(email);
    await section.getByLabel("Role").selectOption("analyst");
    await section.getByRole("button", { name: "Make the invitation" }).click();
    await expect(section.getByText("shown only this once")).toBeVisible();
    await expect(section.getByRole("list", { name: "Open invitations" })).toContainText(email);
    await expectAccessible(owner);
    return ((await section.locator("code").textContent()) ?? "").trim();
  });
  expect(new URL(link).origin).toBe(new URL(baseURL ?? "").origin);

  const context = await browser.newContext({ baseURL: baseURL ?? "", storageState: NOBODY });
  const page = await context.newPage();
  await test.step("the newcomer joins by the link", async () => {
    await page.goto(link);
    await expect(page.getByText("invites you to")).toBeVisible();
    await page.getByLabel("Your name").fill("Nia Newcomer");
    await expect(page.getByLabel("E-mail address")).toHaveValue(email);
    await page.getByLabel("Password").fill("too short");
    await page.getByRole("button", { name: "Join" }).click();
    await expect(page.getByText("Must have at least 12 characters")).toBeVisible();
    await expectAccessible(page);
    await page.setViewportSize({ width: 360, height: 740 });
    await expectNoSidewaysScroll(page);
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.getByLabel("Password").fill("a few words do well");
    await page.getByRole("button", { name: "Join" }).click();
    await page.waitForURL(new RegExp(`/${desk.team}/cases`));
    const stranger = await (await browser.newContext({ baseURL: baseURL ?? "", storageState: NOBODY })).newPage();
    await stranger.goto(link);
    await expect(stranger.getByText("does not work any more")).toBeVisible();
    await stranger.context().close();
  });

  const send = (statement: string) =>
    context.request.post(`/api/v1/cases/${id}/claims`, {
      headers: { "X-Team": desk.team, Origin: new URL(baseURL ?? "").origin },
      data: { statement },
    });
  expect((await send("The newcomer's own claim.")).status()).toBe(201);

  await test.step("as a viewer they read, and are refused what they may not", async () => {
    await owner.reload();
    await owner.getByLabel("Role of Nia Newcomer").selectOption("viewer");
    await expect(owner.getByText("Nia Newcomer: viewer")).toBeVisible();
    expect((await send("Not any more.")).status()).toBe(403);
    await page.goto(`${home}/claims/1`);
    await expect(page.getByText("The newcomer's own claim.").first()).toBeVisible();
    await expect(page.getByRole("button", { name: "Edit" })).toHaveCount(0);
  });

  await test.step("removed, they find nothing, and their claim stays with their name", async () => {
    await owner.getByRole("button", { name: "Remove Nia Newcomer" }).click();
    await owner.getByRole("button", { name: "Remove", exact: true }).click();
    await expect(owner.getByText("Nia Newcomer is no longer in the team")).toBeVisible();
    await page.reload();
    await expect(page.getByText("The newcomer's own claim.")).toHaveCount(0);
    await owner.goto(`${home}/claims/1`);
    await expect(owner.getByRole("list", { name: "History of C-1" })).toContainText("Nia Newcomer");
  });
  await context.close();
});

test("a further team is made, and shares nothing with the first", async ({ browserOf }) => {
  const { page, desk } = await browserOf("stranger");
  await page.goto(`/${desk.team}/settings`);
  const name = `Night desk ${Date.now().toString(36)}`;
  await page.getByLabel("Name of the new team").fill(name);
  await page.getByRole("button", { name: "Make the team" }).click();
  await page.waitForURL(/\/night-desk-[a-z0-9]+\/cases$/);
  await page.getByRole("button", { name: /^You:/ }).click();
  await expect(page.getByText(`owner in ${name}`)).toBeVisible();
  await page.keyboard.press("Escape");
  await page.goto(`${new URL(page.url()).pathname.replace(/cases$/, "settings")}`);
  await page.getByLabel("Name of the team", { exact: true }).fill(`${name} two`);
  await page.getByRole("region", { name: "Teams" }).getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("The team is renamed")).toBeVisible();
  await page.getByRole("button", { name: "Leave" }).click();
  await page.getByRole("button", { name: "Leave", exact: true }).last().click();
  await expect(page.getByRole("heading", { name: /^Nobody else owns this team/ })).toBeVisible();
});
