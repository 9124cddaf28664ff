import type { Page } from "@playwright/test";
import { expectAccessible, expectNoSidewaysScroll } from "./access";
import type { Desk } from "./desk";
import { expect, test } from "./fixtures";

const grid = (page: Page) => page.getByRole("grid", { name: "The claim sheet" });
const numbers = (page: Page) => grid(page).getByRole("rowheader").allTextContents();
const heads = (page: Page) => grid(page).getByRole("columnheader").allTextContents();
const views = (page: Page, name: string | RegExp) =>
  page.getByRole("button", { name, exact: true }).and(page.locator("[aria-haspopup=menu]"));
const item = (page: Page, name: string | RegExp) => page.getByRole("menuitem", { name });

async function layOut(desk: Desk, title: string) {
  const made = await desk.openCase(title);
  await desk.recordClaim(made.id, { statement: "The well is dry", tags: ["water"], attribution: ["Reuters"] });
  await desk.recordClaim(made.id, { statement: "The road is closed", tags: ["roads"], attribution: ["UTV"] });
  await desk.recordClaim(made.id, { statement: "The spring is dry", tags: ["water"], attribution: ["UTV"] });
  return made;
}

async function open(page: Page, address: string) {
  await page.goto(address);
  await expect(grid(page)).toBeVisible();
  await expect(page.getByText("Next row")).toBeVisible();
}

test("a view is saved, changed, kept and opened with", async ({ page, desk }) => {
  test.setTimeout(120_000);
  const { home } = await layOut(desk, "Views");
  await open(page, `${home}/claims?tag=water`);

  await views(page, "All claims").click();
  await item(page, "Save as a new view…").click();
  const dialog = page.getByRole("dialog", { name: "Save as a new view" });
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(dialog.getByLabel("Name")).toHaveAttribute("aria-invalid", "true");
  await dialog.getByLabel("Name").fill("Water");
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(views(page, "Water")).toBeVisible();
  await expect(page).toHaveURL(/tag=water&view=/);

  await test.step("what differs from it is said, and saved or let go", async () => {
    await page.getByRole("button", { name: "Group", exact: true }).click();
    await page.getByRole("menuitemradio", { name: "By outlet" }).click();
    await expect(views(page, /Water\s*changed/)).toBeVisible();
    await expect(grid(page).getByRole("row").filter({ hasText: "Reuters" }).first()).toContainText("1 claim");
    await views(page, /Water/).click();
    await item(page, "Save the changes").click();
    await expect(page.getByText("“Water” saved")).toBeVisible();
    await expect(views(page, /changed/)).toHaveCount(0);
    await page.getByRole("button", { name: "Remove the filter: tagged water" }).click();
    await expect.poll(() => numbers(page)).toHaveLength(3);
    await views(page, /Water/).click();
    await item(page, "Go back to it as it was saved").click();
    await expect.poll(() => numbers(page)).toEqual(["C-1", "C-3"]);
  });

  await test.step("the sheet opens with it, and with all claims when asked", async () => {
    await views(page, /Water/).click();
    await item(page, "Let my sheet open with it").click();
    await expect(page.getByText("Your sheet opens with “Water”")).toBeVisible();
    await open(page, `${home}/claims`);
    await expect.poll(() => numbers(page)).toEqual(["C-1", "C-3"]);
    await views(page, "Water").click();
    await item(page, /^All claims$/).click();
    await expect.poll(() => numbers(page)).toEqual(["C-1", "C-2", "C-3"]);
    await page.goBack();
    await expect.poll(() => numbers(page)).toEqual(["C-1", "C-3"]);
  });

  await test.step("it is removed, and the removal is taken back", async () => {
    await views(page, "Water").click();
    await item(page, "Remove").click();
    await expect(page.getByText("“Water” removed")).toBeVisible();
    await expect(views(page, "All claims")).toBeVisible();
    await page.getByRole("button", { name: "Undo", exact: true }).last().click();
    await expect(views(page, "Water")).toBeVisible();
  });
});

test("columns are chosen, moved and frozen, and a view keeps them", async ({ page, desk }) => {
  const { home, id } = await desk.openCase("Chosen columns");
  await desk.importSheet(id, "statement,Ward\nThe well is dry,North\n");
  await open(page, `${home}/claims`);
  await page.getByRole("button", { name: "Columns", exact: true }).click();
  const chooser = page.getByRole("dialog", { name: "Columns" });
  await chooser.getByRole("checkbox", { name: "Ward" }).check();
  await chooser.getByRole("checkbox", { name: "Attribution" }).uncheck();
  await chooser.getByRole("button", { name: "Move Outlet towards the start" }).click();
  await chooser.getByRole("button", { name: "Freeze Outlet" }).click();
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await expect.poll(async () => (await heads(page)).slice(0, 3)).toEqual(["Claim", "Outlet", "Statement"]);
  expect(await heads(page)).not.toContain("Attribution");
  await expect(grid(page).getByText("North")).toBeVisible();
  await page.reload();
  await expect.poll(async () => (await heads(page)).slice(0, 3)).toEqual(["Claim", "Outlet", "Statement"]);
  await expect(grid(page).getByText("North")).toBeVisible();
  // The next visit begins with them, whatever address it comes by.
  await expect(async () => {
    await page.goto(`${home}/claims`);
    expect((await heads(page)).slice(0, 3)).toEqual(["Claim", "Outlet", "Statement"]);
  }).toPass();
});

test("a view that is shared is the team's, who may not change it without the right", async ({
  page,
  desk,
  browserOf,
}) => {
  const { home } = await layOut(desk, "Shared view");
  await open(page, `${home}/claims?tag=roads`);
  await views(page, "All claims").click();
  await item(page, "Save as a new view…").click();
  const dialog = page.getByRole("dialog", { name: "Save as a new view" });
  await dialog.getByLabel("Name").fill("Roads of the team");
  await dialog.getByLabel("For the whole team").check();
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(views(page, "Roads of the team")).toBeVisible();

  const { page: other } = await browserOf("viewer");
  await open(other, `${home}/claims`);
  await views(other, "All claims").click();
  await item(other, /Roads of the team/).click();
  await expect.poll(() => numbers(other)).toEqual(["C-2"]);
  await views(other, "Roads of the team").click();
  await expect(item(other, "Rename or share…")).toHaveCount(0);
  await expect(item(other, "Remove")).toHaveCount(0);
  await item(other, "Save as a new view…").click();
  await expect(other.getByLabel("For the whole team")).toHaveCount(0);
});

test("the bar of views and filters has no barrier on a phone", async ({ page, desk }) => {
  const { home } = await layOut(desk, "Views on a phone");
  await page.setViewportSize({ width: 375, height: 740 });
  await page.goto(`${home}/claims?tag=water&group=outlet`);
  await expect(grid(page)).toBeVisible();
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);
});
