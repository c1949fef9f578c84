import { expect, type Page } from "@playwright/test";
import { expectAccessible, expectNoSidewaysScroll } from "./accessibility";
import { openCalendar } from "./booking";
import { keyboard, pointer, type Hands } from "./hands";
import { signIn, test, type Portal } from "./portal";
import { midYear } from "./servers";

// Sunday 22 November: the coming week closed on Thursday night.
const monday = "lundi 23 novembre 2026";
const leosMeal = new RegExp(`Repas, Léo, ${monday}`);

const requests = (portal: Portal) =>
  portal.sql<{ number: number; state: string; late: boolean; reason: string }>(
    `SELECT number, state::text AS state, late, reason FROM "ServiceRequest" WHERE late ORDER BY number`,
  );

const meals = (portal: Portal) =>
  portal.sql<{ state: string; late: boolean }>(`
    SELECT r.state::text AS state, r.late FROM "Reservation" r
    JOIN "Inscription" i ON i.id = r."inscriptionId" JOIN "Child" c ON c.id = i."childId"
    JOIN "Unit" u ON u.id = r."unitId" AND u.code = 'REPAS' JOIN "Family" f ON f.id = r."familyId"
    WHERE f.name = 'Dupont' AND c."firstName" = 'Léo' AND r.day = '2026-11-23'`);

async function openMonday(page: Page, hands: Hands) {
  await openCalendar(page, hands);
  await hands.press(page.getByRole("button", { name: /Semaine précédente/i }));
  return page.getByRole("checkbox", { name: leosMeal });
}

async function askForMeal(page: Page, portal: Portal, hands: Hands): Promise<number> {
  const cell = await openMonday(page, hands);
  await expect(cell).toHaveAccessibleName(/hors délai, demande possible/);
  await hands.press(cell);
  const dialog = page.getByRole("dialog");
  await expect(dialog).toContainText(/cette réservation coûtera \d,\d\d\s€\./);
  await hands.press(dialog.getByRole("button", { name: "Demander au service" }));
  const reason = dialog.getByLabel("Votre motif");
  await expect(reason).toBeFocused();
  await expect(reason).toHaveAccessibleDescription(/Dites pourquoi, en 3 à 500 caractères/);
  await expectAccessible(page);
  await reason.fill("Ma réunion commence plus tôt que prévu.");
  await hands.press(dialog.getByRole("button", { name: "Demander au service" }));
  await expect(dialog).toBeHidden();
  const [request] = await requests(portal);
  const number = request?.number ?? 0;
  await expect(page.getByRole("status").filter({ hasText: `Demande n° ${number}` })).toBeVisible();
  await expect(cell).toHaveAccessibleName(/en attente d’instruction/);
  await expect(cell).toBeFocused();
  expect(await meals(portal)).toEqual([{ state: "pending", late: true }]);
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);
  return number;
}

test.use({ now: midYear });

const screens = [
  { name: "at a desk, by keyboard alone", width: 1280, height: 800, touch: false },
  { name: "on a phone, by touch", width: 360, height: 740, touch: true },
];

for (const screen of screens) {
  test(`a parent asks for Monday’s meal ${screen.name}, the service answers, the parent reads it`, async ({
    portal,
  }) => {
    const home = await portal.device({
      viewport: { width: screen.width, height: screen.height },
      hasTouch: screen.touch,
      colorScheme: screen.touch ? "light" : "dark",
    });
    const parent = await home.newPage();
    await signIn(parent, "madelaine");
    await portal.sql(`DELETE FROM "Reservation" WHERE day = '2026-11-23'`);
    const number = await askForMeal(parent, portal, screen.touch ? pointer() : keyboard(parent));
    const [mail] = await portal.mails(1);
    expect(mail?.email.reply_to).toBe("education@clairval.example");
    expect(mail?.email.text).toMatch(/Si le service accepte, cette réservation coûtera/);

    const office = await portal.device({ viewport: { width: 1280, height: 800 } });
    const agent = await office.newPage();
    await signIn(agent, "administrator");
    await agent.goto("/admin/demandes?delai=hors");
    await expect(agent.getByRole("row", { name: new RegExp(String(number)) })).toContainText(
      "Hors délai",
    );
    await expectAccessible(agent);
    await agent.goto(`/admin/demandes/${number}`);
    await expect(agent.getByText(/Ma réunion commence plus tôt/)).toBeVisible();
    await expect(agent.getByText(/Prix annoncé à la famille/)).toBeVisible();
    await expectAccessible(agent);
    await agent.getByRole("button", { name: "Accepter l’ajout hors délai" }).click();
    await expect(agent.getByRole("status")).toContainText("Ajout hors délai accepté");
    expect(await meals(portal)).toEqual([{ state: "reserved", late: true }]);

    await parent.getByRole("link", { name: "Voir ma demande" }).click();
    await expect(parent.getByText("Traitée positivement").first()).toBeVisible();
    await expect(parent.getByText("Ajout hors délai accepté")).toBeVisible();
    await expectNoSidewaysScroll(parent);
    await expectAccessible(parent);
    const answer = (await portal.mails(2)).at(-1);
    expect(answer?.email.subject).toBe(`Demande n°\u00a0${number}\u00a0: ajout hors délai accepté`);
    expect(answer?.email.text).toMatch(/Prix\s: \d,\d\d\s€/);
  });
}

