import { expect, type Page } from "@playwright/test";
import { expectAccessible, expectNoSidewaysScroll } from "./accessibility";
import { addressesOf } from "./addresses";
import { publicPages, missing, familyPages, agentPages } from "./pages";
import { signIn, test } from "./portal";
import { midYear } from "./servers";

test.use({ now: midYear });

/** For a machine that is seven times slower. */
const mostMsPerPage = 20_000;

// A parent's stand in one visit, which compares their titles; agents' in two, one for each worker.
const half = Math.ceil(agentPages.length / 2);
const visits = [
  { reader: "anyone", who: null, pages: publicPages },
  { reader: "a parent", who: "madelaine", pages: familyPages },
  { reader: "an agent (1)", who: "administrator", pages: agentPages.slice(0, half) },
  { reader: "an agent (2)", who: "administrator", pages: agentPages.slice(half) },
] as const;

// What a page looks like depends on the width, its colours on the theme: each is seen with each page.
const screens = [
  { width: 360, colorScheme: "dark" },
  { width: 1280, colorScheme: "light" },
] as const;

type Screen = (typeof screens)[number];

/** Turns the same page to another screen; colours on their way to the other theme arrive. */
async function show(page: Page, { width, colorScheme }: Screen): Promise<void> {
  await page.setViewportSize({ width, height: 800 });
  await page.emulateMedia({ colorScheme });
  await page.evaluate(async () => {
    // Transitions begin with the next frame.
    await new Promise((resolve) => requestAnimationFrame(resolve));
    for (const animation of document.getAnimations())
      if (Number.isFinite(animation.effect?.getComputedTiming().endTime)) animation.finish();
  });
}

/** 320 px and letters twice as large: what WCAG asks of both at once. */
async function showTwiceAsLarge(page: Page): Promise<void> {
  await page.setViewportSize({ width: 320, height: 700 });
  await page.addStyleTag({ content: "html { font-size: 200% !important }" });
}

for (const { reader, who, pages } of visits)
  test(`axe finds nothing for ${reader}, on a telephone and on a desk`, async ({ portal }) => {
    test.setTimeout(mostMsPerPage * pages.length);
    const page = await (await portal.device()).newPage();
    if (who) await signIn(page, who);
    const titles: string[] = [];
    for (const address of await addressesOf(page, pages)) {
      await show(page, screens[0]);
      await page.goto(address);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      for (const screen of screens) {
        await show(page, screen);
        await expectAccessible(page);
        await expectNoSidewaysScroll(page);
      }
      if (pages !== familyPages) continue;
      await showTwiceAsLarge(page);
      await expectNoSidewaysScroll(page);
      if (address !== missing) titles.push(await page.title());
    }
    expect(new Set(titles).size, `Each title is its own: ${titles.join(", ")}`).toBe(titles.length);
  });

test.describe("without JavaScript", () => {
  test("one signs in, mistypes without losing the name, and reads the public pages", async ({
    portal,
  }) => {
    const device = await portal.device({ javaScriptEnabled: false });
    const page = await device.newPage();
    await page.goto("/connexion");
    await page.getByLabel("Identifiant").fill("madelainedupont");
    await page.getByLabel("Mot de passe", { exact: true }).fill("pas le bon du tout");
    await page.getByRole("button", { name: "Se connecter", exact: true }).click();
    await expect(page.getByLabel("Identifiant")).toHaveValue("madelainedupont");
    await page.getByLabel("Mot de passe", { exact: true }).fill("preau-demo-2026");
    await page.getByRole("button", { name: "Se connecter", exact: true }).click();
    await expect(page.getByText("Bonjour", { exact: false }).first()).toBeVisible();
    for (const address of ["/aide", "/nulle-part"]) {
      await page.goto(address);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    }
  });
});
