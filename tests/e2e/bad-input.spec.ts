import { expect, type APIRequestContext, type APIResponse } from "@playwright/test";
import { signIn, test } from "./portal";

// Two megabytes are sent on purpose, and the framework says that it cuts them.
test.use({ complaints: [/^Request body exceeded/] });

const draft = "/demarches/reservations/brouillon";

async function put(
  request: APIRequestContext,
  origin: string,
  data: unknown,
): Promise<APIResponse> {
  return request.put(draft, { data, headers: { origin, "content-type": "application/json" } });
}

test("the autosave says clearly what is wrong, and writes nothing", async ({ page, portal }) => {
  await signIn(page, "madelaine");
  const [year] = await portal.sql<{ id: number }>(
    `SELECT id FROM "SchoolYear" WHERE name = '2025-2026'`,
  );
  const [home] = await portal.sql<{ id: number }>(`SELECT id FROM "Family" WHERE name = 'Dupont'`);
  const good = {
    familyId: home?.id,
    schoolYearId: year?.id,
    revision: 0,
    chosen: [1],
    wishes: {},
  };
  const wish = (key: string) => ({ ...good, wishes: { [key]: { want: true, seen: "free" } } });
  const cases: readonly [string, unknown, number, RegExp][] = [
    ["a date that does not exist", wish("1|1|2026-02-30"), 409, /n’existe pas/],
    ["a key that is none", wish("Léo, mardi"), 400, /Vérifiez/],
    ["an unknown school year", { ...good, schoolYearId: 999_999 }, 404, /introuvable/],
    // Whose home it is comes first: without one there is nothing to look at.
    ["no content", "", 404, /introuvable/],
    ["2 MB", { ...good, padding: "x".repeat(2_000_000) }, 413, /volumineu/],
  ];
  for (const [what, data, status, sentence] of cases) {
    const answer = await put(page.request, portal.url, data);
    expect(answer.status(), what).toBe(status);
    expect(await answer.text(), what).toMatch(sentence);
  }
  const foreign = await page.request.put(draft, {
    data: good,
    headers: { origin: "https://ailleurs.example" },
  });
  expect(foreign.status()).toBe(403);
  expect(await portal.sql(`SELECT 1 FROM "Draft"`)).toEqual([]);
});

test("signed out, the autosave answers 401 and pages lead to the sign-in", async ({
  page,
  portal,
}) => {
  const answer = await put(page.request, portal.url, {});
  expect(answer.status()).toBe(401);
  await page.goto("/demarches/reservations/calendrier?annee=1");
  await expect(page).toHaveURL(/\/connexion\?retour=/);
});

test("a foreign inscription, a closed day and a late one stand on the recap with their reason, unsent", async ({
  page,
  portal,
}) => {
  await signIn(page, "madelaine");
  const [ids] = await portal.sql<{
    year: number;
    home: number;
    canteen: number;
    meal: number;
    foreign: number;
  }>(`
    SELECT y.id AS year, f.id AS home, i.id AS canteen, u.id AS meal,
      (SELECT max(j.id) FROM "Inscription" j WHERE j."childId" <> c.id) AS foreign
    FROM "SchoolYear" y JOIN "Group" g ON g."schoolYearId" = y.id JOIN "Inscription" i ON i."groupId" = g.id
    JOIN "Child" c ON c.id = i."childId" AND c."firstName" = 'Léo'
    JOIN "FamilyChild" fc ON fc."childId" = c.id JOIN "Family" f ON f.id = fc."familyId" AND f.name = 'Dupont'
    JOIN "Unit" u ON u."activityId" = g."activityId" AND u.code = 'REPAS' WHERE y.name = '2025-2026'`);
  if (!ids) throw new Error("The seeded town has no Duponts");
  const key = (inscription: number, day: string) => `${inscription}|${ids.meal}|${day}`;
  const free = { want: true, seen: "free" };
  const saved = await put(page.request, portal.url, {
    familyId: ids.home,
    schoolYearId: ids.year,
    revision: 0,
    chosen: [ids.canteen, ids.foreign],
    wishes: {
      [key(ids.canteen, "2025-11-11")]: free,
      [key(ids.foreign, "2025-10-07")]: free,
      [key(ids.canteen, "2025-10-07")]: free,
    },
  });
  expect(saved.status()).toBe(200);
  await page.goto("/demarches/reservations/recapitulatif");
  await expect(page.getByText("2 choix ne peuvent pas être envoyés")).toBeVisible();
  await expect(page.getByText(/fermée ce jour-là/)).toBeVisible();
  await expect(page.getByText(/n’est pas celle d’un de vos enfants/)).toBeVisible();
  await page.getByRole("button", { name: "Envoyer mon changement" }).click();
  await page.waitForURL(/\/confirmation\//);
  const rows = await portal.sql<{ day: string }>(
    `SELECT day::text AS day FROM "Reservation" WHERE "inscriptionId" IN ($1, $2) AND "unitId" = $3
       AND "familyId" = (SELECT id FROM "Family" WHERE name = 'Dupont')`,
    [ids.canteen, ids.foreign, ids.meal],
  );
  expect(rows).toEqual([{ day: "2025-10-07" }]);
  // Back, and once more: there is nothing left to send twice.
  await page.goto("/demarches/reservations/recapitulatif");
  await expect(page.getByText("Il n’y a plus de brouillon à envoyer")).toBeVisible();
});

test("the periodicity's dates are checked next to their field", async ({ page }) => {
  await signIn(page, "madelaine");
  await page.goto("/demarches/reservations/calendrier");
  await page.getByRole("button", { name: "Appliquer une périodicité" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Date de fin").fill("2025-08-01");
  await dialog.getByRole("button", { name: "Suivant" }).click();
  await expect(dialog.getByText(/avant/)).toBeVisible();
  await dialog.getByLabel("Date de fin").fill("2033-07-01");
  await dialog.getByRole("button", { name: "Suivant" }).click();
  await expect(dialog.getByLabel("Date de fin")).toHaveAccessibleDescription(/./);
  await expect(dialog.getByLabel("Date de fin")).toHaveValue("2033-07-01");
});

test("a wrong number, a foreign request and a foreign confirmation are « introuvable »", async ({
  page,
  portal,
}) => {
  await signIn(page, "madelaine");
  const [foreign] = await portal.sql<{ number: number; submission: string }>(`
    SELECT number, "submissionId" AS submission FROM "ServiceRequest" WHERE number <= 66833 LIMIT 1`);
  for (const path of [
    "/demandes/abc",
    "/demandes/999999999999",
    `/demandes/${foreign?.number}`,
    `/demarches/reservations/confirmation/${foreign?.submission}`,
    "/demarches/reservations/confirmation/1",
  ]) {
    const answer = await page.goto(path);
    expect(answer?.status(), path).toBe(404);
    await expect(page.getByText(/introuvable/i).first()).toBeVisible();
  }
});
