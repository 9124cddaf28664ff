import type { Page } from "@playwright/test";
import { expectAccessible, expectNoSidewaysScroll } from "./access";
import type { Desk } from "./desk";
import { expect, test } from "./fixtures";

const WIRE = `Twelve people were hurt when the bridge over the Tigris was closed on Monday, the governor's office said. It
will open again when engineers have looked at its pillars, which the flood of last week may have weakened.`;

/**
 * Reuters reports, One News prints nearly the same words a day later, UTV passes on what Reuters said, and AFP denies it.
 * Nobody has said of One News where it has it from.
 */
async function layOut(desk: Desk) {
  const { id, home } = await desk.openCase("Who has it from whom");
  const claim = async (outlet: string, publishedOn: string, text: string, attribution: string[] = []) => {
    const article = await desk.addArticle(id, { title: `The bridge, by ${outlet}`, outlet, publishedOn, text });
    const quote = { exact: text.slice(0, 24) };
    return desk.recordClaim(id, { statement: `${outlet} on the bridge`, articleId: article.id, quote, attribution });
  };
  const wire = await claim("Reuters", "2024-10-21", WIRE);
  const copy = await claim("One News", "2024-10-22", `BAGHDAD - ${WIRE}`);
  const credits = await claim("UTV", "2024-10-22", "Twelve were hurt at the bridge, Reuters says.", ["UTV", "Reuters"]);
  const denial = await claim("AFP", "2024-10-21", "Nobody was hurt at the bridge, according to the police.");
  const relate = (from: string, kind: string, to: string) =>
    desk.post(`/cases/${id}/relations`, { from, kind, to, rationale: "" });
  await relate(copy.id, "agrees", wire.id);
  await relate(credits.id, "agrees", wire.id);
  await relate(denial.id, "contradicts", wire.id);
  return { home, conflict: `${home}/conflicts/${wire.number}`, credits };
}

const campA = (page: Page) => page.getByRole("region", { name: "Camp A", exact: true });
const suspicion = (page: Page) => page.getByRole("article", { name: "Suspected copy: C-2 of C-1" });

test("a suspected copy is confirmed, and the count changes", async ({ page, desk }) => {
  const { conflict } = await layOut(desk);
  await page.goto(conflict);
  await expect(campA(page)).toContainText("3 reports,");
  await expect(campA(page).getByRole("button", { name: /1–2 origins of camp A/ })).toBeVisible();
  const figure = page.getByRole("figure", { name: "From the reports of camp A to their origins" });
  await expect(figure.getByRole("link", { name: "a copy?" })).toBeVisible();
  await expect(suspicion(page)).toContainText("runs of five words");
  await expectAccessible(page);
  await suspicion(page).getByRole("button", { name: "It is a copy" }).click();
  await expect(campA(page).getByRole("button", { name: /^1 origin of camp A/ })).toBeVisible();
  await expect(suspicion(page)).toContainText("confirmed it");
  await expect(figure.getByRole("link", { name: /↩/ })).toHaveAttribute("href", /claims\/2#relations$/);
  await suspicion(page).getByRole("button", { name: "Open it again" }).click();
  await expect(campA(page).getByRole("button", { name: /1–2 origins of camp A/ })).toBeVisible();
});

test("a suspected copy is rejected for a reason, and stays so", async ({ page, desk }) => {
  const { conflict } = await layOut(desk);
  await page.goto(conflict);
  await suspicion(page).getByRole("button", { name: "It is none" }).click();
  const form = page.getByRole("form", { name: "Why C-2 is no copy of C-1" });
  await form.getByRole("button", { name: "Reject" }).click();
  await expect(form.getByText(/Is needed/)).toBeVisible();
  await form.getByLabel("Why it is no copy").fill("Both print the governor's statement.");
  await form.getByRole("button", { name: "Reject" }).click();
  await expect(suspicion(page)).toContainText("Both print the governor's statement.");
  await expect(campA(page).getByRole("button", { name: /^2 origins of camp A/ })).toBeVisible();
  await page.reload();
  await expect(suspicion(page)).toContainText("is no copy of");
});

test("reporting of its own is marked on the claim's page, and told in the tree", async ({ page, desk }) => {
  const { home, conflict, credits } = await layOut(desk);
  await page.goto(`${home}/claims/${credits.number}`);
  const section = page.getByRole("region", { name: "Own reporting" });
  await section.getByRole("button", { name: "Mark own reporting" }).click();
  await section.getByLabel("What it reports of its own").fill("Their correspondent counted the hurt.");
  await section.getByRole("button", { name: "Mark", exact: true }).click();
  await expect(section).toContainText("Their correspondent counted the hurt.");
  await expectAccessible(page);
  await page.goto(conflict);
  await expect(campA(page).getByRole("button", { name: /1–3 origins of camp A/ })).toBeVisible();
  await page.getByText("Line by line, camp A").click();
  const list = page.getByRole("list", { name: "Where the claims of camp A come from" });
  await expect(list).toContainText("has reporting of its own by UTV");
  await expect(list).toContainText("Their correspondent counted the hurt.");
});

test("a viewer sees where it comes from, but decides nothing", async ({ desk, browserOf }) => {
  const { home, conflict, credits } = await layOut(desk);
  const { page } = await browserOf("viewer");
  await page.setViewportSize({ width: 375, height: 740 });
  await page.goto(conflict);
  await expect(suspicion(page)).toBeVisible();
  await expectNoSidewaysScroll(page);
  await expect(suspicion(page).getByRole("button")).toHaveCount(0);
  await page.goto(`${home}/claims/${credits.number}`);
  await expect(page.getByRole("heading", { name: "C-3" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Mark own reporting" })).toHaveCount(0);
});
