import { expect, type Page } from "@playwright/test";
import { expectAccessible, expectNoSidewaysScroll } from "./accessibility";
import { keyboard } from "./hands";
import { signIn, test, type Portal } from "./portal";
import { midYear } from "./servers";

test.use({ now: midYear });

const desk = { viewport: { width: 1280, height: 800 } };
const phone = { viewport: { width: 360, height: 740 }, hasTouch: true };

async function officeAt(portal: Portal, screen: typeof desk | typeof phone): Promise<Page> {
  const page = await (await portal.device(screen)).newPage();
  await signIn(page, "administrator");
  return page;
}

async function versionNamed(portal: Portal, name: string): Promise<string> {
  const [row] = await portal.sql<{ id: number }>(`SELECT id FROM "TariffVersion" WHERE name = $1`, [
    name,
  ]);
  return `/admin/tarifs/${row?.id}`;
}

const mealPrices = (draft: string) => `${draft}/modifier?categorie=1&activite=5`;
const meal = (page: Page) => page.getByRole("group", { name: "Repas", exact: true });

test("an agent copies a tariff, edits a price by keyboard, sees what changes, and publishes it", async ({
  portal,
}) => {
  const page = await officeAt(portal, desk);
  const hands = keyboard(page);
  await hands.press(page.getByRole("link", { name: "Tarifs" }).first());
  await hands.press(page.getByRole("link", { name: "Préparer les tarifs suivants" }));
  await page.getByLabel("Nom des nouveaux tarifs").focus();
  await page.keyboard.type("Tarifs 2027");
  await page.keyboard.press("Enter");
  await expect(page.getByText(/Un autre tarif porte déjà ce nom/).first()).toBeVisible();
  await expect(page.getByLabel("Nom des nouveaux tarifs")).toHaveValue("Tarifs 2027");
  await expectAccessible(page);
  await page.getByLabel("Nom des nouveaux tarifs").fill("Tarifs du printemps 2027");
  await page.keyboard.press("Enter");
  await expect(page.getByText("est prêt", { exact: false })).toBeVisible();

  await hands.press(
    page.getByRole("link", { name: "Modifier les prix, Restauration scolaire, Enfant" }),
  );
  const first = meal(page).getByLabel("Dès 0,00");
  await expect(first).toHaveValue("2,15");
  await first.focus();
  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.type("-1");
  await page.keyboard.press("Enter");
  const problem = page.getByRole("link", { name: /Repas, tranche 1.*négatif/ });
  await expect(problem).toBeVisible();
  await expect(page).toHaveTitle(/^Erreur/);
  await expect(first).toHaveAccessibleDescription(/négatif/);
  await expectAccessible(page);
  await hands.press(problem);
  await expect(first).toBeFocused();
  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.type("2,50");
  await page.keyboard.press("Enter");
  await expect(page.getByText("Enregistré : 1 prestation modifiée.")).toBeVisible();

  await hands.press(page.getByRole("link", { name: "Ce qui change" }));
  await expect(page.getByText(/1 montant augmente, 0 montant baisse/)).toBeVisible();
  const row = page.getByRole("row", { name: /Repas/ });
  await expect(row).toContainText("2,50 €");
  await expect(row).toContainText("+0,35 €");
  await expectAccessible(page);

  await hands.press(page.getByRole("link", { name: "Effets" }));
  await expect(page.getByRole("heading", { name: "Qui paie plus, qui paie moins" })).toBeVisible();
  await hands.press(page.getByRole("link", { name: "Publier" }));
  await page.getByLabel("Premier jour d’application").fill("2026-11-22");
  await hands.press(page.getByRole("button", { name: "Voir ce qui va se passer" }));
  await expect(page.getByText(/un jour déjà commencé/)).toBeVisible();
  await page.getByLabel("Premier jour d’application").fill("2027-03-01");
  await hands.press(page.getByRole("button", { name: "Voir ce qui va se passer" }));
  await expect(page.getByText(/s’arrête le dimanche 28 février 2027/)).toBeVisible();
  await expectAccessible(page);
  await hands.press(page.getByRole("button", { name: "Publier à partir du 1er mars 2027" }));
  await expect(page.getByText("« Tarifs du printemps 2027 » est publié.")).toBeVisible();
  await expect(page.getByText("Publié, ce tarif ne change plus")).toBeVisible();

  const published = await versionNamed(portal, "Tarifs du printemps 2027");
  expect((await page.goto(mealPrices(published)))?.status()).toBe(404);
  expect(
    await portal.sql(`SELECT name, "validTo"::text AS end FROM "TariffVersion"
      WHERE state = 'published' ORDER BY "validFrom" DESC LIMIT 2`),
  ).toEqual([
    { name: "Tarifs du printemps 2027", end: null },
    { name: "Tarifs 2026", end: "2027-03-01" },
  ]);
});

