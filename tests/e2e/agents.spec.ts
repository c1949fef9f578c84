import { expect } from "@playwright/test";
import { expectAccessible, expectNoSidewaysScroll } from "./accessibility";
import { applyManualWeek, openCalendar, send } from "./booking";
import { pointer } from "./hands";
import { signIn, test } from "./portal";

const desk = { viewport: { width: 1280, height: 800 } };

test("an agent refuses one Wednesday with a reason and accepts the others; the parent sees it all", async ({
  portal,
}) => {
  const home = await portal.device({ viewport: { width: 360, height: 740 }, hasTouch: true });
  const parent = await home.newPage();
  await signIn(parent, "madelaine");
  await openCalendar(parent, pointer());
  await applyManualWeek(parent, pointer());
  await send(parent, pointer());
  await portal.mails(1);
  const [request] = await portal.sql<{ number: number }>(
    `SELECT number FROM "ServiceRequest" WHERE number > 66833 AND state = 'pending'`,
  );

  const office = await portal.device(desk);
  const agent = await office.newPage();
  await signIn(agent, "agent");
  await expect(agent).toHaveURL(/\/admin\/demandes/);
  await expectAccessible(agent);
  await agent.goto(`/admin/demandes/${request?.number}`);
  await expectAccessible(agent);

  // A note for colleagues, by keyboard; the form is empty again for the next one.
  const note = agent.getByLabel("Ajouter une note");
  await note.fill("La mère rappelle lundi.");
  await agent.keyboard.press("Tab");
  await agent.keyboard.press("Enter");
  await expect(
    agent.getByRole("status").filter({ hasText: "Votre note est enregistrée." }),
  ).toBeFocused();
  await expect(note).toHaveValue("");
  await expect(agent.getByText("La mère rappelle lundi.")).toBeVisible();
  await expectAccessible(agent);

  // A refusal needs its reason: nothing is lost when it is missing.
  const dates = agent.getByRole("checkbox", { name: /septembre 2025|sept\. 2025/i });
  const all = await agent.getByRole("checkbox").count();
  for (const box of await agent.getByRole("checkbox").all())
    if ((await box.getAttribute("value")) !== null) await box.uncheck();
  await dates.first().check();
  await agent.getByRole("button", { name: "Refuser 1 date" }).click();
  await expect(agent.getByText(/Donnez le motif du refus/).first()).toBeVisible();
  await expect(dates.first()).toBeChecked();
  await agent.getByLabel("Motif du refus").fill("Sortie au zoo : le centre est complet ce jour.");
  await agent.getByRole("button", { name: "Refuser 1 date" }).click();
  await expect(agent.getByText(/1 date refusée/i)).toBeVisible();
  await agent.getByRole("button", { name: /^Accepter \d+ dates$/ }).click();
  await expect(agent.getByText(/dates acceptées/i)).toBeVisible();
  expect(all).toBeGreaterThan(30);

  const states = await portal.sql<{ state: string; n: number }>(
    `SELECT l.state::text AS state, count(*)::int AS n FROM "RequestLine" l JOIN "ServiceRequest" q ON q.id = l."requestId"
     WHERE q.number = $1 GROUP BY 1 ORDER BY 1`,
    [request?.number],
  );
  expect(states).toEqual([
    { state: "accepted", n: expect.any(Number) },
    { state: "refused", n: 1 },
  ]);
  await parent.goto(`/demandes/${request?.number}`);
  await expect(parent.getByText("Traitée en partie").first()).toBeVisible();
  await expect(parent.getByText("Sortie au zoo", { exact: false }).first()).toBeVisible();
  await expect(parent.getByText("rappelle lundi")).toHaveCount(0);
  await expectAccessible(parent);
  await expectNoSidewaysScroll(parent);
  const mails = await portal.mails(3);
  const refusal = mails.find(({ email }) => email.text.includes("Sortie au zoo"));
  expect(refusal?.email.subject).toContain(`Demande n°\u00a0${request?.number}`);
  expect(refusal?.email.reply_to).toBe("education@clairval.example");
});

test("a parent has no business under /admin, and an agent none in the families' pages", async ({
  portal,
}) => {
  const home = await portal.device(desk);
  const parent = await home.newPage();
  await signIn(parent, "madelaine");
  expect((await parent.goto("/admin/demandes"))?.status()).toBe(404);
  await expect(parent.getByText(/introuvable/i).first()).toBeVisible();
  const office = await portal.device(desk);
  const agent = await office.newPage();
  await signIn(agent, "agent");
  await agent.goto("/demarches/reservations");
  await expect(agent).toHaveURL(/\/admin\/demandes/);
});
