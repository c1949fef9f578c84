import { readFile } from "node:fs/promises";
import { expect } from "@playwright/test";
import { expectAccessible, expectNoSidewaysScroll } from "./accessibility";
import { signIn, test } from "./portal";

const phone = { viewport: { width: 360, height: 740 }, hasTouch: true };

test("an administrator finds who did what, without JavaScript, and takes it as a file", async ({
  portal,
}) => {
  const device = await portal.device({ viewport: { width: 1280, height: 800 } });
  const page = await device.newPage();
  await signIn(page, "administrator");
  await page.goto("/admin/reglages/services/nouveau");
  await page.getByLabel("Nom").fill("Service des sports");
  await page.getByLabel("Adresse électronique").fill("sports@clairval.example");
  await page.getByRole("button", { name: "Ajouter ce service" }).click();
  await expect(page.getByText("Service des sports").first()).toBeVisible();

  await page.goto("/admin/agents");
  await page.getByRole("link", { name: "Journal" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Journal" })).toBeVisible();
  await page.getByLabel("Quoi").selectOption({ label: "Service municipal ajouté" });
  await page.getByRole("button", { name: "Filtrer" }).click();
  const lines = page
    .getByRole("main")
    .locator("ol > li")
    .filter({ has: page.locator("p") });
  await expect(lines.filter({ hasText: "Service des sports" })).toHaveCount(1);
  await expect(page.getByText("Adresse électronique\u00a0: sports@clairval.example")).toBeVisible();
  await expectAccessible(page);

  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Télécharger ces lignes (CSV)" }).click(),
  ]);
  const text = await readFile(await download.path(), "utf8");
  expect(text.startsWith("\uFEFFNuméro;Date;Heure;Qui;")).toBe(true);
  expect(text).toContain("Service municipal ajouté;Service des sports;");

  const plain = await portal.device({ ...phone, javaScriptEnabled: false });
  const small = await plain.newPage();
  await signIn(small, "administrator");
  await small.goto("/admin/journal");
  await small.getByLabel("Quoi").selectOption({ label: "Imports et téléchargements\u00a0: tout" });
  await small.getByRole("button", { name: "Filtrer" }).click();
  await expect(small.getByText("Journal téléchargé").last()).toBeVisible();
  await expectNoSidewaysScroll(small);
  await small.goto("/admin/journal?du=2026-02-30&quoi=inconnu");
  await expect(small.getByText("La première date n’existe pas")).toBeVisible();
});
