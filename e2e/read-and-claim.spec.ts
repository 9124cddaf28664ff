import { expect, test } from "./fixtures";
import { Reader } from "./reader";

const TEXT = `The bridge at Karsk was closed on 3 March 2024. According to Reuters, a blast had damaged two of its pillars. Two guards were hurt, the mayor said.

The governor denied that anyone was hurt. Trains ran again on Tuesday.`;

const ARABIC = `أعلنت وزارة النقل إغلاق جسر كارسك يوم الأحد. وقالت رويترز إن انفجاراً ألحق أضراراً بدعامتين من دعاماته.

ونفى المحافظ وقوع إصابات.`;

test("a claim takes four keystrokes beyond its words", async ({ page, desk, keys }) => {
  const { id, home } = await desk.openCase("Four keystrokes");
  const article = await desk.addArticle(id, { title: "Karsk bridge closed", outlet: "Karsk Courier", text: TEXT });
  const reader = new Reader(page, keys);
  await reader.open(home, article.id);

  await keys.press("j");
  await expect.poll(() => reader.held()).toBe("The bridge at Karsk was closed on 3 March 2024.");
  await reader.begin();
  const number = await reader.finish("The Karsk bridge is closed.", "2");
  expect(keys.count).toBeLessThanOrEqual(4);

  const card = reader.card(number);
  await expect(card).toContainText("The Karsk bridge is closed.");
  await expect(card).toContainText("moderate");
  const [claim] = await desk.claims(id);
  expect(claim).toMatchObject({
    statement: "The Karsk bridge is closed.",
    confidence: "moderate",
    outlet: { name: "Karsk Courier" },
    quote: { exact: "The bridge at Karsk was closed on 3 March 2024.", start: 0, state: "exact" },
  });
});

test("what the sentence credits is proposed, and stays a proposal until it is saved", async ({ page, desk, keys }) => {
  const { id, home } = await desk.openCase("Proposals");
  const article = await desk.addArticle(id, {
    title: "Karsk bridge closed",
    outlet: "Karsk Courier",
    publishedOn: "2024-03-05",
    text: TEXT,
  });
  const reader = new Reader(page, keys);
  await reader.open(home, article.id);

  await keys.press("j", "j");
  await expect.poll(() => reader.held()).toContain("According to Reuters");
  await reader.begin();
  await expect(reader.composer.getByText("proposed", { exact: true })).toBeVisible();
  await expect(reader.composer.getByRole("button", { name: "Remove Reuters from the attribution" })).toBeVisible();
  expect(await desk.claims(id)).toEqual([]);
  await reader.finish("A blast damaged two pillars of the bridge.", "1");
  const [claim] = await desk.claims(id);
  expect(claim).toMatchObject({ outlet: { name: "Reuters" }, attribution: ["Reuters"], confidence: "low" });

  await keys.press("j");
  await reader.walkTo(/^The bridge at Karsk/);
  await reader.begin();
  await expect(reader.composer.getByText(/2024-03-03/)).toBeVisible();
  await reader.finish("The bridge was closed on 3 March.", "4");
  expect((await desk.claims(id)).find((each) => each.statement.includes("3 March"))).toMatchObject({
    occurredOn: "2024-03-03",
    confidence: null,
  });
});

test("words are selected with the mouse, and quotes may overlap", async ({ page, desk, keys }) => {
  const { id, home } = await desk.openCase("Overlapping quotes");
  const article = await desk.addArticle(id, { title: "Karsk bridge closed", outlet: "Karsk Courier", text: TEXT });
  const reader = new Reader(page, keys);
  await reader.open(home, article.id);

  await reader.selectWithMouse("Two guards were hurt, the mayor said.");
  await expect.poll(() => reader.held()).toContain("Two guards were hurt");
  await reader.begin();
  const whole = await reader.finish("The mayor says that two guards were hurt.", "2");

  await reader.selectWithMouse("Two guards were hurt");
  await expect.poll(() => reader.held()).toBe("Two guards were hurt");
  await page.getByRole("button", { name: "New claim" }).click();
  await expect(reader.statement).toBeFocused();
  const part = await reader.finish("Two guards were hurt.", "3");

  await expect(reader.cards).toHaveCount(2);
  expect((await desk.claims(id)).map(({ number, quote }) => [number, quote?.exact])).toEqual([
    [whole, "Two guards were hurt, the mayor said."],
    [part, "Two guards were hurt"],
  ]);
  const painted = await page.evaluate(() => CSS.highlights.get("quote")?.size);
  expect(painted).toBe(2);
});

test("a claim is edited, and taken back with one key", async ({ page, desk, keys }) => {
  const { id, home } = await desk.openCase("Edit and undo");
  const article = await desk.addArticle(id, { title: "Karsk bridge closed", outlet: "Karsk Courier", text: TEXT });
  const reader = new Reader(page, keys);
  await reader.open(home, article.id);
  await keys.press("j");
  await reader.begin();
  const number = await reader.finish("The bridge is shut.", "2");

  await keys.press("e");
  await expect(reader.statement).toBeFocused();
  await keys.press("End");
  await keys.type(" Since March.");
  await keys.press("Control+Enter");
  await expect(page.getByText(`C-${number} changed`)).toBeVisible();
  await expect(reader.card(number)).toContainText("Since March.");

  await keys.press("j");
  await reader.begin();
  const second = await reader.finish("A mistake.", "1");
  keys.reset();
  await keys.press("Control+z");
  await expect(page.getByText(`C-${second} taken back`)).toBeVisible();
  await expect(reader.cards).toHaveCount(1);
  expect(keys.count).toBe(1);
  expect((await desk.claims(id)).filter(({ status }) => status !== "retracted")).toHaveLength(1);
});

