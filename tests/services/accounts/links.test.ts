import { prisma } from "@/lib/db";
import { refused } from "@/lib/domain/result";
import { createAdministratorLink } from "@/lib/services/accounts/administrator";
import { choosePassword, sendPasswordLink } from "@/lib/services/accounts/password-links";
import { sendOutbox } from "@/lib/services/operational/outbox";
import { isTokenUsable } from "@/lib/services/operational/tokens";
import { anAccount, aSession } from "@/tests/support/builders/account";
import { type MailServer, startMailServer } from "@/tests/support/mail-server";
import { attempt, later, now, PASSWORD, realNow, visitor } from "./attempts";
import { linkOf } from "./mails";

let server: MailServer;
const leave = (at = realNow) =>
  sendOutbox(at, { apiKey: "re_test", baseUrl: server.url, from: "Clairval <a@clairval.example>" });

beforeAll(async () => {
  server = await startMailServer();
});
afterAll(() => server.close());
beforeEach(async () => {
  await prisma.throttle.deleteMany();
  await prisma.outboxEmail.deleteMany();
  server.received.length = 0;
  server.answer((count) => ({ status: 200, body: { id: `provider-${count}` } }));
});

const ask = (typed: string, at = realNow) =>
  sendPasswordLink(typed, { visitor: visitor(), now, realNow: at });
const choose = (token: string, at = realNow, purpose: "reset" | "activation" = "reset") =>
  choosePassword(
    { token, purpose, password: "un nouveau mot de passe" },
    { visitor: visitor(), now, realNow: at },
  );

test("a forgotten password: the link works once, for an hour from when it left, and ends the sessions", async () => {
  const account = await anAccount(prisma, { email: "oubli@exemple.fr", password: PASSWORD });
  const session = await aSession(prisma, { account });
  await ask(" Oubli@exemple.fr");
  const { link, token } = await linkOf("oubli@exemple.fr");
  expect(link).toMatch(/^http:\/\/localhost:3000\/mot-de-passe\/[\w-]{43}$/);
  // The provider was down for half an hour: nothing of the hour is lost.
  await leave(later(30));
  expect(await isTokenUsable(token, "reset", later(89))).toBe(true);
  expect(await isTokenUsable(token, "reset", later(90))).toBe(false);
  expect(await isTokenUsable(token, "activation", later(31))).toBe(false);

  expect(await choose(token, later(90))).toEqual(refused("link-expired"));
  expect(await choose(token, later(89))).toMatchObject({ ok: true, value: { id: account.id } });
  expect(await choose(token, later(89))).toEqual(refused("link-expired"));
  expect((await attempt("oubli@exemple.fr", "un nouveau mot de passe")).ok).toBe(true);
  expect((await attempt("oubli@exemple.fr")).ok).toBe(false);
  const ended = await prisma.session.findUniqueOrThrow({ where: { id: session.id } });
  expect(ended.revokedAt).toEqual(new Date(later(89)));
  const kinds = await prisma.signInEvent.findMany({
    where: { accountId: account.id },
    orderBy: { id: "asc" },
  });
  expect(kinds.map(({ kind }) => kind).slice(0, 2)).toEqual(["link-asked", "password-reset"]);
  const told = await prisma.outboxEmail.findFirst({
    where: { to: "oubli@exemple.fr", tokenHash: null },
  });
  expect(told?.subject).toBe("Votre mot de passe a été changé");
  expect(told?.text).toContain("par le lien d’un courriel. Tous vos appareils sont déconnectés.");
});

test("a password that is easily guessed is refused, and the link serves again", async () => {
  const spec = { email: "facile@exemple.fr", firstName: "Madelaine", password: PASSWORD };
  await anAccount(prisma, spec);
  await ask("facile@exemple.fr");
  const { token } = await linkOf("facile@exemple.fr");
  const ctx = { visitor: visitor(), now, realNow };
  for (const password of ["facile@exemple.fr", "Madelaine2025", "123456789012", " ".repeat(12)])
    expect(await choosePassword({ token, purpose: "reset", password }, ctx)).toEqual(
      refused("password-guessable"),
    );
  expect(await choose(token)).toMatchObject({ ok: true });
});

test("takes what sign-in takes", async () => {
  await anAccount(prisma, { email: "par-nom@exemple.fr", password: PASSWORD });
  await ask(" PAR-nom ");
  expect((await linkOf("par-nom@exemple.fr")).link).toContain("/mot-de-passe/");
});

