import { expect, type Page } from "@playwright/test";
import { expectAccessible, expectNoSidewaysScroll } from "./accessibility";
import { keyboard } from "./hands";
import { signIn, test, type Portal } from "./portal";
import { midYear } from "./servers";

test.use({ now: midYear });

const desk = { viewport: { width: 1280, height: 800 } };
const phone = { viewport: { width: 360, height: 740 }, hasTouch: true };
const button = (page: Page, name: string | RegExp) => page.getByRole("button", { name });

async function office(portal: Portal, screen: typeof desk | typeof phone): Promise<Page> {
  const page = await (await portal.device(screen)).newPage();
  await signIn(page, "administrator");
  return page;
}

async function leoIn(portal: Portal): Promise<number> {
  const [leo] = await portal.sql<{ id: number }>(
    `SELECT id FROM "Child" WHERE "firstName" = 'Léo' AND "lastName" = 'Dupont'`,
  );
  return leo?.id ?? 0;
}

test("an authorization is added and put first by keyboard: the child's summary asks for it", async ({
  portal,
}) => {
  const page = await office(portal, desk);
  const hands = keyboard(page);
  await hands.press(page.getByRole("link", { name: "Réglages" }).first());
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Réglages");
  await expectAccessible(page);
  await page.getByRole("main").getByRole("link", { name: "Autorisations" }).click();
  await hands.press(page.getByRole("link", { name: "Ajouter une autorisation" }));
  await expect(page.getByText("Les familles devront répondre pour chaque enfant")).toBeVisible();
  await hands.press(button(page, "Ajouter cette autorisation"));
  await expect(page.getByText("Donnez un nom d’au moins 3 caractères.").first()).toBeVisible();
  await expect(page).toHaveTitle(/^Erreur/);
  await expectAccessible(page);
  await page.getByLabel("Nom").fill("photographie");
  await hands.press(button(page, "Ajouter cette autorisation"));
  await expect(page.getByText("Ce nom est déjà dans la liste").first()).toBeVisible();
  await expect(page.getByLabel("Nom")).toHaveValue("photographie");
  await page.getByLabel("Nom").fill("Baignade");
  await page.getByLabel("Soleil").check();
  await hands.press(button(page, "Ajouter cette autorisation"));
  await expect(page.getByText("« Baignade » est enregistrée.")).toBeVisible();
  const up = button(page, "Monter « Baignade »");
  await hands.press(up);
  await expect(page.getByText("« Baignade » est en position 6 sur 7.")).toBeAttached();
  await expect(up).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByText("« Baignade » est en position 5 sur 7.")).toBeAttached();
  await expectAccessible(page);

  const parent = await (await portal.device(phone)).newPage();
  await signIn(parent, "madelaine");
  const summary = `/demarches/autorisations/enfants/${await leoIn(portal)}`;
  await parent.goto(summary);
  await expect(parent.getByText("Baignade")).toBeVisible();
  await expect(parent.getByText("Pas encore répondu").first()).toBeVisible();

  await page.getByRole("link", { name: "Baignade" }).click();
  await page.getByLabel("La question est posée aux familles").uncheck();
  await expect(page.getByText(/disparaît aussitôt des écrans des familles/)).toBeVisible();
  await button(page, "Enregistrer").click();
  await expect(page.getByText("Désactivée")).toBeVisible();
  await parent.goto(summary);
  await expect(parent.getByText("Photographie").first()).toBeVisible();
  await expect(parent.getByText("Baignade")).toHaveCount(0);
});

test("a field that is hidden is gone from the family's screen; a colleague's save is not overwritten", async ({
  portal,
}) => {
  const page = await office(portal, phone);
  const colleague = await office(portal, desk);
  await page.goto("/admin/reglages/dossier");
  await colleague.goto("/admin/reglages/dossier");
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  const parent = await (await portal.device(phone)).newPage();
  await signIn(parent, "madelaine");
  const form = `/famille/enfants/${await leoIn(portal)}`;
  await parent.goto(form);
  await expect(parent.getByLabel("Assureur")).toBeVisible();

  const access = (at: Page, field: string) =>
    at.getByRole("group", { name: field }).getByLabel("Pour les familles");
  await access(page, "Assureur").selectOption("Masqué");
  await expect(page.getByText(/Assureur\s: disparaît des écrans des familles/)).toBeVisible();
  await button(page, "Enregistrer ces réglages").click();
  await expect(
    page.getByText("1 champ réglé. Les familles le voient dès maintenant."),
  ).toBeVisible();
  await parent.goto(form);
  await expect(parent.getByLabel(/^École/)).toBeVisible();
  await expect(parent.getByLabel("Assureur")).toHaveCount(0);

  await access(colleague, "Classe").selectOption("Affiché");
  await button(colleague, "Enregistrer ces réglages").click();
  await expect(colleague.getByText(/Un collègue a changé ce réglage/).first()).toBeVisible();
  await expect(colleague.getByText("Masqué, vaut aussitôt")).toBeVisible();
  await expect(access(colleague, "Classe")).toHaveValue("shown");
  await expectAccessible(colleague);
  const rules = await portal.sql<{ field: string; access: string }>(
    `SELECT field, access FROM "FamilyFieldRule" WHERE field IN ('insurer', 'schoolClass')`,
  );
  expect(rules).toEqual([{ field: "insurer", access: "hidden" }]);
});

test("a diet is added, renamed and refused as a religion; a kind of document is added", async ({
  portal,
}) => {
  const page = await office(portal, phone);
  await page.goto("/admin/reglages/dossier");
  const added = page.getByRole("region", { name: "Régimes alimentaires" });
  await added.getByLabel("Nom du régime").last().fill("Repas halal");
  await button(page, "Ajouter ce régime").click();
  await expect(page.getByRole("alert").getByText(/jamais une religion/)).toBeVisible();
  await added.getByLabel("Nom du régime").last().fill("Sans lactose");
  await button(page, "Ajouter ce régime").click();
  await expect(page.getByText("Le régime « Sans lactose » est enregistré.")).toBeVisible();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);

  await page.goto("/admin/reglages/justificatifs");
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await page.getByRole("link", { name: "Ajouter un document" }).click();
  await page.getByLabel("Nom", { exact: true }).fill("Brevet de natation");
  await page.getByLabel("Validité").selectOption("Un nombre de mois après le dépôt");
  await page.getByLabel("Demandé à toutes les familles").check();
  await expect(page.getByText(/à fournir\s» pour chaque enfant/)).toBeVisible();
  await button(page, "Ajouter ce document").click();
  await expect(page.getByText("Donnez le nombre de mois, de 1 à 120.").first()).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel("Nombre de mois").fill("24");
  await button(page, "Ajouter ce document").click();
  await expect(page.getByText("« Brevet de natation » est enregistré.")).toBeVisible();

  const parent = await (await portal.device(desk)).newPage();
  await signIn(parent, "madelaine");
  await parent.goto("/famille/justificatifs");
  await expect(parent.getByText("Brevet de natation").first()).toBeVisible();
  await parent.goto(`/famille/enfants/${await leoIn(portal)}`);
  await expect(parent.getByLabel("Régime alimentaire")).toContainText("Sans lactose");
});

test("an agent whose rights have a limit has no settings", async ({ portal }) => {
  const page = await (await portal.device(desk)).newPage();
  await signIn(page, "agent");
  await expect(page.getByRole("link", { name: "Réglages" })).toHaveCount(0);
  for (const path of ["", "/autorisations", "/dossier", "/justificatifs"])
    expect((await page.goto(`/admin/reglages${path}`))?.status()).toBe(404);
});
