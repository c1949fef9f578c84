import { expect, type Page } from "@playwright/test";
import { expectAccessible, expectNoSidewaysScroll } from "./accessibility";
import { keyboard, pointer, type Hands } from "./hands";
import { signIn, test } from "./portal";
import { midYear } from "./servers";

test.use({ now: midYear });

const button = (page: Page, name: string | RegExp) => page.getByRole("button", { name });
const link = (page: Page, name: string) => page.getByRole("main").getByRole("link", { name });

const screens = [
  { name: "desk", by: "keyboard", device: { viewport: { width: 1280, height: 800 } } },
  { name: "phone", by: "touch", device: { viewport: { width: 360, height: 740 }, hasTouch: true } },
] as const;

for (const { name, by, device } of screens) {
  test(`an activity with its unit, its group and its opening, on a ${name}, by ${by}`, async ({
    portal,
  }) => {
    const page = await (await portal.device(device)).newPage();
    await signIn(page, "administrator");
    const hands = by === "keyboard" ? keyboard(page) : pointer();
    await page.goto("/admin/reglages");
    await hands.press(link(page, "Activités"));
    await hands.press(link(page, "Ajouter une activité"));
    await addsActivity(page, hands);
    await hands.press(link(page, "Ajouter une unité"));
    await addsUnit(page, hands);
    await page.goto("/admin/reglages/groupes");
    await hands.press(link(page, "Ajouter un groupe"));
    await addsGroup(page, hands);
    await hands.press(link(page, "Ajouter une ouverture"));
    await addsOpening(page, hands);
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
    expect(
      await portal.sql(
        `SELECT o.weekdays, o."dayKinds"::text[] AS kinds, u.code FROM "GroupOpening" o
         JOIN "Unit" u ON u.id = o."unitId" JOIN "Activity" a ON a.id = u."activityId"
         WHERE a.code = 'ATELIER_THEATRE'`,
      ),
    ).toEqual([{ weekdays: [2], kinds: ["schoolDay"], code: "ATELIER" }]);
  });
}

async function addsActivity(page: Page, hands: Hands): Promise<void> {
  await page.getByLabel("Nom", { exact: true }).fill("Atelier théâtre");
  await page.getByLabel("Service qui répond", { exact: true }).selectOption("Service éducation");
  const adding = page.getByRole("region", { name: "Ajouter un jour" });
  const removing = page.getByRole("region", { name: "Retirer un jour" });
  await adding.getByLabel("Délai", { exact: true }).selectOption("Un nombre de jours avant");
  await adding.getByLabel("Nombre de jours avant", { exact: true }).fill("400");
  await removing
    .getByLabel("Délai", { exact: true })
    .selectOption("Un jour de la semaine précédente, ou de celle d’avant");
  await removing.getByLabel("Jour", { exact: true }).selectOption("Jeudi");
  await expect(
    removing.getByText("Pour le lundi 30 novembre : jusqu’au jeudi 26 novembre, 23 h 59"),
  ).toBeVisible();
  await hands.press(button(page, "Ajouter cette activité"));
  await expect(page.getByText("Donnez un nombre de jours, de 0 à 365.").first()).toBeVisible();
  await expect(page).toHaveTitle(/^Erreur/);
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await expect(adding.getByLabel("Nombre de jours avant", { exact: true })).toHaveValue("400");
  await adding.getByLabel("Nombre de jours avant", { exact: true }).fill("7");
  await expect(
    adding.getByText("Pour le lundi 30 novembre : jusqu’au lundi 23 novembre, 23 h 59"),
  ).toBeVisible();
  await hands.press(button(page, "Ajouter cette activité"));
  await expect(page.getByText("C’est enregistré : Atelier théâtre.")).toBeVisible();
}

/** The page before has fields of the same names. */
const arrivesAt = (page: Page, name: string) =>
  expect(page.getByRole("heading", { level: 1, name })).toBeVisible();

async function addsUnit(page: Page, hands: Hands): Promise<void> {
  await arrivesAt(page, "Ajouter une unité");
  await page.getByLabel("Nom", { exact: true }).fill("Atelier");
  await page.getByLabel("Pour en compter un").fill("atelier");
  await page.getByLabel("Pour en compter plusieurs").fill("ateliers");
  await hands.press(button(page, "Ajouter cette unité"));
  await expect(page.getByText(/Cochez au moins une partie du jour/).first()).toBeVisible();
  await expectAccessible(page);
  await hands.press(page.getByLabel("Soir", { exact: true }));
  await hands.press(button(page, "Ajouter cette unité"));
  await expect(page.getByText("C’est enregistré : Atelier.")).toBeVisible();
}

async function addsGroup(page: Page, hands: Hands): Promise<void> {
  await arrivesAt(page, "Ajouter un groupe");
  await page.getByLabel("Activité", { exact: true }).selectOption("Atelier théâtre");
  await page.getByLabel("Établissement", { exact: true }).selectOption({ index: 1 });
  await hands.press(button(page, "Ajouter ce groupe"));
  await expect(page.getByText("Le groupe est enregistré.")).toBeVisible();
}

async function addsOpening(page: Page, hands: Hands): Promise<void> {
  await expect(page.getByLabel("Atelier", { exact: true })).toBeChecked();
  await hands.press(page.getByLabel("Mardi", { exact: true }));
  await page.getByLabel("Dernier jour", { exact: true }).fill("2027-09-30");
  await hands.press(button(page, "Ajouter cette ouverture"));
  await expect(page.getByText(/Une ouverture reste dans les dates/).first()).toBeVisible();
  await page.getByLabel("Dernier jour", { exact: true }).fill("2027-06-30");
  await hands.press(button(page, "Ajouter cette ouverture"));
  await expect(page.getByText(/L’ouverture est enregistrée/)).toBeVisible();
}

test("a day that families reserved closes once it is confirmed, without JavaScript too", async ({
  portal,
}) => {
  const [reserved] = await portal.sql<{ groupId: number; day: string }>(
    `SELECT i."groupId", min(r.day)::text AS day FROM "Reservation" r
     JOIN "Inscription" i ON i.id = r."inscriptionId" WHERE r.day > '2026-12-01'
     GROUP BY i."groupId" ORDER BY count(*) DESC LIMIT 1`,
  );
  const places = async () => portal.sql(`SELECT count(*)::int AS n FROM "Reservation"`);
  const before = await places();
  const plain = await portal.device({ ...screens[1].device, javaScriptEnabled: false });
  const page = await plain.newPage();
  await signIn(page, "administrator");
  await page.goto(`/admin/reglages/groupes/${reserved?.groupId}/exceptions/nouveau`);
  await page.getByLabel("Jour", { exact: true }).fill(reserved?.day ?? "");
  await button(page, "Enregistrer ce jour").click();
  await expect(page.getByText("Donnez la raison : les familles la lisent.").first()).toBeVisible();
  await expect(page.getByLabel("Jour", { exact: true })).toHaveValue(reserved?.day ?? "");
  await page.getByLabel("Raison", { exact: true }).fill("Grève");
  await button(page, "Enregistrer ce jour").click();
  await expect(page.getByText(/Ces réservations ne sont pas annulées/)).toBeVisible();
  await expectNoSidewaysScroll(page);
  await page.getByLabel(/J’ai compris/).check();
  await button(page, "Enregistrer ce jour").click();
  await expect(page.getByText(/Le jour est enregistré/)).toBeVisible();
  expect(await places()).toEqual(before);
});