test("a spreadsheet goes out and comes back: nothing changes, or what it says once agreed", async ({
  portal,
}) => {
  const page = await officeAt(portal, phone);
  const draft = await versionNamed(portal, "Tarifs 2027");
  const inForce = await versionNamed(portal, "Tarifs 2026");
  const take = async (version: string) => {
    await page.goto(`${version}/tableur`);
    const download = page.waitForEvent("download");
    await page.getByRole("link", { name: "Exporter les prix (.xlsx)" }).click();
    return (await download).path();
  };
  const look = async (path: string) => {
    await page.getByLabel("Fichier rempli (.xlsx)").setInputFiles(path);
    await page.getByRole("button", { name: "Voir ce qui changerait" }).click();
  };
  const older = await take(inForce);
  // A published tariff is only taken away.
  await expect(page.getByLabel("Fichier rempli (.xlsx)")).toHaveCount(0);
  const own = await take(draft);
  await look(own);
  await expect(page.getByText("Ce fichier ne change rien", { exact: false })).toBeVisible();
  await look(older);
  await expect(page.getByText("Il change 52 prix réglés", { exact: false })).toBeVisible();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await page.getByRole("button", { name: "Appliquer 52 changements au brouillon" }).click();
  await expect(page.getByText("52 prix réglés.", { exact: false })).toBeVisible();
  await page.goto(draft);
  await expect(page.getByRole("row", { name: /^Repas/ })).toContainText("2,15 €");

  await page.goto(`${draft}/tableur`);
  await page.getByLabel("Fichier rempli (.xlsx)").setInputFiles({
    name: "tarifs.xlsx",
    mimeType: "text/plain",
    buffer: Buffer.from("Activité;Prestation;Prix"),
  });
  await page.getByRole("button", { name: "Voir ce qui changerait" }).click();
  await expect(page.getByText("Ce fichier ne se lit pas", { exact: false })).toBeVisible();
});

test("two agents on one draft: the later one is told, loses nothing, and decides", async ({
  portal,
}) => {
  const draft = await versionNamed(portal, "Tarifs 2027");
  const [one, other] = [await officeAt(portal, desk), await officeAt(portal, phone)];
  for (const page of [one, other]) await page.goto(mealPrices(draft));
  const price = (page: Page) => meal(page).getByLabel("Dès 0,00");
  await price(one).fill("1,80");
  await one.getByRole("button", { name: "Enregistrer ces prix" }).click();
  await expect(one.getByText("Enregistré : 1 prestation modifiée.")).toBeVisible();
  await price(other).fill("1,90");
  await other.getByRole("button", { name: "Enregistrer ces prix" }).click();
  await expect(other.getByText(/Un collègue a enregistré ce brouillon/)).toBeVisible();
  await expect(price(other)).toHaveValue("1,90");
  await expect(other.getByText(/1,80.€, puis 1,90.€/)).toBeVisible();
  await expectAccessible(other);
  await expectNoSidewaysScroll(other);
  await other.getByRole("button", { name: "Enregistrer mes prix quand même" }).click();
  await expect(other.getByText("Enregistré : 1 prestation modifiée.")).toBeVisible();
  // And once more, on what is now the draft's revision.
  await price(other).fill("1,95");
  await other.getByRole("button", { name: "Enregistrer ces prix" }).click();
  await expect(other.getByText("Enregistré : 1 prestation modifiée.")).toBeVisible();
  expect(
    await portal.sql(
      `SELECT count(*)::int AS n FROM "AuditEvent" WHERE kind = 'tariff-draft-saved'`,
    ),
  ).toEqual([{ n: 3 }]);
});

