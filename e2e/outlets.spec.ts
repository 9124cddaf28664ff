import type { Page } from "@playwright/test";
import { expectAccessible } from "./access";
import type { Desk } from "./desk";
import { expect, test } from "./fixtures";

type Named = { id: string; name: string };

/** Names of this journey's own: journeys share the team's outlets. */
const tag = () => Date.now().toString(36);

const outletOf = async (desk: Desk, claimId: string) =>
  (await desk.get<{ outlet: Named | null }>(`/claims/${claimId}`)).outlet?.name;

async function chooseOutlet(page: Page, name: string): Promise<void> {
  await page.getByRole("combobox", { name: "Into" }).fill(name);
  await page.getByRole("option", { name }).first().click();
}

test.describe("a lead", () => {
  test.use({ who: "owner" });

  test("takes a name with a carrier for what it is, and it means the outlet from then on", async ({ page, desk }) => {
    const [nation, africa] = [`The Nation ${tag()}`, `All Africa ${tag()}`];
    await page.goto(`/${desk.team}/outlets`);
    // The key is in force once the line of keys names it.
    await expect(page.getByText("Find an outlet").first()).toBeVisible();
    await page.keyboard.press("n");
    const dialog = page.getByRole("dialog", { name: "New outlet" });
    await dialog.getByLabel("Name", { exact: true }).fill(`${nation} (${africa})`);
    await dialog.getByRole("button", { name: "Take it so" }).click();
    await expect(page.getByRole("heading", { name: nation, level: 1 })).toBeVisible();
    await expect(page.getByRole("textbox", { name: /^Carried by/ })).toHaveValue(africa);
    await page.getByRole("link", { name: africa }).click();
    await expect(page.getByRole("heading", { name: africa, level: 1 })).toBeVisible();
    await expect(page.getByRole("region", { name: "Passes on the texts of" }).getByRole("link")).toHaveText(nation);

    const { id } = await desk.openCase(`Carried ${tag()}`);
    const claim = await desk.recordClaim(id, { statement: "It rained.", attribution: [`${nation} (${africa})`] });
    expect(await outletOf(desk, claim.id)).toBe(nation);
  });

  test("merges two spellings, sees how much moves, and undoes it", async ({ page, desk }) => {
    const name = tag();
    const part = await desk.post<Named>("/outlets", { name: `Reuterz ${name}`, domains: [`reuterz-${name}.com`] });
    await desk.post<Named>("/outlets", { name: `Wire ${name}` });
    const { id } = await desk.openCase(`Merging ${name}`);
    const article = await desk.addArticle(id, { title: "A report", outlet: part.name, text: "It rained." });
    const claim = await desk.recordClaim(id, { statement: "It rained.", articleId: article.id });

    await page.goto(`/${desk.team}/outlets/${part.id}`);
    await page.getByRole("button", { name: "Merge" }).click();
    await expect(page.getByText("Moves 1 article and 1 claim in 1 case.")).toBeVisible();
    await chooseOutlet(page, `Wire ${name}`);
    await page.getByRole("button", { name: `Merge into Wire ${name}` }).click();
    await expect(page.getByRole("heading", { name: `Wire ${name}`, level: 1 })).toBeVisible();
    await expect(page.getByLabel("Also known as")).toHaveValue(part.name);
    expect(await outletOf(desk, claim.id)).toBe(`Wire ${name}`);

    // The old address leads there, too; the number opens the claim behind it.
    await page.goto(`/${desk.team}/outlets/${part.id}`);
    await expect(page.getByRole("heading", { name: `Wire ${name}`, level: 1 })).toBeVisible();
    await page
      .getByRole("region", { name: "Where it is named" })
      .getByRole("link", { name: "1", exact: true })
      .first()
      .click();
    await expect(page.getByText("It rained.").first()).toBeVisible();

    await page.goto(`/${desk.team}/outlets/${part.id}`);
    await page.getByRole("button", { name: `Undo the merge with ${part.name}` }).click();
    await expect(page.getByText(`${part.name} is an outlet of its own again`)).toBeVisible();
    expect(await outletOf(desk, claim.id)).toBe(part.name);
    await expect(page.getByLabel("Also known as")).toHaveValue("");
    await page.goto(`/${desk.team}/outlets/${part.id}`);
    await expect(page.getByRole("heading", { name: part.name, level: 1 })).toBeVisible();
    await expect(page.getByLabel("Domains")).toHaveValue(`reuterz-${name}.com`);
  });

  test("splits an outlet in two by name and domain, and undoes that", async ({ page, desk }) => {
    const name = tag();
    const [arabic, domain] = [`BBC Arabic ${name}`, `arabic-${name}.com`];
    const whole = await desk.post<Named>("/outlets", { name: `BBC ${name}`, aliases: [arabic], domains: [domain] });
    const { id } = await desk.openCase(`Splitting ${name}`);
    const article = await desk.addArticle(id, {
      title: "A report",
      outlet: whole.id,
      url: `https://www.${domain}/1`,
      text: "It rained.",
    });
    const own = await desk.recordClaim(id, { statement: "It rained.", articleId: article.id });
    const typed = await desk.recordClaim(id, { statement: "It poured.", attribution: [arabic] });
    const other = await desk.recordClaim(id, { statement: "It was dry.", attribution: [whole.name] });

    await page.goto(`/${desk.team}/outlets/${whole.id}`);
    await page.getByRole("button", { name: "Split" }).click();
    const dialog = page.getByRole("dialog", { name: `Split ${whole.name}` });
    await dialog.getByLabel(arabic).check();
    await dialog.getByLabel(domain).check();
    await expect(dialog.getByText("Moves 1 article and 2 claims in 1 case.")).toBeVisible();
    await expectAccessible(page);
    await dialog.getByRole("button", { name: "Split off" }).click();
    await expect(page.getByRole("heading", { name: arabic, level: 1 })).toBeVisible();
    const outlets = () => Promise.all([own, typed, other].map((claim) => outletOf(desk, claim.id)));
    expect(await outlets()).toEqual([arabic, arabic, whole.name]);

    await page.getByRole("button", { name: "Undo" }).click();
    await expect(page.getByRole("heading", { name: whole.name, level: 1 })).toBeVisible();
    expect(await outlets()).toEqual([whole.name, whole.name, whole.name]);
  });

  test("finds families together, however their owner is spelt", async ({ page, desk }) => {
    const name = tag();
    const owner = `Group ${name}`;
    await desk.post("/outlets", { name: `Herald ${name}`, owner });
    await desk.post("/outlets", { name: `Tribune ${name}`, owner: owner.toUpperCase() });
    await page.goto(`/${desk.team}/outlets?order=owner&q=${name}`);
    const table = page.getByRole("table", { name: "Outlets" });
    await expect(table.getByRole("row", { name: owner, exact: true })).toHaveCount(1);
    await table.getByRole("link", { name: owner }).first().click();
    await expect(table.getByRole("row", { name: new RegExp(`^(Herald|Tribune) ${name}`) })).toHaveCount(2);
    await page.getByLabel("Use").selectOption("Used");
    await expect(page.getByRole("heading", { name: "No outlet is like that" })).toBeVisible();
  });
});

