import { createHash } from "node:crypto";
import type { Locator, Page } from "@playwright/test";
import { parse } from "csv-parse/sync";
import { expectAccessible, expectNoSidewaysScroll } from "./access";
import { expect, test } from "./fixtures";

type Row = Record<string, string>;

const MIXED = `claim,statement,credibility,occurred_on,contradicts,ward
C-10,The well at Ost is dry,2,late October 2024,C-11,North
C-11,The well at Ost has water,3,2024-10-28,,North
,A grade off the scale,9,,,
,A day that is none,,the day after never,,
,It clashes with a claim that is not there,,,C-4711,
`;

const choose = (page: Page, name: string, content: string | Buffer) =>
  page.getByLabel("File to import").setInputFiles({ name, mimeType: "text/csv", buffer: Buffer.from(content) });

const check = (page: Page) => page.getByRole("region", { name: "What the sheet would change" });
const outcome = (page: Page) => page.getByRole("region", { name: "What the sheet changed" });

/** The sheet as a person takes it away. */
async function exported(page: Page, home: string, format = "CSV"): Promise<Buffer> {
  await page.goto(`${home}/claims`);
  const dialog = await openExports(page);
  await dialog.getByRole("radio", { name: format, exact: true }).check();
  const file = await downloaded(page, dialog);
  await expect(dialog.getByRole("status").filter({ hasText: "Exported." })).toBeVisible();
  return file;
}

async function openExports(page: Page): Promise<Locator> {
  await page.getByRole("button", { name: "Export", exact: true }).click();
  return page.getByRole("dialog", { name: "Export" });
}

