import { expect, type Page } from "@playwright/test";
import { expectAccessible, expectNoSidewaysScroll } from "./accessibility";
import { keyboard, pointer, type Hands } from "./hands";
import { signIn, test, type Portal } from "./portal";
import { midYear } from "./servers";

test.use({ now: midYear });

const button = (page: Page, name: string | RegExp) => page.getByRole("button", { name });
const link = (page: Page, name: string) => page.getByRole("main").getByRole("link", { name });
const card = (page: Page, name: string) => page.getByRole("region", { name });
const summary = (page: Page) => page.getByRole("alert").filter({ hasText: "Il reste à corriger" });

async function expectGoodPage(page: Page, title: string): Promise<void> {
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(title);
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
}

async function idOf(portal: Portal, table: "Guardian" | "Child", firstName: string) {
  const [row] = await portal.sql<{ id: number }>(
    `SELECT id FROM "${table}" WHERE "firstName" = $1 ORDER BY id LIMIT 1`,
    [firstName],
  );
  return row?.id ?? 0;
}

const screens = [
  { width: 360, hands: "touch", colorScheme: "dark" },
  { width: 1280, hands: "keyboard", colorScheme: "light" },
] as const;

for (const { width, hands: which, colorScheme } of screens) {
  test(`phone, address, diet and PAI are changed at ${width} px, by ${which}`, async ({
    portal,
  }) => {
    const device = await portal.device({ viewport: { width, height: 800 }, colorScheme });
    const page = await device.newPage();
    const hands: Hands = which === "keyboard" ? keyboard(page) : pointer();
    await signIn(page, "madelaine");
    await hands.press(link(page, "Mettre à jour ma famille"));
    await page.waitForURL(/\/famille$/);
    await expectGoodPage(page, "Ma famille");
    await expect(card(page, "Madelaine Dupont")).toContainText("14 rue des Marronniers");
    await expect(card(page, "Thomas Dupont")).not.toContainText("Modifier");

    // What is wrong is said next to it, and nothing that was typed is lost.
    await hands.press(link(page, "Modifier mes coordonnées"));
    await expectGoodPage(page, "Mes coordonnées");
    await page.getByLabel("Téléphone", { exact: true }).fill("06 39");
    await page.getByLabel("Code postal").fill("91");
    await page.getByLabel("Numéro et rue").fill("5 rue du Moulin");
    await hands.press(button(page, "Envoyer mes changements"));
    await expect(summary(page)).toBeFocused();
    await expect(summary(page)).toContainText("numéro de téléphone complet");
    await expect(summary(page)).toContainText("code postal de cinq chiffres");
    await expect(page.getByLabel("Numéro et rue")).toHaveValue("5 rue du Moulin");
    await expectAccessible(page);

    // The phone counts at once, the address waits for the service.
    await page.getByLabel("Téléphone", { exact: true }).fill("06.39.98.10.99");
    await page.getByLabel("Code postal").fill("91000");
    await hands.press(button(page, "Envoyer mes changements"));
    await page.waitForURL(/envoi=/);
    const told = page.getByRole("status");
    await expect(told).toContainText("C’est enregistré : Téléphone.");
    await expect(told).toContainText("Le service vérifie d’abord : Adresse.");
    await expect(card(page, "Madelaine Dupont")).toContainText("06 39 98 10 99");
    await expect(card(page, "Madelaine Dupont")).toContainText("En attente 5 rue du Moulin");
    await expectGoodPage(page, "Ma famille");
    const [confirmation] = await portal.mails(1);
    expect(confirmation?.email.text).toContain("06 39 98 10 99");
    expect(confirmation?.email.text).toContain("Le service le vérifie d’abord");

    // It may still be changed while it waits: the newer request replaces the older.
    await hands.press(link(page, "Modifier mes coordonnées"));
    await expect(page.getByLabel("Numéro et rue")).toHaveValue("5 rue du Moulin");
    await expect(page.getByText("Pour le moment : 14 rue des Marronniers")).toBeVisible();
    await hands.press(button(page, "Envoyer mes changements"));
    await expect(summary(page)).toContainText("Rien n’a changé");
    await page.getByLabel("Numéro et rue").fill("7 rue du Moulin");
    await hands.press(button(page, "Envoyer mes changements"));
    await page.waitForURL(/envoi=/);
    await expect(card(page, "Madelaine Dupont")).toContainText("En attente 7 rue du Moulin");
    const requests = await portal.sql<{ state: string }>(
      `SELECT state FROM "ServiceRequest" q WHERE "guardianId" = $1 ORDER BY number`,
      [await idOf(portal, "Guardian", "Madelaine")],
    );
    expect(requests.map(({ state }) => state)).toEqual(["accepted", "pending"]);

    // The child: the diet counts at once; the PAI asks for its validity, and waits.
    await hands.press(link(page, "Ouvrir la fiche de Lucas"));
    await expectGoodPage(page, "Fiche de Lucas");
    await page.getByLabel("Régime alimentaire").selectOption("Végétarien");
    await expect(page.getByLabel("PAI valable jusqu’au")).toBeHidden();
    await page.getByRole("radio", { name: "Oui" }).focus();
    await page.keyboard.press("Space");
    await hands.press(button(page, "Envoyer mes changements"));
    await expect(summary(page)).toContainText("jusqu’à quand");
    await page.getByLabel("PAI valable jusqu’au").fill("2027-08-31");
    await expectAccessible(page);
    await hands.press(button(page, "Envoyer mes changements"));
    await page.waitForURL(/envoi=/);
    await expect(told).toContainText("C’est enregistré : Régime alimentaire.");
    await expect(card(page, "Lucas Dupont")).toContainText("Végétarien");
    await expect(card(page, "Lucas Dupont")).not.toContainText("PAI");
    await hands.press(link(page, "Ouvrir la fiche de Lucas"));
    await expect(page.getByLabel("PAI valable jusqu’au")).toHaveValue("2027-08-31");
    const mails = await portal.mails(3);
    expect(mails.map(({ email }) => String(email.text)).join()).not.toContain("2027");
    const [journal] = await portal.sql<{ read: number; said: number }>(
      `SELECT count(*) FILTER (WHERE kind = 'health-read')::int AS read,
        count(*) FILTER (WHERE data::text LIKE '%2027%')::int AS said FROM "AuditEvent"`,
    );
    expect(journal?.read).toBeGreaterThan(0);
    expect(journal?.said).toBe(0);
  });

  test(`the e-mail address is changed at ${width} px, by ${which}`, async ({ portal }) => {
    const device = await portal.device({ viewport: { width, height: 800 }, colorScheme });
    const page = await device.newPage();
    const hands: Hands = which === "keyboard" ? keyboard(page) : pointer();
    await signIn(page, "madelaine");
    await page.goto("/famille");
    await hands.press(link(page, "Changer d’adresse électronique"));
    await expectGoodPage(page, "Changer d’adresse électronique");
    await page.getByLabel("Nouvelle adresse électronique").fill("Madelaine.Nouvelle@exemple.fr");
    await page.getByLabel("Votre mot de passe").fill("pas le bon du tout");
    await hands.press(button(page, "Recevoir le lien"));
    await expect(summary(page)).toContainText("Ce mot de passe n’est pas le bon");
    await expect(page.getByLabel("Nouvelle adresse électronique")).toHaveValue(/Nouvelle/);
    await expectAccessible(page);
    await page.getByLabel("Votre mot de passe").fill("preau-demo-2026");
    await hands.press(button(page, "Recevoir le lien"));
    await expect(page.getByRole("status")).toContainText("Un courriel vient de partir");

    const mailTo = async (count: number, to: string) =>
      (await portal.mails(count)).filter(({ email }) => String(email.to) === to).at(-1)?.email;
    const told = await mailTo(2, "madelainedupont@exemple.fr");
    expect(told?.subject).toContain("Demande de changement");
    const asked = await mailTo(2, "madelaine.nouvelle@exemple.fr");
    const path = /\/famille\/adresse-electronique\/\S+/.exec(String(asked?.text))?.[0] ?? "";

    // The new mailbox is read on another device, where nobody is signed in.
    const other = await (await portal.device({ viewport: { width, height: 800 } })).newPage();
    await other.goto(path);
    await expectGoodPage(other, "Confirmer votre nouvelle adresse");
    await button(other, "Confirmer mon adresse").click();
    await other.waitForURL(/confirmee$/);
    await expectGoodPage(other, "Votre nouvelle adresse est enregistrée");
    expect((await mailTo(4, "madelainedupont@exemple.fr"))?.subject).toContain("a changé");
    await other.goto(path);
    await expect(other.getByRole("heading", { level: 1 })).toHaveText("Lien expiré");

    // The first device is signed out; the new address opens, the old one does not.
    await page.goto("/famille");
    await page.waitForURL(/connexion/);
    const tryAs = async (address: string) => {
      await page.goto("/connexion");
      await page.getByLabel("Identifiant").fill(address);
      await page.getByLabel("Mot de passe", { exact: true }).fill("preau-demo-2026");
      await button(page, /^Se connecter$/).click();
    };
    await tryAs("madelainedupont@exemple.fr");
    await expect(page.getByRole("alert").first()).toContainText("incorrect");
    await tryAs("madelaine.nouvelle@exemple.fr");
    await page.waitForURL((url) => !url.pathname.startsWith("/connexion"));
    await page.goto("/famille");
    await expect(card(page, "Madelaine Dupont")).toContainText("madelaine.nouvelle@exemple.fr");
    await page.goto("/demandes");
    await expect(page.getByRole("main")).toContainText("Madelaine – Dossier");
  });
}

