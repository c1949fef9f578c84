import { expect, type Page } from "@playwright/test";
import { expectAccessible, expectNoSidewaysScroll } from "./accessibility";
import { openCalendar } from "./booking";
import { keyboard, pointer } from "./hands";
import { people, signIn, test, type Portal } from "./portal";
import { midYear } from "./servers";

test.use({ now: midYear });

const desk = { viewport: { width: 1280, height: 800 } };
const phone = { viewport: { width: 360, height: 740 }, hasTouch: true };

async function at(
  portal: Portal,
  who: keyof typeof people,
  screen: typeof desk | typeof phone = desk,
): Promise<Page> {
  const page = await (await portal.device(screen)).newPage();
  await signIn(page, who);
  return page;
}

/** What the calendar announces for a meal of Léo that is not reserved yet. */
async function mealPrice(page: Page): Promise<string> {
  const meal = page.getByRole("checkbox", { name: /Repas, Léo, vendredi 4 décembre 2026, libre/ });
  return /\d+,\d\d euro/.exec((await meal.getAttribute("aria-label")) ?? "")?.[0] ?? "";
}

test("an agent finds a family by keyboard, writes its quotient, and the parent's prices follow", async ({
  portal,
}) => {
  const parent = await at(portal, "madelaine");
  await openCalendar(parent, pointer());
  const before = await mealPrice(parent);
  expect(before).not.toBe("");
  const announced = await portal.sql(`SELECT "priceId" FROM "Reservation" WHERE "familyId" = 1`);

  const page = await at(portal, "administrator");
  const hands = keyboard(page);
  await hands.press(page.getByRole("link", { name: "Familles", exact: true }));
  await page.getByRole("searchbox", { name: /numéro de demande/ }).focus();
  await page.keyboard.type("DUPONT léo");
  await page.keyboard.press("Enter");
  await hands.press(page.getByRole("link", { name: "Famille Dupont" }).first());
  await expect(page.getByRole("heading", { level: 1, name: "Famille Dupont" })).toBeVisible();
  await hands.press(page.getByRole("link", { name: "Nouvelle situation" }));

  await page.getByLabel("Quotient familial, en euros").focus();
  await page.keyboard.type("-3");
  await hands.press(page.getByRole("button", { name: "Voir ce que cela change" }));
  await expect(page).toHaveTitle(/^Erreur/);
  await expect(page.getByRole("link", { name: /ne peut pas être négatif/ })).toBeVisible();
  await expect(page.getByRole("link", { name: /Dites d’où viennent ces chiffres/ })).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel("À partir du").fill("2026-11-22");
  await page.getByLabel("Quotient familial, en euros").fill("1 234,56");
  await page.getByLabel("Source").fill("Avis d’imposition 2026");
  await hands.press(page.getByRole("button", { name: "Voir ce que cela change" }));
  await expect(page.getByRole("heading", { name: "Vérifiez avant d’enregistrer" })).toBeFocused();
  await expect(page.getByText(/à partir du dimanche 22 novembre 2026/)).toBeVisible();
  await expect(page.getByText(/déjà envoyées prennent le prix de leur jour/)).toBeVisible();
  await expectAccessible(page);
  await hands.press(page.getByRole("button", { name: "Modifier" }));
  await expect(page.getByLabel("Source")).toHaveValue("Avis d’imposition 2026");
  await hands.press(page.getByRole("button", { name: "Voir ce que cela change" }));
  await hands.press(page.getByRole("button", { name: "Enregistrer cette situation" }));
  const outcome = page
    .getByRole("status")
    .filter({ hasText: "La nouvelle situation est enregistrée" });
  await expect(outcome).toBeFocused();
  await expect(page.getByText("Nouvelle situation (quotient familial)")).toBeVisible();

  await parent.goto("/demarches/reservations/calendrier");
  const after = await mealPrice(parent);
  expect(after).toMatch(/euro/);
  expect(after).not.toBe(before);
  expect(await portal.sql(`SELECT "priceId" FROM "Reservation" WHERE "familyId" = 1`)).not.toEqual(
    announced,
  );
  await parent.goto("/demarches/tarifs/situation");
  await expect(parent.getByLabel(/Quotient familial/).first()).toHaveValue(/1\s234,56/);
});

