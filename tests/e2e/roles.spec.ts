import { expect, type Page } from "@playwright/test";
import { expectAccessible, expectNoSidewaysScroll } from "./accessibility";
import { type people, signIn, test, type Portal } from "./portal";
import { midYear } from "./servers";

test.use({ now: midYear });

async function at(portal: Portal, who: keyof typeof people, width = 1280): Promise<Page> {
  const page = await (await portal.device({ viewport: { width, height: 800 } })).newPage();
  await signIn(page, who);
  return page;
}

const menuOf = async (page: Page) =>
  page
    .getByRole("navigation", { name: "Menu principal" })
    .getByRole("link")
    .evaluateAll((links) =>
      links.map((link) => new URL((link as HTMLAnchorElement).href).pathname),
    );

async function expectMissing(page: Page, paths: readonly string[]): Promise<void> {
  for (const path of paths) {
    const answer = await page.goto(path);
    expect([path, answer?.status()]).toEqual([path, 404]);
  }
}

test("the desk finds a family and its requests, reads neither health nor files, and changes nothing", async ({
  portal,
}) => {
  const page = await at(portal, "desk");
  await expect(page).toHaveURL(/\/admin\/demandes$/);
  expect(await menuOf(page)).toEqual(["/admin/demandes", "/admin/familles", "/compte"]);
  await page.goto("/admin/familles?recherche=dupont");
  await page
    .getByRole("link", { name: /Dupont/ })
    .first()
    .click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/Famille Dupont/);
  await expect(page.getByRole("heading", { name: "Justificatifs" })).toBeVisible();
  for (const name of [
    /informations de santé/,
    /Nouvelle situation/,
    /catégorie/,
    /Droits de/,
    /Ajouter/,
  ])
    await expect(page.getByRole("main").getByRole("link", { name })).toHaveCount(0);
  await expect(page.getByRole("button", { name: /informations de santé/ })).toHaveCount(0);
  await expect(page.locator('a[href*="/justificatifs/fichiers/"]')).toHaveCount(0);
  await expectAccessible(page);
  await page.goto("/admin/demandes?objet=dossier");
  await page.locator('main td a[href^="/admin/demandes/"]').first().click();
  await expect(page.getByRole("heading", { name: "Les informations" })).toBeVisible();
  await expect(page.getByRole("button", { name: /Accepter|Refuser/ })).toHaveCount(0);
  await expectAccessible(page);
  await expectMissing(page, ["/admin/tarifs", "/admin/reglages", "/admin/effectifs"]);
  await expectMissing(page, ["/admin/familles/1/quotient", "/admin/familles/1/enfants/1/droits"]);
});

test("an animator has the lists of the own activity, on a phone, and nothing else", async ({
  portal,
}) => {
  const page = await at(portal, "animator", 360);
  await expect(page).toHaveURL(/\/admin\/effectifs$/);
  await page.goto("/admin/effectifs?jour=2026-11-25");
  const lists = page.getByRole("main").getByRole("heading", { level: 2 });
  await expect(lists.first()).toBeVisible();
  for (const text of await lists.allTextContents())
    expect(text).toMatch(/^Centre de Loisirs Jacques Prévert.*Mercredis/);
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await expectMissing(page, ["/admin/demandes", "/admin/familles", "/admin/tarifs"]);
  await page.goto("/famille");
  await expect(page).toHaveURL(/\/admin\/effectifs$/);
});

test("who sets tariffs sees tariffs", async ({ portal }) => {
  const page = await at(portal, "tariffs");
  await expect(page).toHaveURL(/\/admin\/tarifs$/);
  expect(await menuOf(page)).toEqual(["/admin/tarifs", "/compte"]);
  await expectMissing(page, ["/admin/demandes", "/admin/familles/1", "/admin/effectifs"]);
});
