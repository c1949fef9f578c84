import { expect, type Page } from "@playwright/test";
import { plain } from "@/tests/support/manual-tariffs";
import { expectAccessible, expectNoSidewaysScroll } from "./accessibility";
import { openCalendar } from "./booking";
import { keyboard, pointer } from "./hands";
import { signIn, test, type Portal } from "./portal";
import { midYear } from "./servers";

test.use({ now: midYear });

// Zoé lives one week with her mother, the next with her father: that of 23 November is her mother's.
const mothers = { monday: "lundi 7 décembre 2026" };
const fathers = { tuesday: "mardi 1er décembre 2026" };
const hers = /Garnier|Claire|06 39 98 10 40/;
const his = /Lambert(?! Zoé)|Julien|06 39 98 10 50/;

const region = (page: Page, name: string) => page.getByRole("region", { name, exact: true });
const outcome = (page: Page) => page.getByRole("status").filter({ hasText: "Votre document" });

async function expectGoodPage(page: Page): Promise<void> {
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
}

/** What a home has asked, and what it has to pay in the months to come, as the database says. */
const factsOf = async (portal: Portal, family: string) => {
  const requests = await portal.sql<{ number: number }>(
    `SELECT q.number FROM "ServiceRequest" q JOIN "Family" f ON f.id = q."familyId" AND f.name = $1
     ORDER BY q.number DESC`,
    [family],
  );
  const months = await portal.sql<{ amount: number }>(
    `SELECT sum(p.amount)::int AS amount FROM "Reservation" r JOIN "Price" p ON p.id = r."priceId"
     JOIN "Family" f ON f.id = r."familyId" AND f.name = $1
     WHERE r.day BETWEEN '2026-11-01' AND '2027-01-31' GROUP BY date_trunc('month', r.day)
     ORDER BY date_trunc('month', r.day)`,
    [family],
  );
  const euros = (cents: number) => `${(cents / 100).toFixed(2).replace(".", ",")} €`;
  return {
    numbers: requests.map(({ number }) => number),
    costs: months.map(({ amount }) => euros(amount)),
  };
};

/** The words of the page, without those of the frame, where the account is greeted by name. */
const words = async (page: Page) => plain(await page.locator("main").innerText());

const meal = (page: Page, d: string) =>
  page.getByRole("checkbox", { name: new RegExp(`Repas, Zoé, ${d}`) });

/** The day is said, in its place and in full, and there is no box to tick. */
async function expectElsewhere(page: Page, d: string): Promise<void> {
  await expect(page.locator("main")).toContainText("réservé par l’autre foyer");
  await expect(meal(page, d)).toHaveCount(0);
}

