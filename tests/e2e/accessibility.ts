import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/**
 * axe finds nothing on the page as it stands. Looked at from its end, where the bar that sticks to the
 * bottom of the screen lies in its own place and hides no target.
 */
export async function expectAccessible(page: Page): Promise<void> {
  // After a step that an action leads to, the title comes a moment after the page.
  await expect(page).toHaveTitle(/./);
  await page.evaluate(() =>
    window.scrollTo({ top: document.body.scrollHeight, behavior: "instant" }),
  );
  const { violations } = await new AxeBuilder({ page }).withTags(rules).analyze();
  const found = violations.map(({ id, help, nodes }) => ({
    id,
    help,
    nodes: nodes.slice(0, 3).map(({ html, failureSummary }) => ({ html, failureSummary })),
  }));
  expect(found, `${page.url()} (${await page.title()})`).toEqual([]);
}

/** Nothing scrolls sideways but what has its own scrolling region. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const over = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(over, `${page.url()} is wider than the screen`).toBeLessThanOrEqual(0);
}
