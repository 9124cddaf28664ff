import { expectAccessible, expectNoSidewaysScroll } from "./access";
import { expect, test } from "./fixtures";

test("what others change arrives as a quiet badge, and is shown when the reader chooses", async ({
  page,
  desk,
  browserOf,
}) => {
  const { id, home } = await desk.openCase("Live");
  const claim = await desk.recordClaim(id, { statement: "The dam holds." });
  const other = await browserOf("owner");
  await page.goto(`${home}/claims/1`);
  await other.page.goto(`${home}/articles`);

  await test.step("who is here, and where", async () => {
    const here = page.getByRole("button", { name: /^Also here: / });
    await expect(here).toBeVisible();
    await here.click();
    const list = page.getByRole("dialog", { name: "Also here" });
    await expect(list.getByRole("link", { name: "the articles" })).toBeVisible();
    await expectAccessible(page, ["light"]);
    await page.keyboard.press("Escape");
    await other.page.getByRole("button", { name: /^Also here: / }).click();
    await expect(other.page.getByRole("link", { name: "C-1", exact: true })).toBeVisible();
    await other.page.keyboard.press("Escape");
  });

  await test.step("a change of somebody else waits; what is being typed stays", async () => {
    await page.keyboard.press("e");
    const statement = page.getByRole("form", { name: "Edit C-1" }).getByLabel("Statement");
    await statement.fill("The dam holds, they say.");
    const began = Date.now();
    await other.desk.changeClaim(claim, { note: "Seen by two." });
    await expect(page.getByRole("button", { name: "One change by others" })).toBeVisible();
    expect(Date.now() - began).toBeLessThan(5000);
    await expect(statement).toHaveValue("The dam holds, they say.");
    await expect(page.getByText("Seen by two.")).toHaveCount(0);
    await other.desk.recordClaim(id, { statement: "The dam has broken." });
    const badge = page.getByRole("button", { name: "2 changes by others" });
    await expect(badge).toBeVisible();
    await badge.click();
    const told = page.getByRole("dialog", { name: /^2 changes by / });
    await expect(told).toContainText("changed C-1");
    await expect(told).toContainText("entered C-2");
    await told.getByRole("button", { name: "Show them here" }).click();
    await expect(badge).toHaveCount(0);
    await expect(page.getByText("Seen by two.").first()).toBeVisible();
    await expect(statement).toHaveValue("The dam holds, they say.");
  });

  await test.step("what oneself does is no news, and a second tab hears as well", async () => {
    const second = await page.context().newPage();
    await second.goto(`${home}/claims/2`);
    await other.desk.recordClaim(id, { statement: "Nobody knows." });
    await expect(second.getByRole("button", { name: "One change by others" })).toBeVisible();
    await expect(page.getByRole("button", { name: "One change by others" })).toBeVisible();
    await desk.recordClaim(id, { statement: "One's own." });
    await second.close();
    await other.desk.recordClaim(id, { statement: "After the other tab." });
    await expect(page.getByRole("button", { name: "2 changes by others" })).toBeVisible();
  });
  await page.setViewportSize({ width: 360, height: 740 });
  await expectNoSidewaysScroll(page);
});

test.describe("without a connection", () => {
  test.use({ mayComplain: [/ERR_INTERNET_DISCONNECTED|Failed to fetch/] });

  test("offline it says so, keeps what is typed, and catches up afterwards", async ({ page, desk, browserOf }) => {
    const { id, home } = await desk.openCase("Offline");
    await desk.recordClaim(id, { statement: "The dam holds." });
    await desk.recordClaim(id, { statement: "Nobody knows." });
    const other = await browserOf("owner");
    await page.goto(`${home}/claims/1`);
    // The keys are in force once the line at the bottom names them.
    await expect(page.getByText("Next claim")).toBeVisible();
    await page.keyboard.press("e");
    const form = page.getByRole("form", { name: "Edit C-1" });
    await form.getByLabel("Statement").fill("The dam holds for now.");
    await page.context().setOffline(true);
    await expect(page.getByText("offline", { exact: true })).toBeVisible();
    await form.getByLabel("Statement").press("Control+Enter");
    await expect(page.getByText("The server did not answer", { exact: false }).first()).toBeVisible();
    await expect(form.getByLabel("Statement")).toHaveValue("The dam holds for now.");
    await other.desk.recordClaim(id, { statement: "Meanwhile." });
    await page.context().setOffline(false);
    await expect(page.getByText("offline", { exact: true })).toHaveCount(0);
    await expect(page.getByRole("button", { name: "One change by others" })).toBeVisible({ timeout: 20_000 });
    await form.getByLabel("Statement").press("Control+Enter");
    await expect(form).toHaveCount(0);
    await expect(page.getByText("The dam holds for now.").first()).toBeVisible();
  });
});
