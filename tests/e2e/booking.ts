import { expect, type Page } from "@playwright/test";
import type { Hands } from "./hands";

const manualWeek = [
  ["Léo", /études/i, ["lundi", "jeudi"]],
  ["Léo", /repas/i, ["mardi", "jeudi"]],
  ["Lucas", /accueil soir/i, ["mardi", "jeudi"]],
  ["Lucas", /journée/i, ["mercredi"]],
  ["Lucas", /repas/i, ["mardi", "jeudi"]],
] as const;

const button = (page: Page, name: string | RegExp) => page.getByRole("button", { name });

/** From home to the calendar with every inscription. */
export async function openCalendar(page: Page, hands: Hands): Promise<void> {
  await hands.press(page.getByRole("link", { name: /^réserver/i }).first());
  await hands.press(page.getByRole("link", { name: "Commencer la démarche" }));
  await hands.press(button(page, "Aller à l’étape 2"));
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/calendrier/i);
}

/** The manual's example and a Wednesday, as a periodicity over the default period. */
export async function applyManualWeek(page: Page, hands: Hands): Promise<void> {
  await hands.press(button(page, "Appliquer une périodicité"));
  const dialog = page.getByRole("dialog");
  await hands.press(dialog.getByRole("button", { name: "Suivant" }));
  await hands.press(dialog.getByRole("button", { name: "Suivant" }));
  for (const [child, unit, days] of manualWeek)
    for (const day of days) {
      const box = dialog
        .getByRole("checkbox", { name: unit })
        .and(dialog.getByRole("checkbox", { name: new RegExp(`^${day},.*${child}$`, "i") }));
      await hands.press(box);
    }
  await hands.press(dialog.getByRole("button", { name: "Voir l’aperçu" }));
  await hands.press(dialog.getByRole("button", { name: "Appliquer la périodicité" }));
  await expect(page.getByText("La périodicité a bien été appliquée")).toBeVisible();
}

/** Step 2 → 3 → 4. */
export async function send(page: Page, hands: Hands): Promise<void> {
  await hands.press(page.getByRole("link", { name: "Aller à l’étape 3" }));
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Récapitulatif");
  await hands.press(button(page, /^Envoyer m/));
  await page.waitForURL(/\/confirmation\//);
}
