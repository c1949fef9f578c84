import { expect } from "@playwright/test";
import { expectAccessible, expectNoSidewaysScroll } from "./accessibility";
import { addressesOf } from "./addresses";
import { midYear, signIn, test } from "./portal";

const publicPages = [
  "/connexion",
  "/mot-de-passe",
  "/aide",
  "/contact",
  "/accessibilite",
  "/mentions-legales",
  "/conditions-generales",
  "/donnees-personnelles",
  "/plan-du-site",
  "/simulation",
  "/simulation?calcul=1&quotient=640&enfants=3&residence=commune&categorie={category}",
  "/simulation?calcul=1&quotient=-1",
  "/verifier",
  "/verifier?numero=oups",
  "/verifier/2222-2222-2222",
  "/famille/adresse-electronique/pas-un-lien",
  "/famille/adresse-electronique/confirmee",
  "/nulle-part",
];
const familyPages = [
  "/",
  "/demandes",
  "/demandes/{request}",
  "/demandes/1",
  "/documents",
  "/compte",
  "/compte/mot-de-passe",
  "/famille",
  "/famille/coordonnees/{guardian}",
  "/famille/enfants/{fileChild}",
  "/famille/adresse-electronique",
  "/famille/contacts",
  "/famille/contacts/nouveau",
  "/famille/justificatifs",
  "/famille/justificatifs/nouveau",
  "/famille/justificatifs/nouveau?type=1&erreur=file-kind&fichier=2",
  "/demarches/reservations",
  "/demarches/reservations/inscriptions",
  "/demarches/reservations/calendrier",
  "/demarches/reservations/recapitulatif",
  "/demarches/absence",
  "/demarches/autorisations",
  "/demarches/autorisations/enfants/{child}",
  "/demarches/autorisations/reponses?enfant={child}",
  "/demarches/tarifs",
  "/demarches/tarifs/service",
  "/demarches/tarifs/situation",
  "/demarches/tarifs/situation?calcul=1&quotient=-1",
  "/demarches/tarifs/resultats?enfants=3&residence=commune&categorie={category}&avec-quotient=640",
];
const agentPages = [
  "/admin/agents",
  "/compte",
  "/admin/demandes",
  "/admin/demandes?etat=toutes",
  "/admin/effectifs?jour=2026-11-24",
  "/admin/familles",
  "/admin/familles?recherche=dupont",
  "/admin/familles/1",
  "/admin/familles/1/quotient",
  "/admin/familles/1/enfants/1/categorie",
  "/admin/familles/1/enfants/1/droits",
  "/admin/familles/1/justificatif",
  "/admin/familles/1/justificatif?type=1",
  "/admin/familles/999999",
  "/admin/tarifs",
  "/admin/tarifs/preparer",
  "/admin/tarifs/{version}",
  "/admin/tarifs/{draft}",
  "/admin/tarifs/{draft}/modifier?categorie={category}&activite={activity}",
  "/admin/tarifs/{draft}/modifier?categorie={otherCategory}&activite={otherActivity}",
  "/admin/tarifs/{draft}/reglages",
  "/admin/tarifs/{draft}/tableur",
  "/admin/tarifs/{draft}/changements",
  "/admin/tarifs/{draft}/changements?categorie={otherCategory}",
  "/admin/tarifs/{draft}/effets",
  "/admin/tarifs/{draft}/publier?du=2027-01-01",
  "/admin/tarifs/999",
  "/admin/reglages",
  "/admin/reglages/autorisations",
  "/admin/reglages/autorisations/nouveau",
  "/admin/reglages/autorisations/{authorizationType}",
  "/admin/reglages/autorisations/999",
  "/admin/reglages/dossier",
  "/admin/reglages/justificatifs",
  "/admin/reglages/justificatifs/nouveau",
  "/admin/reglages/justificatifs/{documentType}",
  "/admin/demandes/{fileRequest}",
  "/admin/demandes?objet=dossier",
  "/admin/agents/{animator}",
];

test.use({ now: midYear });

/** So many pages a test: a slow machine still has time, and a failure names fewer of them. */
const pagesPerTest = 14;

const visits = (
  [
    ["anyone", null, publicPages],
    ["a parent", "madelaine", familyPages],
    ["an agent", "administrator", agentPages],
  ] as const
).flatMap(([reader, who, pages]) =>
  Array.from({ length: Math.ceil(pages.length / pagesPerTest) }, (_, part) => {
    const from = part * pagesPerTest;
    return {
      reader: `${reader} (${part + 1})`,
      who,
      pages: pages.slice(from, from + pagesPerTest),
    };
  }),
);

// What a page looks like depends on the width, its colours on the theme: each is seen with each page.
const screens = [
  { width: 360, colorScheme: "dark" },
  { width: 1280, colorScheme: "light" },
] as const;

for (const { width, colorScheme } of screens)
  for (const { reader, who, pages } of visits)
    test(`axe finds nothing for ${reader} at ${width} px, ${colorScheme}`, async ({ portal }) => {
      const screen = { viewport: { width, height: 800 }, colorScheme };
      const page = await (await portal.device(screen)).newPage();
      if (who) await signIn(page, who);
      for (const path of await addressesOf(page, pages)) {
        await page.goto(path);
        await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
        await expectAccessible(page);
        await expectNoSidewaysScroll(page);
      }
    });

test("nothing scrolls sideways at 320 px with text twice as large", async ({ portal }) => {
  const device = await portal.device({ viewport: { width: 320, height: 700 } });
  const page = await device.newPage();
  await signIn(page, "madelaine");
  for (const path of await addressesOf(page, familyPages)) {
    await page.goto(path);
    await page.addStyleTag({ content: "html { font-size: 200% !important }" });
    await expectNoSidewaysScroll(page);
  }
});

test("every page's title is its own", async ({ portal }) => {
  const page = await (await portal.device()).newPage();
  await signIn(page, "madelaine");
  const titles: string[] = [];
  const paths = familyPages.filter((p) => p !== "/demandes/1");
  for (const path of await addressesOf(page, paths)) {
    await page.goto(path);
    titles.push(await page.title());
  }
  expect(new Set(titles).size).toBe(titles.length);
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
    await page.getByRole("button", { name: "Se connecter" }).click();
    await expect(page.getByLabel("Identifiant")).toHaveValue("madelainedupont");
    await page.getByLabel("Mot de passe", { exact: true }).fill("preau-demo-2026");
    await page.getByRole("button", { name: "Se connecter" }).click();
    await expect(page.getByText("Bonjour", { exact: false }).first()).toBeVisible();
    await page.goto("/aide");
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  });
});
