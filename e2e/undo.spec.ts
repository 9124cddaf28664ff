import type { Page } from "@playwright/test";
import { expectAccessible, expectNoSidewaysScroll } from "./access";
import type { Desk } from "./desk";
import { expect, test } from "./fixtures";
import { person } from "./people";

/** An article of which the analyst changed the title, then the author, and then entered a claim. */
async function layOut(desk: Desk, title: string) {
  const { id, home } = await desk.openCase(title);
  const article = await desk.addArticle(id, {
    title: "A halt",
    outlet: "Karsk Courier",
    text: "The bridge is closed.",
  });
  const change = async (data: object) => {
    expect((await desk.send("PATCH", `/articles/${article.id}`, data)).status()).toBe(200);
  };
  await change({ title: "A stop" });
  await change({ author: "Somebody" });
  const claim = await desk.recordClaim(id, { statement: "The bridge is closed." });
  const present = () => desk.get(`/articles/${article.id}`);
  return { id, home, claim, article, change, present };
}

const dialogOf = (page: Page) => page.getByRole("dialog", { name: "Undo my last change" });

test("one's last changes are undone one after the other, from any desk, and brought back from the history", async ({
  page,
  desk,
  browserOf,
}) => {
  const { home, claim, present } = await layOut(desk, "Undo");
  await page.goto(`${home}/conflicts`);
  const button = page.getByRole("button", { name: "Undo my last change" });
  await expect(page.getByText("Search and commands")).toBeVisible();
  await page.keyboard.press("z");
  const dialog = dialogOf(page);
  await expect(dialog).toContainText(`${person("analyst").name} entered C-1`);
  await expect(dialog).toContainText("C-1 is retracted, and can be restored.");
  await expectAccessible(page, ["light"]);
  await page.keyboard.press("Enter");
  await expect(dialog).toBeHidden();
  await expect.poll(async () => (await desk.get(`/claims/${claim.id}`)).status).toBe("retracted");

  await page.keyboard.press("ControlOrMeta+z");
  await expect(dialog).toContainText("changed the details of A stop");
  await expect(dialog).toContainText("Author");
  await dialog.getByRole("button", { name: "Cancel" }).click();
  await expect(dialog).toBeHidden();
  await button.click();
  await dialog.getByRole("button", { name: "Undo it" }).click();
  await expect(dialog).toBeHidden();
  await expect.poll(present).toMatchObject({ title: "A stop", author: null });

  // Somebody else's change stays, and with it the one before it.
  const other = await browserOf("owner");
  const { id } = await present();
  expect((await other.desk.send("PATCH", `/articles/${id}`, { title: "An end" })).status()).toBe(200);
  await page.goto(`${home}/graph`);
  await expect(page.getByText("Search and commands")).toBeVisible();
  await page.keyboard.press("ControlOrMeta+k");
  await page.getByRole("option", { name: "Undo my last change" }).click();
  await expect(dialog).toContainText(`${person("owner").name} has changed Title since`);
  await dialog
    .getByRole("button", { name: /Close|Cancel/ })
    .first()
    .click();

  await page.goto(`${home}/history`);
  const rows = page.getByRole("list", { name: "History of the case" }).getByRole("listitem");
  const undone = rows.filter({ hasText: "to set back #" }).first();
  await undone.locator("summary").click();
  await undone.getByRole("button", { name: /^Set back to before/ }).click();
  await expect.poll(present).toMatchObject({ title: "An end", author: "Somebody" });
  await expect(rows.first()).toContainText("to set back #");
  await expectAccessible(page, ["light"]);
  await page.setViewportSize({ width: 360, height: 740 });
  await expectNoSidewaysScroll(page);
});

test("a change that others have written over is not set back, and says who and what", async ({
  page,
  desk,
  browserOf,
}) => {
  const { home, article } = await layOut(desk, "Set back");
  await page.goto(`${home}/articles/${article.id}/versions`);
  const rows = page.getByRole("list", { name: "History of the article" }).getByRole("listitem");
  const title = rows.filter({ has: page.locator("summary", { hasText: /^Title$/ }) }).first();
  await title.locator("summary").click();
  const other = await browserOf("owner");
  expect((await other.desk.send("PATCH", `/articles/${article.id}`, { title: "An end" })).status()).toBe(200);
  await title.getByRole("button", { name: /^Set back to before/ }).click();
  await expect(page.getByRole("heading", { name: `${person("owner").name} has changed Title since` })).toBeVisible();

  const viewer = await browserOf("viewer");
  await viewer.page.goto(`${home}/history`);
  await expect(viewer.page.getByRole("list", { name: "History of the case" })).toBeVisible();
  await expect(viewer.page.getByRole("button", { name: /^Set back to|^Undo my/ })).toHaveCount(0);
});

test("a desk's own undo stands first, and a text field keeps its own", async ({ page, desk }) => {
  const { home } = await layOut(desk, "Undo of desks");
  await page.goto(`${home}/claims/1`);
  await expect(page.getByText("Search and commands")).toBeVisible();
  await page.getByRole("combobox", { name: "New comment" }).click();
  await page.keyboard.type("Not so");
  await page.keyboard.press("ControlOrMeta+z");
  await expect(dialogOf(page)).toBeHidden();
  await page.getByRole("heading", { name: "C-1", level: 1 }).click();
  await page.keyboard.press("ControlOrMeta+z");
  await expect(dialogOf(page)).toContainText("entered C-1");
});
