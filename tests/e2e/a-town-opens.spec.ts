import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, type Page } from "@playwright/test";
import { expectNoSidewaysScroll } from "./accessibility";
import { openCalendar, send } from "./booking";
import { pointer } from "./hands";
import { test } from "./portal";
import { midYear } from "./servers";

// From an empty database to a meal on a list: README.md's command, then screens alone, as
// docs/ouvrir-une-commune.md tells them.
test.use({ now: midYear, town: "empty" });

const password = "glycine violette sous le préau";
const main = (page: Page) => page.getByRole("main");
const button = (page: Page, name: string | RegExp) => main(page).getByRole("button", { name });
const field = (page: Page, name: string) => main(page).getByLabel(name, { exact: true });
const says = (page: Page, text: string | RegExp) =>
  expect(main(page).getByText(text).first()).toBeVisible();

/** Follows a link, and waits for the page whose title it leads to: pages have fields of the same names. */
async function follow(page: Page, link: string | RegExp, title: string | RegExp): Promise<void> {
  await main(page).getByRole("link", { name: link }).first().click();
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
}

async function choosePassword(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await field(page, "Mot de passe").fill(password);
  await field(page, "Mot de passe, une deuxième fois").fill(password);
  await button(page, "Activer mon compte").click();
  await expect(page.getByLabel("Identifiant")).toBeVisible();
}

async function enter(page: Page, userName: string): Promise<void> {
  await page.getByLabel("Identifiant").fill(userName);
  await field(page, "Mot de passe").fill(password);
  await button(page, /^Se connecter$/).click();
  await page.waitForURL((url) => !url.pathname.startsWith("/connexion"));
}

test("a town opens: one command, then screens, until a child's meal is on the day's list", async ({
  portal,
}) => {
  // Forty pages in a row.
  test.slow();
  const printed = await promisify(execFile)(
    process.execPath,
    ["scripts/admin.mjs", "mairie@clairval.example", "Claude", "Lefèvre"],
    {
      env: {
        ...process.env,
        APP_MODE: "test",
        APP_NOW: midYear,
        DATABASE_URL: portal.databaseUrl,
        PUBLIC_URL: portal.url,
      },
    },
  );
  const link = /^http\S+\/activation\/\S+$/m.exec(printed.stdout)?.[0] ?? "";
  const desk = await portal.device({ viewport: { width: 1280, height: 800 } });
  const agent = await desk.newPage();
  await choosePassword(agent, link);
  await enter(agent, "mairie@clairval.example");

  await setsTheTown(agent);
  await opensTheFamily(agent);

  const [invitation] = await portal.mails(1);
  const activation = /http\S+\/activation\/\S+/.exec(invitation?.email.text ?? "")?.[0] ?? "";
  const phone = await portal.device({ viewport: { width: 360, height: 740 }, hasTouch: true });
  const parent = await phone.newPage();
  await choosePassword(parent, activation);
  await enter(parent, "thuy@exemple.fr");
  await booksTuesday(parent);

  await agent.goto("/admin/effectifs?jour=2026-12-01");
  await says(agent, /Kovačević-Nguyễn/);
  await agent.goto("/admin/reglages/ouverture");
  await says(agent, "Tout est en place");
});

