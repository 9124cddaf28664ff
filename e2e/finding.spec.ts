import type { Desk } from "./desk";
import { expect, test } from "./fixtures";

/** Three claims: the first two contradict each other on a number, the third is related to nothing yet. */
async function opposed(desk: Desk, title: string) {
  const { id, home } = await desk.openCase(title);
  const claims = [];
  for (const statement of ["Twelve people drowned.", "Nineteen people drowned.", "19 people drowned."]) {
    claims.push(await desk.recordClaim(id, { statement }));
  }
  const [twelve, nineteen, again] = claims;
  if (!twelve || !nineteen || !again) throw new Error("the claims were not made");
  await desk.relate(id, twelve, "contradicts", nineteen, { about: "number" });
  return { id, home, nineteen, again, finding: `/cases/${id}/conflicts/1/finding` };
}

test.describe("a lead", () => {
  test.use({ who: "owner" });

  test("decides a conflict by keys, sees it grow stale, and renews the finding", async ({ page, desk, keys }) => {
    const { id, home, nineteen, again } = await opposed(desk, "To be decided");
    await page.goto(`${home}/conflicts/1`);
    await expect(page.getByRole("heading", { level: 1 })).toContainText("Twelve people drowned — or: Nineteen");
    await expect(page.locator("mark", { hasText: "Twelve" }).first()).toBeVisible();
    await expect(page.getByRole("region", { name: "Keys that work here" }).getByText("Write a finding")).toBeVisible();
    await keys.press("f");
    const form = page.getByRole("form", { name: "Finding" });
    await form.getByLabel("Question").fill("How many drowned?");
    await form.getByText("One camp holds").click();
    await form.getByText("B", { exact: true }).click();
    await form.getByLabel("Rationale").fill("C-2 counts the crew; C-1 does not.");
    await form.getByLabel("Likelihood").selectOption({ label: "very likely (80–95 %)" });
    await form.getByLabel("Confidence").selectOption("moderate");
    await keys.press("Control+Enter");
    await expect(page.getByText("The finding is signed")).toBeVisible();
    await expect(page.getByRole("heading", { level: 1 })).toContainText("How many drowned?");
    const finding = page.getByRole("region", { name: "Finding" });
    await expect(finding.getByRole("link", { name: "C-2" }).first()).toHaveAttribute("href", "#C-2");
    await expect(page.getByRole("link", { name: /settled/ })).toContainText("One camp holds: B");

    await desk.relate(id, again, "agrees", nineteen);
    await page.reload();
    await expect(page.getByRole("link", { name: /changed since the finding/ })).toBeVisible();
    await expect(finding.getByText("C-3 joined camp B")).toBeVisible();
    await expect(page.getByRole("region", { name: "Keys that work here" }).getByText("Renew")).toBeVisible();
    await keys.press("f");
    await expect(form.getByLabel("Rationale")).toHaveValue("C-2 counts the crew; C-1 does not.");
    await expect(finding.getByText("C-3 joined camp B")).toBeVisible();
    await form.getByLabel("Rationale").fill("C-2 and C-3 count the crew; C-1 does not.");
    await keys.press("Control+Enter");
    await expect(page.getByRole("link", { name: /settled/ })).toBeVisible();
    await finding.getByText("1 earlier finding").click();
    await expect(finding.getByText("superseded")).toBeVisible();
  });

  test("does not sign what they wrote themselves where the case asks for a second signature", async ({
    page,
    desk,
    browserOf,
  }) => {
    const { id, home, finding } = await opposed(desk, "Two signatures");
    await desk.send("PATCH", `/cases/${id}`, { secondSignature: true });
    const own = { outcome: "one_camp", preferredCamp: "A", rationale: "C-1 saw it." };
    await desk.send("PUT", finding, own);
    await page.goto(`${home}/conflicts/1`);
    await expect(page.getByText("signed by a lead other than its author")).toBeVisible();
    await expect(page.getByRole("button", { name: /^Sign/ })).toBeHidden();
    expect((await desk.send("PUT", finding, { ...own, status: "signed", version: 1 })).status()).toBe(403);

    const analyst = await browserOf("analyst");
    await analyst.desk.send("PUT", finding, { ...own, rationale: "C-1 saw it, C-2 did not.", version: 1 });
    await page.reload();
    await page.getByRole("button", { name: /^Sign/ }).click();
    await expect(page.getByText("The finding is signed")).toBeVisible();
    await expect(page.getByRole("link", { name: /settled/ })).toBeVisible();
  });
});

test("an analyst proposes, takes it back, and brings it back", async ({ page, desk }) => {
  const { home } = await opposed(desk, "Proposed");
  await page.goto(`${home}/conflicts/1`);
  await page.getByRole("button", { name: /Write a finding/ }).click();
  const form = page.getByRole("form", { name: "Finding" });
  await form.getByText("Cannot be told").click();
  await expect(form.getByRole("button", { name: /^Sign/ })).toBeHidden();
  await form.getByRole("button", { name: /^Propose/ }).click();
  await expect(form.getByText(/stays a draft/)).toBeVisible();
  await form.getByLabel("Rationale").fill("Neither names a source.");
  // What is typed survives a reload before it is saved.
  await page.waitForTimeout(400);
  await page.reload();
  await page.getByRole("button", { name: /Write a finding/ }).click();
  await expect(form.getByLabel("Rationale")).toHaveValue("Neither names a source.");
  await form.getByRole("button", { name: /^Propose/ }).click();
  await expect(page.getByRole("link", { name: /finding proposed/ })).toBeVisible();
  await page.getByRole("button", { name: "Withdraw" }).click();
  await expect(page.getByText("Nothing is concluded yet.")).toBeVisible();
  await page.getByRole("button", { name: "Undo", exact: true }).click();
  await expect(page.getByRole("link", { name: /finding proposed/ })).toBeVisible();
});

test("a viewer reads what was found, and when nothing was, and changes nothing", async ({ desk, browserOf }) => {
  const { home, finding } = await opposed(desk, "Read only");
  await desk.send("PUT", finding, { outcome: "cannot_tell", rationale: "Neither names a source." });
  const { page, desk: viewer } = await browserOf("viewer");
  await page.goto(`${home}/conflicts/1`);
  const section = page.getByRole("region", { name: "Finding" });
  await expect(section.getByText("Neither names a source.")).toBeVisible();
  await expect(section.getByRole("button")).toHaveCount(0);
  expect((await viewer.send("PUT", finding, { outcome: "open", rationale: "No." })).status()).toBe(403);
  await page.goto(`${home}/conflicts/1?asOf=2024-03-01`);
  await expect(page.getByRole("heading", { name: "Nothing was contested then" })).toBeVisible();
});
