import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

type Light = "light" | "dark";

/** No barrier that axe knows of, WCAG 2.2 AA, in the light and in the dark. */
export async function expectAccessible(page: Page, lights: Light[] = ["light", "dark"]): Promise<void> {
  for (const colorScheme of lights) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    // A page that has just been read anew gets its title with its last part.
    await expect(page).toHaveTitle(/\S/);
    await coloursHaveChanged(page);
    const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze();
    const found = violations.map(({ id, help, nodes }) => ({
      rule: `${id}: ${help}`,
      where: nodes.slice(0, 5).map(({ target, failureSummary }) => `${target.join(" ")} ${failureSummary ?? ""}`),
    }));
    expect(found, `${new URL(page.url()).pathname} in the ${colorScheme}`).toEqual([]);
  }
}

/** What changes its colour does so from one frame to the next at the earliest: until then it has that of the other light. */
async function coloursHaveChanged(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    // With reduced motion all of them are over by now, but for those that the page took away meanwhile: none is waited for.
    for (const each of document.getAnimations()) if (each instanceof CSSTransition) each.finish();
  });
}

/** The page itself never scrolls sideways, whatever scrolls inside it. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const { wide, window } = await page.evaluate(() => ({
    wide: document.documentElement.scrollWidth,
    window: document.documentElement.clientWidth,
  }));
  expect(wide, `${new URL(page.url()).pathname} is wider than the window`).toBeLessThanOrEqual(window);
}
