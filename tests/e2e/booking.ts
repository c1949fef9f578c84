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

/** From home to the calendar with every inscription: straight for who has booked before. */
export async function openCalendar(page: Page, hands: Hands): Promise<void> {
  await hands.press(page.getByRole("link", { name: /^réserver/i }).first());
  await page.waitForURL(/\/demarches\/reservations/);
  if (!page.url().includes("/calendrier")) {
    await hands.press(page.getByRole("link", { name: "Commencer la démarche" }));
    await hands.press(button(page, "Aller à l’étape 2"));
  }
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/calendrier/i);
}

/** A gesture of the menu « Actions rapides ». */
export async function openQuickActions(page: Page): Promise<void> {
  await page.locator("summary", { hasText: "Actions rapides" }).click();
}

/** The first screen has a box; on a wide one the whole week stands above the bar that stays. */
export async function expectCalendarInSight(page: Page): Promise<void> {
  const bar = await page.getByRole("region", { name: "Vos modifications" }).boundingBox();
  const table = page.getByRole("table");
  const box = await table.getByRole("checkbox").first().boundingBox();
  const last = await table.getByRole("row").last().boundingBox();
  if (!bar || !box || !last) throw new Error("The calendar is not drawn");
  expect(box.y + box.height).toBeLessThan(bar.y);
  // Eight lines here, and room for a ninth.
  if ((page.viewportSize()?.width ?? 0) >= 1280) expect(last.y + last.height).toBeLessThan(bar.y);
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
  await hands.press(dialog.getByRole("button", { name: /^Ajouter \d+/ }));
  await expect(page.getByText("La périodicité a bien été appliquée")).toBeVisible();
}

/** Step 2 → 3 → 4. */
export async function send(page: Page, hands: Hands): Promise<void> {
  await hands.press(page.getByRole("link", { name: "Aller à l’étape 3" }));
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Récapitulatif");
  await hands.press(button(page, /^Envoyer m/));
  await page.waitForURL(/\/confirmation\//);
}
