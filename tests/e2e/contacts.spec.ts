import { expect, type Page } from "@playwright/test";
import { expectAccessible, expectNoSidewaysScroll } from "./accessibility";
import { keyboard, pointer, type Hands } from "./hands";
import { signIn, test } from "./portal";
import { midYear } from "./servers";

test.use({ now: midYear });

const button = (page: Page, name: string) => page.getByRole("button", { name });
const link = (page: Page, name: string) => page.getByRole("link", { name });
const fetching = (page: Page, child: string, word: string) =>
  page
    .getByRole("group", { name: `Venir chercher l’enfant (${child})` })
    .getByRole("radio", { name: word });

async function expectGoodPage(page: Page, title: string): Promise<void> {
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(title);
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
}

async function describeUncle(page: Page, birthDate: string): Promise<void> {
  await page.getByLabel("Prénom").fill("Karim");
  await page.getByLabel("Nom", { exact: true }).fill("Berger");
  await page.getByLabel("Lien avec l’enfant").fill("Oncle");
  await page.getByLabel("Date de naissance").fill(birthDate);
}

const screens = [
  { width: 360, hands: "touch", colorScheme: "dark" },
  { width: 1280, hands: "keyboard", colorScheme: "light" },
] as const;

for (const { width, hands: which, colorScheme } of screens)
  test(`a contact is added, changed and removed at ${width} px, by ${which}`, async ({
    portal,
  }) => {
    const device = await portal.device({ viewport: { width, height: 800 }, colorScheme });
    const page = await device.newPage();
    const hands: Hands = which === "keyboard" ? keyboard(page) : pointer();
    await signIn(page, "madelaine");
    await page.goto("/famille/contacts");
    await expectGoodPage(page, "Mes contacts");
    await expect(page.getByRole("region", { name: "Monsieur Marcel Dupont" })).toContainText(
      "Autorisation",
    );
    await hands.press(link(page, "Ajouter un contact"));
    await expectGoodPage(page, "Ajouter un contact");

    // Too young, no valid number, no answer: all is said, and nothing that was typed is lost.
    await describeUncle(page, "2010-11-23");
    await page.getByLabel("Téléphone").fill("06 39");
    await hands.press(page.getByRole("checkbox", { name: "Léo" }));
    await expect(fetching(page, "Léo", "Autorisation")).not.toBeChecked();
    await expect(fetching(page, "Léo", "Interdiction")).not.toBeChecked();
    await expect(fetching(page, "Lucas", "Autorisation")).toBeHidden();
    await hands.press(button(page, "Ajouter ce contact"));
    const summary = page.getByRole("alert").filter({ hasText: "Il reste à corriger" });
    await expect(summary).toBeFocused();
    await expect(summary).toContainText("numéro de téléphone complet");
    await expect(summary).toContainText("Léo");
    await expect(page.getByLabel("Prénom")).toHaveValue("Karim");
    await expect(page.getByRole("checkbox", { name: "Léo" })).toBeChecked();
    await expectAccessible(page);

    await page.getByLabel("Téléphone").fill("06.39.98.10.45");
    await fetching(page, "Léo", "Autorisation").focus();
    await page.keyboard.press("Space");
    await hands.press(button(page, "Ajouter ce contact"));
    await expect(summary).toContainText("au moins 16");
    await page.getByLabel("Date de naissance").fill("1988-07-01");
    await hands.press(button(page, "Ajouter ce contact"));

    await page.waitForURL(/fait=ajout/);
    await expect(page.getByRole("status")).toContainText("Karim Berger fait partie");
    const card = page.getByRole("region", { name: "Karim Berger" });
    await expect(card).toContainText("06 39 98 10 45");
    await expect(card).toContainText("Autorisation");
    await expectGoodPage(page, "Mes contacts");
    const [added] = await portal.mails(1);
    expect(added?.email.text).toContain("Venir chercher l’enfant, Karim Berger");

    await hands.press(link(page, "Modifier Karim Berger"));
    await expectGoodPage(page, "Modifier Karim Berger");
    await fetching(page, "Léo", "Interdiction").focus();
    await page.keyboard.press("Space");
    await hands.press(button(page, "Enregistrer les modifications"));
    await page.waitForURL(/fait=modification/);
    await expect(card).toContainText("Interdiction");

    await hands.press(link(page, "Retirer Monsieur Marcel Dupont"));
    await expectGoodPage(page, "Retirer Monsieur Marcel Dupont ?");
    await expect(
      page.getByText("Monsieur Marcel Dupont ne pourra plus venir chercher Léo et Lucas."),
    ).toBeVisible();
    await hands.press(button(page, "Retirer ce contact"));
    await page.waitForURL(/fait=retrait/);
    await expect(page.getByRole("region", { name: "Monsieur Marcel Dupont" })).toHaveCount(0);
    await hands.press(link(page, "Voir ma demande"));
    await expect(page.getByText("Traitée positivement").first()).toBeVisible();
    expect(await portal.mails(3)).toHaveLength(3);

    // The history still names the contact.
    const [leo] = await portal.sql<{ id: number }>(
      `SELECT c.id FROM "Child" c WHERE c."firstName" = 'Léo' AND c."lastName" = 'Dupont'`,
    );
    await page.goto(`/demarches/autorisations/enfants/${leo?.id}`);
    const history = page.getByRole("region", { name: "Historique" });
    await expect(history).toContainText("Venir chercher l’enfant, Marcel Dupont");
    await hands.press(page.getByRole("main").getByRole("link", { name: "Mes contacts" }));
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Mes contacts");
  });

test("another family's contact is introuvable, and 320 px with large text holds", async ({
  portal,
}) => {
  const page = await (await portal.device({ viewport: { width: 320, height: 700 } })).newPage();
  await signIn(page, "toto");
  const named = (name: string) =>
    portal.sql<{ id: number }>(`SELECT id FROM "Contact" WHERE "firstName" = $1 ORDER BY id`, [
      name,
    ]);
  const [theirs] = await named("Marcel");
  for (const path of [String(theirs?.id), `${theirs?.id}/retirer`, "999999", "abc"])
    expect((await page.goto(`/famille/contacts/${path}`))?.status()).toBe(404);
  const [mine] = await named("Jeanne");
  for (const path of ["", "/nouveau", `/${mine?.id}`, `/${mine?.id}/retirer`]) {
    await page.goto(`/famille/contacts${path}`);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await page.addStyleTag({ content: "html { font-size: 200% !important }" });
    await expectNoSidewaysScroll(page);
  }
});