/** One setting after the other, from the page that says what misses. */
async function setsTheTown(page: Page): Promise<void> {
  const from = async (setting: string, title: string) => {
    await page.goto("/admin/reglages/ouverture");
    await follow(page, setting, title);
  };
  await page.goto("/admin/reglages/ouverture");
  await says(page, "9 choses manquent encore");

  await from("Nom et coordonnées", "Nom et coordonnées");
  await field(page, "Nom du portail").fill("Portail des familles");
  await button(page, "Enregistrer").click();
  await says(page, /est enregistré|sont enregistrés/);

  await from("Calendrier scolaire", "Années scolaires");
  await follow(page, "Ajouter une année", "Ajouter une année scolaire");
  await field(page, "Nom").first().fill("2026-2027");
  await field(page, "Jour de la rentrée").fill("2026-09-01");
  await field(page, "Dernier jour de classe").fill("2027-07-02");
  await button(page, "Ajouter cette année").click();
  await says(page, "L’année 2026-2027 est enregistrée.");

  await from("Services municipaux", "Services municipaux");
  await follow(page, "Ajouter un service", "Ajouter un service");
  await field(page, "Nom").fill("Service éducation");
  await field(page, "Adresse électronique").fill("education@clairval.example");
  await button(page, "Ajouter ce service").click();
  await says(page, "C’est enregistré : Service éducation.");

  await from("Établissements", "Établissements");
  await follow(page, "Ajouter un établissement", "Ajouter un établissement");
  await field(page, "Nom").fill("École Colette");
  await button(page, "Ajouter cet établissement").click();
  await says(page, "C’est enregistré : École Colette.");

  await from("Activités", "Activités");
  await follow(page, "Ajouter une activité", "Ajouter une activité");
  await field(page, "Nom").fill("Restauration scolaire");
  await field(page, "Service qui répond").selectOption("Service éducation");
  for (const part of ["Ajouter un jour", "Retirer un jour"]) {
    const rule = page.getByRole("region", { name: part });
    await rule.getByLabel("Délai", { exact: true }).selectOption("Un nombre de jours avant");
    await rule.getByLabel("Nombre de jours avant", { exact: true }).fill("7");
  }
  await button(page, "Ajouter cette activité").click();
  await says(page, "C’est enregistré : Restauration scolaire.");
  await follow(page, "Ajouter une unité", "Ajouter une unité");
  await field(page, "Nom").fill("Repas");
  await field(page, "Pour en compter un").fill("repas");
  await field(page, "Pour en compter plusieurs").fill("repas");
  await field(page, "Midi").check();
  await button(page, "Ajouter cette unité").click();
  await says(page, "C’est enregistré : Repas.");

  await from("Groupes et ouvertures", "Groupes et ouvertures");
  await follow(page, "Ajouter un groupe", "Ajouter un groupe");
  await field(page, "Activité").selectOption("Restauration scolaire");
  await field(page, "Établissement").selectOption("École Colette");
  await button(page, "Ajouter ce groupe").click();
  await says(page, "Le groupe est enregistré.");
  await follow(page, "Ajouter une ouverture", "Ajouter une ouverture");
  for (const weekday of ["Lundi", "Mardi", "Jeudi", "Vendredi"]) await field(page, weekday).check();
  await button(page, "Ajouter cette ouverture").click();
  await says(page, /L’ouverture est enregistrée/);

  await from("Catégories de tarif", "Catégories");
  await follow(page, "Ajouter une catégorie", "Ajouter une catégorie");
  await field(page, "Nom").fill("Commune");
  await button(page, "Ajouter cette catégorie").click();
  await says(page, "« Commune » est enregistrée.");

  await from("Tarifs", "Tarifs");
  await follow(page, "Créer les premiers tarifs", "Créer les premiers tarifs");
  await field(page, "Nom des nouveaux tarifs").fill("Tarifs 2026");
  await button(page, "Créer le brouillon").click();
  await says(page, "est prêt");
  await follow(page, /^Modifier les prix, Restauration scolaire/, "Modifier les prix");
  const meal = page.getByRole("group", { name: "Repas", exact: true });
  await meal.getByLabel("Règle").selectOption("Prix fixe");
  await meal.getByLabel("Prix (€)").fill("3,20");
  await button(page, "Enregistrer ces prix").click();
  await says(page, "Enregistré : 1 prestation modifiée.");
  await follow(page, "Publier", "Publier");
  await field(page, "Premier jour d’application").fill("2026-11-23");
  await button(page, "Voir ce qui va se passer").click();
  await button(page, "Publier à partir du 23 nov. 2026").click();
  await says(page, "« Tarifs 2026 » est publié.");
}

async function opensTheFamily(page: Page): Promise<void> {
  await page.goto("/admin/familles");
  await follow(page, "Nouvelle famille", "Nouvelle famille");
  await field(page, "Nom de la famille").fill("Nguyễn");
  await field(page, "Prénom").fill("Thùy");
  await field(page, "Nom").fill("Kovačević-Nguyễn");
  await page.getByLabel("Adresse électronique").fill("thuy@exemple.fr");
  await button(page, "Ouvrir le dossier").click();
  await says(page, /Le dossier est ouvert/);
  await button(page, /Inviter sur le portail/).click();
  await says(page, /L’invitation est partie par courriel/);
  await follow(page, "Ajouter un enfant", "Ajouter un enfant");
  await field(page, "Prénom").fill("Mai");
  await field(page, "Nom").fill("Kovačević-Nguyễn");
  await field(page, "Date de naissance").fill("2018-03-04");
  await button(page, "Ajouter cet enfant").click();
  await says(page, /L’enfant est ajouté/);
  await follow(page, /Inscrire, changer les dates/, /Inscriptions de Mai/);
  await page.getByRole("combobox", { name: "Groupe" }).selectOption({ index: 1 });
  await main(page).getByRole("button", { name: "Inscrire", exact: true }).click();
  await says(page, /L’enfant est inscrit/);
  await follow(page, /Changer la catégorie/, /^Catégorie de Mai/);
  await page.getByRole("combobox", { name: "Catégorie" }).selectOption("Commune");
  await button(page, "Enregistrer la catégorie").click();
  await says(page, /La catégorie est enregistrée/);
}

/** The price, the cut-off and the answer are those that were set. */
async function booksTuesday(page: Page): Promise<void> {
  const hands = pointer();
  await openCalendar(page, hands);
  await says(page, "mar. 1er : modifiable jusqu’au mar. 24 nov., 23 h 59");
  await page
    .getByRole("checkbox", { name: /Repas, Mai, mardi 1er décembre 2026, libre, 3,20\seuros/ })
    .click();
  await expectNoSidewaysScroll(page);
  await send(page, hands);
  await says(page, /3,20\s€/);
}
