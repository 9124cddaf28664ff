import type { Locator, Page } from "@playwright/test";
import { expect, test } from "./fixtures";

const PLAIN = `Karsk counts its trees

The city of Karsk has counted 41,000 street trees. The last count, in 2009, found 38,500.

- Limes are the most frequent.
- Elms have almost gone.`;

const PAGE = `<article><h1>Trees of Karsk, street by street</h1>
<p>Every third tree of the city is a <b>lime</b>, the park office says.</p>
<blockquote>We plant two for each one that falls.</blockquote>
<ul><li>Limes: 14,100</li><li>Elms: 320</li></ul></article>`;

const FILE_PAGE = `<!doctype html><html lang="en"><head><title>Elms return to Karsk</title></head>
<body><nav>Home | Trees</nav><main><article><h1>Elms return to Karsk</h1>
<p>Karsk has planted forty elms that withstand the disease, its gardeners report. They stand along the river, where the old ones stood.</p>
<p>More are to follow in the autumn.</p></article></main></body></html>`;

/** Pastes as the browser hands a paste over: words, and the page they were copied from. */
async function paste(box: Locator, text: string, html = ""): Promise<void> {
  await box.focus();
  const taken = await box.evaluate(
    (element, given) => {
      const data = new DataTransfer();
      data.setData("text/plain", given.text);
      if (given.html) data.setData("text/html", given.html);
      const event = new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true });
      return !element.dispatchEvent(event);
    },
    { text, html },
  );
  // What the page leaves to the browser, the browser puts in.
  if (!taken) await box.page().keyboard.insertText(text);
}

const preview = (page: Page) => page.getByRole("region", { name: "As it will be read" });
const save = (page: Page) => page.getByRole("button", { name: "Add and read" }).click();

test("a case is opened, and articles come in as text, as a page and as files", async ({ page, desk }) => {
  test.setTimeout(120_000);
  const stamp = Date.now().toString(36);
  await page.goto(`/${desk.team}/cases`);
  await page.getByRole("button", { name: "New case" }).click();
  const dialog = page.getByRole("dialog", { name: "New case" });
  await dialog.getByRole("button", { name: "Open the case" }).click();
  await expect(dialog.getByLabel("Title")).toHaveAttribute("aria-invalid", "true");
  await dialog.getByLabel("Title").fill(`Trees of Karsk ${stamp}`);
  await dialog.getByRole("button", { name: "Open the case" }).click();
  await expect(page.getByRole("heading", { name: `Trees of Karsk ${stamp}` })).toBeVisible();
  const home = new URL(page.url()).pathname;

  await test.step("plain text, with an outlet found by its alias", async () => {
    await page.getByRole("link", { name: "Add an article" }).first().click();
    await paste(page.getByLabel("Link or text"), PLAIN);
    await expect(preview(page).getByText("41,000 street trees")).toBeVisible();
    await expect(preview(page).getByRole("listitem")).toHaveCount(2);
    await page.getByLabel("Title").fill("Karsk counts its trees");
    await page.getByLabel("Outlet").fill("رويترز");
    await expect(page.getByText("Known as Reuters.")).toBeVisible();
    await page.getByLabel("Published").fill("late October 2024");
    await expect(page.getByText(/21–31 Oct 2024/)).toBeVisible();
    await save(page);
    await page.waitForURL(/articles\/[0-9a-f-]+$/);
    await expect(page.getByRole("heading", { name: "Karsk counts its trees", level: 1 })).toBeVisible();
    await expect(page.getByText("Reuters", { exact: true })).toBeVisible();
  });

  await test.step("a copied page, with an outlet of a new name", async () => {
    await page.goto(`${home}/articles/new`);
    await paste(page.getByLabel("Link or text"), "Trees of Karsk", PAGE);
    await expect(preview(page).getByText("We plant two for each one that falls.")).toBeVisible();
    await page.getByLabel("Title").fill("Trees, street by street");
    await page.getByLabel("Outlet").fill(`Karsk Gardener ${stamp}`);
    await expect(page.getByText("Not known yet: saving makes it a new outlet.")).toBeVisible();
    await save(page);
    await page.waitForURL(/articles\/[0-9a-f-]+$/);
    await expect(page.getByRole("blockquote").or(page.locator("blockquote"))).toContainText("We plant two");
    await expect(page.getByText("<b>")).toBeHidden();
  });

  await test.step("a text file", async () => {
    await page.goto(`${home}/articles/new`);
    const buffer = Buffer.from("The park office has hired six gardeners.\n\nThey begin in May.", "utf8");
    await page.getByLabel(/Drop files here/).setInputFiles({ name: "gardeners.txt", mimeType: "text/plain", buffer });
    await expect(preview(page).getByText("six gardeners")).toBeVisible();
    await page.getByLabel("Title").fill("Six gardeners");
    await page.getByLabel("Outlet").fill(`karsk gardener ${stamp}`);
    await expect(page.getByText(`Known as Karsk Gardener ${stamp}.`)).toBeVisible();
    await save(page);
    await page.waitForURL(/articles\/[0-9a-f-]+$/);
    await expect(page.getByText(`Karsk Gardener ${stamp}`, { exact: true })).toBeVisible();
  });

  await test.step("a page as a file, which says its own title", async () => {
    await page.goto(`${home}/articles/new`);
    const buffer = Buffer.from(FILE_PAGE, "utf8");
    await page.getByLabel(/Drop files here/).setInputFiles({ name: "elms.html", mimeType: "text/html", buffer });
    await expect(page.getByLabel("Title")).toHaveValue("Elms return to Karsk");
    await page.getByLabel("Outlet").fill("IntelOnline");
    await expect(page.getByText("Known as Intelligence Online.")).toBeVisible();
    await save(page);
    await page.waitForURL(/articles\/[0-9a-f-]+$/);
    await expect(page.getByText("forty elms")).toBeVisible();
    await expect(page.getByText("Home | Trees")).toBeHidden();
  });

  await page.goto(`${home}/articles`);
  await expect(page.getByRole("row")).toHaveCount(5);
  const { items } = await desk.get<{ items: { name: string }[] }>(`/outlets?q=${stamp}`);
  expect(items.map(({ name }) => name)).toEqual([`Karsk Gardener ${stamp}`]);
});

test("what is wrong is said at its field, and nothing typed is lost", async ({ page, desk }) => {
  const { home } = await desk.openCase("Wrong articles");
  await page.goto(`${home}/articles/new`);
  await page.getByLabel("Published").fill("the day of the goat");
  await page.getByLabel("Address").fill("not an address");
  await save(page);
  for (const field of ["Title", "Outlet", "Address", "Published"]) {
    await expect(page.getByLabel(field)).toHaveAttribute("aria-invalid", "true");
  }
  await expect(page.getByLabel("Published")).toHaveValue("the day of the goat");

  await page.getByLabel("Link or text").fill("Half an article");
  await expect.poll(() => page.evaluate(() => JSON.stringify(localStorage).includes("Half an article"))).toBe(true);
  await page.reload();
  await expect(page.getByText("What you had begun is back.")).toBeVisible();
  await expect(page.getByLabel("Link or text")).toHaveValue("Half an article");
  await expect(page.getByLabel("Published")).toHaveValue("the day of the goat");
});
