import type { Desk, MadeClaim } from "./desk";
import { expect, test } from "./fixtures";
import { Reader } from "./reader";

const NORTH =
  "The ferry sank at dawn. Twelve people drowned, the harbour master said. The ferry had left Karsk at four.";
const SOUTH = "The ferry sank at noon. Nineteen people drowned, the coast guard said. The ferry had left Karsk at ten.";

type Laid = { id: string; home: string; north: { id: string }; south: { id: string }; claims: MadeClaim[] };

/** Two articles with three claims each, in the order of the text: C-1 to C-3, C-4 to C-6. */
async function layOut(desk: Desk, title: string): Promise<Laid> {
  const { id, home } = await desk.openCase(title);
  const north = await desk.addArticle(id, { title: "Ferry sinks", outlet: "Northern Post", text: NORTH });
  const south = await desk.addArticle(id, { title: "Ferry lost", outlet: "Southern Post", text: SOUTH });
  const claims: MadeClaim[] = [];
  for (const [article, statements] of [
    [north, ["The ferry sank at dawn.", "Twelve people drowned", "The ferry had left Karsk at four."]],
    [south, ["The ferry sank at noon.", "Nineteen people drowned", "The ferry had left Karsk at ten."]],
  ] as const) {
    for (const exact of statements) {
      claims.push(await desk.recordClaim(id, { statement: exact, articleId: article.id, quote: { exact } }));
    }
  }
  return { id, home, north, south, claims };
}

test("a verb and a digit relate a claim, two keystrokes", async ({ page, desk, keys }) => {
  const { id, home, north } = await layOut(desk, "Verb and digit");
  const reader = new Reader(page, keys);
  await reader.open(home, north.id);
  await keys.press("]");
  await expect(reader.card(1)).toHaveAttribute("aria-current", "true");

  keys.reset();
  await keys.press("=");
  const offered = page.getByRole("option");
  await expect(offered.first()).toBeVisible();
  // Claims of the other outlet come first.
  await expect(offered.first()).toContainText("Southern Post");
  const chosen = Number(/C-(\d+)/.exec((await offered.first().textContent()) ?? "")?.[1]);
  await keys.press("1");
  await expect(page.getByText(`C-1 agrees C-${chosen}`)).toBeVisible();
  expect(keys.count).toBe(2);
  await expect(reader.card(1).getByRole("article", { name: `agrees C-${chosen}` })).toBeVisible();
  const { items } = await desk.get<{ items: { kind: string }[] }>(`/cases/${id}/relations`);
  expect(items.map(({ kind }) => kind)).toEqual(["agrees"]);
});

test("a contradiction by number, with what it is about and why, makes a conflict that any number finds", async ({
  page,
  desk,
  keys,
}) => {
  const { id, home, north, south, claims } = await layOut(desk, "Contradiction");
  const reader = new Reader(page, keys);
  await reader.open(home, north.id);
  await keys.press("]", "]");
  await expect(reader.card(2)).toHaveAttribute("aria-current", "true");

  keys.reset();
  await keys.press("x");
  await expect(page.getByRole("combobox", { name: /C-2 contradicts/ })).toBeFocused();
  await keys.type("C-5");
  await expect(page.getByRole("option")).toHaveCount(1);
  await keys.press("Enter");
  await expect(page.getByText("C-2 contradicts C-5")).toBeVisible();
  expect(keys.count).toBe(2);

  // Number is the first choice; then why; Enter ends.
  const about = page.getByRole("group", { name: "What the contradiction is about" });
  await expect(about.getByRole("button", { name: /number/ })).toBeFocused();
  await keys.press("1");
  await expect(page.getByLabel("Reason")).toBeFocused();
  await keys.type("Twelve against nineteen.");
  await keys.press("Enter");
  await expect(about).toBeHidden();
  const relations = await desk.get<{ items: { about: string; judgements: { rationale: string }[] }[] }>(
    `/cases/${id}/relations`,
  );
  expect(relations.items).toMatchObject([{ about: "number", judgements: [{ rationale: "Twelve against nineteen." }] }]);
  await expect(reader.card(2).getByRole("article", { name: "contradicts on number C-5" })).toContainText(
    "Because: Twelve against nineteen.",
  );

  const [, , , first, second] = claims;
  if (!first || !second) throw new Error("claims are missing");
  await desk.relate(id, first, "agrees", second);
  await keys.press("g", "c");
  await expect(page.getByRole("heading", { name: "Conflicts", level: 1 })).toBeVisible();
  const row = page.getByRole("article", { name: "Conflict C-2" });
  await expect(row).toContainText("on number");
  await expect(row.getByRole("region", { name: "Camp A", exact: true })).toContainText("Twelve people drowned");
  await expect(row.getByRole("region", { name: "Camp B", exact: true })).toContainText("The ferry sank at noon.");
  await expect(row.getByRole("region", { name: "Camp B", exact: true })).toContainText("Southern Post");

  await keys.press("j", "Enter");
  await expect(page.getByRole("heading", { name: "Conflict C-2", level: 1 })).toBeVisible();
  const campB = page.getByRole("region", { name: "Camp B", exact: true });
  await expect(campB.getByRole("article")).toHaveCount(2);
  await expect(page.getByText("Twelve against nineteen.")).toBeVisible();

  // Both quotes are a click away in their texts.
  await page.getByRole("link", { name: "“Twelve people drowned”" }).click();
  await page.waitForURL(`**/articles/${north.id}?at=2`);
  await expect(reader.card(2)).toHaveAttribute("aria-current", "true");
  await page.goto(`${home}/conflicts/5`);
  await expect(page.getByRole("heading", { name: "Conflict C-2", level: 1 })).toBeVisible();
  await page.getByRole("link", { name: "“Nineteen people drowned”" }).click();
  await page.waitForURL(`**/articles/${south.id}?at=5`);
  await expect(reader.card(5)).toHaveAttribute("aria-current", "true");
});

