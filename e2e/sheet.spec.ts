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

const table = (page: Page) => page.getByRole("grid", { name: "The claim sheet" });
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

const cell = (page: Page, number: number, column: string) => ({
  async at() {
    const names = await table(page).getByRole("columnheader").allTextContents();
    const index = names.findIndex((name) => name.trim().startsWith(column));
    return row(page, number).locator(`[aria-colindex="${index + 1}"]`);
  },
});
const says = (page: Page, number: number, column: string) =>
  expect.poll(async () => (await cell(page, number, column).at()).textContent());
const choose = async (page: Page, number: number, column: string) => (await cell(page, number, column).at()).click();

test("cells are written in with the keyboard, and taken back", async ({ page, desk }) => {
  const { id, home } = await layOut(desk, "Cells");
  await openSheet(page, home);
  await page.keyboard.press("j");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.type("The dam broke at one.");
  await page.keyboard.press("Enter");
  await says(page, 1, "Statement").toContain("The dam broke at one.");
  await expect(page.getByText("C-1 changed")).toBeVisible();

  await test.step("Tab moves on, a value of a list may be begun, dates are understood", async () => {
    await choose(page, 2, "Credibility");
    await page.keyboard.type("3");
    await page.keyboard.press("Tab");
    await page.keyboard.type("mod");
    await page.keyboard.press("Enter");
    await choose(page, 2, "Happened");
    await page.keyboard.press("F2");
    await page.keyboard.type("late October 2024");
    await expect(table(page).getByText("2024", { exact: false }).last()).toBeVisible();
    await page.keyboard.press("Enter");
    await expect
      .poll(async () => (await desk.claims(id)).find(({ number }) => number === 2))
      .toMatchObject({ credibility: 3, confidence: "moderate", occurredOn: "2024-10-21~/2024-10-31~" });
  });

  await test.step("what cannot be stays in its cell with the reason, and nothing is written", async () => {
    await choose(page, 3, "Credibility");
    await page.keyboard.type("9");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("alert").filter({ hasText: "not on the scale from 1 to 6" })).toHaveCount(1);
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("Escape");
    await expect(page.getByRole("alert").filter({ hasText: "not on the scale" })).toHaveCount(0);
    const third = (await desk.claims(id)).find(({ number }) => number === 3);
    expect(third).toMatchObject({ credibility: null });
  });

  await test.step("the last changes are taken back one by one, and made again", async () => {
    await page.keyboard.press("ControlOrMeta+z");
    await says(page, 2, "Happened").toContain("none");
    await page.keyboard.press("ControlOrMeta+z");
    await says(page, 2, "Confidence").not.toContain("moderate");
    await page.keyboard.press("ControlOrMeta+Shift+z");
    await says(page, 2, "Confidence").toContain("moderate");
  });
});