test("a right that is taken is obeyed by the other parent's pages, and given back", async ({
  portal,
}) => {
  const [shared] = await portal.sql<{ familyId: number; childId: number }>(
    `SELECT fc."familyId", fc."childId" FROM "FamilyChild" fc
     JOIN "Guardian" g ON g."familyId" = fc."familyId" WHERE g.email = $1 ORDER BY 2 LIMIT 1`,
    [people.claire],
  );
  if (!shared) throw new Error("Claire has a child");
  const { familyId, childId } = shared;
  const parent = await at(portal, "claire");
  const answers = `/demarches/autorisations/enfants/${childId}`;
  await parent.goto(answers);
  await expect(parent.getByRole("heading", { level: 1 })).not.toContainText("introuvable");

  const page = await at(portal, "administrator", phone);
  await page.goto(`/admin/familles/${familyId}/enfants/${childId}/droits`);
  await page.getByLabel("Répondre des autorisations de l’enfant").uncheck();
  await page.getByRole("button", { name: "Voir ce que cela change" }).click();
  await expect(page.getByRole("link", { name: /Donnez la raison/ })).toBeVisible();
  await page.getByLabel("Raison").fill("Jugement du 3 novembre 2026, vu au guichet");
  await page.getByRole("button", { name: "Voir ce que cela change" }).click();
  await expect(page.getByText(/ne voit plus les autorisations de l’enfant/)).toBeVisible();
  await expect(page.getByText(/Aucun ne part/)).toBeVisible();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await page.getByRole("button", { name: "Enregistrer ces droits" }).click();
  await expect(page.getByText(/Les droits sont enregistrés/)).toBeVisible();
  await expect(page.getByText("Droits limités")).toBeVisible();

  await parent.goto(answers);
  await expect(parent.getByRole("heading", { level: 1 })).toContainText(/introuvable/i);

  await page.goto(`/admin/familles/${familyId}/enfants/${childId}/droits`);
  await page.getByLabel("Répondre des autorisations de l’enfant").check();
  await page.getByLabel("Raison").fill("Jugement levé le 20 novembre 2026");
  await page.getByRole("button", { name: "Voir ce que cela change" }).click();
  await page.getByRole("button", { name: "Enregistrer ces droits" }).click();
  await expect(page.getByText(/Les droits sont enregistrés/)).toBeVisible();
  await parent.goto(answers);
  await expect(parent.getByRole("heading", { level: 1 })).not.toContainText(/introuvable/i);
});

test("health is read only when it is asked for, and the journal says who did", async ({
  portal,
}) => {
  const page = await at(portal, "administrator");
  const readings = () =>
    portal
      .sql(`SELECT id FROM "AuditEvent" WHERE kind = 'health-read'`)
      .then((rows) => rows.length);
  const before = await readings();
  await page.goto("/admin/familles/1");
  await expect(page.getByRole("button", { name: /informations de santé/ }).first()).toBeVisible();
  expect(await readings()).toBe(before);
  await page
    .getByRole("button", { name: /informations de santé/ })
    .first()
    .click();
  await expect(page.getByRole("group", { name: /Santé de/ })).toBeFocused();
});

test("an agent with limits finds no families: no entry in the menu, and introuvable", async ({
  portal,
}) => {
  const page = await at(portal, "agent");
  await expect(page.getByRole("link", { name: "Familles", exact: true })).toHaveCount(0);
  for (const path of ["/admin/familles", "/admin/familles/1", "/admin/familles/1/quotient"]) {
    const answer = await page.goto(path);
    expect(answer?.status()).toBe(404);
  }
});
