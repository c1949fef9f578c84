import { expect, type Page } from "@playwright/test";
import { expectAccessible, expectNoSidewaysScroll } from "./accessibility";
import { keyboard, pointer, type Hands } from "./hands";
import { people, signInByForm, test } from "./portal";
import { midYear } from "./servers";

test.use({ now: midYear });

const button = (page: Page, name: string | RegExp) => page.getByRole("button", { name });
const field = (page: Page, name: string) => page.getByLabel(name, { exact: true });

async function expectGoodPage(page: Page, title: string): Promise<void> {
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(title);
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
}

const screens = [
  { width: 360, hands: "touch", colorScheme: "dark" },
  { width: 1280, hands: "keyboard", colorScheme: "light" },
] as const;

for (const { width, hands: which, colorScheme } of screens)
  test(`one's devices are signed out, and the password changed, at ${width} px, by ${which}`, async ({
    portal,
  }, info) => {
    const look = { viewport: { width, height: 800 }, colorScheme };
    const phone = await (await portal.device()).newPage();
    const page = await (await portal.device(look)).newPage();
    const hands: Hands = which === "keyboard" ? keyboard(page) : pointer();
    await signInByForm(phone, "madelaine");
    await signInByForm(page, "madelaine");

    await page.goto("/compte");
    await expectGoodPage(page, "Mon compte");
    const devices = page.getByRole("region", { name: "Mes appareils connectés" });
    const journal = page.getByRole("region", { name: "Ce qui s’est passé" });
    await expect(devices.getByRole("listitem")).toHaveCount(2);
    await expect(devices.getByRole("listitem").first()).toContainText("Cet appareil");
    await expect(journal.getByRole("listitem").first()).toContainText("Connexion");
    await page.screenshot({ path: info.outputPath("mon-compte.png"), fullPage: true });
    await hands.press(devices.getByRole("button", { name: /^Déconnecter Chrome/ }));
    await expect(page.getByText("L’appareil est déconnecté.")).toBeVisible();
    await expect(devices.getByRole("listitem")).toHaveCount(1);
    await phone.goto("/demandes");
    await expect(phone).toHaveURL(/\/connexion/);

    // The telephone comes back; another password signs it out.
    await signInByForm(phone, "madelaine");
    await hands.press(page.getByRole("link", { name: "Changer mon mot de passe" }));
    await expectGoodPage(page, "Changer mon mot de passe");
    await field(page, "Mot de passe actuel").fill("pas le bon");
    await field(page, "Nouveau mot de passe").fill("girafe-bouton-neige");
    await field(page, "Nouveau mot de passe, une deuxième fois").fill("girafe-bouton-neige");
    await hands.press(button(page, "Changer mon mot de passe"));
    await expect(page.getByRole("alert").filter({ hasText: "n’est pas le bon" })).toBeFocused();
    await expectAccessible(page);

    await field(page, "Mot de passe actuel").fill("preau-demo-2026");
    for (const name of ["Nouveau mot de passe", "Nouveau mot de passe, une deuxième fois"])
      await field(page, name).fill("madelaine2026");
    await hands.press(button(page, "Changer mon mot de passe"));
    await expect(page.getByRole("alert").filter({ hasText: "se devine" })).toBeFocused();

    for (const name of ["Nouveau mot de passe", "Nouveau mot de passe, une deuxième fois"])
      await field(page, name).fill("girafe-bouton-neige");
    const show = button(page, "Afficher Nouveau mot de passe").first();
    await hands.press(show);
    await expect(field(page, "Nouveau mot de passe")).toHaveAttribute("type", "text");
    await page.screenshot({ path: info.outputPath("mot-de-passe.png"), fullPage: true });
    await hands.press(button(page, "Changer mon mot de passe"));
    await expect(page.getByText("Votre mot de passe a changé.")).toBeVisible();
    await phone.goto("/demandes");
    await expect(phone).toHaveURL(/\/connexion/);
    const [mail] = await portal.mails(1);
    expect(mail?.email.to).toContain(people.madelaine);
    expect(mail?.email.subject).toBe("Votre mot de passe a été changé");
  });

test("a parent who asks for it stays signed in after the browser was closed; others do not", async ({
  portal,
}) => {
  for (const stays of [true, false]) {
    const device = await portal.device();
    const page = await device.newPage();
    await page.goto("/connexion");
    await field(page, "Identifiant").fill(people.thomas);
    await field(page, "Mot de passe").fill("preau-demo-2026");
    await page.getByRole("checkbox", { name: "Rester connecté" }).setChecked(stays);
    await button(page, /^Se connecter$/).click();
    await page.waitForURL((url) => url.pathname === "/");
    const session = (await device.cookies()).find(({ name }) => name === "preau-session");
    // -1: until the browser is closed.
    expect((session?.expires ?? 0) > 0).toBe(stays);
  }
});