for (const { width, colorScheme } of [
  { width: 360, colorScheme: "dark" },
  { width: 1280, colorScheme: "light" },
] as const)
  test(`two parents, two homes, one child, at ${width} px: each sees its own`, async ({
    portal,
  }) => {
    const screen = { viewport: { width, height: 800 }, colorScheme };
    const mother = await (await portal.device(screen)).newPage();
    const father = await (await portal.device(screen)).newPage();
    await signIn(mother, "claire");
    await signIn(father, "julien");
    const [herFacts, hisFacts] = [
      await factsOf(portal, "Garnier"),
      await factsOf(portal, "Lambert"),
    ];

    await test.step("Mon accueil: where Zoé is, and what it costs", async () => {
      const days = (page: Page) => region(page, "Zoé").getByRole("listitem");
      await expect(days(mother).filter({ hasText: "Repas" })).toContainText("Réservé");
      await expect(days(mother).filter({ hasText: "autre foyer" })).toHaveCount(0);
      await expect(days(father).filter({ hasText: "Repas" })).toContainText(
        "Réservé par l’autre foyer",
      );
      for (const cost of herFacts.costs) await expect(mother.locator("main")).toContainText(cost);
      for (const cost of hisFacts.costs) await expect(father.locator("main")).toContainText(cost);
      for (const cost of herFacts.costs) expect(await words(father)).not.toContain(cost);
      for (const cost of hisFacts.costs) expect(await words(mother)).not.toContain(cost);
      expect(await words(mother)).not.toMatch(his);
      expect(await words(father)).not.toMatch(hers);
      for (const page of [mother, father]) await expectGoodPage(page);
    });

    await test.step("the calendar: the other's days are said, and do not move", async () => {
      for (const page of [mother, father]) await openCalendar(page, pointer());
      await expect(meal(father, fathers.tuesday)).toBeVisible();
      await expect(meal(father, fathers.tuesday)).toBeChecked();
      await expect(meal(father, fathers.tuesday)).toHaveAccessibleName(/réservé, [\d,]+ euros?$/);
      await expectElsewhere(mother, fathers.tuesday);
      for (const page of [mother, father])
        await page.getByRole("button", { name: "Semaine suivante" }).click();
      await expect(meal(mother, mothers.monday)).toBeChecked();
      await expectElsewhere(father, mothers.monday);
      for (const page of [mother, father]) await expectGoodPage(page);
      expect(await words(mother)).not.toMatch(his);
      expect(await words(father)).not.toMatch(hers);
    });

    await test.step("Mes demandes: each its own numbers", async () => {
      for (const [page, own, other] of [
        [mother, herFacts, hisFacts],
        [father, hisFacts, herFacts],
      ] as const) {
        await page.goto("/demandes");
        const text = await words(page);
        for (const number of own.numbers) expect(text).toContain(String(number));
        for (const number of other.numbers) expect(text).not.toContain(String(number));
        const [theirs = 0] = other.numbers;
        expect((await page.goto(`/demandes/${theirs}`))?.status()).toBe(404);
        await page.goto(`/demandes/${own.numbers[0] ?? 0}`);
        await expectGoodPage(page);
      }
    });

    await test.step("documents: each its own, but for whoever holds the number", async () => {
      await mother.goto("/documents");
      await mother.getByRole("button", { name: "Télécharger l’attestation" }).click();
      await expect(outcome(mother)).toBeVisible();
      const href = (await outcome(mother).getByRole("link").getAttribute("href")) ?? "";
      await father.goto("/documents");
      await expect(father.getByText("Vous n’avez encore édité aucun document.")).toBeVisible();
      expect((await father.request.get(href)).status()).toBe(404);
      expect((await mother.request.get(href)).status()).toBe(200);
      await father.goto(`/verifier/${href.split("/")[2] ?? ""}`);
      await expect(father.getByText("Zoé Lambert").first()).toBeVisible();
      expect(await words(father)).not.toMatch(hers);
    });

    await test.step("a day that one takes is the other's no more", async () => {
      for (const page of [mother, father]) {
        await page.goto("/");
        await openCalendar(page, pointer());
      }
      // Friday is nobody's: the father takes it while the mother looks at the same week.
      const friday = "vendredi 4 décembre 2026";
      await meal(father, friday).click();
      await father.getByRole("link", { name: "Aller à l’étape 3" }).click();
      await father.getByRole("button", { name: /^Envoyer m/ }).click();
      await father.waitForURL(/\/confirmation\//);
      await mother.reload();
      await expectElsewhere(mother, friday);
      const mails = await portal.mails(1);
      expect(mails.map(({ email }) => email.to).flat()).toEqual(["julien.lambert@exemple.fr"]);
    });
  });

for (const { width, colorScheme, tool } of [
  { width: 360, colorScheme: "light", tool: "touch" },
  { width: 1280, colorScheme: "dark", tool: "keyboard" },
] as const)
  test(`a parent of two families changes from one to the other at ${width} px, by ${tool}`, async ({
    portal,
  }) => {
    const device = await portal.device({ viewport: { width, height: 800 }, colorScheme });
    const page = await device.newPage();
    const hands = tool === "keyboard" ? keyboard(page) : pointer();
    const switcher = region(page, "Foyer affiché");
    const { numbers } = await factsOf(portal, "Lambert");
    await signIn(page, "julien");
    await expect(switcher).toContainText("Foyer affiché : Lambert");
    await expect(page.getByRole("button", { name: /^Passer au foyer/ })).toHaveCount(1);
    await expect(region(page, "Zoé")).toBeVisible();
    await expectGoodPage(page);

    await hands.press(switcher.getByRole("button", { name: "Passer au foyer Moreau" }));
    await expect(switcher).toContainText("Foyer affiché : Moreau");
    await expect(page).toHaveURL("/");
    await expect(region(page, "Sacha")).toBeVisible();
    await expect(region(page, "Zoé")).toHaveCount(0);
    await expect(page.locator("main")).toContainText("Inès Moreau");
    await expectGoodPage(page);

    // What is the other family's is not there, and the page says where to look.
    expect((await page.goto(`/demandes/${numbers[0] ?? 0}`))?.status()).toBe(404);
    await expect(page.locator("main")).toContainText("changez de foyer en haut de la page");
    for (const path of [
      "/demandes",
      "/documents",
      "/famille/contacts",
      "/demarches/autorisations",
    ]) {
      await page.goto(path);
      await expect(switcher).toContainText("Foyer affiché : Moreau");
      expect(await words(page)).not.toContain("Zoé");
    }
    await page.goto("/");
    await openCalendar(page, pointer());
    await expect(page.getByRole("checkbox", { name: /Repas, Sacha, lundi/ }).first()).toBeVisible();
    await expect(page.getByRole("checkbox", { name: /Zoé/ })).toHaveCount(0);

    // It lasts: another tab, and the next sign-in on this device.
    const tab = await device.newPage();
    await tab.goto("/documents");
    await expect(region(tab, "Foyer affiché")).toContainText("Moreau");
    await hands.press(switcher.getByRole("button", { name: "Passer au foyer Lambert" }));
    await expect(region(page, "Zoé")).toBeVisible();
    await expect(switcher).toContainText("Foyer affiché : Lambert");
  });
