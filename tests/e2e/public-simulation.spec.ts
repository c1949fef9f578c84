import { expect } from "@playwright/test";
import { manualHeader, manualTariffs } from "@/tests/support/manual-tariffs";
import { readPdf } from "./pdf";
import { test } from "./portal";
import { midYear } from "./servers";
import { chooseVersion, problems, shownRows } from "./simulation";

test.use({ now: midYear });

test("the public simulation works without JavaScript", async ({ portal }) => {
  const page = await (
    await portal.device({ javaScriptEnabled: false, viewport: { width: 360, height: 800 } })
  ).newPage();
  await page.goto("/connexion");
  await page.getByRole("link", { name: "Simuler les tarifs sans compte" }).click();
  for (const radio of await page.getByRole("radio").all()) await expect(radio).not.toBeChecked();
  await page.getByLabel("Quotient familial").fill("-1");
  await page.getByRole("button", { name: "Calculer les tarifs" }).click();
  await expect(page).toHaveTitle(/^Erreur/);
  await expect(page.getByLabel("Quotient familial")).toHaveValue("-1");
  await expect(problems(page)).toContainText("Choisissez la catégorie de l’enfant.");
  await chooseVersion(page, "Tarifs 2024");
  await page.getByLabel("Quotient familial").fill("0,17");
  await page.getByLabel("Nombre d’enfants à charge").fill("2");
  await page.getByLabel("Nombre de parts").fill("1");
  await page.getByRole("radio", { name: "Commune", exact: true }).check();
  await page.getByRole("radio", { name: /^Enfant/ }).check();
  await page.getByRole("button", { name: "Calculer les tarifs" }).click();
  await expect(page).toHaveURL(/#resultats$/);
  await expect(page.getByText(manualHeader)).toBeVisible();
  expect(await shownRows(page)).toEqual(manualTariffs);
  await expect(page.getByRole("button", { name: "Imprimer les résultats" })).toBeHidden();
  await page.getByText("Pourquoi ce prix").last().click();
  await expect(page.locator("details[open]")).toContainText("Prix2,08 €");
  const address = await page.getByRole("link", { name: "Télécharger en PDF" }).getAttribute("href");
  const pdf = await readPdf(await (await page.request.get(address ?? "")).body());
  expect(pdf.elements("P")).toContain(manualHeader);
  expect(pdf.rows).toHaveLength(manualTariffs.length + 1);
  await page.getByLabel("Avec quel tarif ?").selectOption({ label: "Tarifs 2026" });
  await page.getByRole("button", { name: "Comparer" }).click();
  await expect(page.getByRole("region", { name: "Tableau de comparaison" })).toContainText(
    "+0,07 €",
  );
  expect((await page.goto("/simulation?version=999"))?.status()).toBe(404);
});
