import type { Page } from "@playwright/test";
import { expectAccessible } from "./access";
import type { Desk } from "./desk";
import { expect, test } from "./fixtures";

/** C-1: a report of one outlet. */
async function layOut(desk: Desk, title: string, given: Record<string, unknown> = {}) {
  const { id, home } = await desk.openCase(title);
  const report = async (outlet: string, statement: string, more: Record<string, unknown> = {}) => {
    const article = await desk.addArticle(id, {
      title: `${outlet} on the dam`,
      outlet,
      text: `${statement} More later.`,
    });
    return desk.recordClaim(id, { statement, articleId: article.id, quote: { exact: statement }, ...more });
  };
  const first = await report("Valley Post", "The dam broke at dawn.", given);
  return { id, home, first, report };
}

const warning = (page: Page, title: RegExp) => page.getByRole("article", { name: title });

test("a claim called confirmed warns at once, is let be for a reason, and warns again when its origins change", async ({
  page,
  desk,
  keys,
}) => {
  // Axe weighs the contrast of every word, and four pages are walked.
  test.setTimeout(180_000);
  const { id, home, first, report } = await layOut(desk, "Confirmed by whom");
  await page.goto(`${home}/claims/1`);
  await expect(page.getByText("Next claim").or(page.getByText("Agrees with…")).first()).toBeVisible();
  await keys.press("a");
  const form = page.getByRole("form", { name: "My assessment of C-1" });
  await form.getByLabel("Credibility").selectOption("1");
  await expect(form.getByText("So far 1 report, 1 origin")).toBeVisible();
  await form.getByLabel("Reliability").selectOption("E");
  await expect(form.getByText("E with 1 lie far apart.")).toBeVisible();
  await form.getByLabel("Reliability").selectOption("B");
  await expect(form.getByText("lie far apart")).toBeHidden();
  await keys.press("Control+Enter");
  const aside = page.getByRole("region", { name: "Warnings" });
  await expect(aside.getByRole("article", { name: "C-1 is called confirmed, with 1 origin" })).toBeVisible();

  await keys.press("g", "w");
  await expect(page.getByRole("heading", { name: "Warnings", level: 1 })).toBeVisible();
  await expect(page.getByText("Next warning")).toBeVisible();
  await expectAccessible(page);
  await keys.press("j", "Shift+D");
  const row = warning(page, /C-1 is called confirmed/);
  await expect(row.getByLabel("Reason")).toBeFocused();
  await keys.press("Control+Enter");
  await expect(row.getByText("Must not be empty")).toBeVisible();
  await keys.type("The mayor confirmed it to us on the phone.");
  await keys.press("Control+Enter");
  await expect(row.getByText("Dismissed by")).toContainText("The mayor confirmed it to us on the phone.");

  await page.reload();
  await expect(page.getByRole("heading", { name: "Nothing to warn of" })).toBeVisible();
  await page.getByRole("link", { name: "Dismissed" }).click();
  await expect(row.getByText("The mayor confirmed it")).toBeVisible();

  const copy = await report("Hill Mirror", "The dam broke at dawn, the Valley Post says.");
  await desk.relate(id, copy, "repeats", first);
  await page.goto(`${home}/warnings`);
  await expect(row).toBeVisible();
  await expect(row.getByRole("link", { name: "C-2" })).toBeVisible();
  const own = await report("River Radio", "We saw the dam break at dawn.");
  await desk.relate(id, own, "agrees", first);
  await page.reload();
  await expect(page.getByRole("heading", { name: "Nothing to warn of" })).toBeVisible();
});

test("a dismissal is taken back in place", async ({ page, desk }) => {
  const { id, home } = await layOut(desk, "Let be and brought back", { reliability: "A", credibility: 5 });
  const dismissal = { kind: "far_apart_grades", subject: "C-1", reason: "Meant so." };
  await desk.post(`/cases/${id}/warnings/dismissals`, dismissal);
  await page.goto(`${home}/claims/1`);
  await page.getByText("1 dismissed").click();
  const row = warning(page, /C-1 is graded A5/);
  await row.getByRole("button", { name: "Bring it back" }).click();
  await expect(row.getByRole("button", { name: "Dismiss" })).toBeVisible();
  await page.reload();
  await expect(row.getByRole("button", { name: "Dismiss" })).toBeVisible();
  await page.goto(`${home}/history`);
  await expect(page.getByText("brought back the warning “far apart grades” on")).toBeVisible();
});

test("a contradiction of different times becomes an update from its warning, and back", async ({
  page,
  desk,
  keys,
}) => {
  const { id, home, first, report } = await layOut(desk, "Perhaps an update", { occurredOn: "2024-05-01" });
  const later = await report("Hill Mirror", "The dam held until noon.", { occurredOn: "2024-05-03" });
  const relation = await desk.relate(id, later, "contradicts", first, {
    about: "occurrence",
    rationale: "Dawn or noon.",
  });
  const stands = async () => {
    const { kind, from } = await desk.get<{ kind: string; from: string }>(`/relations/${relation.id}`);
    return `${kind} ${from === later.id ? "from C-2" : "from C-1"}`;
  };
  await page.goto(`${home}/conflicts/1`);
  const section = page.getByRole("region", { name: "Warnings" });
  await expect(section.getByRole("article", { name: "C-2 may be an update of C-1" })).toBeVisible();
  await page.goto(`${home}/warnings`);
  await expect(page.getByText("Next warning")).toBeVisible();
  await keys.press("j", "Shift+U");
  await expect(page.getByText("You judged that C-2 updates C-1")).toBeVisible();
  await expect(page.getByRole("heading", { name: "Nothing to warn of" })).toBeVisible();
  expect(await stands()).toBe("updates from C-2");
  await page.getByRole("button", { name: "Undo", exact: true }).click();
  await expect(warning(page, /C-2 may be an update/)).toBeVisible();
  expect(await stands()).toBe("contradicts from C-2");
});

test("a viewer reads the warnings, and changes nothing", async ({ desk, browserOf }) => {
  const { id, home } = await layOut(desk, "Read only", { reliability: "A", credibility: 5 });
  const { page, desk: viewer } = await browserOf("viewer");
  await page.goto(`${home}/warnings`);
  const row = warning(page, /C-1 is graded A5/);
  await expect(row).toBeVisible();
  await expect(row.getByRole("button")).toHaveCount(0);
  const dismissal = { kind: "far_apart_grades", subject: "C-1", reason: "Mine." };
  expect((await viewer.send("POST", `/cases/${id}/warnings/dismissals`, dismissal)).status()).toBe(403);
});