test("a claim pinned in one article is related in another, three keystrokes", async ({ page, desk, keys }) => {
  const { id, home, north, south } = await layOut(desk, "Pin");
  const reader = new Reader(page, keys);
  await reader.open(home, north.id);
  await keys.press("]");
  await expect(reader.card(1)).toHaveAttribute("aria-current", "true");
  keys.reset();
  await keys.press("p");
  const pinning = keys.count;

  await reader.open(home, south.id);
  await keys.press("]");
  await expect(reader.card(4)).toHaveAttribute("aria-current", "true");
  keys.reset();
  await keys.press("u");
  await expect(page.getByRole("option").first()).toContainText("C-1");
  await keys.press("0");
  await expect(page.getByText("C-4 updates C-1")).toBeVisible();
  expect(pinning + keys.count).toBe(3);
  const { items } = await desk.get<{ items: { kind: string }[] }>(`/cases/${id}/relations`);
  expect(items.map(({ kind }) => kind)).toEqual(["updates"]);
});

test("every kind has its key, and what was recorded is taken back with one", async ({ page, desk, keys }) => {
  const { id, home, north } = await layOut(desk, "Every kind");
  const reader = new Reader(page, keys);
  await reader.open(home, north.id);
  await keys.press("]");
  await expect(reader.card(1)).toHaveAttribute("aria-current", "true");
  const recorded = async () => {
    const { items } = await desk.get<{ items: { kind: string | null }[] }>(`/cases/${id}/relations`);
    return items.map(({ kind }) => kind);
  };
  for (const [key, kind, other] of [
    ["=", "agrees", 2],
    ["q", "qualifies", 3],
    ["u", "updates", 4],
    ["d", "repeats", 5],
    ["n", "unrelated", 6],
  ] as const) {
    await keys.press(key);
    await expect(page.getByRole("combobox", { name: `Which claim? C-1 ${kind}` })).toBeFocused();
    // A digit alone would take the row of that place.
    await keys.type(`C-${other}`);
    await expect(page.getByRole("option").first()).toContainText(`C-${other}`);
    await keys.press("Enter");
    await expect(reader.card(1).getByRole("article", { name: `${kind} C-${other}` })).toBeVisible();
    await expect(reader.card(1).getByRole("button").first()).toBeFocused();
  }
  await keys.press("x");
  await keys.type("noon");
  await expect(page.getByRole("option").first()).toContainText("The ferry sank at noon.");
  await keys.press("Escape");
  expect((await recorded()).sort()).toEqual(["agrees", "qualifies", "repeats", "unrelated", "updates"]);

  await expect(reader.card(1).getByRole("button").first()).toBeFocused();
  await keys.press("Control+z");
  await expect(page.getByText("What you said of C-1 and C-6 is taken back")).toBeVisible();
  await expect(reader.card(1).getByRole("article", { name: "unrelated C-6" })).toBeHidden();
  expect((await recorded()).sort()).toEqual(["agrees", "qualifies", "repeats", "updates"]);
});

test("a camp that contradicts itself is shown with the way that says so", async ({ page, desk }) => {
  const { id, home, claims } = await layOut(desk, "Inconsistent");
  const [a, b, c, d] = claims;
  if (!a || !b || !c || !d) throw new Error("claims are missing");
  await desk.relate(id, a, "agrees", b);
  await desk.relate(id, b, "agrees", c);
  await desk.relate(id, a, "contradicts", c, { about: "time", rationale: "Dawn is not four." });
  await desk.relate(id, d, "qualifies", a);
  await page.goto(`${home}/conflicts`);
  await expect(page.getByRole("article", { name: "Conflict C-1" }).getByText("contradicts itself")).toBeVisible();
  await page.getByRole("link", { name: "Conflict C-1" }).click();
  const notice = page.getByRole("region", { name: "A camp contradicts itself" });
  await expect(notice).toContainText("C-1");
  await expect(notice).toContainText("agrees");
  await expect(notice).toContainText("Dawn is not four.");
  await expect(notice.getByRole("listitem").getByRole("listitem").filter({ hasText: "agrees" })).toHaveCount(2);
});

test("the list is narrowed to an outlet, and an empty one says how a conflict arises", async ({ page, desk }) => {
  const { id, home, claims } = await layOut(desk, "Narrowed");
  await page.goto(`${home}/conflicts`);
  await expect(page.getByRole("heading", { name: "No conflict in this case yet" })).toBeVisible();
  const [a, b, , d] = claims;
  if (!a || !b || !d) throw new Error("claims are missing");
  await desk.relate(id, a, "contradicts", d, { about: "time" });
  const radio = ["Karsk Radio"];
  await desk.recordClaim(id, { statement: "The ferry was full.", attribution: radio, newOutlets: radio });
  await page.reload();
  await page.getByRole("combobox", { name: "Outlet" }).selectOption({ label: "Southern Post" });
  await page.waitForURL(/outlet=/);
  await expect(page.getByRole("article", { name: "Conflict C-1" })).toBeVisible();
  await page.getByRole("combobox", { name: "Outlet" }).selectOption({ label: "Karsk Radio" });
  await expect(page.getByRole("heading", { name: "No conflict is like that" })).toBeVisible();
  await page.goto(`${home}/conflicts/${b.number}`);
  await expect(page.getByRole("heading", { name: "No conflict goes by this number" })).toBeVisible();
});
