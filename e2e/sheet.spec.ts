import type { Page } from "@playwright/test";
import { parse } from "csv-parse/sync";
import { expectAccessible, expectNoSidewaysScroll } from "./access";
import type { Desk, MadeClaim } from "./desk";
import { expect, test } from "./fixtures";

const NORTH = "The dam at Orvik broke at noon. Forty houses were flooded, the mayor said.";
const SOUTH = "The dam at Orvik held all day. Forty houses were flooded by rain.";

type Laid = { id: string; home: string; claims: MadeClaim[] };

/** Two reports of one flood: C-1 and C-2 by the Northern Post, C-3 and C-4 by the Southern Post; C-1 and C-3 clash. */
async function layOut(desk: Desk, title: string): Promise<Laid> {
  const { id, home } = await desk.openCase(title);
  const claims: MadeClaim[] = [];
  for (const [outlet, text, statements] of [
    ["Northern Post", NORTH, ["The dam at Orvik broke at noon.", "Forty houses were flooded"]],
    ["Southern Post", SOUTH, ["The dam at Orvik held all day.", "Forty houses were flooded by rain."]],
  ] as const) {
    const article = await desk.addArticle(id, { title: `Flood at Orvik, ${outlet}`, outlet, text });
    for (const exact of statements) {
      const tags = exact.includes("dam") ? ["dam"] : ["houses"];
      const reportedOn = outlet === "Northern Post" ? "2024-05-02" : "2024-05-01";
      claims.push(
        await desk.recordClaim(id, { statement: exact, articleId: article.id, quote: { exact }, tags, reportedOn }),
      );
    }
  }
  const [first, , third] = claims;
  if (first && third) await desk.relate(id, first, "contradicts", third, { about: "occurrence" });
  return { id, home, claims };
}

const table = (page: Page) => page.getByRole("table", { name: "The claim sheet" });
const row = (page: Page, number: number) =>
  table(page)
    .getByRole("row")
    .filter({ has: page.getByRole("link", { name: `C-${number}`, exact: true }) });
const numbers = async (page: Page) => table(page).getByRole("rowheader").allTextContents();

async function openSheet(page: Page, home: string) {
  await page.goto(`${home}/claims`);
  await expect(table(page)).toBeVisible();
  // The keys are in force once the line at the bottom names them.
  await expect(page.getByText("Next row")).toBeVisible();
}

test("filters read as a sentence, live in the address, and go out with the export", async ({ page, desk }) => {
  const { home } = await layOut(desk, "Filters");
  await openSheet(page, home);
  await expect(page.getByText("4 claims", { exact: true })).toBeVisible();

  await page.keyboard.press("f");
  const menu = page.getByRole("dialog", { name: "Show only claims where" });
  await menu.getByLabel("Outlet is").fill("northern");
  await page.keyboard.press("Enter");
  await menu.getByRole("checkbox", { name: "Has a contradiction" }).check();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: "Remove the filter: outlet is Northern Post" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Remove the filter: has a contradiction" })).toBeVisible();
  await expect.poll(() => numbers(page)).toEqual(["C-1"]);
  await expect(page.getByText("1 claim fits")).toBeVisible();
  await expect(page).toHaveURL(/outlet=.*has=conflict/);

  await page.reload();
  await expect.poll(() => numbers(page)).toEqual(["C-1"]);
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Export", exact: true }).click();
  await page
    .getByRole("dialog", { name: "Export" })
    .getByRole("button", { name: /^Export \d/ })
    .click();
  const file = await (await download).createReadStream();
  const chunks: Buffer[] = [];
  for await (const chunk of file) chunks.push(chunk as Buffer);
  const rows: Record<string, string>[] = parse(Buffer.concat(chunks), { columns: true });
  expect(rows.map(({ claim, contradicts }) => [claim, contradicts])).toEqual([["C-1", "C-3"]]);
  await page.keyboard.press("Escape");

  await page.getByRole("button", { name: "Remove the filter: outlet is Northern Post" }).click();
  await expect.poll(() => numbers(page)).toEqual(["C-1", "C-3"]);
  await page.goBack();
  await expect.poll(() => numbers(page)).toEqual(["C-1"]);
  await page.getByRole("button", { name: "Clear", exact: true }).click();
  await expect.poll(() => numbers(page)).toEqual(["C-1", "C-2", "C-3", "C-4"]);

  await page.keyboard.press("/");
  await page.keyboard.type("houses rain");
  await expect.poll(() => numbers(page)).toEqual(["C-4"]);
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type("nobody wrote this");
  await expect(page.getByRole("heading", { name: "No claim fits these filters" })).toBeVisible();
  await page.getByRole("link", { name: "Clear the filters" }).click();
  await expect.poll(() => numbers(page)).toEqual(["C-1", "C-2", "C-3", "C-4"]);
});

