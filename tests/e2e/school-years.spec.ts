import { expect, type Page } from "@playwright/test";
import { expectAccessible, expectNoSidewaysScroll } from "./accessibility";
import { keyboard } from "./hands";
import { signIn, test, type Portal } from "./portal";
import { midYear } from "./servers";

test.use({ now: midYear });

const desk = { viewport: { width: 1280, height: 800 } };
const phone = { viewport: { width: 360, height: 740 }, hasTouch: true };
const button = (page: Page, name: string | RegExp) => page.getByRole("button", { name });

async function yearsAt(portal: Portal, screen: typeof desk | typeof phone): Promise<Page> {
  const page = await (await portal.device(screen)).newPage();
  await signIn(page, "administrator");
  await page.goto("/admin/reglages/annees");
  return page;
}

test("a year is written by touch on a phone, with its faults at their fields, then a first tariff", async ({
  portal,
}, info) => {
  const page = await yearsAt(portal, phone);
  await page.getByRole("link", { name: "Ajouter une année" }).tap();
  await page.getByLabel("Nom").first().fill("2027-2028");
  await page.getByLabel("Jour de la rentrée").fill("2027-07-01");
  await page.getByLabel("Dernier jour de classe").fill("2028-06-01");
  const first = page.getByRole("group", { name: "Ligne 1" });
  await first.getByLabel("Nom").fill("Vacances de Noël");
  await first.getByLabel("Premier jour").fill("2028-12-18");
  await first.getByLabel("Dernier jour").fill("2028-01-02");
  await button(page, "Ajouter cette année").tap();
  await expect(page.getByText(/Deux années ne se chevauchent pas/).first()).toBeVisible();
  await expect(first.getByLabel("Dernier jour")).toHaveAccessibleDescription(/avant le premier/);
  await expect(first.getByLabel("Nom")).toHaveValue("Vacances de Noël");
  await expect(page).toHaveTitle(/^Erreur/);
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await page.screenshot({ path: info.outputPath("faults-360.png"), fullPage: true });
  await page.getByLabel("Jour de la rentrée").fill("2027-09-01");
  await first.getByLabel("Premier jour").fill("2027-12-18");
  await button(page, "Ajouter cette année").tap();
  await expect(page.getByText("L’année 2027-2028 est enregistrée.")).toBeVisible();
  await expectNoSidewaysScroll(page);
  await page.screenshot({ path: info.outputPath("list-360.png"), fullPage: true });

  await page.goto("/admin/tarifs/preparer");
  await page.getByLabel("À partir de").selectOption("");
  await page.getByLabel("Nom des nouveaux tarifs").fill("Tarifs 2028");
  await button(page, "Créer le brouillon").tap();
  await expect(page.getByText("est prêt", { exact: false })).toBeVisible();
  await expectNoSidewaysScroll(page);
});

test("by keyboard, a holiday over reserved days is told before it is agreed to; a file is seen before it is done", async ({
  portal,
}, info) => {
  const page = await yearsAt(portal, desk);
  const hands = keyboard(page);
  await hands.press(page.getByRole("link", { name: "2026-2027" }));
  // The last line is one to add.
  const line = page.getByRole("group", { name: /^Ligne/ }).last();
  await line.getByLabel("Nom").fill("Pont");
  await line.getByLabel("Premier jour").fill("2026-11-30");
  await line.getByLabel("Dernier jour").fill("2026-12-04");
  await hands.press(button(page, "Enregistrer"));
  const agree = page.getByRole("checkbox", {
    name: /^Fermer \d+ jours réservés, pour \d+ enfants/,
  });
  await expect(agree).toBeVisible();
  await expect(line.getByLabel("Nom")).toHaveValue("Pont");
  await expectAccessible(page);
  await page.screenshot({ path: info.outputPath("closes-1280.png"), fullPage: true });
  await hands.press(agree);
  await hands.press(button(page, "Enregistrer"));
  await expect(page.getByText("L’année 2026-2027 est enregistrée.")).toBeVisible();

  await hands.press(page.getByRole("link", { name: "Importer le calendrier officiel" }));
  await hands.press(button(page, "Voir ce qui changerait"));
  await expect(page.getByText("Choisissez un fichier.").first()).toBeVisible();
  await page
    .getByLabel("Fichier officiel")
    .setInputFiles("tests/domain/fixtures/fr-en-calendrier-scolaire.csv");
  await hands.press(button(page, "Voir ce qui changerait"));
  await expect(page.getByText("Vacances, dans le fichier")).toBeVisible();
  await expectAccessible(page);
  await page.screenshot({ path: info.outputPath("import-1280.png"), fullPage: true });
  await hands.press(button(page, "Enregistrer 1 année"));
  await expect(page.getByText("Le calendrier officiel est importé")).toBeVisible();
});