test("what the other parent changed meanwhile is said, and kept", async ({ portal }) => {
  const leo = await idOf(portal, "Child", "Léo");
  const mine = await (await portal.device()).newPage();
  const theirs = await (await portal.device()).newPage();
  await signIn(mine, "madelaine");
  await signIn(theirs, "thomas");
  for (const page of [mine, theirs]) await page.goto(`/famille/enfants/${leo}`);
  await theirs.getByLabel("Classe").fill("CM2");
  await button(theirs, "Envoyer mes changements").click();
  await theirs.waitForURL(/envoi=/);

  await mine.getByLabel("Régime alimentaire").selectOption("Végétarien");
  await button(mine, "Envoyer mes changements").click();
  await expect(summary(mine)).toContainText("l’autre parent ou le service");
  await expect(mine.getByLabel("Classe")).toHaveValue("CM2");
  await expect(mine.getByText("A changé pendant votre saisie.")).toBeVisible();
  await expect(mine.getByLabel("Régime alimentaire")).toHaveValue("Végétarien");
  await button(mine, "Envoyer mes changements").click();
  await mine.waitForURL(/envoi=/);
  await expect(card(mine, "Léo Dupont")).toContainText("CM2");
  await expect(card(mine, "Léo Dupont")).toContainText("Végétarien");
});

