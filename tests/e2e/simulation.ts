import { expect, type Page } from "@playwright/test";
import { plain } from "@/tests/support/manual-tariffs";
import type { Hands } from "./hands";

/** The result as it stands on the page: activity, unit, amount of every row that is shown. */
export async function shownRows(page: Page): Promise<string[][]> {
  const rows = await page
    .getByRole("table", { name: "Tarifs par activité et par unité" })
    .evaluate((table) => {
      const own = (cell: Element | null) => cell?.firstChild?.textContent ?? "";
      return [...table.querySelectorAll("tbody")].flatMap((body) =>
        [...body.querySelectorAll("tr:has(th[scope=row])")]
          .filter((row) => (row as HTMLElement).offsetHeight > 0)
          .map((row) => [
            own(body.querySelector("th[scope=rowgroup]")),
            own(row.querySelector("th")),
            own(row.querySelector("td")),
          ]),
      );
    });
  return rows.map((row) => row.map(plain));
}

/** The error summary; Next's own announcer is an alert too. */
export const problems = (page: Page) =>
  page
    .getByRole("alert")
    .filter({ has: page.getByRole("heading", { name: "Il reste à corriger" }) });

export async function chooseVersion(page: Page, name: string): Promise<void> {
  const version = page.getByLabel("Date de calcul des prix");
  await expect(version).toContainText(name);
  const options = await version.locator("option").allTextContents();
  await version.selectOption({ index: options.findIndex((text) => text.startsWith(name)) });
}

/** From Mon accueil to the result, with the family's own file and the manual's tariff. */
export async function simulate(page: Page, hands: Hands): Promise<void> {
  await page.goto("/");
  await hands.press(page.getByRole("link", { name: "Calculer mes tarifs" }));
  await hands.press(page.getByRole("link", { name: "Commencer la démarche" }));
  await expect(page.getByLabel("Date de calcul des prix")).toContainText("Tarifs 2026");
  await chooseVersion(page, "Tarifs 2024");
  await hands.press(page.getByRole("button", { name: "Étape suivante" }));
  await page.waitForURL(/situation/);
  await hands.press(page.locator("summary", { hasText: "Afficher le détail" }));
  await expect(page.getByText("2,04 € ÷ 12 ÷ 1 = 0,17")).toBeVisible();
  await expect(page.getByRole("radio", { name: /^Enfant/ })).toBeChecked();
  await hands.press(page.getByRole("button", { name: "Calculer les tarifs" }));
  await page.waitForURL(/resultats/);
}
