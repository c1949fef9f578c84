import { expect } from "@playwright/test";
import { expectAccessible, expectNoSidewaysScroll } from "./accessibility";
import { applyManualWeek, openCalendar, send } from "./booking";
import { pointer } from "./hands";
import { signIn, test } from "./portal";

const phone = { viewport: { width: 360, height: 740 }, hasTouch: true };
const desk = { viewport: { width: 1280, height: 800 } };

test("a parent asks about a request that was answered; an agent finds it, answers, and both read it", async ({
  portal,
}) => {
  const home = await portal.device(phone);
  const parent = await home.newPage();
  await signIn(parent, "madelaine");
  await openCalendar(parent, pointer());
  await applyManualWeek(parent, pointer());
  await send(parent, pointer());
  await portal.mails(1);
  const [request] = await portal.sql<{ number: number }>(
    `SELECT number FROM "ServiceRequest" WHERE number > 66833 AND state = 'accepted' ORDER BY number`,
  );
  await parent.goto(`/demandes/${request?.number}`);
  const question = parent.getByLabel("Écrire au service");

  // Nothing is sent empty, and the sentence says so.
  await parent.getByRole("button", { name: "Envoyer mon message" }).click();
  await expect(parent.getByText("Écrivez votre message avant de l’envoyer.").first()).toBeVisible();
  await question.fill("Lucas sera-t-il avec son cousin ?\nMerci !");
  await parent.getByRole("button", { name: "Envoyer mon message" }).click();
  await expect(
    parent.getByRole("status").filter({ hasText: "Votre message est envoyé au service." }),
  ).toBeFocused();
  await expect(question).toHaveValue("");
  await expect(parent.getByText("Pas encore de réponse")).toBeVisible();
  await expectAccessible(parent);
  await expectNoSidewaysScroll(parent);

  // The browser's reload sends nothing again.
  await parent.reload();
  await expect(parent.getByText("Lucas sera-t-il avec son cousin ?")).toHaveCount(1);

  const office = await portal.device(desk);
  const agent = await office.newPage();
  await signIn(agent, "administrator");
  await agent.goto("/admin/demandes");
  await agent.getByRole("link", { name: "Messages sans réponse (1)" }).click();
  const row = agent.getByRole("row").filter({ hasText: "Message de la famille" });
  await expect(row).toHaveCount(1);
  await expectAccessible(agent);
  await row.getByRole("link").first().click();
  await expect(
    agent.getByRole("heading", { level: 1, name: `Demande n°\u00a0${request?.number}` }),
  ).toBeVisible();
  const answer = agent.getByLabel("Écrire à la famille");
  await answer.fill("Oui, dans le même groupe.");
  await agent.keyboard.press("Tab");
  await agent.keyboard.press("Enter");
  await expect(
    agent.getByRole("status").filter({ hasText: "Votre message est envoyé à la famille." }),
  ).toBeFocused();
  await expect(agent.getByText("Pas encore de réponse")).toHaveCount(0);
  await expectAccessible(agent);

  const mails = await portal.mails(3);
  const answered = mails.find(({ email }) => email.text.includes("dans le même groupe"));
  expect(answered?.email.to).toBe("madelainedupont@exemple.fr");
  expect(answered?.email.text).toContain(`/demandes/${request?.number}`);

  await parent.goto("/demandes");
  await expect(parent.getByText("2\u00a0messages")).toBeVisible();
  await parent.goto(`/demandes/${request?.number}`);
  await expect(parent.getByText("Oui, dans le même groupe.")).toBeVisible();

  // A thank-you needs no answer: one gesture, and nobody is written to.
  await question.fill("Merci.");
  await parent.getByRole("button", { name: "Envoyer mon message" }).click();
  await expect(parent.getByText("Pas encore de réponse")).toBeVisible();

  // The agent's page is older than that: what is being written there waits until it is read.
  await portal.sql(
    `INSERT INTO "RequestMessage" ("requestId", at, side, "authorName", "accountId", text)
     SELECT q.id, now(), 'service', 'Nadia Leroy', a.id, 'Je vous appelle.' FROM "ServiceRequest" q, "Account" a
     WHERE q.number = $1 AND a.email = 'agent@clairval.example'`,
    [request?.number],
  );
  const note = agent.getByLabel("Ajouter une note");
  await note.fill("À rappeler.");
  await answer.fill("Avec plaisir.");
  await agent.getByRole("button", { name: "Envoyer le message" }).click();
  await expect(
    agent.getByRole("alert").filter({ hasText: "Un message est arrivé entre-temps" }),
  ).toBeFocused();
  await expect(agent.getByText("Merci.", { exact: true })).toBeVisible();
  await expect(agent.getByText("Je vous appelle.")).toBeVisible();
  await expect(answer).toHaveValue("Avec plaisir.");
  await expect(note).toHaveValue("À rappeler.");
  await agent.getByRole("button", { name: "Pas de réponse nécessaire" }).click();
  await expect(
    agent.getByRole("status").filter({ hasText: "Le message est classé" }),
  ).toBeFocused();
  await portal.mails(4);

  // The session has ended meanwhile: what is typed stays, and the sentence says what to do.
  await parent.context().clearCookies({ name: "preau-session" });
  await question.fill("Encore une question.");
  await parent.getByRole("button", { name: "Envoyer mon message" }).click();
  await expect(
    parent.getByRole("alert").filter({ hasText: "Votre session a expiré" }),
  ).toBeFocused();
  await expect(question).toHaveValue("Encore une question.");
});