test("blocks are pasted, filled down, cleared and set at once", async ({ page, desk, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const { id, home } = await layOut(desk, "Blocks");
  await openSheet(page, home);
  await test.step("a block from a spreadsheet", async () => {
    await choose(page, 1, "Outlet");
    await page.evaluate(() => navigator.clipboard.writeText("Reuters\tReuters > a minister\nUTV\tUTV\n"));
    await page.keyboard.press("ControlOrMeta+v");
    await says(page, 1, "Attribution").toContain("Reuters › a minister");
    await says(page, 2, "Outlet").toContain("UTV");
    await expect(page.getByText("4 cells of 2 claims changed")).toBeVisible();
  });
  await test.step("what was copied can be pasted elsewhere", async () => {
    await choose(page, 1, "Tags");
    await page.keyboard.press("Shift+ArrowDown");
    await page.keyboard.press("ControlOrMeta+c");
    await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe("dam\nhouses");
  });
  await test.step("the first text goes into all others", async () => {
    await choose(page, 1, "Tags");
    await page.keyboard.press("Shift+ArrowDown");
    await page.keyboard.press("Shift+ArrowDown");
    await page.keyboard.press("ControlOrMeta+d");
    await expect
      .poll(async () => (await desk.claims(id)).map(({ tags }) => tags))
      .toEqual([["dam"], ["dam"], ["dam"], ["houses"]]);
  });
  await test.step("cleared", async () => {
    await page.keyboard.press("Delete");
    await expect.poll(async () => (await desk.claims(id)).map(({ tags }) => tags)).toEqual([[], [], [], ["houses"]]);
    await page.keyboard.press("ControlOrMeta+z");
    await expect
      .poll(async () => (await desk.claims(id)).map(({ tags }) => tags))
      .toEqual([["dam"], ["dam"], ["dam"], ["houses"]]);
  });
  await test.step("rows that do not stand together get one value", async () => {
    await (await cell(page, 1, "Article").at()).click({ modifiers: ["ControlOrMeta"] });
    await (await cell(page, 4, "Article").at()).click({ modifiers: ["ControlOrMeta"] });
    const bar = page.getByRole("region", { name: "Selected rows" });
    await expect(bar).toContainText("2 rows selected");
    await bar.getByRole("button", { name: "Set a value" }).click();
    const dialog = page.getByRole("dialog", { name: "Set one value in all of them" });
    await dialog.getByLabel("Column").selectOption({ label: "Status" });
    await dialog.getByLabel("Value").selectOption({ label: "reviewed" });
    await expectAccessible(page, ["light"]);
    await dialog.getByRole("button", { name: "Set in 2 rows" }).click();
    await expect
      .poll(async () => (await desk.claims(id)).map(({ status }) => status))
      .toEqual(["reviewed", "draft", "draft", "reviewed"]);
  });
});

test("somebody else's change in the meantime is shown, and what was typed is kept", async ({ page, desk }) => {
  const { id, home, claims } = await layOut(desk, "Two hands");
  await openSheet(page, home);
  await choose(page, 1, "Tags");
  await page.keyboard.press("F2");
  await page.keyboard.type("breach");
  const [first] = claims;
  if (first) await desk.changeClaim(first, { tags: ["flood"] });
  await page.keyboard.press("Enter");
  await page.keyboard.press("ArrowUp");
  await expect(page.getByRole("alert").filter({ hasText: "this cell says “flood” now" })).toBeVisible();
  await says(page, 1, "Tags").toContain("breach");
  await page.keyboard.press("F2");
  await page.keyboard.press("Enter");
  await expect.poll(async () => (await desk.claims(id))[0]?.tags).toEqual(["breach"]);
  await expect(page.getByRole("alert").filter({ hasText: "this cell says" })).toHaveCount(0);
});

test("any row is reached by its number, and columns are the reader's to arrange", async ({ page, desk }) => {
  test.setTimeout(120_000);
  const { id, home } = await desk.openCase("Many claims");
  const many = ["statement", ...Array.from({ length: 1200 }, (_, at) => `Report number ${at + 1}`)].join("\n");
  await desk.importSheet(id, many);
  await openSheet(page, home);
  await expect(page.getByText("1,200 claims", { exact: true })).toBeVisible();
  await page.keyboard.press("#");
  await page.keyboard.type("1,100");
  await page.keyboard.press("Enter");
  await expect(row(page, 1100)).toContainText("Report number 1100");
  await expect(row(page, 1100).getByRole("link")).toBeFocused();
  await page.keyboard.press("#");
  await page.keyboard.type("C-7");
  await page.keyboard.press("Enter");
  await expect(row(page, 7).getByRole("link")).toBeFocused();
  await page.keyboard.press("ControlOrMeta+End");
  await expect(row(page, 1200)).toContainText("Report number 1200");
  await expect(table(page)).toHaveAttribute("aria-rowcount", "1201");

  await test.step("a column is hidden and moved, and the address keeps it", async () => {
    const head = (name: string) => table(page).getByRole("columnheader", { name });
    await head("Attribution").hover();
    await page.getByRole("button", { name: "Column Attribution" }).click();
    await page.getByRole("menuitem", { name: "Hide" }).click();
    await expect(head("Attribution")).toHaveCount(0);
    await head("Outlet").hover();
    await page.getByRole("button", { name: "Column Outlet" }).click();
    await page.getByRole("menuitem", { name: "Move towards the start" }).click();
    const names = async () => (await table(page).getByRole("columnheader").allTextContents()).slice(0, 3);
    await expect.poll(names).toEqual(["Claim", "Outlet", "Statement"]);
    await page.reload();
    await expect.poll(names).toEqual(["Claim", "Outlet", "Statement"]);
    await expect(head("Attribution")).toHaveCount(0);
  });
});

test("rows stand in groups that fold", async ({ page, desk }) => {
  const { home } = await layOut(desk, "Groups");
  await page.goto(`${home}/claims?group=tag`);
  await expect(table(page)).toBeVisible();
  const heading = (name: string) => table(page).getByRole("row").filter({ hasText: name }).first();
  await expect(heading("dam")).toContainText("2 claims");
  await expect.poll(() => numbers(page)).toEqual(["C-1", "C-3", "C-2", "C-4"]);
  await heading("dam").getByRole("gridcell").click();
  await expect.poll(() => numbers(page)).toEqual(["C-2", "C-4"]);
  await page.keyboard.press("Enter");
  await expect.poll(() => numbers(page)).toEqual(["C-1", "C-3", "C-2", "C-4"]);
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
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("F2");
    await expect(page.getByRole("grid").getByRole("textbox")).toHaveCount(0);
    await page.keyboard.press("c");
    await page.keyboard.press("=");
    await expect(page.getByRole("form", { name: /claim/i })).toHaveCount(0);
    await expect(page.getByRole("combobox", { name: /Which claim/ })).toHaveCount(0);
  });
});
