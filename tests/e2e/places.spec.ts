import { expect } from "@playwright/test";
import { expectAccessible, expectNoSidewaysScroll } from "./accessibility";
import { applyManualWeek, openCalendar, send } from "./booking";
import { pointer } from "./hands";
import { signIn, test } from "./portal";

const phone = { viewport: { width: 360, height: 740 }, hasTouch: true };
const desk = { viewport: { width: 1280, height: 800 } };

test("an agent limits a Wednesday; a parent reads that it is full, and the others go on", async ({
  portal,
}, info) => {
  const office = await portal.device(desk);
  const agent = await office.newPage();
  await signIn(agent, "administrator");
  await agent.goto("/admin/reglages/groupes");
  await agent
    .getByRole("link", {
      name: "Centre de Loisirs Mercredis, Centre de Loisirs Jacques Prévert (Petits)",
    })
    .click();
  await agent.getByRole("link", { name: "Changer les places sur des dates" }).click();
  await expect(agent.getByRole("heading", { level: 1 })).toHaveText(
    "Changer les places sur des dates",
  );
  const save = agent.getByRole("button", { name: "Enregistrer ces places" });
  await agent.getByLabel("Unité").selectOption({ label: "Journée" });
  await agent.getByLabel("Premier jour").fill("2025-09-10");
  await agent.getByLabel("Dernier jour").fill("2025-09-10");
  await agent.getByLabel("Nombre de places").fill("deux");
  await save.click();
  await expect(agent.getByRole("alert").filter({ hasText: "nombre entier" })).toBeFocused();
  // More children have theirs than there will be places: read, ticked, and nobody's is cancelled.
  await agent.getByLabel("Nombre de places").fill("0");
  await save.click();
  await agent.getByLabel("J’ai compris, enregistrer quand même").check();
  await expectAccessible(agent);
  await expectNoSidewaysScroll(agent);
  await save.click();
  const dated = agent.getByRole("link", { name: /10 sept\. 2025/ });
  await expect(dated).toBeVisible();
  await expectAccessible(agent);
  await agent.screenshot({ path: info.outputPath("groupe.png"), fullPage: true });
  await dated.click();
  await expect(agent.getByRole("heading", { level: 1 })).toContainText("aucune place");
  await expectAccessible(agent);
  await agent.screenshot({ path: info.outputPath("date.png"), fullPage: true });

  const home = await portal.device(phone);
  const parent = await home.newPage();
  await signIn(parent, "madelaine");
  await openCalendar(parent, pointer());
  await parent
    .getByRole("button", { name: /suivant/ })
    .first()
    .click();
  await expect(parent.getByText("complet", { exact: true }).last()).toBeAttached();
  await parent.screenshot({ path: info.outputPath("calendrier.png"), fullPage: true });
  await expectAccessible(parent);
  await applyManualWeek(parent, pointer());
  await send(parent, pointer());
  await parent.screenshot({ path: info.outputPath("envoi.png"), fullPage: true });
});
