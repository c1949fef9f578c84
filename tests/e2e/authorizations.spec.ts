import { expect, type Page } from "@playwright/test";
import { expectAccessible, expectNoSidewaysScroll } from "./accessibility";
import { keyboard, pointer, type Hands } from "./hands";
import { signIn, test } from "./portal";
import { midYear } from "./servers";

test.use({ now: midYear });

const button = (page: Page, name: string | RegExp) => page.getByRole("button", { name });
const answer = (page: Page, question: string | RegExp, word: string) =>
  page.getByRole("group", { name: question }).getByRole("radio", { name: word });

const screens = [
  { width: 360, hands: "touch" },
  { width: 1280, hands: "keyboard" },
] as const;

for (const { width, hands: which } of screens)
  test(`the manual's walk-through at ${width} px, by ${which}`, async ({ portal }) => {
    const device = await portal.device({ viewport: { width, height: 800 } });
    const page = await device.newPage();
    const hands: Hands = which === "keyboard" ? keyboard(page) : pointer();
    await signIn(page, "toto");
    await page.goto("/demarches/autorisations");
    await expectAccessible(page);
    await hands.press(page.getByRole("link", { name: "Voir les autorisations de Manon" }));
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Autorisations de Manon");
    await expect(page.getByText("Madame Jeanne TEST")).toBeVisible();
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
    // Two years old: the town asks whether they still hold.
    await expect(page.getByText("Toujours d’accord ?")).toBeVisible();
    await hands.press(page.getByRole("link", { name: "Mettre à jour" }).first());

    await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
    await expect(answer(page, "Sortir seul de l’activité", "Autorisation")).toBeChecked();
    await expectAccessible(page);
    await answer(page, "Sortir seul de l’activité", "Autorisation").focus();
    await page.keyboard.press("ArrowDown");
    await expect(answer(page, "Sortir seul de l’activité", "Interdiction")).toBeChecked();
    await hands.press(button(page, "Aller à l’étape 2"));

    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Récapitulatif");
    const change = page.getByRole("region", { name: "La demande pour Manon" });
    await expect(change.getByRole("listitem")).toHaveCount(1);
    await expect(change.getByRole("listitem")).toContainText(
      /Sortir seul de l’activité.*Autorisation.*devient.*Interdiction/s,
    );
    await expectAccessible(page);
    await hands.press(button(page, "Valider"));

    await page.waitForURL(/\/confirmation\//);
    await expect(page.getByText("Traitée positivement")).toBeVisible();
    await expectAccessible(page);
    const [mail] = await portal.mails(1);
    expect(mail?.email.subject).toContain("Autorisations de Manon");
    expect(mail?.email.text).toContain("Sortir seul de l’activité");
    expect(mail?.email.text).toContain("Interdiction");

    await page.goto("/demarches/autorisations");
    await page.getByRole("link", { name: "Voir les autorisations de Manon" }).click();
    const history = page.getByRole("region", { name: "Historique" });
    await expect(history).toContainText("Sortir seul de l’activité");
    await expect(history).toContainText("par Toto TEST");
    const rows = await portal.sql<{ allowed: boolean }>(
      `SELECT a.allowed FROM "Authorization" a JOIN "AuthorizationType" t ON t.id = a."typeId"
       JOIN "Child" c ON c.id = a."childId" WHERE t.code = 'SORTIR_SEUL' AND c."firstName" = 'Manon'
       AND c."lastName" = 'TEST'`,
    );
    expect(rows).toEqual([{ allowed: false }]);
  });

test("without any change nothing is sent, and unanswered questions are named", async ({
  portal,
}) => {
  const page = await (await portal.device()).newPage();
  await signIn(page, "madelaine");
  await page.goto("/demarches/autorisations");
  await page.getByRole("link", { name: "Voir les autorisations de Lucas" }).click();
  await page.getByRole("link", { name: "Mettre à jour" }).first().click();
  // Nothing is preset where nobody has answered.
  await expect(page.getByRole("radio", { checked: true })).toHaveCount(1);
  await button(page, "Aller à l’étape 2").click();
  await expect(page.getByRole("alert").first()).toContainText("Photographie");
  await expect(page).toHaveTitle(/^Erreur/);
  await expect(page.getByRole("radio", { checked: true })).toHaveCount(1);

  await page.goto("/demarches/autorisations");
  await page.getByRole("link", { name: "Voir les autorisations de Léo" }).click();
  await page.getByRole("link", { name: "Mettre à jour" }).first().click();
  await answer(page, /^Venir chercher.*/, "Interdiction")
    .last()
    .check();
  await button(page, "Aller à l’étape 2").click();
  await page.getByRole("link", { name: "Retour à l’étape 1" }).click();
  // What was chosen is still there.
  await expect(answer(page, /^Venir chercher.*/, "Interdiction").last()).toBeChecked();
});

test("one press confirms that nothing has changed", async ({ portal }) => {
  const page = await (await portal.device()).newPage();
  await signIn(page, "toto");
  await page.goto("/demarches/autorisations");
  await page.getByRole("link", { name: "Voir les autorisations de Manon" }).click();
  await button(page, "Oui, rien ne change").click();
  await expect(page.getByText("vos réponses sont confirmées")).toBeVisible();
  await expect(page.getByText("Toujours d’accord ?")).toBeHidden();
});
