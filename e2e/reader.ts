import { expect, type Locator, type Page } from "@playwright/test";
import type { Keystrokes } from "./keystrokes";

/** The reader as a journey sees and works it: by role and label, mostly by keyboard. */
export class Reader {
  constructor(
    readonly page: Page,
    readonly keys: Keystrokes,
  ) {}

  get composer(): Locator {
    return this.page.getByRole("form", { name: /^(New claim|Edit C-\d+)$/ });
  }

  get statement(): Locator {
    return this.composer.getByLabel("Statement");
  }

  /** The claims beside the text, in reading order. */
  get cards(): Locator {
    return this.page.getByRole("complementary", { name: "Claims of this article" }).getByRole("article");
  }

  card(number: number): Locator {
    return this.page.getByRole("article", { name: new RegExp(`^C-${number}:`) });
  }

  async open(home: string, articleId: string): Promise<void> {
    await this.page.goto(`${home}/articles/${articleId}`);
    await expect(this.page.getByRole("complementary", { name: "Claims of this article" })).toBeVisible();
    // The keys are in force once the line of keys names them.
    await expect(this.page.getByText("Next sentence")).toBeVisible();
  }

  /** The words that the reader holds, as they are painted. */
  held(): Promise<string> {
    return this.page.evaluate(() =>
      [...(CSS.highlights.get("quote-held") ?? [])].map((range) => range.toString()).join(" "),
    );
  }

  /** Walks with j, and back with k, to the sentence that matches. */
  async walkTo(sentence: RegExp): Promise<void> {
    for (const key of ["j", "k"]) {
      for (let before = "-", held = await this.held(); held !== before || key === "j"; ) {
        if (sentence.test(held)) return;
        before = held;
        await this.keys.press(key);
        held = await this.settled(before);
        if (held === before) break;
      }
    }
    throw new Error(`no sentence matches ${sentence}`);
  }

  /** What is held once it differs from before; the same where there was nowhere left to go. */
  private async settled(before: string): Promise<string> {
    for (let tries = 0; tries < 20; tries += 1) {
      const held = await this.held();
      if (held !== before) return held;
      await this.page.waitForTimeout(25);
    }
    return before;
  }

  /** Selects words as a hand with a mouse does. */
  async selectWithMouse(words: string): Promise<void> {
    const ends = await this.page.evaluate((wanted) => {
      const main = document.querySelector("main");
      const walker = document.createTreeWalker(main ?? document.body, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const at = node.textContent?.indexOf(wanted) ?? -1;
        if (at < 0 || !node.parentElement?.closest("[data-start]")) continue;
        node.parentElement.scrollIntoView({ block: "center" });
        const range = document.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + wanted.length);
        const rects = [...range.getClientRects()];
        const [first, last] = [rects[0], rects.at(-1)];
        if (!first || !last) return null;
        const rtl = getComputedStyle(node.parentElement).direction === "rtl";
        const begin = { x: rtl ? first.right - 1 : first.left + 1, y: (first.top + first.bottom) / 2 };
        const end = { x: rtl ? last.left + 1 : last.right - 1, y: (last.top + last.bottom) / 2 };
        return { begin, end };
      }
      return null;
    }, words);
    if (!ends) throw new Error(`the text does not have “${words}”`);
    await this.page.mouse.move(ends.begin.x, ends.begin.y);
    await this.page.mouse.down();
    await this.page.mouse.move(ends.end.x, ends.end.y, { steps: 8 });
    await this.page.mouse.up();
  }

  /** Opens the composer over what is held, and waits until one may type. */
  async begin(): Promise<void> {
    await this.keys.press("c");
    await expect(this.statement).toBeFocused();
  }

  /** Words, Enter, and the digit that chooses the confidence and saves. Returns the new claim's number. */
  async finish(words: string, confidence: "1" | "2" | "3" | "4"): Promise<number> {
    await this.keys.type(words);
    await this.keys.press("Enter", confidence);
    await expect(this.composer).toBeHidden();
    // The claim takes its place in the margin, and the keyboard goes on from it.
    const card = this.cards.and(this.page.locator('[aria-current="true"]')).filter({ hasText: words });
    await expect(card).toBeVisible();
    await expect(card.getByRole("button").first()).toBeFocused();
    const number = Number(/^C-(\d+):/.exec((await card.getAttribute("aria-label")) ?? "")?.[1]);
    await expect(this.page.getByText(`C-${number} saved`)).toBeVisible();
    return number;
  }

  /** The chain of attribution as the composer has it. */
  async attribution(): Promise<string[]> {
    const removers = await this.composer.getByRole("button", { name: /from the attribution$/ }).all();
    const names = await Promise.all(removers.map((each) => each.getAttribute("aria-label")));
    return names.map((name) => /^Remove (.*) from the attribution$/.exec(name ?? "")?.[1] ?? "");
  }

  /** Sets the chain of attribution from inside the composer, by keyboard. */
  async attribute(steps: string[]): Promise<void> {
    const box = this.composer.getByRole("combobox", { name: /^Attribution/ });
    await box.focus();
    for (const _ of await this.attribution()) await this.keys.press("Backspace");
    await expect.poll(() => this.attribution()).toEqual([]);
    for (const step of steps) {
      await this.keys.type(step);
      await this.keys.press("Enter");
      await expect(this.composer.getByRole("button", { name: `Remove ${step} from the attribution` })).toBeVisible();
    }
  }
}