test("rows sort by number and by day, both ways", async ({ page, desk }) => {
  const { home } = await layOut(desk, "Order");
  await openSheet(page, home);
  const sorted = (name: string) => table(page).getByRole("columnheader", { name });
  await sorted("Reported").getByRole("link").click();
  await expect.poll(() => numbers(page)).toEqual(["C-3", "C-4", "C-1", "C-2"]);
  await expect(sorted("Reported")).toHaveAttribute("aria-sort", "ascending");
  await sorted("Reported").getByRole("link").click();
  await expect.poll(() => numbers(page)).toEqual(["C-2", "C-1", "C-4", "C-3"]);
  await sorted("Claim").getByRole("link").click();
  await expect.poll(() => numbers(page)).toEqual(["C-1", "C-2", "C-3", "C-4"]);
  await sorted("Claim").getByRole("link").click();
  await expect.poll(() => numbers(page)).toEqual(["C-4", "C-3", "C-2", "C-1"]);
});

test("the keyboard walks, looks closer, relates, edits and writes", async ({ page, desk, keys }) => {
  test.setTimeout(120_000);
  const { id, home } = await layOut(desk, "Keyboard");
  await openSheet(page, home);
  await keys.press("j", "j", "k", "ArrowDown");
  await expect(row(page, 2).getByRole("link")).toBeFocused();
  await keys.press("Space");
  const aside = page.getByRole("region", { name: "C-2 in full" });
  await expect(aside.locator("mark")).toHaveText("Forty houses were flooded");
  await expect(aside.getByText("None recorded yet.")).toBeVisible();

  await test.step("a verb and a digit relate the row", async () => {
    keys.reset();
    await keys.press("=");
    await expect(page.getByRole("option").filter({ hasText: "C-4" })).toBeVisible();
    const digit = await page.getByRole("option").filter({ hasText: "C-4" }).locator("kbd").textContent();
    await keys.press(digit ?? "");
    expect(keys.count).toBe(2);
    await expect(aside.getByRole("article", { name: "agrees C-4" })).toBeVisible();
    await expect(row(page, 2)).toContainText(/agrees\s*1/);
    await expect(row(page, 2).getByRole("link")).toBeFocused();
  });

  await test.step("a contradiction by number asks what it is about", async () => {
    await keys.press("x");
    await keys.type("C-3");
    await expect(page.getByRole("option").filter({ hasText: "C-3" })).toBeVisible();
    await keys.press("Enter");
    await expect(page.getByText("What do they contradict each other about?")).toBeVisible();
    await keys.press("1");
    await keys.type("Two counts of one street.");
    await keys.press("Enter");
    await expect(aside.getByRole("article", { name: "contradicts on number C-3" })).toContainText(
      "Two counts of one street.",
    );
    await keys.press("ControlOrMeta+z");
    await expect(aside.getByRole("article", { name: /C-3/ })).toHaveCount(0);
  });

  await test.step("a pinned claim is taken by 0", async () => {
    await keys.press("p", "Escape", "j", "q");
    await expect(page.getByRole("option").filter({ hasText: "C-2" }).locator("kbd")).toHaveText("0");
    await keys.press("0");
    await expect(row(page, 3)).toContainText(/qualifies\s*1/);
  });

  await test.step("e edits, c writes by hand, Enter opens", async () => {
    await keys.press("e");
    const edit = page.getByRole("form", { name: "Edit C-3" });
    await edit.getByLabel("Statement").fill("The dam at Orvik held all day and all night.");
    await keys.press("ControlOrMeta+Enter");
    await expect(row(page, 3)).toContainText("and all night");

    await keys.press("c");
    const composer = page.getByRole("form", { name: "New claim" });
    await expect(composer.getByLabel("Statement")).toBeFocused();
    await keys.type("Nobody was hurt.");
    await keys.press("Enter", "1");
    await expect(row(page, 5)).toContainText("Nobody was hurt.");
    const [made] = (await desk.claims(id)).filter(({ number }) => number === 5);
    expect(made).toMatchObject({ article: null, quote: null, confidence: "low" });

    await row(page, 5).getByRole("link").focus();
    await keys.press("Enter");
    await expect(page).toHaveURL(/\/claims\/5$/);
  });
});

