import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { docxOf, pdfOf } from "../src/testing/documents";
import { expect, test } from "./fixtures";
import { NewsSite } from "./news-site";
import { Reader } from "./reader";

const PARAGRAPHS = [
  "The bridge over the river at Karsk was closed on Sunday after a blast that damaged two of its pillars, officials said.",
  "At least 12 people were hurt when the first cars were stopped at the northern end, a doctor of the city hospital said.",
  "According to Reuters, the governor had been warned of it two weeks earlier by the engineers who look after the bridge.",
  "Trains are to run again within a week, if the rain stops by then and the second pillar holds, the railway said.",
];

const site = new NewsSite();
test.beforeAll(() => site.open());
test.afterAll(() => site.close());

const box = (page: Page) => page.getByLabel("Link or text");
const preview = (page: Page) => page.getByRole("region", { name: "As it will be read" });

async function accessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"])
    .analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
}

test("a link becomes an article, and what its outlet edits in silence is found out", async ({ page, desk }) => {
  test.setTimeout(120_000);
  const { id, home } = await desk.openCase("By a link");
  const address = site.publish("/bridge", "Bridge closed after a blast", PARAGRAPHS);
  await page.goto(`${home}/articles/new`);
  await box(page).fill(address);
  await box(page).press("Enter");
  await expect(preview(page).getByText("damaged two of its pillars")).toBeVisible();
  await expect(preview(page).getByText("All rights reserved")).toHaveCount(0);
  await expect(page.getByLabel("Title")).toHaveValue("Bridge closed after a blast");
  await expect(page.getByLabel("Outlet", { exact: true })).toHaveValue("Karsk Wire");
  await expect(page.getByLabel("Author")).toHaveValue("Dana Field");
  await expect(page.getByLabel("Published")).toHaveValue("2024-03-05");
  await accessible(page);
  await page.getByRole("button", { name: "Add and read" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Bridge closed after a blast" })).toBeVisible();
  const articleId = new URL(page.url()).pathname.split("/").at(-1) ?? "";
  const quoting = (statement: string, exact: string) =>
    desk.recordClaim(id, { statement, articleId, quote: { exact } });
  const hurt = await quoting("Twelve people were hurt", "At least 12 people were hurt");
  const trains = await quoting("Trains run again soon", "Trains are to run again within a week");

  await test.step("the same address is recognised, however it is written", async () => {
    await page.goto(`${home}/articles/new`);
    await box(page).fill(`${address}?utm_source=letter#top`);
    await box(page).press("Enter");
    const already = page.getByRole("region", { name: "Already in this case" });
    await expect(already.getByText("This address is in the case already")).toBeVisible();
    await page.getByRole("button", { name: "Take another source" }).click();
    await expect(box(page)).toBeVisible();
  });

  await test.step("its outlet changes a figure", async () => {
    site.publish("/bridge", "Bridge closed after a blast", [
      PARAGRAPHS[0] ?? "",
      (PARAGRAPHS[1] ?? "").replace("12", "47"),
      ...PARAGRAPHS.slice(2),
    ]);
    await page.goto(`${home}/articles/${articleId}`);
    await page.getByRole("link", { name: /version 1, read/ }).click();
    await page.getByRole("button", { name: "Fetch it again" }).click();
    await page.getByRole("button", { name: "Add it as the newest version" }).click();
    await expect(page.getByRole("heading", { name: "One quote to decide on" })).toBeVisible();
    await expect(page.getByText("figures changed: 12 → 47")).toBeVisible();
    const changes = page.getByRole("region", { name: "What changed" });
    await expect(changes.getByRole("deletion")).toHaveText(/12/);
    await expect(changes.getByRole("insertion")).toHaveText(/47/);
    await accessible(page);
  });

  await test.step("no quote drifted: one stands, the other waits for a person", async () => {
    const before = await desk.claims(id);
    const quoteOf = (number: number, claims = before) => claims.find((claim) => claim.number === number)?.quote;
    expect(quoteOf(trains.number)).toMatchObject({ exact: "Trains are to run again within a week", state: "exact" });
    expect(quoteOf(hurt.number)).toMatchObject({ exact: "At least 12 people were hurt", state: "changed" });
    await page.getByRole("button", { name: "Quote the newest text" }).click();
    await expect(page.getByRole("heading", { name: "One quote to decide on" })).toHaveCount(0);
    expect(quoteOf(hurt.number, await desk.claims(id))).toMatchObject({
      exact: "At least 47 people were hurt",
      state: "exact",
    });
  });

  await test.step("the page as it came is kept and can be downloaded", async () => {
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page
        .getByRole("link", { name: /Download/ })
        .last()
        .click(),
    ]);
    expect(download.suggestedFilename()).toBe("Bridge closed after a blast, version 1.html");
  });
});

