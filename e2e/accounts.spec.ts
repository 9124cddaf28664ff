import { expect, request, test } from "./fixtures";
import { person } from "./people";

test.describe("signing in", () => {
  test.use({ storageState: { cookies: [], origins: [] }, mayComplain: [/status of 401/] });

  test("a wrong password says so, keeps the address, and the right one leads on", async ({ page }) => {
    const { email, password, team } = person("viewer");
    await page.goto(`/${team}/settings`);
    await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
    await page.getByLabel("E-mail address").fill(email);
    await page.getByLabel("Password").fill("not the password");
    await page.getByRole("button", { name: "Sign in" }).click();
    await expect(page.getByText("This address and password do not belong together.")).toBeVisible();
    await expect(page.getByLabel("E-mail address")).toHaveValue(email);
    await page.getByLabel("Password").fill(password);
    await page.keyboard.press("Enter");
    await page.waitForURL(`**/${team}/settings`);
    await expect(page.getByRole("heading", { name: "Settings", level: 1 })).toBeVisible();
  });

  test("nobody gets in without signing in", async ({ page, baseURL }) => {
    const { team } = person("owner");
    await page.goto(`/${team}/cases`);
    await expect(page).toHaveURL(/\/sign-in/);
    const stranger = await request.newContext({ ...(baseURL && { baseURL }) });
    const answer = await stranger.get("/api/v1/cases");
    expect(answer.status()).toBe(401);
    expect(answer.headers()["content-type"]).toContain("application/problem+json");
    await stranger.dispose();
  });
});

test.describe("sign-out everywhere", () => {
  test.use({ who: "leaver" });

  test("ends the other browser too", async ({ page, desk, browser, baseURL }) => {
    const { email, password, team } = person("leaver");
    const other = await browser.newContext({ storageState: undefined, ...(baseURL && { baseURL }) });
    const there = await other.newPage();
    await there.goto("/sign-in");
    await there.getByLabel("E-mail address").fill(email);
    await there.getByLabel("Password").fill(password);
    await there.getByRole("button", { name: "Sign in" }).click();
    await there.waitForURL(`**/${team}/cases`);

    await page.goto(`/${desk.team}/settings`);
    await page.getByRole("button", { name: "Sign out everywhere" }).click();
    const dialog = page.getByRole("alertdialog").or(page.getByRole("dialog"));
    await dialog.getByRole("button", { name: "Sign out everywhere" }).click();
    await page.waitForURL("**/sign-in**");

    await there.reload();
    await expect(there).toHaveURL(/\/sign-in/);
    await page.goto(`/${team}/cases`);
    await expect(page).toHaveURL(/\/sign-in/);
    await other.close();
  });
});

test.describe("a viewer", () => {
  test.use({ who: "viewer", mayComplain: [/status of 403/] });

  test("reads everything and is offered nothing that writes", async ({ page, desk }) => {
    const { id, home } = await desk.demoCase();
    await page.goto(`/${desk.team}/cases`);
    await expect(page.getByRole("table", { name: "Cases" })).toBeVisible();
    await expect(page.getByRole("button", { name: "New case" })).toBeHidden();
    await page.goto(home);
    await expect(page.getByRole("heading", { name: /demonstration/, level: 1 })).toBeVisible();
    await expect(page.getByRole("link", { name: "Add an article" })).toBeHidden();
    await page.goto(`${home}/articles/new`);
    await expect(page.getByRole("heading", { name: "You may read here, but not add" })).toBeVisible();

    const { items } = await desk.get<{ items: { id: string; claims: number }[] }>(`/cases/${id}/articles`);
    await page.goto(`${home}/articles/${items[0]?.id}`);
    await expect(page.getByRole("complementary", { name: "Claims of this article" })).toBeVisible();
    await page.keyboard.press("j");
    await expect(page.getByRole("button", { name: /New claim/ })).toBeHidden();
    await page.keyboard.press("c");
    await expect(page.getByRole("form", { name: "New claim" })).toBeHidden();
    await page.goto(`${home}/conflicts`);
    await expect(page.getByRole("article", { name: /^Conflict C-/ }).first()).toBeVisible();
  });

  test("is refused by the server, whatever the screen shows", async ({ desk }) => {
    const { id } = await desk.demoCase();
    const claims = await desk.claims(id);
    const [first, second] = claims;
    for (const [method, path, data] of [
      ["POST", "/cases", { title: "Mine" }],
      ["POST", "/outlets", { name: "Mine" }],
      ["POST", `/cases/${id}/claims`, { statement: "Mine." }],
      ["PATCH", `/claims/${first?.id}`, { statement: "Mine." }],
      ["DELETE", `/claims/${first?.id}`, undefined],
      ["POST", `/cases/${id}/relations`, { from: first?.id, to: second?.id, kind: "agrees" }],
      ["POST", `/cases/${id}/articles`, { title: "Mine", outlet: "Mine", text: "Mine." }],
    ] as const) {
      const answer = await desk.send(method, path, data);
      expect(answer.status(), `${method} ${path}`).toBe(403);
    }
    expect(await desk.claims(id)).toEqual(claims);
  });
});

