import { expect, type Page } from "@playwright/test";
import { expectAccessible, expectNoSidewaysScroll } from "./accessibility";
import { keyboard, pointer } from "./hands";
import { readPdf } from "./pdf";
import { signIn, test } from "./portal";
import { midYear } from "./servers";

test.use({ now: midYear });

const codePattern = /[2-9A-HJKMNP-TV-Z]{4}(?:-[2-9A-HJKMNP-TV-Z]{4}){2}/;
const region = (page: Page, name: string) => page.getByRole("region", { name, exact: true });
const button = (page: Page, name: string) => page.getByRole("button", { name });

async function expectGoodPage(page: Page, title: string): Promise<void> {
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(title);
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
}

/** The number that the page has just told. */
async function madeCode(page: Page): Promise<string> {
  await expect(outcome(page)).toBeFocused();
  return toldCode(page);
}

const outcome = (page: Page) =>
  page.getByRole("status").filter({ hasText: "Votre document est prêt" });

async function toldCode(page: Page): Promise<string> {
  return codePattern.exec(await outcome(page).innerText())?.[0] ?? "";
}

for (const { width, colorScheme, tool } of [
  { width: 360, colorScheme: "dark", tool: "touch" },
  { width: 1280, colorScheme: "light", tool: "keyboard" },
] as const)
  test(`an attestation is made, downloaded and verified at ${width} px, by ${tool}`, async ({
    portal,
  }) => {
    const device = await portal.device({ viewport: { width, height: 800 }, colorScheme });
    const page = await device.newPage();
    const hands = tool === "keyboard" ? keyboard(page) : pointer();
    await signIn(page, "madelaine");
    await page.goto("/documents");
    await expectGoodPage(page, "Édition de documents");
    const form = region(page, "Attestation d’inscription");
    await form.getByLabel("Enfant").selectOption("Lucas");
    await hands.press(button(page, "Télécharger l’attestation"));
    const code = await madeCode(page);
    await expectGoodPage(page, "Édition de documents");
    await expect(region(page, "Documents déjà édités").getByRole("listitem")).toContainText([code]);

    const link = outcome(page).getByRole("link", { name: "Télécharger" });
    const [download] = await Promise.all([page.waitForEvent("download"), hands.press(link)]);
    expect(download.suggestedFilename()).toBe(`attestation-inscription-${code}.pdf`);
    const address = (await link.getAttribute("href")) ?? "";
    const pdf = await readPdf(await (await page.request.get(address)).body());
    expect(pdf).toMatchObject({ language: "fr-FR", tagged: true, pages: 1 });
    expect(pdf.elements("H1")).toEqual(["Attestation d’inscription"]);
    expect(pdf.elements("H2")).toEqual(["Vérifier ce document"]);
    expect(pdf.rows[0]).toEqual(["Enfant", "Lucas Dupont"]);
    expect(pdf.rows).toContainEqual(["Activité", "Établissement", "Période"]);
    expect(pdf.text).toContain(`/verifier, saisissez le numéro ${code}`);

    // Whoever was given the paper has no account.
    const anybody = await (await portal.device({ viewport: { width, height: 800 } })).newPage();
    expect((await anybody.request.get(address)).status()).toBe(404);
    await anybody.goto("/verifier");
    await anybody.getByLabel("Numéro du document").fill("oups");
    await button(anybody, "Vérifier").click();
    await expect(anybody.getByLabel("Numéro du document")).toHaveValue("oups");
    await expectGoodPage(anybody, "Vérifier un document");
    await anybody.getByLabel("Numéro du document").fill(code.toLowerCase().replaceAll("-", " "));
    await button(anybody, "Vérifier").click();
    await expectGoodPage(anybody, `Document n°\u00a0${code}`);
    const shown = region(anybody, "Attestation d’inscription");
    for (const row of pdf.rows.slice(0, 3)) await expect(shown).toContainText(row[1] ?? "");
    expect((await anybody.goto("/verifier/2222-2222-2222"))?.status()).toBe(404);
    await expectGoodPage(anybody, "Document introuvable");
  });

test("a planning keeps what was typed when it is refused; a request prints", async ({ portal }) => {
  const page = await (await portal.device()).newPage();
  await signIn(page, "madelaine");
  await page.goto("/documents");
  const form = region(page, "Planning d’un enfant");
  await form.getByLabel("Enfant").selectOption("Lucas");
  await form.getByLabel("Du").fill("2026-11-30");
  await form.getByLabel("Au").fill("2026-11-02");
  await button(page, "Télécharger le planning").click();
  await expect(page.getByRole("alert").filter({ hasText: "avant le premier" })).toBeFocused();
  await expect(form.getByLabel("Du")).toHaveValue("2026-11-30");
  await expectAccessible(page);
  await form.getByLabel("Du").fill("2026-11-02");
  await form.getByLabel("Au").fill("2026-11-08");
  await button(page, "Télécharger le planning").click();
  const code = await madeCode(page);
  const pdf = await readPdf(
    await (await page.request.get(`/documents/${code}/document.pdf`)).body(),
  );
  const expected = await portal.sql<{ day: string }>(
    `SELECT DISTINCT r.day::text AS day FROM "Reservation" r
     JOIN "Inscription" i ON i.id = r."inscriptionId" JOIN "Child" c ON c.id = i."childId"
     WHERE c."firstName" = 'Lucas' AND c."lastName" = 'Dupont' AND r.state <> 'pending'
       AND r.day BETWEEN '2026-11-02' AND '2026-11-08'`,
  );
  const days = pdf.rows.flat().filter((cell) => / novembre 2026$/.test(cell));
  expect(days).toHaveLength(expected.length);

  await page.goto("/demandes");
  await page.getByRole("article").getByRole("link").first().click();
  await button(page, "Imprimer en PDF").click();
  await page.waitForURL(/\/documents\?document=/);
  await madeCode(page);
});

test("without JavaScript an attestation is made, and 320 px with large text holds", async ({
  portal,
}) => {
  const viewport = { width: 320, height: 700 };
  const page = await (await portal.device({ javaScriptEnabled: false, viewport })).newPage();
  await signIn(page, "madelaine");
  await page.goto("/documents");
  await button(page, "Télécharger l’attestation").click();
  await expect(outcome(page)).toBeVisible();
  const code = await toldCode(page);
  const large = await (await portal.device({ viewport })).newPage();
  await signIn(large, "madelaine");
  for (const path of ["/documents", "/verifier", `/verifier/${code}`]) {
    await large.goto(path);
    await large.addStyleTag({ content: "html { font-size: 200% !important }" });
    await expectNoSidewaysScroll(large);
  }
});
