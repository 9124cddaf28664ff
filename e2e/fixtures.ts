import { type BrowserContext, test as base, expect, type Page } from "@playwright/test";
import { Desk } from "./desk";
import { Keystrokes } from "./keystrokes";
import { person, signedIn, type Who } from "./people";

type Fixtures = {
  /** Who walks the journey. `test.use({ who: "viewer" })` makes it somebody else. */
  who: Who;
  /** The API as this person, to lay out what a journey needs before it begins. */
  desk: Desk;
  keys: Keystrokes;
  /** Another browser, with somebody signed in. Closed at the end. */
  browserOf: (who: Who) => Promise<{ context: BrowserContext; page: Page; desk: Desk }>;
  /** What the console may complain of: the answers that the journey provokes. */
  mayComplain: RegExp[];
  quietConsole: undefined;
};

/** A journey is signed in as the analyst unless it says otherwise, and fails when the browser's console complains. */
export const test = base.extend<Fixtures>({
  who: ["analyst", { option: true }],
  storageState: async ({ who }, use) => use(signedIn(who)),
  desk: async ({ page, who, baseURL }, use) => use(new Desk(page.request, person(who).team, baseURL ?? "")),
  keys: async ({ page }, use) => use(new Keystrokes(page)),
  browserOf: async ({ browser, baseURL }, use) => {
    const opened: BrowserContext[] = [];
    await use(async (who) => {
      const context = await browser.newContext({ storageState: signedIn(who), ...(baseURL && { baseURL }) });
      opened.push(context);
      const page = await context.newPage();
      return { context, page, desk: new Desk(page.request, person(who).team, baseURL ?? "") };
    });
    for (const context of opened) await context.close();
  },
  mayComplain: [[], { option: true }],
  quietConsole: [
    async ({ page, mayComplain }, use) => {
      const complaints: string[] = [];
      page.on("console", (message) => {
        if (message.type() === "error") complaints.push(message.text());
      });
      page.on("pageerror", (error) => complaints.push(error.message));
      await use(undefined);
      const unexpected = complaints.filter((text) => !mayComplain.some((expected) => expected.test(text)));
      expect(unexpected, "the browser's console").toEqual([]);
    },
    { auto: true },
  ],
});

export { expect, request } from "@playwright/test";
