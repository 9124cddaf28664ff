import type { Page } from "@playwright/test";
import { expectAccessible, expectNoSidewaysScroll } from "./access";
import type { Desk, MadeClaim } from "./desk";
import { expect, test } from "./fixtures";

const TEXT =
  "The mine at Tarn closed in spring.\n\nThree hundred miners lost their work, the union told Harbour Radio. The owner speaks of eighty.";

type Laid = { id: string; home: string; first: MadeClaim; second: MadeClaim };

/** C-1: the union's number, through a radio; C-2: the owner's. */
async function layOut(desk: Desk, title: string): Promise<Laid> {
  const { id, home } = await desk.openCase(title);
  const article = await desk.addArticle(id, { title: "Mine closes", outlet: "Tarn Observer", text: TEXT });
  const first = await desk.recordClaim(id, {
    statement: "Three hundred miners lost their work.",
    articleId: article.id,
    quote: { exact: "Three hundred miners lost their work" },
    attribution: ["Harbour Radio", "the union"],
    outlet: "Harbour Radio",
    occurredOn: "spring 2024",
    place: "Tarn",
    tags: ["work"],
    reliability: "B",
    credibility: 2,
    confidence: "moderate",
  });
  const second = await desk.recordClaim(id, {
    statement: "Eighty miners lost their work.",
    articleId: article.id,
    quote: { exact: "The owner speaks of eighty" },
  });
  return { id, home, first, second };
}

async function openClaim(page: Page, home: string, number: number) {
  await page.goto(`${home}/claims/${number}`);
  await expect(page.getByRole("heading", { name: `C-${number}`, level: 1 })).toBeVisible();
  // The keys are in force once the line at the bottom names them.
  await expect(page.getByText(number === 1 ? "Next claim" : "Previous claim")).toBeVisible();
}

const relations = (page: Page) => page.getByRole("region", { name: "Relations" });

test("shows the words in their paragraph, who says it, when and where", async ({ page, desk, keys }) => {
  const { home } = await layOut(desk, "One claim");
  await openClaim(page, home, 1);
  const words = page.getByRole("region", { name: "The words it stands on" });
  await expect(words.locator("mark")).toHaveText("Three hundred miners lost their work");
  await expect(words).toContainText("The owner speaks of eighty.");
  await expect(words).not.toContainText("closed in spring");
  const main = page.getByRole("main");
  await expect(main.getByRole("listitem").filter({ hasText: "the union" }).first()).toBeVisible();
  await expect(main.getByText("typed “spring 2024”")).toBeVisible();
  await expect(main.getByText("usually reliable")).toBeVisible();
  await expect(main.getByText("probably true")).toBeVisible();
  await expect(page.getByRole("list", { name: "History of C-1" })).toContainText("C-1");

  await keys.press("]");
  await expect(page).toHaveURL(/\/claims\/2$/);
  await expect(page.getByRole("heading", { name: "C-2", level: 1 })).toBeVisible();
  await keys.press("[");
  await expect(page.getByRole("heading", { name: "C-1", level: 1 })).toBeVisible();

  await page.getByRole("link", { name: "work", exact: true }).click();
  await expect(page.getByRole("button", { name: "Remove the filter: tagged work" })).toBeVisible();
  await page.goBack();
  await page.getByRole("link", { name: "Read it in the article" }).click();
  await expect(page).toHaveURL(/\/articles\/[^?]+\?at=1$/);
});

test("a number that nobody gave is not found", async ({ page, desk }) => {
  const { home } = await desk.openCase("No such claim");
  await page.goto(`${home}/claims/4711`);
  await expect(page.getByText("There is nothing at this address of the case")).toBeVisible();
});

test("analysts assess apart, and the spread shows", async ({ page, desk, browserOf }) => {
  const { home } = await layOut(desk, "Grades");
  const owner = await browserOf("owner");
  await openClaim(owner.page, home, 1);
  await owner.page.keyboard.press("a");
  const form = owner.page.getByRole("form", { name: "My assessment of C-1" });
  await form.getByLabel("Reliability").selectOption("D");
  await form.getByLabel("Credibility").selectOption("4");
  await form.getByText("low", { exact: true }).click();
  await form.getByLabel("Reason").fill("The union has an interest.");
  await form.getByRole("button", { name: "Save assessment" }).click();
  await expect(owner.page.getByText("Assessment saved")).toBeVisible();

  await openClaim(page, home, 1);
  await expect(page.getByText("2 analysts, from B to D")).toBeVisible();
  await expect(page.getByText("2 analysts, from 2 to 4")).toBeVisible();
  await expect(page.getByRole("list", { name: "Assessments" })).toContainText("The union has an interest.");
  // What a lead gave stands before the median.
  await expect(page.getByText("not usually reliable")).toBeVisible();
});

