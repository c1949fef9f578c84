import { expect, type Page } from "@playwright/test";
import { aHeavyPhoto, aPdf, aPhoto } from "@/tests/support/storage/sent-files";
import { expectAccessible, expectNoSidewaysScroll } from "./accessibility";
import { keyboard, pointer } from "./hands";
import { kept } from "./kept-files";
import { people, signIn, test } from "./portal";
import { midYear } from "./servers";

test.use({ now: midYear });

const button = (page: Page, name: string | RegExp) => page.getByRole("button", { name });
const link = (page: Page, name: string | RegExp) => page.getByRole("link", { name });
const picker = (page: Page) => page.getByLabel("Choisir des fichiers");
const region = (page: Page, name: string) => page.getByRole("region", { name, exact: true });

for (const { width, colorScheme, tool } of [
  { width: 360, colorScheme: "dark", tool: "touch" },
  { width: 1280, colorScheme: "light", tool: "keyboard" },
] as const)
  test(`a missing document is sent at ${width} px, by ${tool}`, async ({ portal }) => {
    const before = await kept(portal);
    expect(before).toMatchObject({ requests: 0, together: true });
    const device = await portal.device({
      viewport: { width, height: 800 },
      colorScheme,
      hasTouch: tool === "touch",
    });
    const page = await device.newPage();
    const hands = tool === "keyboard" ? keyboard(page) : pointer();
    await signIn(page, "madelaine");
    await page.goto("/famille/justificatifs");
    await expectAccessible(page);
    await expect(region(page, "Léo")).toContainText("Validé");
    await expect(region(page, "Léo")).toContainText("Valable jusqu’au 31 août 2027");
    await expect(region(page, "Toute la famille")).toContainText("Expire bientôt");
    await expect(region(page, "Lucas")).toContainText("À fournir");
    await hands.press(link(page, "Envoyer ce document : Attestation d’assurance, Lucas"));
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Attestation d’assurance");
    await expect(page.getByLabel("Lucas Dupont")).toBeChecked();
    await expect(page.getByLabel("Prendre une photo")).toBeVisible({ visible: tool === "touch" });
    await hands.press(button(page, "Envoyer ce document"));
    await expect(page.getByRole("alert").filter({ hasText: "au moins un fichier" })).toBeFocused();
    await expectAccessible(page);
    const pdf = await aPdf("Assurance de Lucas");
    await picker(page).setInputFiles([
      { name: "assurance.pdf", mimeType: "application/pdf", buffer: pdf },
      { name: "verso.png", mimeType: "image/png", buffer: await aPhoto({ format: "png" }) },
    ]);
    await expect(page.getByRole("status").filter({ hasText: "2 fichiers choisis" })).toBeAttached();
    await hands.press(button(page, "Envoyer ce document"));
    const told = page.getByRole("status").filter({ hasText: "bien reçu" });
    await expect(told).toBeFocused();
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
    await expect(region(page, "Lucas")).toContainText("En attente");
    const after = await kept(portal);
    expect(after).toEqual({
      documents: before.documents + 1,
      requests: 1,
      rows: before.rows + 2,
      objects: before.objects + 2,
      together: true,
    });
    const address = await link(page, /^assurance\.pdf/).getAttribute("href");
    const served = await page.request.get(address ?? "");
    expect(Buffer.compare(await served.body(), pdf)).toBe(0);
    const headers = served.headers();
    expect(headers["content-type"]).toBe("application/pdf");
    expect(headers["content-disposition"]).toContain("attachment;");
    expect(headers["x-content-type-options"]).toBe("nosniff");
    expect(headers["content-security-policy"]).toContain("sandbox");
    expect(headers["cache-control"]).toContain("no-store");
    const others = await (await portal.device()).newPage();
    expect((await others.request.get(address ?? "")).status()).toBe(404);
    await signIn(others, "toto");
    expect((await others.request.get(address ?? "")).status()).toBe(404);
    const mails = await portal.mails(1);
    expect(mails.at(-1)?.email).toMatchObject({ to: people.madelaine });
    expect(mails.at(-1)?.email.text).toContain("Demande n°");
  });

