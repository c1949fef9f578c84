import { expect } from "@playwright/test";
import { manualHeader, manualTariffs, plain } from "@/tests/support/manual-tariffs";
import { expectAccessible, expectNoSidewaysScroll } from "./accessibility";
import { keyboard, pointer } from "./hands";
import { readPdf } from "./pdf";
import { signIn, test } from "./portal";
import { midYear } from "./servers";
import { chooseVersion, problems, shownRows, simulate } from "./simulation";

test.use({ now: midYear });

const title =
  /^Résultats de la simulation des tarifs \(22 novembre 2026 à 10:\d\d par M. Toto TEST\)$/;

for (const width of [360, 1280])
  for (const tool of ["pointer", "keyboard"] as const)
    test(`the manual’s result, line for line, at ${width} px by ${tool}`, async ({ portal }) => {
      const page = await (await portal.device({ viewport: { width, height: 800 } })).newPage();
      await signIn(page, "toto");
      const hands = tool === "pointer" ? pointer() : keyboard(page);
      await simulate(page, hands);
      await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
      const heading = page.getByRole("heading", { level: 2 }).first();
      expect(plain(await heading.innerText())).toMatch(title);
      await expect(page.getByText(manualHeader)).toBeVisible();
      expect(await shownRows(page)).toEqual(manualTariffs);
      await hands.press(page.locator("summary", { hasText: "pour Repas" }));
      const why = page.locator("details[open]");
      await expect(why).toContainText("Quotient familial 0,17 : tranche de 0,00 à 399,99");
      await expect(why).toContainText("Prix2,08 €");
      await expectAccessible(page);
      await expectNoSidewaysScroll(page);
    });

test("in print: the sheet alone, the same lines", async ({ page }) => {
  await signIn(page, "toto");
  await simulate(page, pointer());
  await page.emulateMedia({ media: "print" });
  expect(await shownRows(page)).toEqual(manualTariffs);
  await expect(page.getByText(manualHeader)).toBeVisible();
  await expect(page.getByText("Espace familles de Clairval-sur-Orge").first()).toBeVisible();
  await expect(page.getByRole("heading", { level: 1 })).toBeHidden();
  for (const chrome of ["banner", "contentinfo", "navigation", "button"] as const)
    await expect(page.getByRole(chrome)).toHaveCount(0);
  await expect(page.getByText("Pourquoi ce prix").first()).toBeHidden();
  // One sheet of A4.
  const sheet = await readPdf(await page.pdf({ format: "A4", preferCSSPageSize: true }));
  expect(sheet.pages).toBe(1);
});

const tableOf = (rows: readonly (readonly string[])[]) => {
  const [heads, ...lines] = rows.slice(rows.findIndex(([first]) => first === "Activités"));
  let activity = "";
  const found = lines.map((cells) => {
    const [name = "", amount = ""] = cells.slice(-2);
    if (cells.length === 3) activity = cells[0] ?? "";
    // The name is followed by its remarks and the reason of its price.
    const unit = manualTariffs.find(([a, u]) => a === activity && name.startsWith(`${u} `))?.[1];
    return [activity, unit, amount];
  });
  return { heads, lines: found };
};

