import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import type { Desk, MadeClaim } from "./desk";
import { expect, test } from "./fixtures";

/** Reuters' wire and five copies of it, each compared with UTV, and one more outlet that agrees with UTV. */
async function wire(desk: Desk, title: string): Promise<{ id: string; home: string }> {
  const { id, home } = await desk.openCase(title);
  const text = "The ferry sank at dawn, officials said.";
  const said = async (outlet: string, statement: string): Promise<MadeClaim> => {
    const article = await desk.addArticle(id, { title: `${outlet} on the ferry`, outlet, text });
    const quote = { exact: "The ferry sank at dawn" };
    return desk.recordClaim(id, { statement, articleId: article.id, quote });
  };
  const first = await said("Reuters", "The ferry sank at dawn.");
  const against = await said("UTV", "The ferry did not sink.");
  await desk.relate(id, first, "contradicts", against, { about: "occurrence" });
  for (const name of ["Daily A", "Daily B", "Daily C", "Daily D", "قناة الشرق"]) {
    const copy = await said(name, `The ferry sank at dawn, says ${name}.`);
    await desk.relate(id, copy, "repeats", first);
    await desk.relate(id, copy, "contradicts", against, { about: "occurrence" });
  }
  const beside = await said("One News", "The ferry is afloat.");
  await desk.relate(id, beside, "agrees", against);
  return { id, home };
}

const cell = (page: Page) => page.getByRole("grid").getByRole("gridcell");

/** Walks from wherever the keys stand to the cell of these two outlets, by the cells in which there is something. */
async function walkTo(page: Page, name: RegExp): Promise<void> {
  for (let step = 0; step < 40; step++) {
    if (name.test((await cell(page).getAttribute("aria-label")) ?? "")) return;
    const before = await cell(page).getAttribute("aria-label");
    await page.keyboard.press("]");
    await expect(cell(page)).not.toHaveAttribute("aria-label", before ?? "");
  }
  throw new Error(`no cell ${name}`);
}

test("five copies of a wire against another outlet are six pairs of claims, and one of origins", async ({
  page,
  desk,
  keys,
}) => {
  const { home } = await wire(desk, "Copies of a wire");
  await page.goto(home);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await keys.press("g", "m");
  await expect(page.getByRole("heading", { name: "Matrix", level: 1 })).toBeVisible();
  await expect(page.getByRole("grid", { name: "Matrix of 8 outlets" })).toBeVisible();

  await keys.press("t");
  const table = page.getByRole("table", { name: "The matrix in numbers" });
  await expect(table.getByRole("row").filter({ hasText: "UTV" })).toHaveCount(7);
  await keys.press("o");
  await expect(page.getByText("Pairs of origins, as recorded.")).toBeVisible();
  await expect(table.getByRole("row").filter({ hasText: "UTV" })).toHaveCount(2);
  await expect(table.getByRole("row", { name: /Reuters and UTV|UTV and Reuters/ })).toContainText("1");
});

test("a cell opens by the keyboard, and its pairs lead on", async ({ page, desk, keys }) => {
  const { home } = await wire(desk, "Walking the matrix");
  await page.goto(`${home}/matrix?order=name`);
  await cell(page).focus();
  await expect(page.getByRole("region", { name: "Keys that work here" }).getByText("Open the cell")).toBeVisible();
  const before = await cell(page).getAttribute("aria-label");
  await keys.press("ArrowDown");
  await expect(cell(page)).not.toHaveAttribute("aria-label", before ?? "");
  await expect(cell(page)).toBeFocused();
  await walkTo(page, /^Reuters and UTV: 1 contradiction$/);

  await keys.press("Enter");
  const panel = page.getByRole("complementary", { name: "Reuters and UTV" });
  await expect(panel).toBeFocused();
  const pair = panel.getByRole("article", { name: "C-1 contradicts on occurrence C-2" });
  await expect(pair).toContainText("The ferry sank at dawn.");
  await expect(pair).toContainText("“The ferry sank at dawn”");
  await expect(pair.getByRole("link", { name: "Conflict C-1" })).toBeVisible();

  await keys.press("Escape");
  await expect(panel).toBeHidden();
  await expect(cell(page)).toBeFocused();
  await keys.press("i");
  await expect(page.getByText("Pairs of claims, recorded and implied by the camps.")).toBeVisible();
  await cell(page).focus();
  await walkTo(page, /^One News and Reuters: 1 contradiction$/);
  await keys.press("Enter");
  const implied = page.getByRole("complementary", { name: "One News and Reuters" }).getByRole("article");
  await expect(implied).toContainText("implied");
  await implied.getByRole("link", { name: "Conflict C-1" }).click();
  await expect(page).toHaveURL(/\/conflicts\/1$/);
});

test("the pairs of a busy cell are narrowed to a kind", async ({ page, desk }) => {
  const { id, home } = await wire(desk, "A kind of pairs");
  const [first, second] = await desk
    .claims(id)
    .then((claims) => claims.filter(({ number }) => number === 1 || number === 3));
  if (!first || !second) throw new Error("claims are missing");
  await desk.relate(id, first, "qualifies", second);
  await page.goto(`${home}/matrix?a=${first.outlet?.id}&b=${second.outlet?.id}`);
  const panel = page.getByRole("complementary", { name: /Reuters/ });
  await expect(panel.getByRole("article")).toHaveCount(2);
  await panel.getByRole("link", { name: /qualifies/ }).click();
  await expect(panel.getByRole("article")).toHaveCount(1);
  await expect(panel.getByRole("article")).toContainText("qualifies");
});

test("the picture is downloaded as it is counted", async ({ page, desk }) => {
  const { home } = await wire(desk, "Matrix for print");
  await page.goto(`${home}/matrix?by=origin`);
  const download = async (name: string) => {
    const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name }).click()]);
    return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
  };
  const svg = await download("SVG");
  expect(svg.name).toBe("Matrix for print matrix.svg");
  expect(svg.bytes.toString("utf8")).toContain("Pairs of origins, as recorded");
  expect(svg.bytes.toString("utf8")).toContain(">Reuters</text>");
  const png = await download("PNG");
  expect(png.bytes.subarray(1, 4).toString("latin1")).toBe("PNG");
});
