import { randomUUID } from "node:crypto";
import { prisma } from "@/lib/db";
import { instant } from "@/lib/domain/day";
import { purge } from "@/lib/services/operational/purge";
import { anAccount, aSession } from "@/tests/support/builders/account";
import { emptyTables } from "@/tests/support/database";

const realNow = instant("2026-11-22T09:00:00.000Z");
const ago = (days: number) => new Date(Date.parse(realNow) - days * 86_400_000);

beforeEach(emptyTables);

/** One row of each table, whose time was up that many days ago. */
async function rowsOf(days: number, state: "sent" | "waiting" = "sent") {
  const account = await anAccount(prisma);
  const { id: accountId } = account;
  const at = ago(days);
  await prisma.outboxEmail.create({
    data: { id: randomUUID(), to: "a", subject: "", text: "", html: "", state, createdAt: at },
  });
  await aSession(prisma, { account, expiresAt: at.toISOString() });
  await prisma.accountToken.create({
    data: { hash: randomUUID(), accountId, purpose: "reset", createdAt: at, expiresAt: at },
  });
  await prisma.passkeyChallenge.create({
    data: { challenge: randomUUID(), purpose: "register", accountId, expiresAt: at },
  });
  await prisma.idempotencyKey.create({
    data: { accountId, key: randomUUID(), payloadHash: "", createdAt: at },
  });
  await prisma.throttle.create({ data: { key: randomUUID(), expire: at.getTime() } });
  await prisma.signInEvent.create({ data: { at, kind: "signed-in", accountId } });
  await prisma.townImport.create({
    data: { id: randomUUID(), accountId, fileName: "a", createdAt: at, headers: [], columns: [] },
  });
}

const purged = () => purge({ now: realNow, realNow });

test("what has served its time goes, once", async () => {
  await rowsOf(184);
  const all = {
    OutboxEmail: 1,
    Session: 1,
    HalfSession: 0,
    PasskeyChallenge: 1,
    AccountToken: 1,
    IdempotencyKey: 1,
    Throttle: 1,
    TownImport: 1,
    SignInEvent: 1,
  };
  expect(await purged()).toEqual(all);
  expect(Object.values(await purged())).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0]);
  expect(await prisma.account.count()).toBe(1);
});

test("each table by its own time: a month, a quarter, half a year", async () => {
  await rowsOf(31);
  await rowsOf(29);
  expect(await purged()).toEqual({
    OutboxEmail: 1,
    Session: 1,
    HalfSession: 0,
    PasskeyChallenge: 2,
    AccountToken: 1,
    IdempotencyKey: 0,
    Throttle: 2,
    TownImport: 1,
    SignInEvent: 0,
  });
});

test("an e-mail that waits is never old, nor is a session in use", async () => {
  await rowsOf(400, "waiting");
  await aSession(prisma, {
    account: await anAccount(prisma),
    createdAt: "2025-01-01T00:00:00.000Z",
  });
  const { OutboxEmail, Session } = await purged();
  expect({ OutboxEmail, Session }).toEqual({ OutboxEmail: 0, Session: 1 });
});

test("a session that was ended goes a month later, whatever its end was", async () => {
  const account = await anAccount(prisma);
  await aSession(prisma, { account, revokedAt: ago(31).toISOString() });
  expect((await purged())["Session"]).toBe(1);
});
