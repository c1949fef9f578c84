import { randomUUID } from "node:crypto";
import { Client } from "pg";
import { commit, type Committed, type EmailMessage } from "@/lib/commit";
import { prisma } from "@/lib/db";
import { instant } from "@/lib/domain/day";
import type { JournalEvent } from "@/lib/domain/journal-event";
import { done, refused } from "@/lib/domain/result";
import { anAccount } from "@/tests/support/builders/account";

const now = instant("2026-11-22T09:00:00.000Z");
const event: JournalEvent = {
  kind: "email-changed",
  familyId: null,
  subject: "x",
  data: { numbers: [1] },
};
const email: EmailMessage = {
  to: "madelaine@exemple.fr",
  replyTo: "service@clairval.example",
  subject: "Objet « é »",
  text: "Texte",
  html: "<p>Texte</p>",
};

const nameFamily = (name: string) => prisma.family.findMany({ where: { name } });

test("writes the data, the journal and the e-mails together", async () => {
  const account = await anAccount(prisma);
  const result = await commit({ accountId: account.id, now }, async (tx) => {
    const family = await tx.family.create({ data: { name: "Together" } });
    return done({
      value: { familyId: family.id },
      events: [{ ...event, familyId: family.id }, event],
      emails: [email],
    });
  });
  const [family] = await nameFamily("Together");
  expect(result).toEqual(done({ familyId: family?.id }));
  expect(await prisma.auditEvent.findMany({ where: { accountId: account.id } })).toMatchObject([
    { ...event, familyId: family?.id, at: new Date(now) },
    { kind: "email-changed", familyId: null },
  ]);
  expect(await prisma.outboxEmail.findMany()).toMatchObject([
    { ...email, state: "waiting", attempts: 0, createdAt: new Date(now), nextAttemptAt: null },
  ]);
});

test.each(["a refusal", "a throw"])("%s leaves nothing behind", async (how) => {
  const before = [await prisma.auditEvent.count(), await prisma.outboxEmail.count()];
  const account = await anAccount(prisma);
  const key = randomUUID();
  const write = commit(
    { accountId: account.id, now, idempotency: { key, payload: 1 } },
    async (tx) => {
      await tx.family.create({ data: { name: how } });
      if (how === "a throw") throw new Error("broken");
      return refused("no");
    },
  );
  if (how === "a throw") await expect(write).rejects.toThrow("broken");
  else expect(await write).toEqual(refused("no"));
  expect(await nameFamily(how)).toEqual([]);
  expect([await prisma.auditEvent.count(), await prisma.outboxEmail.count()]).toEqual(before);
  expect(await prisma.idempotencyKey.count({ where: { key } })).toBe(0);
});

test("an e-mail that cannot be stored undoes the rest", async () => {
  const account = await anAccount(prisma);
  const broken = { ...email, subject: null as unknown as string };
  const write = commit({ accountId: account.id, now }, async (tx) => {
    await tx.family.create({ data: { name: "Half" } });
    return done({ value: null, events: [event], emails: [broken] });
  });
  await expect(write).rejects.toThrow();
  expect(await nameFamily("Half")).toEqual([]);
});

test("no event, no write: it does not compile", () => {
  const silent: Committed<null> = {
    value: null,
    // @ts-expect-error: one event at least
    events: [],
  };
  expect(silent.events).toHaveLength(0);
});

describe("with an idempotency key", () => {
  async function submit(accountId: string, key: string, payload: unknown, name: string) {
    return commit({ accountId, now, idempotency: { key, payload } }, async (tx) => {
      const family = await tx.family.create({ data: { name } });
      return done({ value: { familyId: family.id }, events: [event], emails: [email] });
    });
  }

  test("a repeat gives the first answer and writes nothing", async () => {
    const account = await anAccount(prisma);
    const key = randomUUID();
    const emails = await prisma.outboxEmail.count();
    const first = await submit(account.id, key, { a: 1, b: [2] }, "Repeat");
    expect(await submit(account.id, key, { b: [2], a: 1 }, "Repeat")).toEqual(first);
    expect(await nameFamily("Repeat")).toHaveLength(1);
    expect(await prisma.outboxEmail.count()).toBe(emails + 1);
  });

  test("eight at once write once and all get the same answer", async () => {
    const account = await anAccount(prisma);
    const key = randomUUID();
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => submit(account.id, key, { a: 1 }, "Twins")),
    );
    const families = await nameFamily("Twins");
    expect(families).toHaveLength(1);
    expect(answers).toEqual(answers.map(() => done({ familyId: families[0]?.id })));
  });

  test("another payload is refused, another account is not concerned", async () => {
    const account = await anAccount(prisma);
    const other = await anAccount(prisma);
    const key = randomUUID();
    await submit(account.id, key, { a: 1 }, "Reused");
    expect(await submit(account.id, key, { a: 2 }, "Reused")).toEqual(refused("key-reused"));
    expect((await submit(other.id, key, { a: 2 }, "Reused")).ok).toBe(true);
    expect(await nameFamily("Reused")).toHaveLength(2);
  });

  test("a refused try leaves the key free for the corrected one", async () => {
    const account = await anAccount(prisma);
    const key = randomUUID();
    const ctx = { accountId: account.id, now, idempotency: { key, payload: 1 } };
    expect(await commit(ctx, async () => refused("no"))).toEqual(refused("no"));
    expect((await submit(account.id, key, { corrected: true }, "Corrected")).ok).toBe(true);
  });
});

test("closes in one statement, and takes the key in one", async () => {
  const account = await anAccount(prisma);
  const { log, stop } = recordStatements();
  await commit(
    { accountId: account.id, now, idempotency: { key: randomUUID(), payload: 1 } },
    async () => done({ value: 1, events: [event, event, event], emails: [email, email] }),
  );
  stop();
  expect(log.map((text) => text.trim().split(/[\s(]/)[0])).toEqual([
    "BEGIN",
    "WITH",
    "WITH",
    "COMMIT",
  ]);
});

/** Every statement that reaches PostgreSQL, as it is sent. */
function recordStatements() {
  const log: string[] = [];
  const query = Client.prototype.query as (...given: unknown[]) => unknown;
  const spy = jest.spyOn(Client.prototype, "query").mockImplementation(function (
    this: Client,
    ...given: unknown[]
  ) {
    const [statement] = given as [string | { text: string }];
    log.push(typeof statement === "string" ? statement : statement.text);
    return query.apply(this, given);
  } as never);
  return { log, stop: () => spy.mockRestore() };
}