test("what was typed survives a reload", async ({ page, desk, keys }) => {
  const { id, home } = await desk.openCase("Drafts");
  const article = await desk.addArticle(id, { title: "Karsk bridge closed", outlet: "Karsk Courier", text: TEXT });
  const reader = new Reader(page, keys);
  await reader.open(home, article.id);
  await keys.press("j", "j");
  await reader.begin();
  await keys.type("Half a thought about the blast");
  await page.reload();
  await expect(reader.statement).toHaveValue("Half a thought about the blast");
  await reader.statement.focus();
  await keys.press("End");
  await reader.finish(", finished.", "2");
  const [claim] = await desk.claims(id);
  expect(claim?.statement).toBe("Half a thought about the blast, finished.");
  expect(claim?.quote?.exact).toContain("According to Reuters");
});

test("an Arabic text is read from right to left and quoted as it stands", async ({ page, desk, keys }) => {
  const { id, home } = await desk.openCase("Arabic");
  const article = await desk.addArticle(id, {
    title: "إغلاق جسر كارسك",
    outlet: "صحيفة كارسك",
    language: "ar",
    text: ARABIC,
  });
  const reader = new Reader(page, keys);
  await reader.open(home, article.id);
  const body = page.getByText("ونفى المحافظ وقوع إصابات.");
  expect(await body.evaluate((element) => getComputedStyle(element).direction)).toBe("rtl");

  await keys.press("j", "j");
  await expect.poll(() => reader.held()).toContain("رويترز");
  await reader.begin();
  // The alias in the sentence finds the outlet.
  await expect(reader.composer.getByRole("button", { name: "Remove Reuters from the attribution" })).toBeVisible();
  await reader.finish("ألحق انفجار أضراراً بدعامتين.", "2");
  const [claim] = await desk.claims(id);
  expect(claim).toMatchObject({ outlet: { name: "Reuters" }, statement: "ألحق انفجار أضراراً بدعامتين." });
  const { exact = "", start = 0, end = 0 } = claim?.quote ?? {};
  expect(article.text.slice(start, end)).toBe(exact);
});

test("a quote that is not in the text is refused", async ({ page, desk, keys }) => {
  const { id, home } = await desk.openCase("Refused quotes");
  const article = await desk.addArticle(id, { title: "Karsk bridge closed", outlet: "Karsk Courier", text: TEXT });
  for (const quote of [
    { exact: "Three guards were hurt" },
    { exact: "The bridge at Karsk was opened", start: 0, end: 30 },
    { exact: "The bridge", start: 4, end: 14 },
  ]) {
    const claim = { statement: "Wrong.", articleId: article.id, quote };
    const answer = await desk.send("POST", `/cases/${id}/claims`, claim);
    expect(answer.status(), JSON.stringify(quote)).toBe(422);
    const { errors }: { errors: { path: string }[] } = await answer.json();
    expect(errors[0]?.path).toMatch(/^quote/);
  }
  expect(await desk.claims(id)).toEqual([]);
  // And an empty statement at its field, with nothing lost.
  const reader = new Reader(page, keys);
  await reader.open(home, article.id);
  await keys.press("j");
  await reader.begin();
  await keys.press("Delete", "Control+Enter");
  await expect(reader.composer.getByText(/must not be empty/i)).toBeVisible();
  await expect(reader.statement).toBeFocused();
});

test("sending twice saves once", async ({ page, desk, keys }) => {
  const { id, home } = await desk.openCase("Double submit");
  const article = await desk.addArticle(id, { title: "Karsk bridge closed", outlet: "Karsk Courier", text: TEXT });
  const reader = new Reader(page, keys);
  await reader.open(home, article.id);
  await keys.press("j");
  await reader.begin();
  await keys.type("Once only.");
  await Promise.all([page.keyboard.press("Control+Enter"), page.keyboard.press("Control+Enter")]);
  await expect(page.getByText(/^C-\d+ saved$/).last()).toBeVisible();
  await expect(reader.composer).toBeHidden();
  expect(await desk.claims(id)).toHaveLength(1);
});

test("a stale edit keeps both texts and lets a person choose", async ({ page, desk, keys, browserOf }) => {
  const { id, home } = await desk.openCase("Two at once");
  const article = await desk.addArticle(id, { title: "Karsk bridge closed", outlet: "Karsk Courier", text: TEXT });
  const claim = await desk.recordClaim(id, {
    statement: "The bridge is closed.",
    articleId: article.id,
    quote: { exact: "The bridge at Karsk was closed" },
  });
  const reader = new Reader(page, keys);
  await reader.open(home, article.id);
  await keys.press("]", "e");
  await expect(reader.statement).toBeFocused();
  await keys.press("Control+a");
  await keys.type("The bridge is closed to trains.");

  const colleague = await browserOf("owner");
  const answer = await colleague.desk.send("PATCH", `/claims/${claim.id}`, {
    statement: "The bridge is closed to cars.",
    version: claim.version,
  });
  expect(answer.status()).toBe(200);

  await keys.press("Control+Enter");
  const notice = reader.composer.getByRole("alert").filter({ hasText: "Somebody else changed" });
  await expect(notice).toContainText("The bridge is closed to cars.");
  await expect(notice).toContainText("The bridge is closed to trains.");
  await expect(reader.statement).toHaveValue("The bridge is closed to trains.");
  const [untouched] = await desk.claims(id);
  expect(untouched?.statement).toBe("The bridge is closed to cars.");

  await notice.getByRole("button", { name: "Save mine over it" }).click();
  await expect(page.getByText(`${claim.claim} changed`)).toBeVisible();
  await expect.poll(async () => (await desk.claims(id))[0]?.statement).toBe("The bridge is closed to trains.");
});
