import { expect } from "@playwright/test";
import { expectNoSidewaysScroll } from "./accessibility";
import { keyboard, pointer } from "./hands";
import { signIn, test } from "./portal";
import { midYear } from "./servers";

test.use({ now: midYear });

test("a parent calls: the family is opened, its child inscribed, Thursday booked past the cut-off", async ({
  portal,
}) => {
  const desk = await portal.device({ viewport: { width: 1280, height: 800 } });
  const agent = await desk.newPage();
  await signIn(agent, "administrator");
  const hands = keyboard(agent);
  await agent.goto("/admin/familles");
  await hands.press(agent.getByRole("link", { name: "Nouvelle famille" }));
  await hands.press(agent.getByRole("button", { name: "Ouvrir le dossier" }));
  await expect(agent.getByRole("link", { name: "Donnez le prénom." })).toBeVisible();
  await agent.getByLabel("Nom de la famille").fill("Nguyễn");
  await agent.getByLabel("Prénom").fill("Thùy");
  await agent.getByLabel("Nom", { exact: true }).fill("Kovačević-Nguyễn");
  await agent.getByLabel("Adresse électronique").fill("thuy@exemple.fr");
  await agent.getByLabel("Téléphone", { exact: false }).first().fill("0612345678");
  await hands.press(agent.getByRole("button", { name: "Ouvrir le dossier" }));
  await expect(agent.getByRole("status").getByText("Le dossier est ouvert")).toBeVisible();
  await expect(agent.getByText("06 12 34 56 78")).toBeVisible();
  const familyUrl = new URL(agent.url()).pathname;
  await hands.press(agent.getByRole("button", { name: /Inviter sur le portail/ }));
  await expect(agent.getByText("L’invitation est partie par courriel")).toBeVisible();
  const [invitation] = await portal.mails(1);
  expect(invitation?.email.to).toContain("thuy@exemple.fr");

  await hands.press(agent.getByRole("link", { name: "Ajouter un enfant" }));
  await agent.getByLabel("Prénom").fill("Mai");
  await agent.getByLabel("Nom", { exact: true }).fill("Kovačević-Nguyễn");
  await agent.getByLabel("Date de naissance").fill("2018-03-04");
  await hands.press(agent.getByRole("button", { name: "Ajouter cet enfant" }));
  await expect(agent.getByText("L’enfant est ajouté")).toBeVisible();
  await hands.press(agent.getByRole("link", { name: /Inscrire, changer les dates/ }));
  const group = agent.getByRole("combobox", { name: "Groupe" });
  const canteen = await group
    .locator("option", { hasText: "RESTO_R_PREVERT" })
    .getAttribute("value");
  await group.selectOption(canteen);
  await hands.press(agent.getByRole("button", { name: "Inscrire", exact: true }));
  await expect(agent.getByText("L’enfant est inscrit")).toBeVisible();

  // On a phone: the week that runs, after its cut-off.
  const phone = await portal.device({ viewport: { width: 360, height: 740 }, hasTouch: true });
  const abroad = await phone.newPage();
  await signIn(abroad, "administrator");
  const taps = pointer();
  await abroad.goto(familyUrl);
  await taps.press(abroad.getByRole("link", { name: "Réserver pour la famille" }));
  const thursday = abroad.getByRole("checkbox", { name: /Repas, Mai, jeudi 26 novembre 2026/ });
  await taps.press(thursday);
  await expect(abroad.getByRole("status").getByText("1 jour ajouté")).toBeVisible();
  await taps.press(abroad.getByRole("button", { name: "Enregistrer pour la famille" }));
  await expect(abroad.getByText("Rien n’a changé")).toBeVisible();
  await expect(thursday).toBeChecked();
  await abroad.getByLabel("Motif").fill("Train supprimé, appel de la mère");
  await taps.press(abroad.getByText("Gratuit", { exact: true }));
  await expectNoSidewaysScroll(abroad);
  await taps.press(abroad.getByRole("button", { name: "Enregistrer pour la famille" }));
  await expect(abroad.getByText("1 jour ajouté. La famille est prévenue")).toBeVisible();
  await expect(thursday).toBeChecked();
  const [, told] = await portal.mails(2);
  expect(told?.email).toMatchObject({ subject: "Vos réservations ont changé" });
  expect(told?.email.text).toContain("Train supprimé, appel de la mère");
  const held = await portal.sql<{ state: string; request: string }>(
    `SELECT r.state::text AS state, q.state::text AS request FROM "Reservation" r
     JOIN "Inscription" i ON i.id = r."inscriptionId" JOIN "Child" c ON c.id = i."childId"
     JOIN "ServiceRequest" q ON q."inscriptionId" = i.id WHERE c."firstName" = 'Mai'`,
  );
  expect(held).toEqual([{ state: "reserved", request: "accepted" }]);
});

test("without JavaScript, a family that is refused loses nothing that was typed", async ({
  portal,
}) => {
  const device = await portal.device({ javaScriptEnabled: false });
  const agent = await device.newPage();
  await signIn(agent, "administrator");
  await agent.goto("/admin/familles/nouvelle");
  await agent.getByLabel("Nom de la famille").fill("Nguyễn");
  await agent.getByLabel("Prénom").fill("Thùy");
  await agent.getByLabel("Adresse électronique").fill("thuy@");
  await agent.getByText("Madame", { exact: true }).click();
  await agent.getByRole("button", { name: "Ouvrir le dossier" }).click();
  await expect(agent.getByRole("link", { name: "Donnez le nom." })).toBeVisible();
  await expect(agent.getByLabel("Nom de la famille")).toHaveValue("Nguyễn");
  await expect(agent.getByLabel("Prénom")).toHaveValue("Thùy");
  await expect(agent.getByLabel("Adresse électronique")).toHaveValue("thuy@");
  await expect(agent.getByLabel("Madame")).toBeChecked();
});