async function downloaded(page: Page, dialog: Locator): Promise<Buffer> {
  const download = page.waitForEvent("download");
  await dialog.getByRole("button", { name: /^Export [\d,]+ claims?$/ }).click();
  const chunks: Buffer[] = [];
  for await (const chunk of await (await download).createReadStream()) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

const rowsOf = (sheet: Buffer): Row[] => parse(sheet, { columns: true });

/** What a sheet says, without what belongs to the database it came from. */
const said = (sheet: Buffer) =>
  rowsOf(sheet).map((row) =>
    Object.fromEntries(Object.entries(row).filter(([column]) => !/^(id|version|entered_)/.test(column))),
  );

test("a sheet is checked first, by row and column, and only its good rows come in", async ({ page, desk }) => {
  const { id, home } = await desk.openCase("Mixed sheet");
  await page.goto(`${home}/import`);
  await expect(page.getByText("None yet.")).toBeVisible();
  await choose(page, "wells.csv", MIXED);
  await expect(check(page)).toContainText("2 claims would be created, 3 rows would be refused.");
  const faults = check(page).getByRole("table", { name: "What is wrong, by row and column" });
  await expect(faults.getByRole("row", { name: /4 credibility/ })).toContainText("not on the scale");
  await expect(faults.getByRole("row", { name: /5 occurred_on/ })).toBeVisible();
  await expect(faults.getByRole("row", { name: /6 contradicts/ })).toContainText("C-4711");
  expect(await desk.claims(id)).toEqual([]);

  await check(page).getByRole("button", { name: "Import the rows that are right" }).click();
  await expect(outcome(page)).toContainText("2 claims created, 3 rows refused.");
  await expect(page.getByRole("list", { name: "Imports" }).getByRole("listitem").first()).toContainText(
    "2 claims created",
  );
  await outcome(page).getByRole("link", { name: "See the sheet" }).click();
  const sheet = page.getByRole("grid", { name: "The claim sheet" });
  await expect(sheet.getByRole("row").filter({ hasText: "C-10" }).first()).toContainText(/contradicts\s*1/);

  const [first] = rowsOf(await exported(page, home));
  expect(first).toMatchObject({
    claim: "C-10",
    contradicts: "C-11",
    occurred_on: "2024-10-21~/2024-10-31~",
    ward: "North",
  });
});

test("a messy sheet is mapped, looked through row by row, and its refused rows come back to be corrected", async ({
  page,
  desk,
}) => {
  const { id, home } = await desk.openCase("Messy sheet");
  const messy = [
    "Our log;;;;",
    "What they said;Source;Date of event;Grade;Internal",
    "Twelve were hurt on the bridge, according to a doctor;Wire One;03/04/2025;B2;x",
    "Nobody was hurt on the bridge, according to the police;Wire Two;05/04/2025;Q9;",
    "The bridge was closed for a day;Wire Two;06/04/2025;C3;y",
  ].join("\n");
  await page.goto(`${home}/import`);
  await choose(page, "log.csv", messy);
  const becomes = (heading: string) => check(page).getByLabel(`What “${heading}” becomes`);
  await expect(becomes("What they said")).toBeVisible();
  await becomes("What they said").selectOption({ label: "Statement" });
  await becomes("Source").selectOption({ label: "Outlet" });
  await becomes("Date of event").selectOption({ label: "Happened" });
  await becomes("Grade").selectOption({ label: "Reliability and Credibility" });
  await becomes("Internal").selectOption({ label: "a column of its own" });
  await check(page).getByText("the day first").click();
  await expectAccessible(page, ["light"]);
  await check(page).getByRole("button", { name: "Check again" }).click();
  await expect(check(page)).toContainText("2 claims would be created, 1 row would be refused.");
  expect(await desk.claims(id)).toEqual([]);

  await test.step("row by row", async () => {
    await check(page).getByText("Row by row").click();
    const rows = check(page).getByRole("table", { name: "What becomes of the rows" }).getByRole("row");
    await expect(rows.filter({ hasText: "Twelve were hurt" })).toContainText("to create");
    await expect(rows.filter({ hasText: "Nobody was hurt" })).toContainText("not on the scale from A to F");
    await check(page).getByText("1 refused").click();
    await expect(rows).toHaveCount(2);
    await expectAccessible(page);
  });

  await test.step("the page can be left, and the import is found again", async () => {
    await page.goto(`${home}/claims`);
    await page.goto(`${home}/import`);
    await page.getByRole("list", { name: "Imports" }).getByRole("link", { name: "log.csv" }).click();
    await expect(check(page)).toContainText("2 claims would be created");
  });

  await check(page).getByRole("button", { name: "Import the rows that are right" }).click();
  await expect(outcome(page)).toContainText("2 claims created, 1 row refused.");
  const download = page.waitForEvent("download");
  await outcome(page).getByRole("link", { name: "Take the refused rows to correct them" }).click();
  const chunks: Buffer[] = [];
  for await (const chunk of await (await download).createReadStream()) chunks.push(chunk as Buffer);
  const refused = Buffer.concat(chunks).toString("utf8");
  expect(refused).toContain("Nobody was hurt");
  await choose(page, "corrected.csv", refused.replace("Q9", "C3"));
  // Read as the team said of these headings.
  await expect(check(page)).toContainText("1 claim would be created.");
  await check(page).getByRole("button", { name: "Import", exact: true }).click();
  await expect(outcome(page)).toContainText("1 claim created.");
  const third = (await desk.claims(id)).find(({ statement }) => statement.startsWith("Nobody"));
  expect(third).toMatchObject({ reliability: "C", credibility: 3, occurredOn: "2025-04-05" });
});

test("the same file twice changes nothing, and a corrected one can be chosen again", async ({ page, desk }) => {
  const { home } = await desk.openCase("Twice");
  await page.goto(`${home}/import`);
  await choose(page, "one.csv", "claim,statement\nC-1,The well is dry\n");
  await check(page).getByRole("button", { name: "Import" }).click();
  await expect(outcome(page)).toContainText("1 claim created.");
  await choose(page, "one.csv", "claim,statement\nC-1,The well is dry\n");
  await expect(check(page)).toContainText("1 left as it is.");
  await expect(check(page)).toContainText("There is nothing to import.");
  await choose(page, "one.csv", "claim,statement\nC-1,The well is nearly dry\n");
  await expect(check(page)).toContainText("1 would be updated.");
});

test("the demonstration goes out, comes into an empty case, and goes out the same", async ({ page, desk }) => {
  test.setTimeout(120_000);
  const demo = await desk.demoCase();
  const sheet = await exported(page, demo.home);
  const { home } = await desk.openCase("Round trip");
  await page.goto(`${home}/import`);
  await choose(page, "sheet.csv", sheet);
  await check(page).getByRole("button", { name: "Import" }).click();
  await expect(outcome(page)).toContainText(`${rowsOf(sheet).length} claims created.`, { timeout: 60_000 });
  expect(said(await exported(page, home))).toEqual(said(sheet));
});

test("the demonstration goes out as a workbook and as a case, and comes in the same", async ({ page, desk }) => {
  test.setTimeout(180_000);
  const demo = await desk.demoCase();
  const sheet = await exported(page, demo.home);
  for (const [format, name] of [
    ["Workbook (XLSX)", "sheet.xlsx"],
    ["Case (JSON)", "case.json"],
  ] as const) {
    const file = await exported(page, demo.home, format);
    const { home } = await desk.openCase(`Round trip of ${name}`);
    await page.goto(`${home}/import`);
    await choose(page, name, file);
    await check(page).getByRole("button", { name: "Import" }).click();
    await expect(outcome(page)).toContainText(`${rowsOf(sheet).length} claims created`, { timeout: 60_000 });
    // An analyst's case file comes without the rulings of leads, and with what stands on them.
    if (format !== "Case (JSON)") expect(said(await exported(page, home))).toEqual(said(sheet));
  }
});

test("an export is chosen, told with its hash, and kept in the list", async ({ page, desk }) => {
  test.setTimeout(120_000);
  const { id, home } = await desk.openCase("Taken out");
  await desk.recordClaim(id, { statement: "The well is dry", tags: ["water"] });
  await desk.recordClaim(id, { statement: "The road is closed" });
  await page.goto(`${home}/claims?tag=water`);
  const dialog = await openExports(page);
  await expect(dialog.getByRole("radio", { name: "This view: 1 claim" })).toBeChecked();
  const view = await downloaded(page, dialog);
  expect(rowsOf(view)).toHaveLength(1);
  const list = dialog.getByRole("list", { name: "Exports so far" }).getByRole("listitem");
  await expect(list.first()).toContainText("filtered");
  await expect(list.first()).toContainText("1 claim");
  await expect(list.first()).toContainText(createHash("sha256").update(view).digest("hex").slice(0, 16));
  await dialog.getByText("The whole case: 2 claims").click();
  expect(rowsOf(await downloaded(page, dialog))).toHaveLength(2);
  await expect(list).toHaveCount(2);
  for (const [format, begins] of [
    ["Report (PDF)", "%PDF-1.7"],
    ["Report (Word)", "PK"],
    ["Report (Markdown)", "# Taken out"],
    ["Workbook (XLSX)", "PK"],
    ["Case (JSON)", "{"],
    ["Annotations (JSON-LD)", "{"],
    ["STIX 2.1", "{"],
  ] as const) {
    await dialog.getByRole("radio", { name: format, exact: true }).check();
    const file = await downloaded(page, dialog);
    expect(file.subarray(0, begins.length).toString(), format).toBe(begins);
    await expect(dialog.getByRole("status").filter({ hasText: "Exported." })).toBeVisible();
  }
  await expectAccessible(page);
});

test("an import goes on while its page is left", async ({ page, desk }) => {
  const { home } = await desk.openCase("Left alone");
  const many = ["statement", ...Array.from({ length: 600 }, (_, row) => `Report number ${row + 1}`)].join("\n");
  await page.goto(`${home}/import`);
  await choose(page, "many.csv", many);
  await check(page).getByRole("button", { name: "Import" }).click();
  await expect(check(page)).toHaveCount(0);
  await page.goto(`${home}/history`);
  await page.goto(`${home}/import`);
  const listed = page.getByRole("list", { name: "Imports" }).getByRole("listitem").first();
  await expect(listed).toContainText("600 claims created.", { timeout: 60_000 });
});

test.describe("files that are no sheet", () => {
  test("are refused with a reason, and nothing is written", async ({ page, desk }) => {
    const { id, home } = await desk.openCase("No sheets");
    await page.goto(`${home}/import`);
    await choose(page, "book.xlsx", Buffer.from("PK\u0003\u0004workbook, cut off in the middle"));
    await expect(check(page)).toContainText("The file is broken");
    await choose(page, "quotes.csv", 'statement\n"never closed\n');
    await expect(check(page)).toContainText("Not imported");
    await expect(check(page)).toContainText("quotation mark that is never closed");
    await choose(page, "names.csv", "who,what\na,b\n");
    await expect(check(page)).toContainText("statement");
    expect(await desk.claims(id)).toEqual([]);
  });
});

test("has no barrier, with faults on screen and on a phone", async ({ page, desk }) => {
  const { home } = await desk.openCase("Plain import");
  await page.goto(`${home}/import`);
  await page.getByText("What each column takes").click();
  await choose(page, "wells.csv", MIXED);
  await expect(check(page)).toContainText("would be refused");
  await expectAccessible(page);
  await page.setViewportSize({ width: 375, height: 740 });
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);
});

test.describe("a viewer", () => {
  test.use({ who: "viewer", mayComplain: [/status of 403/] });

  test("may take the sheet away, but not bring one in", async ({ page, desk }) => {
    const { id, home } = await desk.demoCase();
    expect(rowsOf(await exported(page, home)).length).toBeGreaterThan(10);
    await page.goto(`${home}/import`);
    await expect(page.getByRole("heading", { name: "You may read here, but not import" })).toBeVisible();
    await expect(page.getByLabel("File to import")).toHaveCount(0);
    const refused = await page.evaluate(
      async ({ path }) =>
        (await fetch(path, { method: "POST", body: "statement\nx\n", headers: { "content-type": "text/csv" } })).status,
      { path: `/api/v1/cases/${id}/imports?team=${desk.team}` },
    );
    expect(refused).toBe(403);
  });
});
