import type { Locator, Page } from "@playwright/test";

/** How somebody uses the page, counting each act that does something. */
export interface Hands {
  readonly taps: number;
  /** Presses a button or a link, or ticks a box. */
  press(target: Locator): Promise<void>;
}

/** A finger or a mouse. */
export function pointer(): Hands {
  let taps = 0;
  return {
    get taps() {
      return taps;
    },
    async press(target) {
      await target.click();
      taps += 1;
    },
  };
}

/** The keyboard alone: Tab until the target has the focus, then Space or Enter. */
export function keyboard(page: Page): Hands {
  let taps = 0;
  return {
    get taps() {
      return taps;
    },
    async press(target) {
      await target.waitFor();
      await tabTo(page, target);
      const links = await target.evaluate((element) => element.tagName === "A");
      await page.keyboard.press(links ? "Enter" : "Space");
      taps += 1;
    },
  };
}

const mostTabs = 400;

async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let i = 0; i < mostTabs; i++) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`Not reached by the Tab key: ${target.toString()}`);
}
