import { createHmac } from "node:crypto";
import { expect, type Page } from "@playwright/test";
import { expectAccessible, expectNoSidewaysScroll } from "./accessibility";
import { keyboard, pointer, type Hands } from "./hands";
import { people, test } from "./portal";
import { midYear } from "./servers";

test.use({ now: midYear });

const PASSWORD = "preau-demo-2026";

/** What an authenticator application shows for a key written in base32, so many steps of 30 s from now. */
function codeOf(key: string, steps: number): string {
  const bits = [...key.replaceAll(/\s/g, "")]
    .map((letter) => "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(letter))
    .map((five) => five.toString(2).padStart(5, "0"))
    .join("");
  const bytes = (bits.match(/.{8}/g) ?? []).map((eight) => parseInt(eight, 2));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000) + steps));
  const mac = createHmac("sha1", Buffer.from(bytes)).update(counter).digest();
  const offset = (mac.at(-1) ?? 0) & 15;
  return String((mac.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, "0");
}

async function typePassword(page: Page, hands: Hands): Promise<void> {
  await page.goto("/connexion");
  await page.getByLabel("Identifiant").fill(people.madelaine);
  await page.getByLabel("Mot de passe", { exact: true }).fill(PASSWORD);
  await hands.press(page.getByRole("button", { name: "Se connecter", exact: true }));
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Code de validation");
}

const screens = [
  { width: 360, hands: "touch", colorScheme: "dark" },
  { width: 1280, hands: "keyboard", colorScheme: "light" },
] as const;

for (const { width, hands: which, colorScheme } of screens)
  test(`a parent sets up two steps, and comes in by a code, then by one of recovery, at ${width} px, by ${which}`, async ({
    portal,
  }, info) => {
    const look = { viewport: { width, height: 800 }, colorScheme };
    const page = await (await portal.device(look)).newPage();
    const hands: Hands = which === "keyboard" ? keyboard(page) : pointer();
    await page.goto("/connexion");
    await page.getByLabel("Identifiant").fill(people.madelaine);
    await page.getByLabel("Mot de passe", { exact: true }).fill(PASSWORD);
    await hands.press(page.getByRole("button", { name: "Se connecter", exact: true }));
    await page.waitForURL((url) => url.pathname === "/");

    await page.goto("/compte/validation/mise-en-place");
    await page.getByLabel("Mot de passe actuel", { exact: true }).fill(PASSWORD);
    await hands.press(page.getByRole("button", { name: "Commencer" }));
    const key = (await page.locator("code").textContent()) ?? "";
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
    await page.screenshot({ path: info.outputPath("mise-en-place.png"), fullPage: true });
    await page.getByLabel("Code que montre l’application").fill(codeOf(key, 0));
    await hands.press(page.getByRole("button", { name: "Confirmer" }));
    const recovery = page.getByRole("list", { name: "Vos codes de secours" });
    await expect(recovery.getByRole("listitem")).toHaveCount(10);
    const [spare = ""] = await recovery.getByRole("listitem").allTextContents();
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
    await page.screenshot({ path: info.outputPath("codes-de-secours.png"), fullPage: true });

    // The password alone is half of it: no page of hers opens, and a wrong code says so.
    await page.context().clearCookies();
    await typePassword(page, hands);
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
    await page.screenshot({ path: info.outputPath("code.png"), fullPage: true });
    const other = await page.context().newPage();
    await other.goto("/demandes");
    await expect(other).toHaveURL(/\/connexion/);
    await other.close();
    const code = page.getByLabel("Code", { exact: true });
    await code.fill("000000");
    await hands.press(page.getByRole("button", { name: "Se connecter", exact: true }));
    await expect(
      page.getByRole("alert").filter({ hasText: "Ce code n’est pas le bon" }),
    ).toBeFocused();
    // The one that set it up has served: the application shows the next one by now.
    await code.fill(codeOf(key, 1));
    await hands.press(page.getByRole("button", { name: "Se connecter", exact: true }));
    await page.waitForURL((url) => url.pathname === "/");

    // The telephone is lost: a code of recovery opens, once, and says how many are left.
    await page.context().clearCookies();
    await typePassword(page, hands);
    await code.fill(spare);
    await hands.press(page.getByRole("button", { name: "Se connecter", exact: true }));
    await expect(page.getByText("Il vous reste 9 codes de secours.").first()).toBeVisible();
    await expectAccessible(page);
    await page.screenshot({ path: info.outputPath("secours.png"), fullPage: true });
  });
