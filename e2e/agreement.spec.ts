import { expectAccessible, expectNoSidewaysScroll } from "./access";
import { expect, test } from "./fixtures";

test("two people judge blindly, and how far they agree is measured, opened and decided on", async ({
  page,
  desk,
  browserOf,
}) => {
  const { id, home } = await desk.openCase("Agreement", { blind: true });
  const other = await browserOf("owner");
  const kinds = [
    ["agrees", "agrees"],
    ["contradicts", "contradicts"],
    ["agrees", "contradicts"],
  ] as const;
  for (const [own, theirs] of kinds) {
    const from = await desk.recordClaim(id, { statement: "The dam holds.", outlet: "Harbour Radio" });
    const to = await desk.recordClaim(id, { statement: "The dam has broken.", outlet: "Tarn Observer" });
    await desk.relate(id, from, own, to);
    await other.desk.relate(id, from, theirs, to);
  }
  const unjudged = await desk.recordClaim(id, { statement: "The valley is empty." });
  const last = await desk.recordClaim(id, { statement: "Nobody left the valley." });
  await other.desk.relate(id, unjudged, "contradicts", last);

  await page.goto(home);
  await page.keyboard.press("g");
  await page.keyboard.press("e");
  await expect(page.getByRole("heading", { name: "Agreement", level: 1 })).toBeVisible();
  const relations = page.getByRole("region", { name: "Relations", exact: true });
  await expect(relations).toContainText("67 %");
  await expect(relations).toContainText("Unstable: 3 units, fewer than 30.");
  await expect(relations.getByRole("row", { name: /^agrees/ })).toContainText("1");
  await expect(page.getByRole("region", { name: "Agreement of two people" })).toContainText("0.");
  await expect(page.getByRole("region", { name: "Agreement by outlet" })).toContainText("Harbour Radio");
  await expect(page.getByRole("region", { name: "Confidence", exact: true })).toContainText("Nothing yet");
  await expectAccessible(page);
  await page.setViewportSize({ width: 360, height: 740 });
  await expectNoSidewaysScroll(page);
  await page.setViewportSize({ width: 1280, height: 800 });

  await relations.getByRole("link", { name: "3 units" }).click();
  const units = page.getByRole("list", { name: "Relations: what was rated" });
  await expect(units.getByText("agree", { exact: true })).toHaveCount(2);

  // Who decides has judged the pairs, too: nobody is told before.
  await other.page.goto(`${home}/agreement`);
  await other.page.getByRole("link", { name: "Where people differ" }).click();
  await expect(other.page.getByText("differ", { exact: true })).toHaveCount(1);
  await other.page.getByRole("link", { name: "Decide" }).click();
  await expect(other.page).toHaveURL(/claims\/5#relations$/);
  await other.page.getByRole("button", { name: "Rule", exact: true }).click();
  const form = other.page.getByRole("form", { name: "Rule on C-5 and C-6" });
  await form.getByLabel("Reason").fill("It cannot hold and have broken.");
  await form.getByRole("button", { name: "Rule" }).click();
  await expect(form).toBeHidden();
  await other.page.goto(`${home}/agreement/units?of=relations&disagree=true`);
  await expect(other.page.getByText("decided by a lead")).toBeVisible();
});