test("as a document: numbered, tagged, the same lines in the same order, verified", async ({
  page,
  portal,
}) => {
  await signIn(page, "toto");
  await simulate(page, pointer());
  await page.getByRole("button", { name: "Télécharger ce résultat" }).click();
  const made = page.getByRole("status").filter({ hasText: "Votre document est prêt" });
  await expect(made).toBeFocused();
  await expect(made).toContainText("Résultat de la simulation des tarifs, n°");
  const address = (await made.getByRole("link").getAttribute("href")) ?? "";
  const code = /[^/]{14}(?=\/document.pdf)/.exec(address)?.[0] ?? "";
  await expect(page.getByRole("listitem").filter({ hasText: code })).toContainText(
    "Résultat de la simulation des tarifs – Manon TEST",
  );

  const answer = await page.request.get(address);
  expect(answer.headers()).toMatchObject({
    "content-type": "application/pdf",
    "content-disposition": `attachment; filename="tarifs-${code}.pdf"`,
    "cache-control": "private, no-store",
  });
  const pdf = await readPdf(await answer.body());
  expect(pdf).toMatchObject({ language: "fr-FR", tagged: true });
  expect(pdf.elements("H1")).toEqual(["Résultat de la simulation des tarifs"]);
  expect(pdf.text).toContain(`N° ${code}, du dimanche 22 novembre 2026`);
  const facts = pdf.rows.filter((row) => row.length === 2).map((row) => row.join(" : "));
  expect(facts.slice(0, 2)).toEqual(["Enfant : Manon TEST", "Demandeur : M. Toto TEST"]);
  expect(facts.slice(2, 9).join(" – ")).toBe(manualHeader);
  const { heads, lines } = tableOf(pdf.rows);
  expect(heads).toEqual(["Activités", "Unités", "Tarifs"]);
  expect(lines).toEqual(manualTariffs);

  // Whoever is signed out has the number alone: it opens the page that verifies, not the file.
  const anybody = await (await portal.device({ viewport: { width: 360, height: 800 } })).newPage();
  expect((await anybody.request.get(address)).status()).toBe(404);
  await anybody.goto(`/verifier/${code}`);
  const shown = anybody.getByRole("region", { name: "Résultat de la simulation des tarifs" });
  const items = (await shown.getByRole("listitem").allInnerTexts()).map(plain);
  expect(items).toHaveLength(manualTariffs.length);
  for (const [, unit, amount] of manualTariffs)
    expect(items.filter((item) => item.startsWith(unit) && item.endsWith(amount))).not.toEqual([]);
  await expectAccessible(anybody);
  await expectNoSidewaysScroll(anybody);
});

test("own values are tried; the file does not change, and nothing typed is lost", async ({
  page,
  portal,
}) => {
  const file = () => portal.sql(`SELECT * FROM "FamilyQuotient" ORDER BY "familyId", "firstDay"`);
  const before = await file();
  await signIn(page, "toto");
  await simulate(page, pointer());
  await expect(page.getByText("vous avez essayé d’autres valeurs")).toBeHidden();
  await page.getByRole("link", { name: "Retour à l’étape 2" }).click();
  // The heading has the focus once the page's scripts run: they keep what is typed for Back.
  await expect(page.getByRole("heading", { name: "Votre situation" })).toBeFocused();
  await page.getByLabel("Quotient familial").fill("1 700,50");
  await page.getByLabel("Nombre de parts").fill("2,5");
  await page.getByRole("radio", { name: /^Élève PAI/ }).check();
  await page.getByRole("button", { name: "Calculer les tarifs" }).click();
  await expect(page.getByText("vous avez essayé d’autres valeurs")).toBeVisible();
  await expect(page.getByText("Au prix de « Formule PAI, journée sans repas »")).toHaveCount(2);
  await expect(page.getByText("Nombre de parts : 2,5")).toBeVisible();
  await page.getByRole("button", { name: "Télécharger ce résultat" }).click();
  const made = page.getByRole("status").filter({ hasText: "Votre document est prêt" });
  const paper = (await made.getByRole("link").getAttribute("href")) ?? "";
  const pdf = await readPdf(await (await page.request.get(paper)).body());
  expect(pdf.elements("P")).toContain(
    "Simulation avec des valeurs essayées : quotient familial, catégorie de la personne et nombre de parts. Elles ne viennent pas du dossier de la famille TEST.",
  );
  await page.goBack();
  await page.goBack();
  await expect(page.getByLabel("Quotient familial")).toHaveValue("1 700,50");
  await page.goForward();
  await page.getByRole("link", { name: "Retour à l’étape 2" }).click();
  await expect(page.getByLabel("Nombre de parts")).toHaveValue("2,5");
  // Back to the first step and on again: the situation is still the one that was typed.
  await page.getByRole("link", { name: "Retour à l’étape 1" }).click();
  await chooseVersion(page, "Tarifs 2025");
  await page.getByRole("button", { name: "Étape suivante" }).click();
  await expect(page.getByLabel("Quotient familial")).toHaveValue("1 700,50");
  await page.getByRole("button", { name: "Calculer les tarifs" }).click();
  await expect(page.getByText("Date de calcul : Tarifs 2025")).toBeVisible();
  await page.goBack();
  await page.getByRole("link", { name: "Annuler la simulation" }).click();
  await expect(page).toHaveURL("/");
  expect(await file()).toEqual(before);
});

