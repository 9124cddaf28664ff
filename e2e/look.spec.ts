import type { Page } from "@playwright/test";
import { expectAccessible, expectNoSidewaysScroll } from "./access";
import type { Desk } from "./desk";
import { expect, test } from "./fixtures";

// Nothing here depends on what another test did: both workers may share it.
test.describe.configure({ mode: "parallel" });

/** Every page of the product, by what leads to it in the demonstration. */
const PAGES: Record<string, (desk: Desk) => Promise<string> | string> = {
  cases: ({ team }) => `/${team}/cases`,
  "a case": async (desk) => (await desk.demoCase()).home,
  articles: async (desk) => `${(await desk.demoCase()).home}/articles`,
  "adding an article": async (desk) => `${(await desk.demoCase()).home}/articles/new`,
  "the reader": async (desk) => `${await article(desk, "en")}`,
  "the reader in Arabic": async (desk) => `${await article(desk, "ar")}`,
  "the reader at a claim": async (desk) => `${await article(desk, "en")}?at=${await numberIn(desk, "en")}`,
  "the sheet": async (desk) => `${(await desk.demoCase()).home}/claims`,
  "a claim": async (desk) => `${(await desk.demoCase()).home}/claims/${await numberIn(desk, "en")}`,
  conflicts: async (desk) => `${(await desk.demoCase()).home}/conflicts`,
  "a conflict": async (desk) => {
    const { id, home } = await desk.demoCase();
    const { items } = await desk.get<{ items: { key: number }[] }>(`/cases/${id}/conflicts`);
    return `${home}/conflicts/${items[0]?.key}`;
  },
  "the graph": async (desk) => `${(await desk.demoCase()).home}/graph?at=C-2`,
  "the graph of origins": async (desk) => `${(await desk.demoCase()).home}/graph?of=origins`,
  "the timeline": async (desk) => `${(await desk.demoCase()).home}/timeline`,
  "the timeline as a table": async (desk) => `${(await desk.demoCase()).home}/timeline?by=claim&view=table`,
  warnings: async (desk) => `${(await desk.demoCase()).home}/warnings`,
  "the matrix": async (desk) => `${(await desk.demoCase()).home}/matrix`,
  "the matrix as a table": async (desk) => `${(await desk.demoCase()).home}/matrix?show=table&implied=true`,
  "a cell of the matrix": async (desk) => {
    const { id, home } = await desk.demoCase();
    const { cells } = await desk.get<{ cells: { a: string; b: string }[] }>(`/cases/${id}/matrix`);
    return `${home}/matrix?a=${cells[0]?.a}&b=${cells[0]?.b}`;
  },
  "a conflict as of another day": async (desk) => {
    const { id, home } = await desk.demoCase();
    const { items } = await desk.get<{ items: { key: number }[] }>(`/cases/${id}/conflicts`);
    return `${home}/conflicts/${items[0]?.key}?asOf=${new Date().toISOString().slice(0, 10)}`;
  },
  importing: async (desk) => `${(await desk.demoCase()).home}/import`,
  agreement: async (desk) => `${(await desk.demoCase()).home}/agreement`,
  history: async (desk) => `${(await desk.demoCase()).home}/history`,
  outlets: ({ team }) => `/${team}/outlets`,
  "outlets by owner": ({ team }) => `/${team}/outlets?order=owner`,
  "outlets of which none is like that": ({ team }) => `/${team}/outlets?q=nothing-goes-by-this`,
  "an outlet": async (desk) => {
    const { items } = await desk.get<{ items: { id: string }[] }>("/outlets?q=Reuters");
    return `/${desk.team}/outlets/${items[0]?.id}`;
  },
  settings: ({ team }) => `/${team}/settings`,
  "an empty case": async (desk) => (await desk.openCase("Nothing here yet")).home,
  "an empty graph": async (desk) => `${(await desk.openCase("Nothing related yet")).home}/graph`,
  "an empty timeline": async (desk) => `${(await desk.openCase("Nothing dated yet")).home}/timeline`,
  "an empty matrix": async (desk) => `${(await desk.openCase("No matrix yet")).home}/matrix`,
  "an empty list of conflicts": async (desk) => `${(await desk.openCase("No conflict yet")).home}/conflicts`,
};

const PHONE = { width: 375, height: 740 };

async function articlesOf(desk: Desk) {
  const { id, home } = await desk.demoCase();
  const { items } = await desk.get<{ items: { id: string; title: string; language: string; claims: number }[] }>(
    `/cases/${id}/articles`,
  );
  return { id, home, items: items.filter(({ title, claims }) => /^(Demo brief|موجز)/.test(title) && claims > 0) };
}