test.describe("who leads nothing", () => {
  test.use({ mayComplain: [/status of 403/] });

  test("is neither offered nor granted merging and splitting", async ({ page, desk, browserOf }) => {
    const name = tag();
    const one = await desk.post<Named>("/outlets", { name: `One ${name}`, aliases: [`Uno ${name}`] });
    const two = await desk.post<Named>("/outlets", { name: `Two ${name}` });
    const reader = await browserOf("viewer");
    for (const each of [{ page, desk }, reader]) {
      await each.page.goto(`/${desk.team}/outlets/${one.id}`);
      await expect(each.page.getByRole("heading", { name: one.name, level: 1 })).toBeVisible();
      await expect(each.page.getByRole("button", { name: "Merge" })).toBeHidden();
      await expect(each.page.getByRole("button", { name: "Split" })).toBeHidden();
      for (const [act, data] of [
        ["merge", { into: two.id }],
        ["unmerge", {}],
        ["split", { name: `Uno ${name}`, aliases: [`Uno ${name}`] }],
      ] as const) {
        const answer = await each.desk.send("POST", `/outlets/${one.id}/${act}`, data);
        expect(answer.status(), act).toBe(403);
      }
    }
    expect((await reader.desk.send("PATCH", `/outlets/${one.id}`, { carriers: [two.id] })).status()).toBe(403);
  });
});
