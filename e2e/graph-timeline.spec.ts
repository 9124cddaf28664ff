import { readFile } from "node:fs/promises";
import type { Download, Page } from "@playwright/test";
import type { Desk } from "./desk";
import { expect, test } from "./fixtures";

/** A strike that three sources tell of, one of them in Arabic: the numbers disagree, and one has copied another. */
async function strike(desk: Desk, title: string) {
  const { id, home } = await desk.openCase(title);
  const claim = (statement: string, outlet: string, occurredOn: string, reportedOn: string) =>
    desk.recordClaim(id, { statement, outlet, occurredOn, reportedOn });
  const twelve = await claim("Twelve people died in the strike.", "Reuters", "2024-10-21", "2024-10-22");
  const copy = await claim("The strike killed twelve.", "UTV", "2024-10-21", "2024-10-24");
  const forty = await claim("قتلت الغارة أربعين شخصا", "السومرية", "2024-10", "2024-11-02");
  const later = await claim("The square was opened again.", "Reuters", "2025-03-01", "2025-03-02");
  await desk.relate(id, copy, "repeats", twelve);
  await desk.relate(id, forty, "contradicts", twelve, { about: "number" });
  await desk.relate(id, later, "updates", copy);
  return { id, home };
}

const graph = (page: Page) => page.getByRole("application", { name: /^Graph of/ });

async function saved(page: Page, act: () => Promise<void>): Promise<{ file: Download; bytes: Buffer }> {
  const [file] = await Promise.all([page.waitForEvent("download"), act()]);
  return { file, bytes: await readFile(await file.path()) };
}

test("the graph: find a claim, walk on by keyboard, open it, see it from its outlets", async ({ page, desk, keys }) => {
  const { home } = await strike(desk, "A strike in the graph");
  await page.goto(`${home}/claims`);
  await keys.press("g", "r");
  await expect(page).toHaveURL(/\/graph$/);
  await expect(graph(page)).toHaveAccessibleName("Graph of 4 claims and 3 lines between them");

  await keys.press("/");
  await keys.type("killed twelve");
  await keys.press("Enter");
  const chosen = page.getByRole("region", { name: "Chosen" });
  await expect(chosen.getByRole("heading")).toContainText("C-2");
  await expect(chosen.getByRole("button", { name: /^repeats C-1/ })).toBeVisible();
  await expect(chosen.getByRole("button", { name: /^is updated by C-4/ })).toBeVisible();
  await expect(page).toHaveURL(/at=C-2/);
  // The list stands at the same claim as the drawing.
  await expect(page.getByRole("button", { name: /^C-2 /, pressed: true })).toBeVisible();

  await page.getByLabel("Find in the graph").fill("");
  await graph(page).focus();
  await expect(page.getByText("Walk to a neighbour")).toBeVisible();
  const before = await chosen.getByRole("heading").textContent();
  for (const arrow of ["ArrowRight", "ArrowLeft", "ArrowUp", "ArrowDown"]) await keys.press(arrow);
  await expect(chosen.getByRole("heading")).not.toHaveText(before ?? "");

  // Without the drawing: from line to line in the list.
  await page.goto(`${home}/graph?at=C-2`);
  await chosen.getByRole("button", { name: /^repeats C-1/ }).click();
  await expect(chosen.getByRole("heading")).toContainText("C-1");
  await chosen.getByRole("button", { name: /^contradicts C-3/ }).click();
  await expect(chosen).toContainText("قتلت الغارة أربعين شخصا");
  await graph(page).focus();
  await keys.press("Enter");
  await expect(page).toHaveURL(/\/claims\/3$/);

  await page.goto(`${home}/graph`);
  await page.getByRole("button", { name: /^updates/ }).click();
  await expect(page).toHaveURL(/without=updates/);
  await page.getByRole("group", { name: "Graph of" }).getByText("Outlets").click();
  await expect(graph(page)).toHaveAccessibleName(/^Graph of 3 outlets/);
});

test("the graph is saved as a picture", async ({ page, desk }) => {
  const { home } = await strike(desk, "A strike in a picture");
  await page.goto(`${home}/graph`);
  const svg = await saved(page, () => page.getByRole("link", { name: "SVG" }).click());
  expect(svg.file.suggestedFilename()).toMatch(/graph of claims\.svg$/);
  expect(svg.bytes.toString("utf8")).toContain("قتلت الغارة");
  const png = await saved(page, () => page.getByRole("link", { name: "PNG" }).click());
  expect(png.bytes.subarray(1, 4).toString("latin1")).toBe("PNG");
});

test("the timeline: narrow the days, read the table, save the picture", async ({ page, desk, keys }) => {
  const { home } = await strike(desk, "A strike in time");
  await page.goto(`${home}/graph`);
  await expect(graph(page)).toBeVisible();
  await keys.press("g", "t");
  await expect(page).toHaveURL(/\/timeline$/);
  const row = (number: number) => page.getByRole("link", { name: new RegExp(`^C-${number},`) });
  await expect(row(1)).toHaveAccessibleName(
    "C-1, Reuters: Twelve people died in the strike.; event 21 Oct 2024; reported 22 Oct 2024; 1 day after",
  );
  await expect(row(3)).toHaveAccessibleName(/event Oct 2024; reported 2 Nov 2024; 2–32 days after/);
  // It is in no conflict.
  await expect(row(4)).toBeHidden();
  await keys.press("j");
  await expect(row(1)).toBeFocused();

  await page.getByText("Claims", { exact: true }).last().click();
  await expect(row(4)).toBeVisible();
  await page.getByLabel("From", { exact: true }).fill("October 2024");
  await page.getByLabel("To", { exact: true }).fill("November 2024");
  await page.getByRole("button", { name: "Show" }).click();
  await expect(page).toHaveURL(/from=October\+2024/);
  await expect(row(4)).toBeHidden();
  await expect(page.getByRole("slider", { name: "Last day" })).toHaveAttribute("aria-valuetext", "30 Nov 2024");

  await page.getByRole("slider", { name: "Last day" }).press("End");
  await expect(page).toHaveURL(/to=2025-03-02/);
  await expect(row(4)).toBeVisible();

  await page.getByText("Table", { exact: true }).click();
  const table = page.getByRole("region", { name: "Events and reports" });
  await expect(table.getByRole("row", { name: /^C-3/ })).toContainText("Oct 2024");
  await expect(table.getByRole("row", { name: /^C-3/ }).getByRole("cell").last()).toHaveText("C-1");

  await page.getByLabel("From", { exact: true }).fill("someday");
  await page.getByRole("button", { name: "Show" }).click();
  await expect(page.getByText(/is not a date that can be read/)).toBeVisible();

  const png = await saved(page, () => page.getByRole("link", { name: "PNG" }).click());
  expect(png.file.suggestedFilename()).toMatch(/timeline\.png$/);
  expect(png.bytes.subarray(1, 4).toString("latin1")).toBe("PNG");
});