test("a file chosen while the page is still coming is kept, and the focus stays when one is taken back", async ({
  portal,
}) => {
  const page = await (await portal.device({ viewport: { width: 360, height: 800 } })).newPage();
  await signIn(page, "madelaine");
  let letThrough: () => void = () => undefined;
  const alive = new Promise<void>((resolve) => (letThrough = resolve));
  await page.route(/\.js(\?|$)/, async (route) => {
    await alive;
    await route.continue();
  });
  await page.goto("/famille/justificatifs/nouveau?type=1", { waitUntil: "commit" });
  await button(page, "Envoyer ce document").waitFor();
  const photo = await aPhoto();
  await picker(page).setInputFiles([
    { name: "un.jpg", mimeType: "image/jpeg", buffer: photo },
    { name: "deux.jpg", mimeType: "image/jpeg", buffer: photo },
  ]);
  letThrough();
  const chosen = page.getByRole("list", { name: "Fichiers choisis" });
  await expect(chosen.getByRole("listitem")).toHaveText([/un\.jpg/, /deux\.jpg/]);
  await button(page, "Retirer un.jpg").click();
  await expect(button(page, "Retirer deux.jpg")).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(picker(page)).toBeFocused();
});

test("a photo that is too heavy is made lighter before it leaves", async ({ portal }) => {
  const before = await kept(portal);
  const page = await (await portal.device({ viewport: { width: 360, height: 800 } })).newPage();
  await signIn(page, "madelaine");
  await page.goto("/famille/justificatifs");
  await link(page, "Envoyer ce document : Attestation d’assurance, Lucas").click();
  const buffer = await aHeavyPhoto();
  expect(buffer.byteLength).toBeGreaterThan(15_000_000);
  await picker(page).setInputFiles({ name: "IMG_2041.PNG", mimeType: "image/png", buffer });
  const chosen = page.getByRole("list", { name: "Fichiers choisis" });
  await expect(chosen).toContainText(/IMG_2041\.jpg\s\([1-9],\d\sMo\)/);
  await button(page, "Envoyer ce document").click();
  await expect(page.getByRole("status").filter({ hasText: "bien reçu" })).toBeVisible();
  expect(await kept(portal)).toMatchObject({ objects: before.objects + 1, together: true });
});

test("a document is joined to a request past its cut-off, and an agent opens it", async ({
  portal,
}) => {
  const [request] = await portal.sql<{ number: number }>(
    `UPDATE "ServiceRequest" SET late = true, reason = 'Malade' WHERE id = (
       SELECT q.id FROM "ServiceRequest" q JOIN "Child" c ON c.id = q."childId"
        JOIN "Family" f ON f.id = q."familyId"
        WHERE f.name = 'Dupont' AND q."inscriptionId" IS NOT NULL ORDER BY q.number DESC LIMIT 1)
     RETURNING number`,
  );
  await portal.sql(`UPDATE "ServiceRequest" SET state = 'pending', "decidedAt" = NULL WHERE late`);
  const page = await (await portal.device({ viewport: { width: 360, height: 740 } })).newPage();
  await signIn(page, "thomas");
  await page.goto(`/demandes/${request?.number}`);
  await link(page, "Joindre un justificatif").click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Justificatif d’absence");
  await expectAccessible(page);
  const buffer = await aPhoto();
  await picker(page).setInputFiles([{ name: "certificat.jpg", mimeType: "image/jpeg", buffer }]);
  await button(page, "Envoyer ce document").click();
  await expect(page.getByRole("status").filter({ hasText: "est joint" })).toBeFocused();
  await expect(region(page, "Les justificatifs")).toContainText("certificat.jpg");
  expect(await kept(portal)).toMatchObject({ requests: 0, together: true });

  const agent = await (await portal.device()).newPage();
  await signIn(agent, "administrator");
  await agent.goto(`/admin/demandes/${request?.number}`);
  const address = await link(agent, /^certificat\.jpg/).getAttribute("href");
  const served = await agent.request.get(address ?? "");
  expect(served.headers()["content-type"]).toBe("image/jpeg");
  const [read] = await portal.sql<{ count: string }>(
    `SELECT count(*) FROM "AuditEvent" WHERE kind = 'supporting-document-read'`,
  );
  expect(Number(read?.count)).toBe(1);
});
