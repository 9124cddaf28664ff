import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { Reader } from "./reader";

const ENGLISH = `The Bridge at Karsk was closed on Sunday. A café by the bridge stayed open.

The governor said that the bridge would open again within a week.`;

const ARABIC = `قُتِلَ اثنا عشر شخصًا قرب الجسر.

وقالت الوزارة إن الجسر أغلق يوم الأحد وقتل آخرون.`;

const bar = (page: Page) => page.getByRole("search", { name: "Find in the text" });

async function accessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"])
    .analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
}

test("how texts are set is the reader's choice, and remembered", async ({ page, desk }) => {
  const { id, home } = await desk.openCase("Reading");
  const article = await desk.addArticle(id, { title: "Bridge", outlet: "Karsk Courier", text: ENGLISH });
  await page.goto(`${home}/articles/${article.id}`);
  const text = page.getByText("A café by the bridge");
  const style = (name: "fontSize" | "lineHeight" | "fontFamily") =>
    text.evaluate((element, property) => getComputedStyle(element)[property], name);
  const before = { size: Number.parseFloat(await style("fontSize")), face: await style("fontFamily") };

  await page.getByRole("button", { name: "Text", exact: true }).click();
  await page.getByRole("button", { name: "Larger" }).click();
  await page.getByRole("button", { name: "Larger" }).click();
  await page.getByText("Loose").click();
  await page.getByText("Sans", { exact: true }).click();
  await page.getByText("Dark", { exact: true }).click();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await expect(page.getByRole("button", { name: "Theme: dark" })).toBeVisible();
  await expect.poll(async () => Number.parseFloat(await style("fontSize"))).toBeGreaterThan(before.size * 1.15);
  await accessible(page);
  const chosen = { size: await style("fontSize"), line: await style("lineHeight"), face: await style("fontFamily") };
  expect(chosen.face).not.toBe(before.face);

  await page.reload();
  await expect(text).toBeVisible();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  expect({ size: await style("fontSize"), line: await style("lineHeight"), face: await style("fontFamily") }).toEqual(
    chosen,
  );
  await page.getByRole("button", { name: "Text", exact: true }).click();
  await page.getByRole("button", { name: "As usual" }).click();
  await expect.poll(async () => Number.parseFloat(await style("fontSize"))).toBe(before.size);
});

test("words are found in the text, case, accents and vowel marks aside, and become a claim", async ({
  page,
  desk,
  keys,
}) => {
  const { id, home } = await desk.openCase("Finding");
  const article = await desk.addArticle(id, { title: "Bridge", outlet: "Karsk Courier", text: ENGLISH });
  const reader = new Reader(page, keys);
  await reader.open(home, article.id);
  await page.keyboard.press("f");
  await page.keyboard.type("BRIDGE");
  await expect(bar(page).getByRole("status")).toHaveText("1 of 3");
  await page.keyboard.press("Enter");
  await expect(bar(page).getByRole("status")).toHaveText("2 of 3");
  await page.keyboard.press("Shift+Enter");
  await page.keyboard.press("Shift+Enter");
  await expect(bar(page).getByRole("status")).toHaveText("3 of 3");
  await accessible(page);
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type("cafe by the");
  await expect(bar(page).getByRole("status")).toHaveText("1 of 1");
  await page.keyboard.press("ControlOrMeta+Enter");
  await expect(bar(page)).toBeHidden();
  await expect.poll(() => reader.held()).toBe("café by the");
  await reader.begin();
  await reader.finish("A café was open", "1");
  expect((await desk.claims(id))[0]?.quote?.exact).toBe("café by the");
});

test("Arabic is found with and without its vowel marks", async ({ page, desk, keys }) => {
  const { id, home } = await desk.openCase("Finding in Arabic");
  const article = await desk.addArticle(id, { title: "الجسر", outlet: "القدس العربي", text: ARABIC, language: "ar" });
  await new Reader(page, keys).open(home, article.id);
  await page.keyboard.press("ControlOrMeta+f");
  await page.keyboard.type("قتل");
  await expect(bar(page).getByRole("status")).toHaveText("1 of 2");
  await page.keyboard.press("Escape");
  await expect(bar(page)).toBeHidden();
});
