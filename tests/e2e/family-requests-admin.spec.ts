import { expect, type Page } from "@playwright/test";
import type { RequestKind } from "@/lib/domain/request-kind";
import { aPdf } from "@/tests/support/storage/sent-files";
import { expectAccessible, expectNoSidewaysScroll } from "./accessibility";
import { keyboard } from "./hands";
import { signIn, test, type Portal } from "./portal";
import { midYear } from "./servers";

test.use({ now: midYear });

const desk = { viewport: { width: 1280, height: 800 } };
const phone = { viewport: { width: 360, height: 740 }, hasTouch: true };
const button = (page: Page, name: string | RegExp) => page.getByRole("button", { name });
const templatesOf = (page: Page) =>
  page.locator("summary", { hasText: "Partir d’un modèle de réponse" });

async function leoIn(portal: Portal): Promise<number> {
  const [leo] = await portal.sql<{ id: number }>(
    `SELECT id FROM "Child" WHERE "firstName" = 'Léo' AND "lastName" = 'Dupont'`,
  );
  return leo?.id ?? 0;
}

async function lastRequest(portal: Portal, kind: RequestKind): Promise<number> {
  const [row] = await portal.sql<{ number: number }>(
    `SELECT max(number) AS number FROM "ServiceRequest" WHERE kind = $1::"RequestKind"`,
    [kind],
  );
  return row?.number ?? 0;
}

test("an agent accepts one line of the file by keyboard, refuses another with a reason; the family reads both", async ({
  portal,
}) => {
  const leo = await leoIn(portal);
  const parent = await (await portal.device(phone)).newPage();
  await signIn(parent, "madelaine");
  await parent.goto(`/famille/enfants/${leo}`);
  await parent.getByLabel(/^École/).fill("Suzanne Lacore");
  await parent.getByLabel("PAI valable jusqu’au").fill("2027-12-31");
  await button(parent, "Envoyer mes changements").click();
  await portal.mails(1);
  const number = await lastRequest(portal, "familyFile");
  await parent.goto(`/demandes/${number}`);
  await expect(parent.getByText("2 informations changées")).toBeVisible();
  await expect(button(parent, "Retirer ma demande")).toBeVisible();
  await expectAccessible(parent);
  await expectNoSidewaysScroll(parent);

  const agent = await (await portal.device(desk)).newPage();
  const hands = keyboard(agent);
  await signIn(agent, "administrator");
  await agent.goto("/admin/demandes?objet=dossier");
  await expect(agent.getByLabel("Objet")).toHaveValue("dossier");
  await expect(agent.getByRole("cell", { name: "Dossier" }).first()).toBeVisible();
  await expectAccessible(agent);
  await hands.press(agent.getByRole("link", { name: new RegExp(`^Examiner.*${number}$`) }));
  await expect(agent.getByRole("heading", { level: 1 })).toHaveText(`Demande n° ${number}`);
  await expect(agent.getByText("Suzanne Lacore")).toBeVisible();
  await expectAccessible(agent);

  // A refusal needs its reason: what was ticked and typed stays.
  await hands.press(agent.getByRole("checkbox", { name: "PAI valable jusqu’au" }));
  await hands.press(button(agent, "Refuser 1 information"));
  await expect(agent.getByText(/Donnez le motif du refus/).first()).toBeVisible();
  await expect(agent).toHaveTitle(/^Erreur/);
  await expect(agent.getByRole("checkbox", { name: "PAI valable jusqu’au" })).not.toBeChecked();
  await expectAccessible(agent);
  // A template of the town, after what was typed; one word of it is changed.
  const field = agent.getByLabel("Motif du refus");
  await field.fill("Bonjour,");
  await hands.press(templatesOf(agent));
  await expect(agent.getByText("Le groupe est complet", { exact: false })).toHaveCount(0);
  await hands.press(button(agent, "Reprendre ce texte : Justificatif manquant"));
  await expect(field).toBeFocused();
  const said = agent.getByRole("status").filter({ hasText: "Justificatif manquant" });
  await expect(said).toHaveText("« Justificatif manquant » est dans le motif.");
  await expect(field).toHaveValue(/^Bonjour,\nIl nous manque un justificatif .* votre demande\.$/);
  await expectAccessible(agent);
  await agent.keyboard.press("End");
  await agent.keyboard.press("Backspace");
  await agent.keyboard.type(" avant juin.");
  const reason = "puis refaites votre demande avant juin.";
  await hands.press(button(agent, "Refuser 1 information"));
  await expect(agent.getByText("1 information refusée. La famille est prévenue")).toBeVisible();
  await expect(agent.getByRole("checkbox", { name: "PAI valable jusqu’au" })).toBeChecked();
  await hands.press(button(agent, "Accepter 1 information"));
  await expect(agent.getByText("1 information acceptée. La famille est prévenue")).toBeVisible();
  await expect(agent.getByRole("link", { name: /Demande suivante à traiter/ })).toBeVisible();
  await expectAccessible(agent);

  await parent.goto(`/demandes/${number}`);
  await expect(parent.getByText("Traitée en partie").first()).toBeVisible();
  await expect(parent.getByText(reason)).toBeVisible();
  await expect(parent.getByText("31 déc. 2027")).toBeVisible();
  await expectAccessible(parent);
  await expectNoSidewaysScroll(parent);
  const mails = await portal.mails(3);
  const refusal = mails.find(({ email }) => email.text.includes(reason));
  expect(refusal?.email.reply_to).toBe("education@clairval.example");
  const acceptance = mails.find(({ email }) => email.text.includes("information acceptée"));
  expect(acceptance?.email.text).toContain("PAI valable jusqu’au");
  // Health is not written in an e-mail.
  expect(acceptance?.email.text).not.toContain("2027");
  const readings = await portal.sql<{ n: number }>(
    `SELECT count(*)::int AS n FROM "AuditEvent" WHERE kind = 'health-read' AND subject = $1`,
    [`request ${number}`],
  );
  expect(readings[0]?.n).toBeGreaterThan(1);
});

