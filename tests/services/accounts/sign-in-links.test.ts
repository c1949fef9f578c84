import { prisma } from "@/lib/db";
import { refused } from "@/lib/domain/result";
import { sendSignInLink, signInByLink } from "@/lib/services/accounts/sign-in-links";
import { sendOutbox } from "@/lib/services/operational/outbox";
import { endTokensOf, isTokenUsable } from "@/lib/services/operational/tokens";
import { anAccount, aSession } from "@/tests/support/builders/account";
import { type MailServer, startMailServer } from "@/tests/support/mail-server";
import { later, now, PASSWORD, realNow, visitor } from "./attempts";
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
  server.answer((count) => ({ status: 200, body: { id: `provider-${count}` } }));
});

const ask = (typed: string, address?: string) =>
  sendSignInLink(typed, { visitor: visitor(address), now, realNow });
const open = (token: string, minutes = 0, previousSessionId: string | null = null) =>
  signInByLink(token, {
    visitor: visitor(),
    now,
    realNow: later(minutes),
    staysSignedIn: false,
    previousSessionId,
  });
const kindsOf = async (accountId: string) =>
  (await prisma.signInEvent.findMany({ where: { accountId }, orderBy: { id: "asc" } })).map(
    ({ kind }) => kind,
  );

test("works once, a quarter of an hour from when it left, and ends the browser's earlier session", async () => {
  const account = await anAccount(prisma, { email: "lien@exemple.fr", password: PASSWORD });
  const before = await aSession(prisma, { account });
  await ask(" Lien@exemple.fr");
  const { link, token } = await linkOf("lien@exemple.fr");
  expect(link).toMatch(/^http:\/\/localhost:3000\/connexion\/lien\/[\w-]{43}$/);
  await leave(later(30));
  expect(await isTokenUsable(token, "signIn", later(44))).toBe(true);
  expect(await isTokenUsable(token, "reset", later(44))).toBe(false);
  expect(await open(token, 45)).toEqual(refused("link-expired"));
  const opened = await open(token, 44, before.id);
  expect(opened).toMatchObject({ ok: true, value: { account: { id: account.id } } });
  expect(await open(token, 44)).toEqual(refused("link-expired"));
  const ended = await prisma.session.findUniqueOrThrow({ where: { id: before.id } });
  expect(ended.revokedAt).toEqual(new Date(later(44)));
  const kinds = ["sign-in-link-asked", "sign-in-link-used", "signed-in"];
  expect(await kindsOf(account.id)).toEqual(kinds);
});

test("a second factor is asked after it, and no session is opened before", async () => {
  const account = await anAccount(prisma, { email: "deux@exemple.fr", password: PASSWORD });
  const accountId = account.id;
  const set = { secret: new Uint8Array(1), setUpAt: new Date(realNow), lastStep: 1 };
  await prisma.secondFactor.create({ data: { accountId, ...set } });
  await ask("deux@exemple.fr");
  const { token } = await linkOf("deux@exemple.fr");
  expect(await open(token)).toMatchObject({ ok: false, refusal: "code-awaited" });
  expect(await prisma.session.count({ where: { accountId } })).toBe(0);
  expect(await prisma.halfSession.count({ where: { accountId } })).toBe(1);
  expect(await open(token)).toEqual(refused("link-expired"));
});

test("nobody, and a closed account, get none; one that closes meanwhile stays closed", async () => {
  await anAccount(prisma, { email: "ferme@exemple.fr", password: PASSWORD, active: false });
  await ask("ferme@exemple.fr");
  await ask("personne@exemple.fr");
  expect(await prisma.outboxEmail.count()).toBe(0);
  const account = await anAccount(prisma, { email: "bientot@exemple.fr", password: PASSWORD });
  await ask("bientot@exemple.fr");
  const { token } = await linkOf("bientot@exemple.fr");
  await prisma.account.update({ where: { id: account.id }, data: { active: false } });
  expect(await open(token)).toEqual(refused("link-expired"));
  expect(await prisma.session.count({ where: { accountId: account.id } })).toBe(0);
});

test("whoever has no password yet gets the link to choose one", async () => {
  await anAccount(prisma, { email: "nouvelle@exemple.fr" });
  await ask("nouvelle@exemple.fr");
  expect((await linkOf("nouvelle@exemple.fr")).link).toContain("/activation/");
});

test("one that is opened ends the others; so does a new password", async () => {
  const account = await anAccount(prisma, { email: "plusieurs@exemple.fr", password: PASSWORD });
  const tokens: string[] = [];
  for (let n = 0; n < 2; n += 1) {
    await ask("plusieurs@exemple.fr");
    await prisma.accountToken.updateMany({
      where: { accountId: account.id },
      data: { createdAt: new Date(later(-1)) },
    });
    tokens.push((await linkOf("plusieurs@exemple.fr")).token);
    await prisma.outboxEmail.deleteMany();
  }
  const [one = "", two = ""] = tokens;
  expect(await open(one)).toMatchObject({ ok: true });
  expect(await open(two)).toEqual(refused("link-expired"));
  await ask("plusieurs@exemple.fr");
  const { token } = await linkOf("plusieurs@exemple.fr");
  await prisma.$transaction((tx) => endTokensOf(tx, account.id, realNow));
  expect(await open(token)).toEqual(refused("link-expired"));
});

test("a stranger's requests do not take the owner's away, nor those of a forgotten password", async () => {
  await anAccount(prisma, { email: "assiege@exemple.fr", password: PASSWORD });
  for (let n = 0; n < 5; n += 1) await ask("assiege@exemple.fr", "a stranger");
  expect(await prisma.outboxEmail.count()).toBe(3);
  await ask("assiege@exemple.fr", "the owner");
  expect(await prisma.outboxEmail.count()).toBe(4);
  for (let n = 0; n < 9; n += 1) await ask("assiege@exemple.fr");
  expect(await prisma.outboxEmail.count()).toBe(6);
  const keys = (await prisma.throttle.findMany()).map(({ key }) => key);
  expect(keys.filter((key) => key.startsWith("reset"))).toEqual([]);
});
