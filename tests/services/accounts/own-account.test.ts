import { prisma } from "@/lib/db";
import { done, refused } from "@/lib/domain/result";
import { deviceCookie, knownDevice } from "@/lib/auth/known-device";
import { authorizeOwnAccount } from "@/lib/auth/own-account";
import { changePassword } from "@/lib/services/accounts/change-password";
import {
  endOtherSessions,
  endOwnSession,
  readOwnEvents,
  readOwnSessions,
} from "@/lib/services/accounts/own-sessions";
import { anActor } from "@/tests/support/actors";
import { anAccount, aSession } from "@/tests/support/builders/account";
import { attempt, later, now, PASSWORD, realNow, visitor } from "./attempts";

beforeEach(() => prisma.throttle.deleteMany());

const CHOSEN = "girafe bouton neige tambour";

/** Somebody signed in here, on a telephone, and once upon a time. */
async function somebody() {
  const account = await anAccount(prisma, { password: PASSWORD });
  const [here, phone, old] = [
    await aSession(prisma, { account, createdAt: "2026-11-22T08:00:00.000Z" }),
    await aSession(prisma, { account, createdAt: "2026-11-22T08:30:00.000Z" }),
    await aSession(prisma, { account, expiresAt: "2026-11-22T08:59:00.000Z" }),
  ];
  const actor = anActor({ accountId: account.id, sessionId: here.id });
  const own = authorizeOwnAccount(actor);
  if (!own) throw new Error("Who is signed in is authorized for the own account");
  return { account, here, phone, old, own };
}
const isOpen = async ({ id }: { id: string }) =>
  (await prisma.session.findUniqueOrThrow({ where: { id } })).revokedAt === null;

test("one's devices: this one first, marked; what has ended is not there", async () => {
  const { own, here, phone } = await somebody();
  expect(await readOwnSessions(own, realNow)).toMatchObject([
    { id: here.id, isThis: true, openedAt: "2026-11-22T08:00:00.000Z" },
    { id: phone.id, isThis: false, lastSeenAt: "2026-11-22T08:30:00.000Z" },
  ]);
});

test("one device is signed out, never somebody else's", async () => {
  const { own, phone } = await somebody();
  const stranger = await somebody();
  const by = { account: own, visitor: visitor(), realNow };
  expect(await endOwnSession(stranger.phone.id, by)).toEqual(refused("not-found"));
  expect(await isOpen(stranger.phone)).toBe(true);
  expect(await endOwnSession(phone.id, by)).toEqual(done(null));
  expect(await isOpen(phone)).toBe(false);
  expect(await endOwnSession(phone.id, by)).toEqual(refused("not-found"));
  expect(await readOwnEvents(own, 10)).toMatchObject([{ kind: "session-ended", at: realNow }]);
});

test("every other device is signed out, this one stays", async () => {
  const { own, here, phone } = await somebody();
  const stranger = await somebody();
  await endOtherSessions({ account: own, visitor: visitor(), realNow });
  expect([await isOpen(here), await isOpen(phone), await isOpen(stranger.phone)]).toEqual([
    true,
    false,
    true,
  ]);
});

test("one's own journal, newest first, and nobody else's", async () => {
  const { account, own } = await somebody();
  const stranger = await somebody();
  await attempt(account.email, "faux");
  await attempt(account.email, PASSWORD, { realNow: later(1) });
  expect((await readOwnEvents(own, 10)).map(({ kind }) => kind)).toEqual([
    "signed-in",
    "wrong-password",
  ]);
  expect(await readOwnEvents(own, 1)).toHaveLength(1);
  expect(await readOwnEvents(stranger.own, 10)).toEqual([]);
});

describe("another password", () => {
  const ctx = () => ({ visitor: visitor(), now, realNow });

  test("with the present one: others are signed out, links end, the address is told", async () => {
    const { account, own, here, phone } = await somebody();
    const device = deviceCookie(undefined, account);
    await prisma.accountToken.create({
      data: {
        hash: crypto.randomUUID(),
        accountId: account.id,
        purpose: "reset",
        createdAt: new Date(realNow),
        expiresAt: new Date(later(60)),
      },
    });
    const changed = await changePassword(own, { present: PASSWORD, chosen: CHOSEN }, ctx());
    if (!changed.ok) throw new Error(changed.refusal);
    expect([await isOpen(here), await isOpen(phone)]).toEqual([true, false]);
    expect(
      await prisma.accountToken.count({ where: { accountId: account.id, usedAt: null } }),
    ).toBe(0);
    const [mail] = await prisma.outboxEmail.findMany({ where: { to: account.email } });
    expect(mail?.subject).toBe("Votre mot de passe a été changé");
    expect(mail?.text).not.toContain("http");
    expect(knownDevice(device, changed.value)).toBeNull();
    expect((await attempt(account.email, CHOSEN)).ok).toBe(true);
    expect((await attempt(account.email, PASSWORD)).ok).toBe(false);
    expect(
      await prisma.auditEvent.count({ where: { accountId: account.id, kind: "password-changed" } }),
    ).toBe(1);
  });

  test("a wrong present one changes nothing; after five even the right one waits", async () => {
    const { own, phone } = await somebody();
    const tryWith = (present: string) => changePassword(own, { present, chosen: CHOSEN }, ctx());
    for (let n = 0; n < 5; n += 1)
      expect(await tryWith("un autre mot de passe")).toEqual(refused("wrong-password"));
    expect(await tryWith(PASSWORD)).toEqual(refused("too-many-attempts"));
    expect(await isOpen(phone)).toBe(true);
  });

  test("one that is easily guessed is refused", async () => {
    const { own, account } = await somebody();
    expect(await changePassword(own, { present: PASSWORD, chosen: account.email }, ctx())).toEqual(
      refused("password-guessable"),
    );
  });

  test("two devices at once: one of them is told, and the other's password stands", async () => {
    const { own, account } = await somebody();
    const choices = [CHOSEN, "tambour neige bouton girafe"];
    const results = await Promise.all(
      choices.map((chosen) => changePassword(own, { present: PASSWORD, chosen }, ctx())),
    );
    const told = results.filter((result) => !result.ok);
    expect(told).toHaveLength(1);
    // The second of two, or on a slow machine somebody who types a password that has just changed.
    expect([refused("password-changed"), refused("wrong-password")]).toContainEqual(told[0]);
    const opens = await Promise.all(choices.map((chosen) => attempt(account.email, chosen)));
    expect(opens.map(({ ok }) => ok)).toEqual(results.map(({ ok }) => ok));
  });
});