test("without JavaScript an agent accepts an address; a limited agent finds nothing", async ({
  portal,
}) => {
  const number = await lastRequest(portal, "familyFile");
  const agent = await (await portal.device({ ...desk, javaScriptEnabled: false })).newPage();
  await signIn(agent, "administrator");
  await agent.goto(`/admin/demandes/${number}`);
  await expect(agent.getByText("5 place du Marché")).toBeVisible();
  await button(agent, "Refuser les informations cochées").click();
  await expect(agent.getByText(/Donnez le motif du refus/).first()).toBeVisible();
  await templatesOf(agent).click();
  await expect(agent.getByText("Il nous manque un justificatif")).toBeVisible();
  await expect(button(agent, /Reprendre/)).toHaveCount(0);
  await button(agent, "Accepter les informations cochées").click();
  await expect(agent.getByText("1 information acceptée")).toBeVisible();
  const [guardian] = await portal.sql<{ address: string }>(
    `SELECT address FROM "Guardian" WHERE "firstName" = 'Claire' AND "lastName" = 'Garnier'`,
  );
  expect(guardian?.address).toBe("5 place du Marché\n91000 Clairval-sur-Orge");

  const limited = await (await portal.device(desk)).newPage();
  await signIn(limited, "agent");
  expect((await limited.goto(`/admin/demandes/${number}`))?.status()).toBe(404);
  await limited.goto("/admin/demandes?etat=toutes");
  await expect(limited.getByLabel("Objet")).toHaveCount(0);
});

test("a document is accepted with the date that stands on it; another is taken back by the family", async ({
  portal,
}) => {
  const parent = await (await portal.device(phone)).newPage();
  await signIn(parent, "madelaine");
  const send = async () => {
    await parent.goto("/famille/justificatifs/nouveau?type=1");
    await parent.getByLabel("Lucas Dupont").check();
    const buffer = await aPdf("Assurance de Lucas");
    await parent
      .getByLabel("Choisir des fichiers")
      .setInputFiles([{ name: "assurance.pdf", mimeType: "application/pdf", buffer }]);
    await button(parent, "Envoyer ce document").click();
    await expect(parent.getByRole("status").filter({ hasText: "bien reçu" })).toBeVisible();
    return lastRequest(portal, "supportingDocuments");
  };
  const number = await send();
  const agent = await (await portal.device(desk)).newPage();
  await signIn(agent, "administrator");
  await agent.goto(`/admin/demandes/${number}`);
  await expectAccessible(agent);
  const [opened] = await Promise.all([
    agent.waitForResponse((response) => response.url().includes("/admin/justificatifs/fichiers/")),
    agent.evaluate(() =>
      fetch(document.querySelector<HTMLAnchorElement>('a[href*="/fichiers/"]')?.href ?? ""),
    ),
  ]);
  expect(opened.status()).toBe(200);
  await agent.getByLabel("Valable jusqu’au").fill("2026-01-01");
  await button(agent, "Accepter ce justificatif").click();
  await expect(agent.getByText(/Cette date est passée/).first()).toBeVisible();
  await agent.getByLabel("Valable jusqu’au").fill("2027-03-15");
  await button(agent, "Accepter ce justificatif").click();
  await expect(agent.getByText("1 justificatif accepté. La famille est prévenue")).toBeVisible();
  await expectAccessible(agent);
  await parent.goto(`/demandes/${number}`);
  await expect(parent.getByText("Valable jusqu’au 15 mars 2027")).toBeVisible();
  await expectAccessible(parent);

  const second = await send();
  await parent.goto(`/demandes/${second}`);
  await button(parent, "Retirer ma demande").click();
  await button(parent, "Retirer ce justificatif").click();
  await expect(parent.getByText("1 justificatif retiré.")).toBeVisible();
  await expect(parent.getByText("Les fichiers sont supprimés.")).toBeVisible();
  await expectAccessible(parent);
});