test("several files become articles one after the other, in the same paragraphs", async ({ page, desk }) => {
  test.setTimeout(120_000);
  const { id, home } = await desk.openCase("By files");
  const whole = [{ heading: "Bridge closed after a blast" }, ...PARAGRAPHS];
  await page.goto(`${home}/articles/new`);
  await page.locator('input[type="file"]').setInputFiles([
    { name: "report.pdf", mimeType: "application/pdf", buffer: await pdfOf(whole) },
    { name: "report.docx", mimeType: "application/octet-stream", buffer: await docxOf(whole) },
    { name: "picture.gif", mimeType: "image/gif", buffer: Buffer.from("GIF89a") },
  ]);
  await expect(page.getByRole("heading", { name: "3 sources to save" })).toBeVisible();
  await page.setViewportSize({ width: 390, height: 800 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.getByRole("button", { name: /^picture\.gif/ }).click();
  await expect(page.getByText(/of a kind that is not read here/)).toBeVisible();
  await page.getByRole("button", { name: "Throw picture.gif away" }).click();
  await page.getByRole("button", { name: /^report\.pdf/ }).click();
  await expect(preview(page).getByText("5 paragraphs")).toBeVisible();
  await page.getByLabel("Outlet", { exact: true }).fill("Karsk Wire");
  await page.getByRole("button", { name: "Add, and on to the next" }).click();

  await test.step("what waits survives a reload, and the second is recognised as the first", async () => {
    await expect(page.getByRole("button", { name: /^report\.pdf/ })).toHaveCount(0);
    await expect(page.getByRole("region", { name: "Source" }).getByText("report.docx")).toBeVisible();
    await page.reload();
    await expect(preview(page).getByText("5 paragraphs")).toBeVisible();
    await expect(page.getByText("This text is in the case already, word for word")).toBeVisible();
  });

  await page.getByLabel("Outlet", { exact: true }).fill("Karsk Courier");
  await page.getByRole("button", { name: "Add and read" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Bridge closed after a blast" })).toBeVisible();
  const { items } = await desk.get<{ items: { id: string }[] }>(`/cases/${id}/articles`);
  expect(items).toHaveLength(2);
  const texts = await Promise.all(items.map(async (each) => (await desk.get(`/articles/${each.id}`)).text));
  expect(texts[0]).toBe(texts[1]);
});

test("a copy of a wire is recognised, and its claims repeat the wire's", async ({ page, desk, keys }) => {
  const { id, home } = await desk.openCase("A copy");
  const text = PARAGRAPHS.join("\n\n");
  const wire = await desk.addArticle(id, { title: "Bridge closed", outlet: "Karsk Wire", text });
  const first = await desk.recordClaim(id, {
    statement: "Twelve people were hurt",
    articleId: wire.id,
    quote: { exact: PARAGRAPHS[1]?.replace(/, a doctor.*/, "") },
  });
  await page.goto(`${home}/articles/new`);
  await box(page).fill(`Our correspondent in Karsk writes:\n\n${text}`);
  await expect(page.getByText(/of the shorter text stands word for word in the other/)).toBeVisible();
  await page.getByLabel("It repeats that article").check();
  await page.getByLabel("Title").fill("Blast in Karsk");
  await page.getByLabel("Outlet", { exact: true }).fill("Daily Copy");
  await page.getByRole("button", { name: "Add and read" }).click();
  await expect(page.getByText(/repeats Bridge closed/)).toBeVisible();

  const reader = new Reader(page, keys);
  await reader.walkTo(/^At least 12 people/);
  await reader.begin();
  await reader.finish("Twelve were hurt in the blast", "2");
  await expect(page.getByText(`repeats ${first.claim} (Karsk Wire)`)).toBeVisible();
  const { items } = await desk.get<{ items: { kind: string; to: string }[] }>(`/cases/${id}/relations`);
  expect(items).toMatchObject([{ kind: "repeats", to: first.id }]);
});

test("the clipper sends a page as the browser shows it", async ({ page, desk, context }) => {
  const { home } = await desk.openCase("Clipped");
  const address = site.publish("/behind-a-wall", "Only for subscribers", PARAGRAPHS);
  await page.goto(`${home}/articles/clipper`);
  await accessible(page);
  const bookmark = page.getByText("Clip to Clipped").locator("..");
  await expect(bookmark).toHaveAttribute("href", /^javascript:/);
  const code = decodeURIComponent(((await bookmark.getAttribute("href")) ?? "").replace(/^javascript:/, ""));
  const news = await context.newPage();
  await news.goto(address);
  await news.evaluate(() => document.querySelector("article")?.append("Shown only here."));
  const [clip] = await Promise.all([context.waitForEvent("page"), news.evaluate(code)]);
  await expect(preview(clip).getByText("Shown only here.")).toBeVisible({ timeout: 30_000 });
  await expect(clip.getByText("The page as your browser showed it")).toBeVisible();
  await expect(clip.getByLabel("Title")).toHaveValue("Only for subscribers");
  await expect(clip.getByLabel("Address")).toHaveValue(address);
});

test.describe("a viewer", () => {
  test.use({ who: "viewer" });

  test("sees the versions and their custody, and adds nothing", async ({ page, desk, browserOf }) => {
    const analyst = await browserOf("analyst");
    const { id, home } = await analyst.desk.openCase("For viewers");
    const article = await analyst.desk.addArticle(id, { title: "Seen", outlet: "Karsk Wire", text: "It rained." });
    await page.goto(`${home}/articles/${article.id}/versions`);
    await expect(page.getByRole("region", { name: "Record of custody" }).first()).toBeVisible();
    await expect(page.getByRole("heading", { name: "Read it anew" })).toHaveCount(0);
    expect((await desk.send("POST", `/cases/${id}/intakes`, { address: "https://example.org/" })).status()).toBe(403);
  });
});
