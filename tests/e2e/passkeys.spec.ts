import { expect, type Page } from "@playwright/test";
import { expectAccessible, expectNoSidewaysScroll } from "./accessibility";
import { signInByForm, test } from "./portal";
import { midYear } from "./servers";

test.use({ now: midYear });

const screens = [
  { width: 360, colorScheme: "dark" },
  { width: 1280, colorScheme: "light" },
] as const;

/** A device of this browser that sees its owner, and makes and uses passkeys by itself. */
async function withAuthenticator(page: Page): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("WebAuthn.enable");
  await devtools.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
}

for (const { width, colorScheme } of screens)
  test(`a passkey is made, and signs in, at ${width} px`, async ({ portal }, info) => {
    const look = { viewport: { width, height: 800 }, colorScheme };
    const page = await (await portal.device(look)).newPage();
    await withAuthenticator(page);
    await signInByForm(page, "madelaine");
    await page.goto("/compte/cles/nouvelle");
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
    await page.getByLabel("Nom de la clé").fill("Mon téléphone");
    await page.getByLabel("Mot de passe actuel", { exact: true }).fill("preau-demo-2026");
    await page.screenshot({ path: info.outputPath("nouvelle-cle.png"), fullPage: true });
    await page.getByRole("button", { name: "Créer la clé d’accès" }).click();
    await expect(page.getByText("Votre clé d’accès est ajoutée.")).toBeVisible();
    const keys = page.getByRole("region", { name: "Clés d’accès" });
    await expect(keys).toContainText("Mon téléphone");
    await page.screenshot({ path: info.outputPath("cles.png"), fullPage: true });

    await page.context().clearCookies();
    await page.goto("/connexion");
    const enter = page.getByRole("button", { name: "Se connecter avec une clé d’accès" });
    await expect(enter).toBeVisible();
    await expectAccessible(page);
    await page.screenshot({ path: info.outputPath("connexion.png"), fullPage: true });
    await enter.click();
    await page.waitForURL((url) => url.pathname === "/");
    await page.goto("/compte");
    await expect(page.getByText("Connexion avec une clé d’accès")).toBeVisible();
  });
