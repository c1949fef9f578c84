import { expect } from "@playwright/test";
import { expectAccessible, expectNoSidewaysScroll } from "./accessibility";
import { applyManualWeek, expectCalendarInSight, openCalendar, send } from "./booking";
import { keyboard, pointer } from "./hands";
import { signIn, test, type Portal } from "./portal";
import { midYear } from "./servers";

interface BookedRow {
  firstName: string;
  unit: string;
  state: string;
  days: string[];
}

const booked = (portal: Portal) =>
  portal.sql<BookedRow>(`
    SELECT c."firstName", u.label AS unit, r.state::text AS state, array_agg(r.day::text ORDER BY r.day) AS days
    FROM "Reservation" r JOIN "Inscription" i ON i.id = r."inscriptionId" JOIN "Child" c ON c.id = i."childId"
    JOIN "Unit" u ON u.id = r."unitId" JOIN "Family" f ON f.id = r."familyId" AND f.name = 'Dupont'
    JOIN "Group" g ON g.id = i."groupId" JOIN "SchoolYear" y ON y.id = g."schoolYearId" AND y.name = '2025-2026'
    GROUP BY 1, 2, 3 ORDER BY 1, 2`);

const screens = [
  { name: "a phone, by touch", width: 360, height: 740, touch: true, keys: false },
  { name: "a desk, by mouse", width: 1280, height: 800, touch: false, keys: false },
  { name: "a phone, by keyboard alone", width: 360, height: 740, touch: false, keys: true },
  { name: "a desk, by keyboard alone", width: 1280, height: 800, touch: false, keys: true },
];

for (const screen of screens) {
  test.describe(screen.name, () => {
    test.use({
      viewport: { width: screen.width, height: screen.height },
      hasTouch: screen.touch,
      colorScheme: screen.keys ? "dark" : "light",
    });

    test("the manual's year in at most 20 taps", async ({ page, portal }) => {
      await signIn(page, "madelaine");
      const hands = screen.keys ? keyboard(page) : pointer();
      await openCalendar(page, hands);
      await expectCalendarInSight(page);
      await expectAccessible(page);
      await applyManualWeek(page, hands);
      await expectNoSidewaysScroll(page);
      await expectAccessible(page);
      await send(page, hands);
      expect(hands.taps).toBeLessThanOrEqual(20);
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(
        "Vos 5 demandes sont enregistrées",
      );
      await expectNoSidewaysScroll(page);
      await expectAccessible(page);

      const rows = await booked(portal);
      const count = (name: string, unit: string) =>
        rows.find((r) => r.firstName === name && r.unit === unit)?.days.length;
      expect(count("Léo", "Repas")).toBe(70);
      expect(count("Lucas", "Repas")).toBe(70);
      expect(rows.find((r) => r.firstName === "Lucas" && r.state === "pending")?.unit).toBe(
        "Journée",
      );
      for (const number of [66834, 66835, 66836, 66837, 66838])
        await expect(page.getByText(`Demande n° ${number}`)).toBeVisible();
      await expect(page.getByText("Traitée positivement")).toHaveCount(4);
      await expect(page.getByText("En cours d’instruction", { exact: true })).toHaveCount(1);

      const [mail] = await portal.mails(1);
      expect(mail?.email.to).toBe("madelainedupont@exemple.fr");
      expect(mail?.email.subject).toBe("Vos demandes n°\u00a066834 à\u00a066838 sont enregistrées");
      expect(mail?.email.reply_to).toBe("education@clairval.example");
      expect(mail?.email.text).toMatch(/tous les mardis et jeudis.*: 70 repas/);
      expect(mail?.headers["idempotency-key"]).toBeTruthy();
    });
  });
}

test("the manual's recap: page 2 of 4 of the études is 01/12 to 19/02, 20 dates", async ({
  page,
}) => {
  await signIn(page, "madelaine");
  const hands = pointer();
  await openCalendar(page, hands);
  await applyManualWeek(page, hands);
  await page.getByRole("link", { name: "Aller à l’étape 3" }).click();
  await expect(
    page.getByText(/tous les mardis et jeudis, du 2 sept\. 2025 au 2 juil\. 2026\s: 70 repas/),
  ).toHaveCount(2);
  await page.getByText("Voir les 65 dates").click();
  await page.getByRole("button", { name: "Page 2 sur 4, 20 dates" }).click();
  const dates = page
    .getByRole("region", { name: "Études surveillées" })
    .getByText(/^(lun|jeu)\. \d/);
  const shown = await dates.filter({ visible: true }).allTextContents();
  expect(shown).toHaveLength(20);
  expect(shown[0]).toBe("lun. 1er déc. 2025");
  expect(shown.at(-1)).toBe("jeu. 19 févr. 2026");
});

test.describe("in the middle of the year", () => {
  test.use({ now: midYear, viewport: { width: 360, height: 740 }, hasTouch: true });

  test("the year shows what is booked, and opens a week", async ({ page }) => {
    await signIn(page, "madelaine");
    await openCalendar(page, pointer());
    await page.getByText("Année", { exact: true }).click();
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);
    await page
      .getByRole("button", { name: /^Semaine du lundi 14 décembre 2026/ })
      .first()
      .click();
    await expect(
      page.getByRole("heading", { level: 2, name: /14 au 20 décembre 2026/ }),
    ).toBeFocused();
    await expect(
      page.getByRole("checkbox", { name: /mardi 15 décembre 2026/ }).first(),
    ).toBeVisible();
  });

  test("reprendre mon rythme, in at most 5 taps", async ({ page, portal }) => {
    await signIn(page, "madelaine");
    const before = await portal.sql<{ n: number }>(`SELECT count(*)::int AS n FROM "Reservation"`);
    const hands = pointer();
    await openCalendar(page, hands);
    await hands.press(page.getByRole("button", { name: "Reprendre mon rythme" }));
    const dialog = page.getByRole("dialog");
    await hands.press(dialog.getByRole("button", { name: /^Ajouter \d+/ }));
    await send(page, hands);
    expect(hands.taps).toBeLessThanOrEqual(5);
    const after = await portal.sql<{ n: number }>(`SELECT count(*)::int AS n FROM "Reservation"`);
    expect((after[0]?.n ?? 0) - (before[0]?.n ?? 0)).toBeGreaterThan(200);
  });
});
