import { expectAccessible, expectNoSidewaysScroll } from "./access";
import { expect, test } from "./fixtures";
import { person } from "./people";

test("a comment names somebody, who finds it in the inbox, answers and closes the thread", async ({
  page,
  desk,
  browserOf,
}) => {
  const { id, home } = await desk.openCase("Talk");
  await desk.recordClaim(id, { statement: "The dam holds." });
  await desk.recordClaim(id, { statement: "The dam has broken." });
  const owner = person("owner").name;
  const analyst = person("analyst").name;
  await page.goto(`${home}/claims/1`);
  const comments = page.getByRole("region", { name: "Comments" });
  const box = comments.getByRole("combobox", { name: "New comment" });
  await box.click();
  await page.keyboard.type(`Compare C-2, @${owner.slice(0, 3)}`);
  await expect(comments.getByRole("option", { name: owner })).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(box).toHaveValue(`Compare C-2, @${owner} `);
  await page.keyboard.type("please.");
  await page.keyboard.press("Control+Enter");
  const thread = comments.getByRole("article", { name: `Thread of ${analyst}` });
  await expect(thread.getByRole("link", { name: "C-2" })).toBeVisible();
  await expect(box).toHaveValue("");
  await expectAccessible(page);

  const other = await browserOf("owner");
  await other.page.goto(`/${desk.team}/inbox`);
  const notice = other.page.getByRole("listitem").filter({ hasText: "mentioned you on" }).first();
  await expect(notice).toContainText("C-1");
  await expect(notice).toContainText("unread");
  await expectAccessible(other.page, ["light"]);
  await other.page.setViewportSize({ width: 360, height: 740 });
  await expectNoSidewaysScroll(other.page);
  await other.page.setViewportSize({ width: 1280, height: 800 });
  await notice.getByRole("link", { name: "C-1" }).click();
  await expect(other.page).toHaveURL(/claims\/1#comments$/);
  const theirs = other.page.getByRole("region", { name: "Comments" });
  await theirs.getByRole("button", { name: "Answer" }).click();
  await theirs.getByRole("combobox", { name: `Answer to ${analyst}` }).fill("They differ.");
  await theirs
    .getByRole("form", { name: `Answer to ${analyst}` })
    .getByRole("button", { name: "Comment" })
    .click();
  await expect(theirs.getByText("They differ.")).toBeVisible();
  await theirs.getByRole("button", { name: "Close the thread" }).first().click();
  await expect(theirs.getByText("One closed thread")).toBeVisible();
  await other.page.goto(`/${desk.team}/inbox`);
  await expect(other.page.getByRole("listitem").filter({ hasText: "mentioned you on" }).first()).not.toContainText(
    "unread",
  );

  await page.goto(`/${desk.team}/inbox`);
  await expect(page.getByRole("listitem").filter({ hasText: "answered in a thread" }).first()).toContainText(owner);
  await page.goto(`${home}/claims/1`);
  await comments.getByText("One closed thread").click();
  await comments.getByRole("button", { name: "Take back" }).first().click();
  await expect(comments.getByText("taken back", { exact: true })).toBeVisible();
  await page.getByRole("button", { name: "Undo", exact: true }).first().click();
  await expect(comments.getByText("please.")).toBeVisible();
});

test("a viewer reads what was said and says nothing", async ({ desk, browserOf }) => {
  const { id, home } = await desk.openCase("Talk for viewers");
  const claim = await desk.recordClaim(id, { statement: "The dam holds." });
  await desk.post(`/cases/${id}/comments`, {
    on: { type: "claim", id: claim.id },
    body: "See https://example.org/dam.",
  });
  const viewer = await browserOf("viewer");
  await viewer.page.goto(`${home}/claims/1`);
  const comments = viewer.page.getByRole("region", { name: "Comments" });
  await expect(comments.getByRole("link", { name: "https://example.org/dam" })).toBeVisible();
  await expect(comments.getByRole("combobox")).toHaveCount(0);
  await expect(comments.getByRole("button")).toHaveCount(0);
});

test("what is said of a pair stands with it, on the pages of both claims", async ({ page, desk }) => {
  const { id, home } = await desk.openCase("Talk of a pair");
  const from = await desk.recordClaim(id, { statement: "The dam holds." });
  const to = await desk.recordClaim(id, { statement: "The dam has broken." });
  await desk.relate(id, from, "contradicts", to);
  await page.goto(`${home}/claims/1`);
  const pair = page.getByRole("region", { name: "Relations" }).getByRole("article").first();
  await pair.getByText("Comment on the pair").click();
  await pair.getByRole("combobox", { name: "New comment" }).fill("Which dam?");
  await page.keyboard.press("Control+Enter");
  await expect(pair.getByText("1 comment")).toBeVisible();
  await expectAccessible(page, ["light"]);
  await page.goto(`${home}/claims/2`);
  const there = page.getByRole("region", { name: "Relations" }).getByRole("article").first();
  await there.getByText("1 comment").click();
  await expect(there.getByText("Which dam?")).toBeVisible();
  await expect(page.getByRole("region", { name: "Comments" }).getByText("Which dam?")).toHaveCount(0);
});