test("each child has its own category and rank", async ({ page }) => {
  await signIn(page, "madelaine");
  await page.goto("/demarches/tarifs/situation");
  await expect(page.getByLabel("Rang de l’enfant")).toHaveValue("1");
  const children = page.getByRole("navigation", { name: "Pour quel enfant ?" });
  await children.getByRole("link", { name: "Lucas" }).click();
  await expect(page.getByLabel("Rang de l’enfant")).toHaveValue("2");
  await expect(children.getByRole("link", { name: "Lucas" })).toHaveAttribute(
    "aria-current",
    "page",
  );
});

test("side by side with another tariff, then with another quotient", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 800 });
  await signIn(page, "toto");
  await simulate(page, pointer());
  await page.getByLabel("Avec quel tarif ?").selectOption({ label: "Tarifs 2026" });
  await page.getByRole("button", { name: "Comparer" }).click();
  const table = page.getByRole("table", { name: "Comparaison des tarifs" });
  const meal = table.getByRole("row", { name: /^Repas/ });
  await expect(meal).toContainText("2,08 €");
  await expect(meal).toContainText("2,15 €");
  await expect(meal).toContainText("+0,07 €");
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await page.getByLabel("Avec quel tarif ?").selectOption({ index: 0 });
  const quotient = page.getByLabel("Avec quel quotient familial ?");
  await quotient.fill("six cents");
  await page.getByRole("button", { name: "Comparer" }).click();
  await expect(problems(page).getByRole("link")).toHaveText(/en chiffres/);
  await expect(page).toHaveTitle(/^Erreur/);
  await expect(quotient).toHaveValue("six cents");
  await expect(table).toHaveCount(0);
  await quotient.fill("400");
  await page.getByRole("button", { name: "Comparer" }).click();
  await expect(meal).toContainText("+0,52 €");
});

test("what cannot be is said next to its field and kept; a wrong id is not found", async ({
  page,
}) => {
  await signIn(page, "toto");
  await page.goto("/demarches/tarifs/situation");
  await page.getByLabel("Quotient familial").fill("-12");
  await page.getByLabel("Nombre d’enfants à charge").fill("deux");
  await page.getByRole("button", { name: "Calculer les tarifs" }).click();
  const summary = problems(page);
  await expect(summary).toBeFocused();
  await expect(summary.getByRole("link")).toHaveCount(2);
  await expect(page).toHaveTitle(/^Erreur/);
  await expect(page.getByLabel("Quotient familial")).toHaveValue("-12");
  await expect(page.getByLabel("Quotient familial")).toHaveAccessibleDescription(/négatif/);
  await expect(page.getByLabel("Nombre d’enfants à charge")).toHaveValue("deux");
  await expectAccessible(page);
  await summary.getByRole("link").first().click();
  await expect(page.getByLabel("Quotient familial")).toBeFocused();
  await page.goto("/demarches/tarifs/resultats?quotient=99999999&enfants=2&residence=commune");
  await expect(page).toHaveURL(/situation/);
  await expect(problems(page)).toContainText("dépasse 100 000");
  await expect(problems(page)).toContainText("Choisissez la catégorie");
  for (const wrong of ["version=999", "service=999", "enfant=1"]) {
    await page.goto(`/demarches/tarifs/situation?${wrong}`);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(/introuvable/i);
  }
});
