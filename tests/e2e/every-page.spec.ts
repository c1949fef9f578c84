import { expect, type Page } from "@playwright/test";
import { expectAccessible, expectNoSidewaysScroll } from "./accessibility";
import { addressesOf } from "./addresses";
import { signIn, test } from "./portal";
import { midYear } from "./servers";

const publicPages = [
  "/actualites",
  "/infos-pratiques",
  "/infos-pratiques/la-cantine-en-pratique",
  "/connexion",
  "/connexion/lien",
  "/connexion/lien/pas-un-lien",
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
/** A request of another family: its title is that of what is not found. */
const missing = "/demandes/1";
const familyPages = [
  "/",
  "/demandes",
  "/demandes/{request}",
  missing,
  "/documents",
  "/compte",
  "/compte/mot-de-passe",
  "/compte/validation",
  "/compte/validation/mise-en-place",
  "/compte/validation/codes",
  "/compte/confirmer",
  "/compte/cles/nouvelle",
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
  "/admin/actualites",
  "/admin/actualites/nouvelle",
  "/admin/actualites/{news}",
  "/admin/infos-pratiques",
  "/admin/infos-pratiques/nouvelle",
  "/admin/infos-pratiques/{infoPage}",
  "/admin/infos-pratiques/{infoPage}?erreur=file-not-pdf&nom=Menus",
  "/admin/agents",
  "/admin/agents/nouveau",
  "/admin/journal",
  "/admin/journal?quoi=reglages&du=2026-02-30",
  "/compte",
  "/compte/validation?secours=1",
  "/admin/demandes",
  "/admin/demandes?etat=toutes",
  "/admin/effectifs?jour=2026-11-24",
  "/admin/fermetures",
  "/admin/fermetures/nouvelle",
  "/admin/fermetures/999999",
  "/admin/familles",
  "/admin/familles?recherche=dupont",
  "/admin/familles/1",
  "/admin/familles/nouvelle",
  "/admin/import",
  "/admin/import/00000000-0000-4000-8000-000000000000",
  "/admin/familles/1/reserver",
  "/admin/familles/1/responsables/nouveau",
  "/admin/familles/1/responsables/1",
  "/admin/familles/1/enfants/nouveau",
  "/admin/familles/1/enfants/1/fiche",
  "/admin/familles/1/enfants/1/inscriptions",
  "/admin/familles/1/quotient",
  "/admin/familles/1/enfants/1/categorie",
  "/admin/familles/1/enfants/1/droits",
  "/admin/familles/1/justificatif",
  "/admin/familles/1/justificatif?type=1",
  "/admin/familles/999999",
  "/admin/tarifs",
  "/admin/reglages/ouverture",
  "/admin/tarifs/preparer",
  "/admin/tarifs/categories",
  "/admin/tarifs/regle",
  "/admin/tarifs/categories/nouvelle",
  "/admin/tarifs/categories/{category}",
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
  "/admin/reglages/identite",
  "/admin/reglages/annees",
  "/admin/reglages/annees/nouvelle",
  "/admin/reglages/annees/importer",
  "/admin/reglages/annees/jours",
  "/admin/reglages/annees/{schoolYear}",
  "/admin/reglages/annees/999",
  "/admin/reglages/autorisations",
  "/admin/reglages/autorisations/nouveau",
  "/admin/reglages/autorisations/{authorizationType}",
  "/admin/reglages/autorisations/999",
  "/admin/reglages/dossier",
  "/admin/reglages/justificatifs",
  "/admin/reglages/justificatifs/nouveau",
  "/admin/reglages/justificatifs/{documentType}",
  "/admin/reglages/reponses",
  "/admin/reglages/reponses/{answerTemplate}",
  "/admin/reglages/services",
  "/admin/reglages/services/nouveau",
  "/admin/reglages/services/{department}",
  "/admin/reglages/etablissements",
  "/admin/reglages/etablissements/nouveau",
  "/admin/reglages/etablissements/{establishment}",
  "/admin/reglages/activites",
  "/admin/reglages/activites/nouveau",
  "/admin/reglages/activites/{setActivity}",
  "/admin/reglages/activites/{setActivity}/unites/nouveau",
  "/admin/reglages/activites/{setActivity}/unites/{unit}",
  "/admin/reglages/groupes",
  "/admin/reglages/groupes/nouveau",
  "/admin/reglages/groupes/copier",
  "/admin/reglages/groupes/{group}",
  "/admin/reglages/groupes/{group}/ouvertures/nouveau",
  "/admin/reglages/groupes/{group}/ouvertures/{opening}",
  "/admin/reglages/groupes/{group}/exceptions/nouveau",
  "/admin/reglages/groupes/{closedGroup}/exceptions/{exception}",
  "/admin/reglages/groupes/{group}/places/{seats}",
  "/admin/reglages/groupes/{group}/places/dates/nouveau",
  "/admin/demandes/{fileRequest}",
  "/admin/demandes?objet=dossier",
  "/admin/agents/{animator}",
];

test.use({ now: midYear });

/** For a machine that is seven times slower. */
const mostMsPerPage = 20_000;

// A parent's stand in one visit, which compares their titles; agents' in two, one for each worker.
const half = Math.ceil(agentPages.length / 2);
const visits = [
  { reader: "anyone", who: null, pages: publicPages },
  { reader: "a parent", who: "madelaine", pages: familyPages },
  { reader: "an agent (1)", who: "administrator", pages: agentPages.slice(0, half) },
  { reader: "an agent (2)", who: "administrator", pages: agentPages.slice(half) },
] as const;

// What a page looks like depends on the width, its colours on the theme: each is seen with each page.
const screens = [
  { width: 360, colorScheme: "dark" },
  { width: 1280, colorScheme: "light" },
] as const;

type Screen = (typeof screens)[number];

/** Turns the same page to another screen; colours on their way to the other theme arrive. */
async function show(page: Page, { width, colorScheme }: Screen): Promise<void> {
  await page.setViewportSize({ width, height: 800 });
  await page.emulateMedia({ colorScheme });
  await page.evaluate(async () => {
    // Transitions begin with the next frame.
    await new Promise((resolve) => requestAnimationFrame(resolve));
    for (const animation of document.getAnimations())
      if (Number.isFinite(animation.effect?.getComputedTiming().endTime)) animation.finish();
  });
}

/** 320 px and letters twice as large: what WCAG asks of both at once. */
async function showTwiceAsLarge(page: Page): Promise<void> {
  await page.setViewportSize({ width: 320, height: 700 });
  await page.addStyleTag({ content: "html { font-size: 200% !important }" });
}

for (const { reader, who, pages } of visits)
  test(`axe finds nothing for ${reader}, on a telephone and on a desk`, async ({ portal }) => {
    test.setTimeout(mostMsPerPage * pages.length);
    const page = await (await portal.device()).newPage();
    if (who) await signIn(page, who);
    const titles: string[] = [];
    for (const address of await addressesOf(page, pages)) {
      await show(page, screens[0]);
      await page.goto(address);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      for (const screen of screens) {
        await show(page, screen);
        await expectAccessible(page);
        await expectNoSidewaysScroll(page);
      }
      if (pages !== familyPages) continue;
      await showTwiceAsLarge(page);
      await expectNoSidewaysScroll(page);
      if (address !== missing) titles.push(await page.title());
    }
    expect(new Set(titles).size, `Each title is its own: ${titles.join(", ")}`).toBe(titles.length);
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
    await page.getByRole("button", { name: "Se connecter", exact: true }).click();
    await expect(page.getByLabel("Identifiant")).toHaveValue("madelainedupont");
    await page.getByLabel("Mot de passe", { exact: true }).fill("preau-demo-2026");
    await page.getByRole("button", { name: "Se connecter", exact: true }).click();
    await expect(page.getByText("Bonjour", { exact: false }).first()).toBeVisible();
    for (const address of ["/aide", "/nulle-part"]) {
      await page.goto(address);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    }
  });
});