test.describe("somebody of another team", () => {
  test.use({ who: "stranger", mayComplain: [/status of 404/] });

  test("finds none of its addresses, in the browser or the API", async ({ page, desk, browserOf }) => {
    const theirs = await browserOf("analyst");
    const { id, home } = await theirs.desk.demoCase();
    const [claim] = await theirs.desk.claims(id);
    for (const address of [home, `${home}/claims`, `${home}/conflicts/2`, `/${theirs.desk.team}/cases`]) {
      const answer = await page.goto(address);
      expect(answer?.status(), address).toBe(404);
    }
    // The case's id under the stranger's own team leads nowhere either.
    const answer = await page.goto(`/${desk.team}/cases/${id}`);
    expect(answer?.status()).toBe(404);
    for (const path of [`/cases/${id}`, `/cases/${id}/claims`, `/claims/${claim?.id}`, `/cases/${id}/conflicts`]) {
      expect((await desk.send("GET", path)).status(), path).toBe(404);
    }
    expect((await desk.send("PATCH", `/claims/${claim?.id}`, { statement: "Ours." })).status()).toBe(404);
  });
});

test("a token made on the settings page works until it is revoked", async ({ page, desk, baseURL }) => {
  const name = `journey ${Date.now().toString(36)}`;
  await page.goto(`/${desk.team}/settings`);
  await page.getByLabel("New token for").fill(name);
  await page.getByRole("button", { name: "Make the token" }).click();
  const shown = page.getByRole("region", { name: `Token for ${name}` });
  await expect(shown).toBeVisible();
  const token = (await shown.getByText(/^xb_/).textContent()) ?? "";

  const script = await request.newContext({
    ...(baseURL && { baseURL }),
    extraHTTPHeaders: { Authorization: `Bearer ${token}` },
  });
  const me = await script.get("/api/v1/me");
  expect(me.status()).toBe(200);
  expect(await me.json()).toMatchObject({ role: "analyst", team: { slug: desk.team } });

  await shown.getByRole("button", { name: "I have it" }).click();
  await page.reload();
  await expect(page.getByText(token)).toBeHidden();
  await page.getByRole("button", { name: `Revoke ${name}` }).click();
  const dialog = page.getByRole("alertdialog").or(page.getByRole("dialog"));
  await dialog.getByRole("button", { name: "Revoke" }).click();
  await expect(page.getByText(`The token ${name} is revoked`)).toBeVisible();
  expect((await script.get("/api/v1/me")).status()).toBe(401);
  await script.dispose();
});

test("the history is proven unaltered on its page, and taken out as a record", async ({ page, desk }) => {
  const { id, home } = await desk.openCase("A record");
  await desk.recordClaim(id, { statement: "It rained." });
  await page.goto(`${home}/history`);
  await page.getByRole("button", { name: "Prove that nothing was altered" }).click();
  await expect(page.getByText("2 rows: each bears the fingerprint of the one before.")).toBeVisible();
  const downloading = page.waitForEvent("download");
  await page.getByRole("link", { name: "Download the record" }).click();
  const file = await (await downloading).createReadStream();
  const chunks: Buffer[] = [];
  for await (const chunk of file) chunks.push(chunk as Buffer);
  const rows = Buffer.concat(chunks).toString().trim().split("\n");
  expect(rows.map((row) => JSON.parse(row).verb)).toEqual(["case.opened", "claim.recorded"]);
  await page.goto(`/${desk.team}/settings`);
  await page.getByRole("button", { name: "Prove that nothing was altered" }).click();
  await expect(page.getByText(/rows: each bears the fingerprint/)).toBeVisible();
});