test("a pair is judged, taken back, ruled on and released", async ({ page, desk, keys, browserOf }) => {
  test.setTimeout(120_000);
  const { home } = await layOut(desk, "One pair");
  await openClaim(page, home, 1);
  await keys.press("x");
  await expect(page.getByRole("option").filter({ hasText: "C-2" })).toBeVisible();
  await keys.press("1");
  await expect(page.getByText("What do they contradict each other about?")).toBeVisible();
  await keys.press("1");
  await keys.type("Either three hundred or eighty.");
  await keys.press("Enter");
  const pair = relations(page).getByRole("article", { name: "contradicts on number C-2" });
  await expect(pair).toContainText("Either three hundred or eighty.");
  await expect(page.getByRole("region", { name: "Conflict" })).toContainText("2 camps");

  await test.step("one changes one's own judgement", async () => {
    await pair.getByRole("button", { name: "Change mine" }).click();
    const form = page.getByRole("form", { name: "What I think of C-1 and C-2" });
    await form.getByLabel("Kind").selectOption("qualifies");
    await form.getByRole("button", { name: "Save" }).click();
    await expect(relations(page).getByRole("article", { name: "qualifies C-2" })).toBeVisible();
  });

  await test.step("a lead rules, with a reason, and withdraws it", async () => {
    const owner = await browserOf("owner");
    await openClaim(owner.page, home, 1);
    await owner.page.getByRole("button", { name: "Rule", exact: true }).click();
    const form = owner.page.getByRole("form", { name: "Rule on C-1 and C-2" });
    await form.getByLabel("Kind").selectOption("contradicts");
    await form.getByLabel("Reason").fill("They count the same people.");
    await form.getByRole("button", { name: "Rule" }).click();
    const ruled = relations(owner.page).getByRole("article", { name: /contradicts.* C-2/ });
    await expect(ruled).toContainText("ruled");
    await expect(ruled).toContainText("They count the same people.");

    await page.reload();
    await expect(relations(page).getByRole("article", { name: /contradicts.* C-2/ })).toBeVisible();
    await expect(page.getByRole("button", { name: "Rule", exact: true })).toHaveCount(0);

    await ruled.getByRole("button", { name: "Withdraw the ruling" }).click();
    await expect(relations(owner.page).getByRole("article", { name: "qualifies C-2" })).toBeVisible();
  });

  await test.step("one takes one's own back, and brings it back", async () => {
    await page.reload();
    const judged = relations(page).getByRole("article", { name: "qualifies C-2" });
    await judged.getByRole("button", { name: "Take mine back" }).click();
    await expect(judged).toHaveCount(0);
    await page.getByRole("button", { name: "Undo", exact: true }).first().click();
    await expect(judged).toBeVisible();
  });
  await expect(page.getByRole("list", { name: "History of C-1" })).toContainText("ruled");
});

