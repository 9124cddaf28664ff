import path from "node:path";
import { type Browser, type CDPSession, chromium, type Page } from "@playwright/test";
import { createUser } from "@/features/team/commands/create-user";
import { makeLongArticle } from "./long-article";
import { percentile } from "./percentile";

type Served = { address: string; stop: () => Promise<void> };
type Start = () => Promise<Served>;
type Row = Record<string, string | number>;

const STROKES = 40;
const FRAMES = 180;
/** A frame that takes longer than this at 60 a second was left out. */
const LATE_MS = 25;

/**
 * Opens a book-long article with thousands of claims in a browser on the production build: when its text and its quotes
 * are seen, how soon a key is answered on the screen (the Event Timing API: from the stroke to the next frame, in steps of
 * 8 ms), and how many frames come late while the page scrolls; once as the machine is, once four times slower.
 */
export async function benchReader(start: Start, launch: object): Promise<Row[]> {
  const password = "a long enough password for a benchmark";
  const person = {
    email: "reader@bench.example",
    name: "Reader",
    team: "Reader bench",
    role: "analyst",
    password,
  } as const;
  const { ctx, team } = await createUser(person);
  const article = await makeLongArticle(ctx);
  const served = await start();
  const browser = await chromium.launch(launch);
  try {
    const page = await signedIn(browser, served.address, person.email, password);
    const rows: Row[] = [];
    for (const slower of [1, 4]) rows.push(await measured(page, path.posix.join("/", team.slug, article), slower));
    return rows;
  } finally {
    await browser.close();
    await served.stop();
  }
}

async function signedIn(browser: Browser, baseURL: string, email: string, password: string): Promise<Page> {
  const page = await browser.newPage({ baseURL, viewport: { width: 1280, height: 800 } });
  await page.goto("/sign-in");
  await page.getByLabel("E-mail address").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL(/\/cases/);
  return page;
}

async function measured(page: Page, address: string, slower: number): Promise<Row> {
  const client = await page.context().newCDPSession(page);
  await client.send("Emulation.setCPUThrottlingRate", { rate: slower });
  const opened = await open(page, address);
  const answers = await answersTo(page, "j", STROKES);
  const late = await lateFrames(page, client);
  await client.send("Emulation.setCPUThrottlingRate", { rate: 1 });
  await client.detach();
  return {
    measure: `600,000 characters, 2,000 claims, ${slower}x slower`,
    "text ms": opened.text,
    "quotes ms": opened.quotes,
    "key p50 ms": percentile(answers, 0.5),
    "key p95 ms": percentile(answers, 0.95),
    [`late of ${FRAMES}`]: late,
  };
}

async function open(page: Page, address: string) {
  await page.goto(address, { waitUntil: "commit" });
  await page.locator("[data-start]").last().waitFor({ state: "attached" });
  const text = await page.evaluate(() => Math.round(performance.now()));
  await page.waitForFunction(() => (CSS.highlights.get("quote")?.size ?? 0) > 0, null, { polling: "raf" });
  const quotes = await page.evaluate(() => Math.round(performance.now()));
  // What comes after the first paint is not what a key waits for.
  await page.waitForTimeout(3000);
  return { text, quotes };
}

/** From each stroke to the frame that shows its answer, in ms. */
async function answersTo(page: Page, key: string, times: number): Promise<number[]> {
  await page.evaluate(() => {
    const heard: number[] = [];
    Object.assign(window, { heard });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) if (entry.name === "keydown") heard.push(entry.duration);
    }).observe({ type: "event", durationThreshold: 16 } as PerformanceObserverInit);
  });
  for (let stroke = 0; stroke < times; stroke++) {
    await page.keyboard.press(key);
    await page.waitForTimeout(350);
  }
  const heard = await page.evaluate(() => (window as unknown as { heard: number[] }).heard);
  // What took less than the least that is told of counts as that.
  return [...heard, ...Array.from({ length: Math.max(0, times - heard.length) }, () => 16)];
}

async function lateFrames(page: Page, client: CDPSession): Promise<number> {
  const counted = page.evaluate(
    async ([frames, limit]) => {
      let late = 0;
      let before = performance.now();
      for (let seen = 0; seen < frames; seen++) {
        const now = await new Promise<number>((resolve) => requestAnimationFrame(resolve));
        if (now - before > limit) late += 1;
        before = now;
      }
      return late;
    },
    [FRAMES, LATE_MS] as const,
  );
  await client.send("Input.synthesizeScrollGesture", { x: 300, y: 400, yDistance: -6000, speed: 2000 });
  return counted;
}