test("pages by keyset, there and back, and says how many are shown", async ({ page, desk }) => {
  test.setTimeout(120_000);
  const { id, home } = await desk.openCase("Many claims");
  for (let number = 1; number <= 53; number += 1) await desk.recordClaim(id, { statement: `Report ${number}` });
  await openSheet(page, home);
  await expect(page.getByText("50 shown")).toBeVisible();
  await page.getByRole("link", { name: "Next", exact: true }).click();
  await expect.poll(() => numbers(page)).toEqual(["C-51", "C-52", "C-53"]);
  await expect(page.getByText("3 shown")).toBeVisible();
  await page.getByRole("link", { name: "Previous", exact: true }).click();
  await expect.poll(async () => (await numbers(page)).slice(0, 2)).toEqual(["C-1", "C-2"]);
});

test("retracted claims show only where the status asks for them", async ({ page, desk }) => {
  const { home, claims } = await layOut(desk, "Retracted");
  await openSheet(page, home);
  await row(page, 4).getByRole("link").focus();
  await page.keyboard.press("Shift+R");
  await expect(page.getByText("C-4 retracted")).toBeVisible();
  await expect.poll(() => numbers(page)).toEqual(["C-1", "C-2", "C-3"]);
  await page.goto(`${home}/claims?status=retracted`);
  await expect.poll(() => numbers(page)).toEqual([claims[3]?.claim]);
});

test("an empty sheet says how to begin", async ({ page, desk }) => {
  const { home } = await desk.openCase("Empty sheet");
  await page.goto(`${home}/claims`);
  await expect(page.getByRole("heading", { name: "No claims yet" })).toBeVisible();
  await expect(page.getByRole("link", { name: "Go to the articles" })).toBeVisible();
});

test("has no barrier, with its panel, its filters and on a phone", async ({ page, desk }) => {
  const { home } = await layOut(desk, "Barriers");
  await openSheet(page, `${home}`);
  await page.keyboard.press("j");
  await page.keyboard.press("Space");
  await expect(page.getByRole("article", { name: /contradicts .*C-3/ })).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press("f");
  await expect(page.getByRole("dialog", { name: "Show only claims where" })).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog", { name: "Show only claims where" })).toHaveCount(0);
  await page.setViewportSize({ width: 375, height: 740 });
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);
});

test.describe("a viewer", () => {
  test.use({ who: "viewer" });

  test("reads the sheet, and finds nothing to write with", async ({ page, desk }) => {
    const { home } = await desk.demoCase();
    await openSheet(page, home);
    await page.keyboard.press("j");
    await page.keyboard.press("Space");
    await expect(page.getByRole("region", { name: /in full/ })).toBeVisible();
    await expect(page.getByRole("button", { name: "New claim" })).toHaveCount(0);
    await expect(page.getByRole("link", { name: "Import" })).toHaveCount(0);
    await expect(page.getByRole("button", { name: "Export", exact: true })).toBeVisible();
    await page.keyboard.press("c");
    await page.keyboard.press("=");
    await expect(page.getByRole("form")).toHaveCount(0);
    await expect(page.getByRole("combobox", { name: /Which claim/ })).toHaveCount(0);
  });
});