test("brackets are added and removed, reductions moved; a draft is deleted once confirmed", async ({
  portal,
}) => {
  const page = await officeAt(portal, phone);
  const draft = await versionNamed(portal, "Tarifs 2027");
  await page.goto(mealPrices(draft));
  await page.getByRole("button", { name: "Retirer la tranche 7" }).click();
  await expect(meal(page).getByLabel("Dès 1800,00")).toHaveCount(0);
  await page.getByRole("button", { name: "Ajouter une tranche" }).click();
  await page.getByLabel("Tranche 7", { exact: true }).fill("1400");
  await meal(page).getByLabel("Dès 1400").fill("6,50");
  await page.getByRole("button", { name: "Enregistrer ces prix" }).click();
  await expect(page.getByText(/il doit dépasser celui de la tranche 6/).first()).toBeVisible();
  await page.getByLabel("Tranche 7", { exact: true }).fill("2000");
  await page.getByRole("button", { name: "Enregistrer ces prix" }).click();
  await expect(page.getByText("Enregistré : 1 prestation modifiée.")).toBeVisible();

  await page.goto(`${draft}/reglages`);
  await page.getByRole("button", { name: "Descendre la réduction 1" }).click();
  await page.getByRole("button", { name: "Supprimer la réduction 3" }).click();
  await page.getByRole("group", { name: "Réduction 1" }).getByLabel("Pourcentage (%)").fill("120");
  await page.getByRole("button", { name: "Enregistrer ces réglages" }).click();
  await expect(page.getByText(/ne peut pas dépasser 100/).first()).toBeVisible();
  await page.getByRole("group", { name: "Réduction 1" }).getByLabel("Pourcentage (%)").fill("20");
  await page.getByRole("button", { name: "Enregistrer ces réglages" }).click();
  await expect(page.getByText("Enregistré.", { exact: true })).toBeVisible();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);

  await page.goto(draft);
  await page.getByRole("button", { name: "Supprimer ce brouillon" }).click();
  await expectAccessible(page);
  await page.getByRole("dialog").getByRole("button", { name: "Supprimer" }).click();
  await expect(page.getByText("Le brouillon est supprimé.")).toBeVisible();
  await expect(page.getByRole("link", { name: "Tarifs 2027" })).toHaveCount(0);
});

test("an agent with limited rights finds no tariffs: no link, no page, no file", async ({
  portal,
}) => {
  const page = await (await portal.device(desk)).newPage();
  await signIn(page, "agent");
  await expect(page.getByRole("link", { name: "Tarifs" })).toHaveCount(0);
  const draft = await versionNamed(portal, "Tarifs 2027");
  for (const path of ["/admin/tarifs", draft, `${draft}/modifier`, `${draft}/tableur/fichier`])
    expect((await page.request.get(path)).status(), path).toBe(404);
});

test("nothing scrolls sideways at 320 px with text twice as large", async ({ portal }) => {
  const page = await (await portal.device({ viewport: { width: 320, height: 700 } })).newPage();
  await signIn(page, "administrator");
  const draft = await versionNamed(portal, "Tarifs 2027");
  const views = ["", "/modifier", "/reglages", "/tableur", "/changements", "/effets", "/publier"];
  for (const view of ["/admin/tarifs", ...views.map((v) => `${draft}${v}`)]) {
    await page.goto(view);
    await page.addStyleTag({ content: "html { font-size: 200% !important }" });
    await expectNoSidewaysScroll(page);
  }
});
