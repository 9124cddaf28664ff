import type { Desk, MadeClaim } from "./desk";
import { expect, test } from "./fixtures";

/** Three conflicts: one over a number with an origin on each side, one over time, and one that contradicts itself. */
async function queue(desk: Desk) {
  const stamp = Date.now().toString(36);
  const { id, home } = await desk.openCase(`Queue ${stamp}`);
  const claim = (statement: string, outlet: string): Promise<MadeClaim> =>
    desk.recordClaim(id, { statement, attribution: [outlet], newOutlets: [outlet] });
  const east = `East Post ${stamp}`;
  const west = `West Post ${stamp}`;
  const made = [
    await claim("The bridge has six arches.", east),
    await claim("The bridge has eight arches.", west),
    await claim("It was opened in May.", east),
    await claim("It was opened in June.", west),
    await claim("It is closed at night.", east),
    await claim("At night nobody may cross it.", west),
    await claim("One may cross it at night.", west),
  ] as const;
  const [six, eight, may, june, closed, nobody, open] = made;
  await desk.relate(id, six, "contradicts", eight, { about: "number" });
  await desk.relate(id, may, "contradicts", june, { about: "time" });
  await desk.relate(id, closed, "agrees", nobody);
  await desk.relate(id, nobody, "agrees", open);
  await desk.relate(id, closed, "contradicts", open, { about: "occurrence" });
  return { id, conflicts: `${home}/conflicts` };
}

test("the queue is worked down by keys: what presses most first, taken upon oneself, narrowed", async ({
  page,
  desk,
}) => {
  const { conflicts } = await queue(desk);
  await page.goto(conflicts);
  const titles = page.getByRole("heading", { level: 2, name: /^Conflict C-/ });
  await expect(titles).toHaveText(["Conflict C-5", "Conflict C-1", "Conflict C-3"]);
  await expect(page.getByRole("article", { name: "Conflict C-5" })).toContainText("contradicts itself");
  await expect(page.getByText("Take the conflict in focus upon yourself")).toBeVisible();

  await page.keyboard.press("j");
  await page.keyboard.press("j");
  await expect(page.getByRole("link", { name: "Conflict C-1" })).toBeFocused();
  await page.keyboard.press("a");
  await expect(page.getByRole("button", { name: "Amal Analyst is to decide C-1: change" })).toBeVisible();

  await page.getByRole("combobox", { name: "To be decided by" }).selectOption({ label: "to be decided by me" });
  await expect(titles).toHaveText(["Conflict C-1"]);
  await page.reload();
  await expect(titles).toHaveText(["Conflict C-1"]);
  await page.getByRole("link", { name: "Clear" }).click();
  await expect(titles).toHaveCount(3);
  await page.getByRole("combobox", { name: "About" }).selectOption({ label: "on time" });
  await expect(titles).toHaveText(["Conflict C-3"]);
  await page.getByRole("combobox", { name: "Status" }).selectOption({ label: "settled" });
  await expect(page.getByRole("heading", { name: "No conflict is like that" })).toBeVisible();
  await page.getByRole("link", { name: "Show all conflicts" }).click();
  await expect(titles).toHaveCount(3);

  await page.getByRole("button", { name: "Amal Analyst is to decide C-1: change" }).click();
  await page.getByRole("menuitemradio", { name: "Nobody" }).click();
  await expect(page.getByRole("button", { name: "Assign C-1 to somebody" })).toBeVisible();
});

test("from one conflict a key leads to the next, and each can be assigned on its page", async ({ page, desk }) => {
  const { conflicts } = await queue(desk);
  await page.goto(`${conflicts}/5`);
  // The line at the bottom names a key once it works.
  const keys = page.getByRole("region", { name: "Keys that work here" });
  await expect(keys.getByText("Next to decide")).toBeVisible();
  await page.keyboard.press("]");
  await page.waitForURL("**/conflicts/1");
  await page.getByRole("button", { name: "Assign C-1 to somebody" }).click();
  await page.getByRole("menuitemradio", { name: "Lena Lead" }).click();
  await expect(page.getByRole("button", { name: "Lena Lead is to decide C-1: change" })).toBeVisible();
});

test("a new relation changes the queue at once", async ({ page, desk }) => {
  const { id, conflicts } = await queue(desk);
  await page.goto(conflicts);
  await expect(page.getByRole("article")).toHaveCount(3);
  const [six, eight, may] = await desk.claims(id);
  if (!six || !eight || !may) throw new Error("claims are missing");
  await desk.relate(id, six, "agrees", may);
  await page.reload();
  await expect(page.getByRole("article")).toHaveCount(2);
  await desk.relate(id, six, "unrelated", may);
  await page.reload();
  await expect(page.getByRole("article")).toHaveCount(3);
});

test.describe("a viewer", () => {
  test.use({ who: "viewer" });

  test("reads the queue and assigns nothing", async ({ page, browserOf }) => {
    const analyst = await browserOf("analyst");
    const { id, conflicts } = await queue(analyst.desk);
    const { user } = await analyst.desk.get<{ user: { id: string } }>("/me");
    const answer = await analyst.desk.send("PUT", `/cases/${id}/conflicts/1/assignee`, { user: user.id });
    expect(answer.status()).toBe(200);
    await page.goto(conflicts);
    await expect(page.getByRole("article", { name: "Conflict C-1" })).toContainText("Amal Analyst");
    await expect(page.getByRole("button", { name: /assign|to decide/i })).toHaveCount(0);
  });
});