test("the newest two links work; using one ends the other; only hashes are stored", async () => {
  await anAccount(prisma, { email: "twice@exemple.fr", password: PASSWORD });
  const tokens: string[] = [];
  for (const minutes of [0, 1, 2]) {
    await ask("twice@exemple.fr", later(minutes));
    tokens.push((await linkOf("twice@exemple.fr")).token);
  }
  const usable = () => Promise.all(tokens.map((token) => isTokenUsable(token, "reset", later(3))));
  expect(await usable()).toEqual([false, true, true]);
  expect(await prisma.accountToken.count({ where: { hash: { in: tokens } } })).toBe(0);
  expect(await choose(tokens[1] ?? "", later(3))).toMatchObject({ ok: true });
  expect(await usable()).toEqual([false, false, false]);
});

test("once it has left, the link is not readable in the outbox; a dead one is not sent", async () => {
  await anAccount(prisma, { email: "secret@exemple.fr", password: PASSWORD });
  for (const minutes of [0, 1, 2]) await ask("secret@exemple.fr", later(minutes));
  await leave(later(3));
  const sent = await prisma.outboxEmail.findMany({ where: { to: "secret@exemple.fr" } });
  expect(sent.map(({ state }) => state).sort()).toEqual(["failed", "sent", "sent"]);
  expect(sent.find(({ state }) => state === "failed")?.lastError).toBe("dead link");
  for (const { text, html } of sent) expect(text + html).not.toMatch(/mot-de-passe\/|http/);
  expect(server.received).toHaveLength(2);
  for (const { body } of server.received)
    expect((body as { text: string }).text).toMatch(/\/mot-de-passe\/[\w-]{43}/);
});

test("a provider that answers on the second day does not send a link of the first", async () => {
  await anAccount(prisma, { email: "panne@exemple.fr", password: PASSWORD });
  await ask("panne@exemple.fr");
  await leave(later(26 * 60));
  expect(server.received).toHaveLength(0);
});

test("an account never activated gets its activation link: seven days", async () => {
  await anAccount(prisma, { email: "neuf@exemple.fr" });
  await ask("neuf@exemple.fr");
  const { link, token } = await linkOf("neuf@exemple.fr");
  await leave();
  expect(link).toContain("/activation/");
  expect(await isTokenUsable(token, "activation", later(7 * 24 * 60 - 1))).toBe(true);
  expect(await isTokenUsable(token, "activation", later(7 * 24 * 60))).toBe(false);
});

test("nobody's address, and a closed account's, get nothing", async () => {
  await anAccount(prisma, { email: "ferme@exemple.fr", password: PASSWORD, active: false });
  await ask("ferme@exemple.fr");
  await ask("personne@exemple.fr");
  expect(await prisma.outboxEmail.count()).toBe(0);
});

test("the administrator's link: made once, in hand for seven days; it opens the account", async () => {
  const url = await createAdministratorLink({ email: "Mairie@Clairval.example" }, realNow);
  const again = await createAdministratorLink({ email: "mairie@clairval.example" }, realNow);
  expect(url).toMatch(/^https?:\/\/[^/]+\/activation\/[\w-]{43}$/);
  expect(await prisma.account.count({ where: { email: "mairie@clairval.example" } })).toBe(1);
  const token = again.split("/").at(-1) ?? "";
  expect(await isTokenUsable(token, "activation", later(7 * 24 * 60))).toBe(false);
  expect(await choose(token, realNow, "activation")).toMatchObject({ ok: true });
  expect((await attempt("mairie", "un nouveau mot de passe")).ok).toBe(true);
});

test("no administrator's link for what is not an address, nor for somebody else's", async () => {
  await anAccount(prisma, { email: "parent@exemple.fr" });
  await expect(createAdministratorLink({ email: "parent@exemple.fr" }, realNow)).rejects.toThrow(
    /not an admin/,
  );
  await expect(createAdministratorLink({ email: "parent" }, realNow)).rejects.toThrow(/e-mail/);
});

test("a user name is given where it is free, and to nobody else", async () => {
  await createAdministratorLink({ email: "libre@clairval.example" }, realNow);
  await createAdministratorLink({ email: "libre@ailleurs.example" }, realNow);
  const names = await prisma.account.findMany({
    where: { email: { startsWith: "libre@" } },
    orderBy: { createdAt: "asc" },
    select: { email: true, userName: true },
  });
  expect(new Map(names.map(({ email, userName }) => [email, userName]))).toEqual(
    new Map([
      ["libre@clairval.example", "libre"],
      ["libre@ailleurs.example", null],
    ]),
  );
});
