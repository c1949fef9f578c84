import { expect } from "@playwright/test";
import { expectAccessible, expectNoSidewaysScroll } from "./accessibility";
import { keyboard } from "./hands";
import { signIn, test } from "./portal";
import { midYear } from "./servers";

test.use({ now: midYear });

const thursday = "2026-12-03";

test("a strike is declared once it is read whom it touches; parents read why; it is taken back", async ({
  portal,
}, info) => {
  const held = async () =>
    (
      await portal.sql<{ count: number }>(
        `SELECT count(*)::int AS count FROM "Reservation" WHERE day = $1`,
        [thursday],
      )
    )[0]?.count ?? 0;
  const before = await held();
  expect(before).toBeGreaterThan(0);
  const desk = await portal.device({ viewport: { width: 1280, height: 800 } });
  const agent = await desk.newPage();
  const hands = keyboard(agent);
  await signIn(agent, "administrator");
  await agent.goto("/admin/fermetures");
  await hands.press(agent.getByRole("link", { name: "Déclarer une fermeture" }));
  await agent.getByLabel("Premier jour").fill("2026-12-06");
  await agent.getByLabel("Ce qui ferme").selectOption({ label: "Toute la commune" });
  await agent.getByLabel("Motif").fill("Grève du personnel");
  await hands.press(agent.getByRole("button", { name: "Voir qui est touché" }));
  await expect(agent.getByText(/Rien n’est ouvert ces jours-là/).first()).toBeVisible();
  await agent.getByLabel("Premier jour").fill(thursday);
  await hands.press(agent.getByRole("button", { name: "Voir qui est touché" }));
  await expect(agent.getByRole("heading", { name: "Vérifiez avant de fermer" })).toBeFocused();
  await expect(agent.getByText(/\d+ enfants de \d+ familles/)).toBeVisible();
  await expectAccessible(agent);
  await agent.screenshot({ path: info.outputPath("preview-1280.png"), fullPage: true });
  expect(await held()).toBe(before);
  await hands.press(agent.getByRole("button", { name: "Fermer et prévenir les familles" }));
  await expect(agent.getByRole("status").getByText(/C’est fermé/)).toBeVisible();
  await expectAccessible(agent);
  await agent.screenshot({ path: info.outputPath("closed-1280.png"), fullPage: true });
  expect(await held()).toBe(0);

  const phone = await portal.device({ viewport: { width: 360, height: 740 }, hasTouch: true });
  const parent = await phone.newPage();
  await signIn(parent, "madelaine");
  await parent.goto("/demarches/reservations/calendrier?semaine=2026-11-30");
  await expect(parent.getByText(/Grève du personnel/).first()).toBeVisible();
  await expectNoSidewaysScroll(parent);
  await parent.screenshot({ path: info.outputPath("calendar-360.png"), fullPage: true });
  const [told] = await portal.mails(1);
  expect(told?.email.subject).toBe("Fermé le 3 déc. 2026\u00a0: Grève du personnel");

  await hands.press(agent.getByRole("button", { name: "Rouvrir et prévenir les familles" }));
  await expect(agent.getByRole("status").getByText(/C’est rouvert/)).toBeVisible();
  expect(await held()).toBe(before);
  await parent.reload();
  await expect(parent.getByText(/Grève du personnel/)).toHaveCount(0);
  await agent.setViewportSize({ width: 360, height: 740 });
  await agent.goto("/admin/fermetures");
  await expect(agent.getByText("Rouverte")).toBeVisible();
  await expectNoSidewaysScroll(agent);
});
