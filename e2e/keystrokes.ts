import type { Page } from "@playwright/test";

/** A keyboard that counts chords, as the keystroke budget does: words that are typed do not count. */
export class Keystrokes {
  #count = 0;

  constructor(private readonly page: Page) {}

  get count(): number {
    return this.#count;
  }

  /** Begins to count anew. */
  reset(): void {
    this.#count = 0;
  }

  async press(...keys: string[]): Promise<void> {
    for (const key of keys) {
      await this.page.keyboard.press(key);
      this.#count += 1;
    }
  }

  /** Words: not counted. */
  async type(words: string): Promise<void> {
    await this.page.keyboard.type(words);
  }
}
