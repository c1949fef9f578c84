import { expect } from "@playwright/test";
import { expectAccessible, expectNoSidewaysScroll } from "./accessibility";
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
  "/simulation?calcul=1&quotient=640&enfants=3&residence=commune&categorie=1",
  "/simulation?calcul=1&quotient=-1",
  "/verifier",
  "/verifier?numero=oups",
  "/verifier/2222-2222-2222",
  "/nulle-part",
];
const familyPages = [
  "/",
  "/demandes",
  "/demandes/66835",
  "/demandes/1",
  "/documents",
  "/famille/contacts",
  "/famille/contacts/nouveau",
  "/demarches/reservations",
  "/demarches/reservations/inscriptions",
  "/demarches/reservations/calendrier",
  "/demarches/reservations/recapitulatif",
  "/demarches/autorisations",
  "/demarches/autorisations/enfants/1",
  "/demarches/autorisations/reponses?enfant=1",
  "/demarches/tarifs",
  "/demarches/tarifs/service",
  "/demarches/tarifs/situation",
  "/demarches/tarifs/situation?calcul=1&quotient=-1",
  "/demarches/tarifs/resultats?enfants=3&residence=commune&categorie=1&avec-quotient=640",
];
const agentPages = [
  "/admin/demandes",
  "/admin/demandes?etat=toutes",
  "/admin/effectifs?jour=2026-11-24",
  "/admin/tarifs",
  "/admin/tarifs/preparer",
  "/admin/tarifs/3",
  "/admin/tarifs/4",
  "/admin/tarifs/4/modifier?categorie=1&activite=5",
  "/admin/tarifs/4/modifier?categorie=3&activite=3",
  "/admin/tarifs/4/reglages",
  "/admin/tarifs/4/tableur",
  "/admin/tarifs/4/changements",
  "/admin/tarifs/4/changements?categorie=3",
  "/admin/tarifs/4/effets",
  "/admin/tarifs/4/publier?du=2027-01-01",
  "/admin/tarifs/999",
];

test.use({ now: midYear });

const visits = [
  ["anyone", null, publicPages],
  ["a parent", "madelaine", familyPages],
  ["an agent", "administrator", agentPages],
] as const;

for (const width of [360, 1280])
  for (const colorScheme of ["light", "dark"] as const)
    for (const [reader, who, pages] of visits)
      test(`axe finds nothing for ${reader} at ${width} px, ${colorScheme}`, async ({ portal }) => {
        const screen = { viewport: { width, height: 800 }, colorScheme };
        const page = await (await portal.device(screen)).newPage();
        if (who) await signIn(page, who);
        for (const path of pages) {
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
  for (const path of familyPages) {
    await page.goto(path);
    await page.addStyleTag({ content: "html { font-size: 200% !important }" });
    await expectNoSidewaysScroll(page);
  }
});

test("every page's title is its own", async ({ portal }) => {
  const page = await (await portal.device()).newPage();
  await signIn(page, "madelaine");
  const titles: string[] = [];
  for (const path of familyPages.filter((p) => p !== "/demandes/1")) {
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
