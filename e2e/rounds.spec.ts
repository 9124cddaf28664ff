import { expectAccessible, expectNoSidewaysScroll } from "./access";
import { expect, test } from "./fixtures";
import { person } from "./people";

test("a lead draws a blind round, two judge it without knowing of each other, and it is opened and ruled on", async ({
  page,
  desk,
  browserOf,
}) => {
  test.setTimeout(120_000);
  const { id, home } = await desk.openCase("Blind rounds", { blind: true });
  const pairs: [string, string][] = [
    ["Twelve were hurt.", "Forty-seven were hurt."],
    ["The dam holds.", "The dam is safe."],
  ];
  const other = await browserOf("owner");
  const colleague = await browserOf("colleague");
  for (const [one, two] of pairs) {
    const from = await desk.recordClaim(id, { statement: one, outlet: "Harbour Radio" });
    const to = await desk.recordClaim(id, { statement: two, outlet: "Tarn Observer" });
    await colleague.desk.relate(id, from, "qualifies", to);
  }

  await test.step("drawing", async () => {
    await other.page.goto(`${home}/agreement`);
    await other.page.getByRole("link", { name: "Blind rounds" }).click();
    const form = other.page.getByRole("region", { name: "Draw a round" });
    await form.getByLabel("Title").fill("First look");
    await form.getByLabel(person("analyst").name).check();
    await form.getByRole("button", { name: "Draw the round" }).click();
    await expect(form.getByText("Needs two people at least")).toBeVisible();
    await form.getByLabel(person("owner").name).check();
    await form.getByRole("button", { name: "Draw the round" }).click();
    await expect(other.page.getByRole("list", { name: "Blind rounds" })).toContainText("2 pairs, 2 judges each");
    await expectAccessible(other.page);
  });

  await test.step("one judges by keys", async () => {
    await page.goto(`${home}/rounds`);
    await page.getByRole("link", { name: "Judge" }).click();
    await expect(page.getByText("4 left in the round")).toBeVisible();
    await expect(page.getByRole("article")).toHaveCount(2);
    await expectAccessible(page);
    await page.setViewportSize({ width: 360, height: 740 });
    await expectNoSidewaysScroll(page);
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.keyboard.press("x");
    await expect(page.getByRole("radio", { name: /number/ })).toBeVisible();
    await page.keyboard.press("1");
    await expect(page.getByText("3 left in the round")).toBeVisible();
    await page.keyboard.press("=");
    await expect(page.getByText("Nothing is left for you")).toBeVisible();
  });

  await test.step("the other knows nothing of it, and judges otherwise", async () => {
    await other.page.goto(`${home}/claims/1`);
    await expect(other.page.getByText("not judged yet").first()).toBeVisible();
    await expect(other.page.getByText("contradicts on number")).toHaveCount(0);
    await other.page.goto(`${home}/rounds`);
    await other.page.getByRole("link", { name: "Judge" }).click();
    for (const left of ["2 left", "The last of all"]) {
      await expect(other.page.getByText(left, { exact: false })).toBeVisible();
      await other.page.keyboard.press("=");
    }
    await expect(other.page.getByText("Nothing is left for you")).toBeVisible();
  });

  await test.step("closed, it is open to the team and compared", async () => {
    await other.page.goto(`${home}/rounds`);
    await other.page.getByRole("button", { name: "Close" }).click();
    await other.page.getByRole("button", { name: "Close it" }).click();
    await expect(other.page.getByText("over", { exact: true })).toBeVisible();
    const viewer = await browserOf("viewer");
    await viewer.page.goto(`${home}/agreement/units?of=relations&disagree=true`);
    await expect(viewer.page.getByText("differ", { exact: true }).first()).toBeVisible();
    await viewer.page.goto(`${home}/claims/1`);
    await expect(viewer.page.getByText(/contradicts|qualifies|agrees|disputed/).first()).toBeVisible();
  });
});
