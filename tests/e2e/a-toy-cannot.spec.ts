import { expect, type Page } from "@playwright/test";
import { applyManualWeek, openCalendar, openQuickActions, send } from "./booking";
import { pointer } from "./hands";
import { signIn, test, type Portal } from "./portal";

const desk = { viewport: { width: 1280, height: 800 } };
test.use(desk);

interface Day {
  day: string;
  state: string;
}

const mealsOfLeo = (portal: Portal) =>
  portal.sql<Day>(`
    SELECT r.day::text AS day, r.state::text AS state FROM "Reservation" r
    JOIN "Inscription" i ON i.id = r."inscriptionId" JOIN "Child" c ON c.id = i."childId"
    JOIN "FamilyChild" fc ON fc."childId" = c.id JOIN "Family" f ON f.id = fc."familyId" AND f.name = 'Dupont'
    JOIN "Unit" u ON u.id = r."unitId" AND u.code = 'REPAS'
    WHERE c."firstName" = 'Léo' ORDER BY r.day`);

const meal = (page: Page, day: string) =>
  page.getByRole("checkbox", { name: new RegExp(`Repas, Léo, ${day}`, "i") });

async function goToWeekOf(page: Page, date: string): Promise<void> {
  await openQuickActions(page);
  await page.getByLabel("Aller à une date").fill(date);
  await page.keyboard.press("Escape");
}

const saved = (page: Page) => expect(page.getByText(/^Enregistré/)).toBeVisible();

test("books, comes back, changes, undoes, closes the tab, resumes elsewhere, meets the other parent, sends", async ({
  portal,
}) => {
  const laptop = await portal.device(desk);
  const page = await laptop.newPage();
  await signIn(page, "madelaine");
  const hands = pointer();
  await openCalendar(page, hands);
  await applyManualWeek(page, hands);
  await send(page, hands);
  const first = await mealsOfLeo(portal);
  expect(first).toHaveLength(70);

  // Comes back, removes one Thursday, copies a week, undoes the copy.
  await page.goto("/");
  await openCalendar(page, hands);
  await goToWeekOf(page, "2025-10-09");
  await meal(page, "jeudi 9 octobre 2025").uncheck();
  await expect(meal(page, "jeudi 9 octobre 2025")).toHaveAccessibleName(/retiré/);
  await goToWeekOf(page, "2025-11-17");
  await meal(page, "lundi 17 novembre 2025").check();
  await expect(page.getByText("2 modifications")).toBeVisible();
  await openQuickActions(page);
  await page.getByRole("button", { name: "Copier la semaine du 17 novembre" }).click();
  await page
    .getByRole("dialog")
    .getByRole("button", { name: /^Copier/ })
    .click();
  await expect(page.getByText("2 modifications")).toBeHidden();
  await page.getByRole("button", { name: /^Défaire/ }).click();
  await expect(page.getByText("2 modifications")).toBeVisible();
  await saved(page);
  await laptop.close();

  // The other parent takes a day off the same calendar meanwhile: Thursday 16 October.
  const other = await portal.device(desk);
  const thomas = await other.newPage();
  await signIn(thomas, "thomas");
  await openCalendar(thomas, hands);
  await goToWeekOf(thomas, "2025-10-09");
  await meal(thomas, "jeudi 9 octobre 2025").uncheck();
  await send(thomas, hands);

  // A second device: the draft is there, and so is what Thomas did.
  const phone = await portal.device({ viewport: { width: 360, height: 740 }, hasTouch: true });
  const resumed = await phone.newPage();
  await signIn(resumed, "madelaine");
  await resumed.goto("/demarches/reservations");
  await resumed.getByRole("link", { name: "Reprendre mon brouillon" }).click();
  await expect(resumed.getByText(/a changé depuis votre choix/)).toBeVisible();
  await resumed
    .getByRole("button", { name: /^C’est bien ainsi/ })
    .first()
    .click();
  await expect(resumed.getByText("1 modification")).toBeVisible();
  await goToWeekOf(resumed, "2025-11-17");
  await expect(meal(resumed, "lundi 17 novembre 2025")).toBeChecked();
  await resumed.getByRole("link", { name: "Aller à l’étape 3" }).click();
  await expect(resumed.getByText("le lundi 17 nov. 2025")).toBeVisible();
  await resumed.getByRole("button", { name: "Envoyer mon changement" }).click();
  await resumed.waitForURL(/\/confirmation\//);
  await expect(resumed.getByRole("heading", { level: 1 })).toHaveText(
    "Votre demande est enregistrée",
  );

  const expected = first.map(({ day }) => day).filter((day) => day !== "2025-10-09");
  expected.push("2025-11-17");
  expect((await mealsOfLeo(portal)).map(({ day }) => day)).toEqual(expected.sort());
  const numbers = await portal.sql<{ number: number }>(
    `SELECT number FROM "ServiceRequest" WHERE number > 66833 ORDER BY number`,
  );
  expect(numbers.map(({ number }) => number)).toEqual([
    66834, 66835, 66836, 66837, 66838, 66839, 66840,
  ]);
  expect(await portal.mails(3)).toHaveLength(3);
});

test("an expired session loses nothing", async ({ page, portal }) => {
  await signIn(page, "madelaine");
  await openCalendar(page, pointer());
  await goToWeekOf(page, "2025-09-08");
  await meal(page, "lundi 8 septembre 2025").check();
  await saved(page);
  await portal.sql(`UPDATE "Session" SET "revokedAt" = '2025-07-15T09:00:00Z'`);
  await meal(page, "mardi 9 septembre 2025").check();
  await page.getByRole("link", { name: "Me reconnecter" }).click();
  await page.getByLabel("Identifiant").fill("madelainedupont@exemple.fr");
  await page.getByLabel("Mot de passe", { exact: true }).fill("preau-demo-2026");
  await page.getByRole("button", { name: "Se connecter", exact: true }).click();
  await expect(page.getByText("2 modifications")).toBeVisible();
  await saved(page);
  const [draft] = await portal.sql<{ n: number }>(
    `SELECT (SELECT count(*)::int FROM jsonb_object_keys(payload -> 'wishes')) AS n FROM "Draft"`,
  );
  expect(draft?.n).toBe(2);
});
