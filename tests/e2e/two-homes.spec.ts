// A parent of two homes with two tabs: what was opened for the one is never written in the other.
import { expect, type Page } from "@playwright/test";
import { aPhoto } from "@/tests/support/storage/sent-files";
import { expectAccessible, expectNoSidewaysScroll } from "./accessibility";
import { openCalendar } from "./booking";
import { pointer } from "./hands";
import { signIn, test, type Portal } from "./portal";
import { midYear } from "./servers";

test.use({ now: midYear });

const button = (page: Page, name: string | RegExp) => page.getByRole("button", { name });
const shown = (page: Page) => page.getByRole("region", { name: "Foyer affiché" });
const told = /celui du foyer Lambert, mais vous êtes passé au foyer Moreau/;

/** In another tab. */
async function pass(page: Page, home: string): Promise<void> {
  await page.goto("/");
  await button(page, `Passer au foyer ${home}`).click();
  await expect(shown(page)).toContainText(`Foyer affiché : ${home}`);
}

/** How much each home has of what a form may write. */
async function written(portal: Portal): Promise<Record<string, number>[]> {
  return portal.sql(
    `SELECT f.name,
       (SELECT count(*)::int FROM "IssuedDocument" d WHERE d."familyId" = f.id) AS issued,
       (SELECT count(*)::int FROM "SupportingDocument" d WHERE d."familyId" = f.id) AS documents,
       (SELECT count(*)::int FROM "ServiceRequest" q WHERE q."familyId" = f.id) AS requests,
       (SELECT coalesce(sum(d.revision), 0)::int FROM "Draft" d WHERE d."familyId" = f.id) AS drafts
     FROM "Family" f WHERE f.name IN ('Lambert', 'Moreau') ORDER BY f.name`,
  );
}

async function expectTold(page: Page): Promise<void> {
  await expect(page.getByRole("alert").filter({ hasText: told })).toBeVisible();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
}

for (const width of [360, 1280])
  test(`a form of the first home, sent after the other tab has switched, at ${width} px`, async ({
    portal,
  }) => {
    const device = await portal.device({ viewport: { width, height: 800 } });
    const page = await device.newPage();
    const tab = await device.newPage();
    await signIn(page, "julien");
    await expect(shown(page)).toContainText("Foyer affiché : Lambert");

    await test.step("a document", async () => {
      await page.goto("/documents");
      await pass(tab, "Moreau");
      const before = await written(portal);
      await button(page, "Télécharger l’attestation").click();
      await expectTold(page);
      await expect(page.getByRole("combobox", { name: "Enfant" }).first()).toContainText("Zoé");
      expect(await written(portal)).toEqual(before);
      await pass(tab, "Lambert");
      await button(page, "Télécharger l’attestation").click();
      await expect(page.getByText(/^Votre document est prêt/)).toBeVisible();
    });

    await test.step("the calendar's draft, then what was read on the recap", async () => {
      await page.goto("/");
      await openCalendar(page, pointer());
      const meal = page.getByRole("checkbox", { name: /Repas, Zoé, vendredi 4 décembre 2026/ });
      await expect(meal).not.toBeChecked();
      await pass(tab, "Moreau");
      const before = await written(portal);
      await meal.click();
      await expect(page.getByText(told).first()).toBeVisible();
      await expectNoSidewaysScroll(page);
      expect(await written(portal)).toEqual(before);
      await pass(tab, "Lambert");
      await page.getByRole("link", { name: "Aller à l’étape 3" }).click();
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("Récapitulatif");
      await pass(tab, "Moreau");
      const drafted = await written(portal);
      await button(page, /^Envoyer m/).click();
      await expectTold(page);
      await expect(page.locator("main")).toContainText("Zoé");
      expect(await written(portal)).toEqual(drafted);
      await pass(tab, "Lambert");
      await button(page, /^Envoyer m/).click();
      await page.waitForURL(/\/confirmation\//);
    });

    await test.step("a file", async () => {
      await page.goto("/famille/justificatifs/nouveau?type=1");
      await page
        .getByLabel("Choisir des fichiers")
        .setInputFiles({ name: "avis.jpg", mimeType: "image/jpeg", buffer: await aPhoto() });
      await expect(page.getByRole("list", { name: "Fichiers choisis" })).toContainText("avis.jpg");
      await pass(tab, "Moreau");
      const before = await written(portal);
      await button(page, "Envoyer ce document").click();
      await expectTold(page);
      await expect(page.getByRole("list", { name: "Fichiers choisis" })).toContainText("avis.jpg");
      expect(await written(portal)).toEqual(before);
    });

    await test.step("a page that follows shows the home that it is drawn for, in its frame too", async () => {
      await page.getByRole("link", { name: "Annuler" }).click();
      await page.waitForURL("/famille/justificatifs");
      await page.locator('main a[href="/famille/justificatifs/nouveau"]').first().click();
      await page.waitForURL("/famille/justificatifs/nouveau");
      await page.locator('main a[href*="nouveau?type="]').first().click();
      await expect(button(page, "Envoyer ce document")).toBeVisible();
      await expect(shown(page)).toContainText("Foyer affiché : Moreau");
    });
  });

test("without JavaScript a page tells it, and leads back to the home of the form", async ({
  portal,
}) => {
  const device = await portal.device({
    javaScriptEnabled: false,
    viewport: { width: 360, height: 740 },
  });
  const page = await device.newPage();
  const tab = await device.newPage();
  await signIn(page, "julien");
  for (const send of ["Télécharger l’attestation", "Envoyer ce document"]) {
    await page.goto(
      send === "Envoyer ce document" ? "/famille/justificatifs/nouveau?type=1" : "/documents",
    );
    await pass(tab, "Moreau");
    const before = await written(portal);
    await button(page, send).click();
    await page.waitForURL(/\/autre-foyer\?foyer=\d+$/);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Rien n’est enregistré");
    await expect(page.locator("main")).toContainText(told);
    await expectNoSidewaysScroll(page);
    expect(await written(portal)).toEqual(before);
    await button(page, "Revenir au foyer Lambert").click();
    await expect(shown(page)).toContainText("Foyer affiché : Lambert");
  }
});