test("without JavaScript it is sent too, and what was typed is kept", async ({ portal }) => {
  const page = await (await portal.device({ javaScriptEnabled: false })).newPage();
  await signIn(page, "madelaine");
  await page.goto("/famille");
  await link(page, "Modifier mes coordonnées").click();
  await page.getByLabel("Autre téléphone").fill("06 39");
  await button(page, "Envoyer mes changements").click();
  await expect(page.getByText("numéro de téléphone complet").first()).toBeVisible();
  await expect(page.getByLabel("Autre téléphone")).toHaveValue("06 39");
  await page.getByLabel("Autre téléphone").fill("06 39 98 10 77");
  await button(page, "Envoyer mes changements").click();
  await expect(card(page, "Madelaine Dupont")).toContainText("06 39 98 10 77");
});

test("what is not one's own is introuvable, and a closed file says whom to ask", async ({
  portal,
}) => {
  const page = await (await portal.device({ viewport: { width: 320, height: 700 } })).newPage();
  await signIn(page, "thomas");
  const madelaine = await idOf(portal, "Guardian", "Madelaine");
  const zoe = await idOf(portal, "Child", "Zoé");
  const nowhere = [`coordonnees/${madelaine}`, `enfants/${zoe}`, "enfants/999999", "enfants/abc"];
  for (const path of nowhere)
    expect((await page.goto(`/famille/${path}`))?.status(), path).toBe(404);
  const [thomas, leo] = [
    await idOf(portal, "Guardian", "Thomas"),
    await idOf(portal, "Child", "Léo"),
  ];
  for (const path of ["", `/coordonnees/${thomas}`, `/enfants/${leo}`, "/adresse-electronique"]) {
    await page.goto(`/famille${path}`);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await page.addStyleTag({ content: "html { font-size: 200% !important }" });
    await expectNoSidewaysScroll(page);
  }

  await portal.sql(
    `UPDATE "FamilyChild" SET "maySeeFile" = false WHERE "childId" = $1
      AND "familyId" = (SELECT id FROM "Family" WHERE name = 'Lambert')`,
    [zoe],
  );
  const julien = await (await portal.device()).newPage();
  await signIn(julien, "julien");
  await julien.goto("/famille");
  await expect(card(julien, "Zoé Lambert")).toContainText("n’est pas ouverte à votre foyer");
  expect((await julien.goto(`/famille/enfants/${zoe}`))?.status()).toBe(404);
});
