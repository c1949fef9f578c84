import { expect, type Page } from "@playwright/test";
import { expectNoSidewaysScroll } from "./accessibility";
import { midYear, signIn, test } from "./portal";

test.use({ now: midYear });

const button = (page: Page, name: string | RegExp) => page.getByRole("button", { name });

const phone = { viewport: { width: 360, height: 740 }, hasTouch: true };

test("a day that families reserved closes once it is confirmed, without JavaScript too", async ({
  portal,
}) => {
  const [reserved] = await portal.sql<{ groupId: number; day: string }>(
    `SELECT i."groupId", min(r.day)::text AS day FROM "Reservation" r
     JOIN "Inscription" i ON i.id = r."inscriptionId" WHERE r.day > '2026-12-01'
     GROUP BY i."groupId" ORDER BY count(*) DESC LIMIT 1`,
  );
  const places = async () => portal.sql(`SELECT count(*)::int AS n FROM "Reservation"`);
  const before = await places();
  const plain = await portal.device({ ...phone, javaScriptEnabled: false });
  const page = await plain.newPage();
  await signIn(page, "administrator");
  await page.goto(`/admin/reglages/groupes/${reserved?.groupId}/exceptions/nouveau`);
  await page.getByLabel("Jour", { exact: true }).fill(reserved?.day ?? "");
  await button(page, "Enregistrer ce jour").click();
  await expect(page.getByText("Donnez la raison : les familles la lisent.").first()).toBeVisible();
  await expect(page.getByLabel("Jour", { exact: true })).toHaveValue(reserved?.day ?? "");
  await page.getByLabel("Raison", { exact: true }).fill("Grève");
  await button(page, "Enregistrer ce jour").click();
  await expect(page.getByText(/Ces réservations ne sont pas annulées/)).toBeVisible();
  await expectNoSidewaysScroll(page);
  await page.getByLabel(/J’ai compris/).check();
  await button(page, "Enregistrer ce jour").click();
  await expect(page.getByText(/Le jour est enregistré/)).toBeVisible();
  expect(await places()).toEqual(before);
});