test("a cancellation that is not justified stays due; the draft is not touched", async ({
  page,
  portal,
}) => {
  await signIn(page, "madelaine");
  await portal.sql(`
    INSERT INTO "Reservation" ("inscriptionId", "unitId", day, state, "familyId")
    SELECT i.id, u.id, '2026-11-23', 'reserved', f.id FROM "Inscription" i
    JOIN "Child" c ON c.id = i."childId" AND c."firstName" = 'Léo' JOIN "Group" g ON g.id = i."groupId"
    JOIN "Unit" u ON u."activityId" = g."activityId" AND u.code = 'REPAS'
    JOIN "FamilyChild" fc ON fc."childId" = c.id JOIN "Family" f ON f.id = fc."familyId" AND f.name = 'Dupont'
    WHERE i."lastDay" > '2026-11-23' ON CONFLICT DO NOTHING`);
  await openCalendar(page, pointer());
  const later = page.getByRole("checkbox", { name: /Repas, Léo, vendredi 4 décembre 2026/ });
  const before = await later.isChecked();
  await later.click();
  await page.getByRole("button", { name: /Semaine précédente/i }).click();
  const cell = page.getByRole("checkbox", { name: leosMeal });
  await cell.click();
  const dialog = page.getByRole("dialog");
  await expect(dialog).toContainText(/rien n’est dû\. Sinon, /);
  await dialog.getByLabel("Votre motif").fill("Léo est malade.");
  await dialog.getByRole("button", { name: "Demander au service" }).click();
  await expect(cell).toHaveAccessibleName(/retrait demandé/);
  await expect(page.getByText("1 modification", { exact: true })).toBeVisible();
  const [request] = await requests(portal);

  const office = await portal.device({ viewport: { width: 360, height: 740 } });
  const agent = await office.newPage();
  await signIn(agent, "administrator");
  await agent.goto(`/admin/demandes/${request?.number}`);
  await expectNoSidewaysScroll(agent);
  await expect(agent.getByRole("button", { name: /^Justifié : rien n’est dû/ })).toBeVisible();
  await agent.getByLabel("Pourquoi le motif n’est pas retenu").fill("Sans certificat médical.");
  await agent.getByRole("button", { name: "Non justifié : la prestation reste due" }).click();
  await expect(agent.getByRole("status")).toContainText("Non justifié");
  expect(await meals(portal)).toMatchObject([{ state: "reserved" }]);

  // The draft kept the other gesture.
  await page.reload();
  await page.getByRole("button", { name: /Semaine suivante/i }).click();
  await expect(later).toBeChecked({ checked: !before });
});

test("where the town takes no late requests, the cell says whom to write to", async ({ page }) => {
  await signIn(page, "madelaine");
  await openCalendar(page, pointer());
  await page.getByRole("button", { name: /Semaine précédente/i }).click();
  const cell = page.getByRole("checkbox", { name: /Journée, Lucas, mercredi 25 novembre 2026/ });
  await cell.focus();
  await page.keyboard.press("Space");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(page.getByRole("status").filter({ hasText: "Hors délai" })).toContainText(
    "Écrivez à education@clairval.example",
  );
});