async function article(desk: Desk, language: string): Promise<string> {
  const { home, items } = await articlesOf(desk);
  return `${home}/articles/${items.find((each) => each.language === language)?.id}`;
}

async function numberIn(desk: Desk, language: string): Promise<number> {
  const { id, items } = await articlesOf(desk);
  const found = items.find((each) => each.language === language);
  const claim = (await desk.claims(id)).find((each) => each.article?.id === found?.id);
  if (!claim) throw new Error(`no claim in ${language}`);
  return claim.number;
}

async function settled(page: Page): Promise<void> {
  await expect(page.getByRole("main")).toBeVisible();
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.getByRole("status", { name: "Loading" })).toBeHidden();
}

for (const [name, addressOf] of Object.entries(PAGES)) {
  test(`${name}: no barriers, in light and dark, wide and on a phone`, async ({ page, desk }) => {
    // Axe weighs the contrast of every word: a long list takes it a while.
    test.setTimeout(180_000);
    const address = await addressOf(desk);
    const answer = await page.goto(address);
    expect(answer?.status()).toBe(200);
    await settled(page);
    await expect(page).toHaveTitle(/Crossbearing/);
    await expectAccessible(page);
    await page.setViewportSize(PHONE);
    await page.goto(address);
    await settled(page);
    await expectNoSidewaysScroll(page);
    // The colours are those of the wide page.
    await expectAccessible(page, ["light"]);
  });
}

test.describe("signed out", () => {
  test.use({ storageState: { cookies: [], origins: [] } });

  test("the sign-in page: no barriers, in light and dark, wide and on a phone", async ({ page }) => {
    await page.goto("/sign-in");
    await settled(page);
    await expectAccessible(page);
    await page.setViewportSize(PHONE);
    await expectNoSidewaysScroll(page);
    // The colours are those of the wide page.
    await expectAccessible(page, ["light"]);
  });
});

test.describe("what is not there", () => {
  test.use({ mayComplain: [/status of 404/] });

  test("is said in words, without barriers", async ({ page, desk }) => {
    const { home } = await desk.demoCase();
    for (const [address, words] of [
      [`${home}/conflicts/999999`, "No conflict goes by this number"],
      [`${home}/claims/999999`, /nothing at this address|No claim/],
      [`/${desk.team}/nowhere`, /nothing at this address/],
    ] as const) {
      await page.goto(address);
      await expect(page.getByRole("heading", { name: words })).toBeVisible();
      await expectAccessible(page);
    }
  });
});

test.describe("what opens over a page has no barriers either:", () => {
  test.beforeEach(() => test.setTimeout(180_000));

  test("in the reader", async ({ page, desk }) => {
    await page.goto(`${await article(desk, "en")}?at=${await numberIn(desk, "en")}`);
    await expect(page.getByText("Next sentence")).toBeVisible();
    await page.keyboard.press("j");
    await page.keyboard.press("c");
    await expect(page.getByRole("form", { name: "New claim" })).toBeVisible();
    await expectAccessible(page);
    await page.keyboard.press("Escape");
    await expect(page.getByRole("form", { name: "New claim" })).toBeHidden();
    await page.keyboard.press("x");
    await expect(page.getByRole("option").first()).toBeVisible();
    await expectAccessible(page);
  });

  test("everywhere", async ({ page, desk }) => {
    await page.goto((await desk.demoCase()).home);
    await expect(
      page.getByRole("region", { name: "Keys that work here" }).getByText("Search and commands"),
    ).toBeVisible();
    await page.keyboard.press("Control+k");
    await expect(page.getByRole("dialog")).toBeVisible();
    await expectAccessible(page);
    await page.keyboard.press("Escape");
    await expect(page.getByRole("dialog")).toBeHidden();
    await page.keyboard.press("?");
    await expect(page.getByRole("dialog")).toBeVisible();
    await expectAccessible(page);
  });

  test("how origins were counted, and a new case", async ({ page, desk }) => {
    const { home } = await desk.demoCase();
    await page.goto(`${home}/conflicts`);
    const counted = page.getByRole("button", { name: /how they were counted/ });
    await counted.first().click();
    await expect(page.getByRole("dialog")).toBeVisible();
    await expectAccessible(page);
    await page.goto(`/${desk.team}/cases?new=1`);
    await expect(page.getByRole("dialog", { name: "New case" })).toBeVisible();
    await expectAccessible(page);
  });

  test("the navigation on a phone", async ({ page, desk }) => {
    await page.setViewportSize(PHONE);
    await page.goto((await desk.demoCase()).home);
    await page.getByRole("button", { name: "Open the navigation" }).click();
    await expect(page.getByRole("dialog")).toBeVisible();
    await expectAccessible(page);
  });
});