test("is reviewed, edited, retracted and restored, each with a way back", async ({ page, desk, keys }) => {
  const { id, home } = await layOut(desk, "Status");
  const status = async () => (await desk.claims(id)).find(({ number }) => number === 1)?.status;
  await openClaim(page, home, 1);
  await keys.press("r");
  await expect(page.getByRole("button", { name: "Back to draft" })).toBeVisible();
  expect(await status()).toBe("reviewed");
  await keys.press("ControlOrMeta+z");
  await expect(page.getByRole("button", { name: "Mark reviewed" })).toBeVisible();

  await keys.press("e");
  const form = page.getByRole("form", { name: "Edit C-1" });
  await form.getByLabel("Statement").fill("Three hundred miners of Tarn lost their work.");
  await keys.press("ControlOrMeta+Enter");
  // The words stand in the form, too: only when it has closed are they saved.
  await expect(form).toHaveCount(0);
  await expect(page.getByText("Three hundred miners of Tarn lost their work.").first()).toBeVisible();

  await page.getByRole("button", { name: "Retract" }).click();
  await expect(page.getByRole("button", { name: "Restore" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Edit" })).toHaveCount(0);
  await page.getByRole("button", { name: "Restore" }).click();
  await expect(page.getByRole("button", { name: "Retract" })).toBeVisible();
  expect(await status()).not.toBe("retracted");
});

test("an edit that comes too late shows both, and keeps what was typed", async ({ page, desk, keys }) => {
  const { home, first } = await layOut(desk, "Too late");
  await openClaim(page, home, 1);
  await keys.press("e");
  const form = page.getByRole("form", { name: "Edit C-1" });
  await form.getByLabel("Statement").fill("My own words.");
  const answer = await desk.send("PATCH", `/claims/${first.id}`, { statement: "A colleague’s words." });
  expect(answer.status()).toBe(200);
  await keys.press("ControlOrMeta+Enter");
  await expect(form.getByRole("alert")).toContainText("A colleague’s words.");
  await expect(form.getByLabel("Statement")).toHaveValue("My own words.");
  await form.getByRole("button", { name: "Save mine over it" }).click();
  await expect(form).toHaveCount(0);
  await expect(page.getByText("My own words.").first()).toBeVisible();
});

test("has no barrier, with its forms open and on a phone", async ({ page, desk }) => {
  const { id, home, first, second } = await layOut(desk, "No barrier");
  await desk.relate(id, first, "contradicts", second, { about: "number", rationale: "Two counts." });
  await openClaim(page, home, 1);
  await expectAccessible(page);
  await page.keyboard.press("a");
  await page.getByRole("button", { name: "Change mine" }).click();
  await expectAccessible(page);
  await page.setViewportSize({ width: 375, height: 740 });
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);
});

test.describe("a viewer", () => {
  test.use({ who: "viewer", mayComplain: [/status of 403/] });

  test("reads the claim, and may change nothing", async ({ page, desk, browserOf }) => {
    const analyst = await browserOf("analyst");
    const { home, first } = await layOut(analyst.desk, "Viewed");
    await openClaim(page, home, 1);
    for (const name of ["Edit", "Mark reviewed", "Retract", "Assess", "Relate"]) {
      await expect(page.getByRole("button", { name })).toHaveCount(0);
    }
    await page.keyboard.press("e");
    await page.keyboard.press("x");
    await expect(page.getByRole("form")).toHaveCount(0);
    await expect(page.getByRole("combobox", { name: /Which claim/ })).toHaveCount(0);
    const refused = await desk.send("PUT", `/claims/${first.id}/assessment`, { confidence: "high" });
    expect(refused.status()).toBe(403);
  });
});

test("claims akin to it are offered with why, and a verb with a digit relates one", async ({ page, desk, keys }) => {
  const { home } = await layOut(desk, "Akin");
  await openClaim(page, home, 1);
  const akin = page.getByRole("region", { name: "Perhaps about the same" });
  await expect(akin.getByRole("listitem")).toHaveCount(1);
  await expect(akin).toContainText("Eighty miners lost their work.");
  await expect(akin).toContainText("The owner speaks of eighty");
  await expect(akin).toContainText("shares");
  await expectAccessible(page);
  await keys.press("x");
  await expect(page.getByRole("option")).toHaveCount(1);
  await keys.press("1");
  await keys.press("1");
  await expect(relations(page)).toContainText("contradicts");
  await expect(akin).toContainText("contradicts");
});

test("a change is set back from the history, as a change of its own", async ({ page, desk }) => {
  const { home, first } = await layOut(desk, "Set back");
  await desk.changeClaim(first, { statement: "Four hundred miners lost their work.", place: "Elsewhere" });
  await openClaim(page, home, 1);
  const history = page.getByRole("list", { name: "History of C-1" });
  await history.getByText("Statement, Place").click();
  await history.getByRole("button", { name: "Set back to before" }).click();
  await expect(page.getByRole("main").getByText("Three hundred miners lost their work.").first()).toBeVisible();
  await expect(history.getByText("Statement, Place")).toHaveCount(2);
});
